#pragma once

#include <filesystem>
#include <vector>

namespace heser {

/// A float32 array as NumPy stores it (version 1 files, C order).
struct NpyArray {
  std::vector<int> shape;
  std::vector<float> values;
};

/// Throws Error{kBadFile} if the file is missing, damaged or of another type.
NpyArray ReadNpy(const std::filesystem::path& file);

/// Throws Error{kCannotWrite}.
void WriteNpy(const std::filesystem::path& file, const NpyArray& array);

}  // namespace heser
