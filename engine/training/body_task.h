#pragma once

// LibTorch header: include it in training sources only.
#include <filesystem>
#include <memory>
#include <vector>

#include "engine/training/body_sample.h"
#include "engine/training/training_loop.h"

namespace heser {

/// Training of the network that completes hidden bodies. MakeBatch gives one tensor, N x S x S x 3
/// bytes (SeenBody's layer and face, truth), S = kBodyCropSize. People held out are validated under
/// one other head each: share of the hidden pixels whose layer is right, IoU of clothing and neck
/// there. `sheets` is the folder that a contact sheet goes to at each validation: what is seen, the
/// answer, the truth.
std::unique_ptr<TrainingTask> MakeBodyTask(std::vector<BodyScene> scenes, int batch,
                                           const std::filesystem::path& sheets);

}  // namespace heser
