#include "engine/nn/torch_weights.h"

#include <map>

#include "engine/core/error.h"

namespace heser {
namespace {

/// Parameters and buffers that weights files hold; counters of batch normalisation are left out.
std::map<std::string, torch::Tensor> StoredTensors(const torch::nn::Module& network) {
  std::map<std::string, torch::Tensor> tensors;
  for (const auto& item : network.named_parameters()) tensors[item.key()] = item.value();
  for (const auto& item : network.named_buffers()) {
    if (item.value().is_floating_point()) tensors[item.key()] = item.value();
  }
  return tensors;
}

}  // namespace

NetworkWeights WeightsOf(const torch::nn::Module& network, const std::string& architecture,
                         int version) {
  NetworkWeights weights{architecture, version, {}};
  for (const auto& [name, tensor] : StoredTensors(network)) {
    const torch::Tensor values = tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
    weights.arrays.push_back(
        {name, values.sizes().vec(),
         std::vector<float>(values.data_ptr<float>(), values.data_ptr<float>() + values.numel())});
  }
  return weights;
}

void LoadInto(torch::nn::Module& network, const std::filesystem::path& file,
              const std::string& architecture, int version) {
  NetworkWeights weights = LoadWeights(file, architecture, version);
  std::map<std::string, torch::Tensor> wanted = StoredTensors(network);
  const torch::NoGradGuard no_gradients;
  for (NamedArray& array : weights.arrays) {
    const auto found = wanted.find(array.name);
    if (found == wanted.end()) {
      throw Error(ErrorKind::kBadModel, file.string(),
                  "holds " + array.name + ", which the network does not have");
    }
    if (found->second.sizes() != torch::IntArrayRef(array.shape)) {
      throw Error(ErrorKind::kBadModel, file.string(), array.name + " has another shape");
    }
    found->second.copy_(torch::from_blob(array.values.data(), array.shape, torch::kFloat32));
    wanted.erase(found);
  }
  if (!wanted.empty()) {
    throw Error(ErrorKind::kBadModel, file.string(), "lacks " + wanted.begin()->first);
  }
}

}  // namespace heser
