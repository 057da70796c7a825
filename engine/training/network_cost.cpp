#include "engine/training/network_cost.h"

#include <iomanip>
#include <map>
#include <ostream>

#include <ATen/record_function.h>

namespace heser {
namespace {

constexpr double kGiga = 1e9;
constexpr double kMega = 1e6;

/// Multiplications by weight, of the run that this thread measures; null: none.
thread_local std::map<const c10::TensorImpl*, double>* measured = nullptr;

// Observers of LibTorch are plain functions.
std::unique_ptr<at::ObserverContext> Begin(const at::RecordFunction& /*call*/) { return nullptr; }

void Count(const at::RecordFunction& call, at::ObserverContext* /*context*/) {
  const std::string_view name = call.name();
  if (measured == nullptr || (name != "aten::convolution" && name != "aten::linear")) return;
  const auto inputs = call.inputs();
  const at::Tensor& weight = inputs[1].toTensor();
  const at::Tensor& output = call.outputs()[0].toTensor();
  // Each output value takes one multiplication a weight of its channel.
  const double work = static_cast<double>(output.numel()) * static_cast<double>(weight.numel()) /
                      static_cast<double>(weight.size(0));
  (*measured)[weight.unsafeGetTensorImpl()] += work;
}

}  // namespace

std::vector<LayerCost> MeasureCost(const torch::nn::Module& network,
                                   const std::function<void()>& run) {
  std::map<const c10::TensorImpl*, double> work;
  const auto callback = at::addThreadLocalCallback(at::RecordFunctionCallback(Begin, Count)
                                                       .needsInputs(true)
                                                       .needsOutputs(true)
                                                       .scopes({at::RecordScope::FUNCTION}));
  measured = &work;
  const torch::NoGradGuard no_gradients;
  run();
  measured = nullptr;
  at::removeCallback(callback);

  constexpr std::string_view kSuffix = ".weight";
  std::vector<LayerCost> layers;
  for (const auto& parameter : network.named_parameters()) {
    const auto found = work.find(parameter.value().unsafeGetTensorImpl());
    if (found == work.end()) continue;
    const std::string& name = parameter.key();
    layers.push_back({name.substr(0, name.size() - kSuffix.size()), parameter.value().numel(),
                      found->second / kGiga});
  }
  return layers;
}

void PrintCost(std::ostream& stream, const torch::nn::Module& network,
               const std::vector<LayerCost>& layers) {
  stream << std::fixed << std::setprecision(4);
  double gmac = 0;
  for (const LayerCost& layer : layers) {
    stream << std::left << std::setw(44) << layer.name << std::right << std::setw(10)
           << layer.parameters << " parameters " << std::setw(10) << layer.gmac << " GMAC\n";
    gmac += layer.gmac;
  }
  std::int64_t parameters = 0;
  for (const torch::Tensor& parameter : network.parameters()) parameters += parameter.numel();
  stream << std::setprecision(2) << "all: " << static_cast<double>(parameters) / kMega
         << " million parameters, " << gmac << " GMAC" << std::endl;
}

}  // namespace heser
