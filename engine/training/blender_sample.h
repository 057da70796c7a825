#pragma once

#include <random>

#include "engine/training/blender_scene.h"

namespace heser {

/// Channels of a blending sample in bytes: composite 3, plate 3, head alpha, made up, grey aligned
/// head, truth 3, importance (32 is 1; 0 beyond the photo).
inline constexpr int kBlenderSampleChannels = 13;

/// A random sample, size x size with kBlenderSampleChannels bytes a pixel: a part of the scene
/// between full size and a half (so that at 256 whole heads are seen too), one of its heads
/// recoloured once more over one of its bodies, the head's edge moved and bent a little,
/// another background in its soft edge, mirrored or not. The same for the same state of `random`.
/// Thread-safe.
cv::Mat DrawBlenderSample(const BlenderScene& scene, int size, std::mt19937& random);

/// The scene's first head over one of its bodies, whole, its coverage grown by `grown` face sizes.
cv::Mat PlainBlenderSample(const BlenderScene& scene, std::size_t body, double grown);

}  // namespace heser
