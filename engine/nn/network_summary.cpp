#include "engine/nn/network_summary.h"

#include <iomanip>
#include <sstream>
#include <string_view>
#include <unordered_map>

#include <ATen/record_function.h>

#include "engine/core/error.h"

namespace heser {
namespace {

/// Multiply-accumulates and calls by the place of the weight in memory: layers hand transposed
/// views of it on.
struct Cost {
  std::int64_t multiplications = 0;
  int calls = 0;
};
using Costs = std::unordered_map<const void*, Cost>;

// LibTorch's observers are plain functions: the running count is found by its thread.
thread_local Costs* running_costs = nullptr;

// Places that a kernel is laid at, along one axis.
std::int64_t KernelPlaces(std::int64_t input, std::int64_t kernel, std::int64_t stride,
                          std::int64_t padding, std::int64_t dilation) {
  return (input + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
}

// aten::convolution(input, weight, bias, stride, padding, dilation, transposed, ...).
std::int64_t ConvolutionCost(c10::ArrayRef<const c10::IValue> arguments) {
  const at::Tensor& input = arguments[0].toTensor();
  const at::Tensor& weight = arguments[1].toTensor();
  const std::vector<std::int64_t> stride = arguments[3].toIntVector();
  const std::vector<std::int64_t> padding = arguments[4].toIntVector();
  const std::vector<std::int64_t> dilation = arguments[5].toIntVector();
  const bool transposed = arguments[6].toBool();
  std::int64_t places = input.size(0);
  for (std::int64_t axis = 2; axis < input.dim(); ++axis) {
    const auto k = static_cast<std::size_t>(axis - 2);
    places *= transposed
                  ? input.size(axis)
                  : KernelPlaces(input.size(axis), weight.size(axis), stride[k % stride.size()],
                                 padding[k % padding.size()], dilation[k % dilation.size()]);
  }
  return places * weight.numel();
}

// What a fully connected layer comes down to: rows x weight. aten::mm(rows, weight) or
// aten::addmm(bias, rows, weight).
std::int64_t ProductCost(const at::Tensor& rows, const at::Tensor& weight) {
  return rows.numel() * weight.size(1);
}

void Add(const at::Tensor& weight, std::int64_t multiplications) {
  Cost& cost = (*running_costs)[weight.data_ptr()];
  cost.multiplications += multiplications;
  ++cost.calls;
}

std::unique_ptr<at::ObserverContext> Observe(const at::RecordFunction& function) {
  if (running_costs == nullptr) return nullptr;
  const std::string_view name = function.name();
  const auto arguments = function.inputs();
  if (name == "aten::convolution") {
    Add(arguments[1].toTensor(), ConvolutionCost(arguments));
  } else if (name == "aten::addmm") {
    Add(arguments[2].toTensor(), ProductCost(arguments[1].toTensor(), arguments[2].toTensor()));
  } else if (name == "aten::mm") {
    Add(arguments[1].toTensor(), ProductCost(arguments[0].toTensor(), arguments[1].toTensor()));
  }
  return nullptr;
}

Costs CostsOf(const std::function<void()>& call) {
  struct Observation {
    Costs* outer = running_costs;
    at::CallbackHandle handle = at::addThreadLocalCallback(
        at::RecordFunctionCallback(&Observe).needsInputs(true).scopes({at::RecordScope::FUNCTION}));
    ~Observation() {
      at::removeCallback(handle);
      running_costs = outer;
    }
  };
  Costs costs;
  const Observation observation;
  running_costs = &costs;
  const torch::NoGradGuard no_gradients;
  call();
  return costs;
}

}  // namespace

std::int64_t NetworkSummary::parameters() const {
  std::int64_t sum = 0;
  for (const LayerSummary& layer : layers) sum += layer.parameters;
  return sum;
}

std::int64_t NetworkSummary::multiplications() const {
  std::int64_t sum = 0;
  for (const LayerSummary& layer : layers) sum += layer.multiplications;
  return sum;
}

NetworkSummary SummarizeNetwork(const torch::nn::Module& network,
                                const std::function<void()>& call) {
  const Costs costs = CostsOf(call);
  NetworkSummary summary;
  for (const auto& item : network.named_modules("", /*include_self=*/false)) {
    LayerSummary layer;
    layer.name = item.key();
    for (const auto& parameter : item.value()->named_parameters(/*recurse=*/false)) {
      layer.parameters += parameter.value().numel();
      const auto cost = costs.find(parameter.value().data_ptr());
      if (cost == costs.end()) continue;
      layer.multiplications += cost->second.multiplications;
      layer.calls += cost->second.calls;
    }
    if (layer.parameters > 0) summary.layers.push_back(std::move(layer));
  }
  return summary;
}

std::string DescribeSummary(const NetworkSummary& summary) {
  constexpr int kNameWidth = 40;
  constexpr int kNumberWidth = 12;
  constexpr double kGiga = 1e9;
  constexpr double kMega = 1e6;
  constexpr double kBytesOfHalf = 2;
  std::ostringstream text;
  text << std::fixed << std::setprecision(3);
  const auto line = [&](const std::string& name, std::int64_t parameters,
                        std::int64_t multiplications) {
    text << std::left << std::setw(kNameWidth) << name << std::right << std::setw(kNumberWidth)
         << parameters << std::setw(kNumberWidth) << static_cast<double>(multiplications) / kGiga;
  };
  text << std::left << std::setw(kNameWidth) << "layer" << std::right << std::setw(kNumberWidth)
       << "parameters" << std::setw(kNumberWidth) << "GMAC"
       << "  calls\n";
  for (const LayerSummary& layer : summary.layers) {
    line(layer.name, layer.parameters, layer.multiplications);
    text << "  " << layer.calls << "\n";
  }
  line("all", summary.parameters(), summary.multiplications());
  text << "\n"
       << std::setprecision(2) << static_cast<double>(summary.parameters()) * kBytesOfHalf / kMega
       << " MB in half precision\n";
  return text.str();
}

}  // namespace heser
