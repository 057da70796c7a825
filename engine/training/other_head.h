#pragma once

#include <cstddef>
#include <functional>
#include <random>

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"

namespace heser {

/// A head to lay over another face.
struct HeadOutline {
  Mask head;
  FaceMesh mesh;
};

/// Coverage of another person's head laid over a face by the meshes: in the pixels of `mesh`, a
/// picture of `size`. Of two of the `count` others that are drawn the one with more hair, mostly:
/// big hair hides more. `count` is at least 1.
Mask DrawOtherHead(const FaceMesh& mesh, cv::Size size, std::size_t count,
                   const std::function<HeadOutline(std::size_t)>& other, std::mt19937& random);

}  // namespace heser
