#pragma once

// LibTorch header: include it in network sources only.
#include <span>
#include <vector>

#include "engine/aligner/refinement_input.h"
#include "engine/aligner/refinement_network.h"

namespace heser {

/// Inputs as tensors of bytes (places: of 16-bit numbers), rows x columns x channels, in the order
/// colour, alpha, confidence, labels, normals, source colours, source alphas, places, trust. Small,
/// so that batches travel quickly; on the processor. All inputs have the same size and number of
/// sources; there is at least one.
std::vector<torch::Tensor> PackRefinement(std::span<const RefinementInput> inputs);
inline constexpr std::size_t kPackedRefinementTensors = 9;

/// The network's input of a packed one, on the device that it lies on. Throws nothing; `packed`
/// must hold kPackedRefinementTensors at least.
RefinementTensors UnpackRefinement(std::span<const torch::Tensor> packed);

/// N x H x W x C bytes as N x C x H x W in [0, 1].
torch::Tensor UnitFromBytes(const torch::Tensor& bytes);

/// Pictures of one size and type (8 or 16 bits a channel), each the same number of times a sample,
/// as N x H x W x C; copied.
torch::Tensor StackPictures(std::span<const cv::Mat> pictures);

}  // namespace heser
