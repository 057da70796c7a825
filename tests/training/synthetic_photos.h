#pragma once

#include <filesystem>

#include "engine/analysis/face_mesh.h"

namespace heser::test {

/// A data folder as LoadTrainingPhotos reads it: `count` drawn portraits of 200 x 240 pixels, each
/// of another person, with labels, matte and mesh; and one photo that training must not read.
void WriteSyntheticPhotos(const std::filesystem::path& folder, int count);

}  // namespace heser::test
