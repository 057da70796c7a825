#pragma once

// LibTorch header: include it in training sources only.
#include <filesystem>
#include <memory>
#include <vector>

#include "engine/blender/blending_unet.h"
#include "engine/training/blender_scene.h"
#include "engine/training/picture_loss_options.h"
#include "engine/training/training_loop.h"

namespace heser {

/// The input of the network, N x 12 x H x W, of samples in bytes (N x H x W x
/// kBlenderSampleChannels), on their device.
torch::Tensor PackedSamples(const torch::Tensor& samples);

/// Training of the blending network on scenes; those of people held out are validated by the
/// protocol of the self-reconstruction figure (engine.md) and must have been made for it.
/// MakeBatch gives one tensor, N x S x S x kBlenderSampleChannels bytes. `sheets` is the folder
/// that contact sheets (composite, result, truth, gate) go to at each validation.
std::unique_ptr<TrainingTask> MakeBlenderTask(const BlendingUnetOptions& network,
                                              std::vector<BlenderScene> scenes, int batch, int size,
                                              const PictureLossOptions& losses,
                                              const std::filesystem::path& sheets);

}  // namespace heser
