#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace heser::test {

/// A float32 array of NumPy's file format.
struct FloatArray {
  std::vector<std::size_t> shape;
  std::vector<float> values;  ///< In C order.
};

/// Reads a little-endian float32 .npy file in C order (format versions 1 and 2). Throws
/// std::runtime_error with the file's name if it is anything else.
FloatArray ReadNpy(const std::filesystem::path& file);

}  // namespace heser::test
