#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace heser {

/// One array of a network: its name in the network, its shape and its values (row-major).
struct NamedArray {
  std::string name;
  std::vector<std::int64_t> shape;
  std::vector<float> values;
};

/// A network's weights apart from any framework.
struct NetworkWeights {
  std::string architecture;  ///< Which network they fit, e.g. "head_network".
  int version = 0;           ///< Of the architecture; a change of it makes old files unusable.
  std::vector<NamedArray> arrays;
};

/// Writes a weights file: the 8 bytes "HESERWT1", the length of the header (64 bits,
/// little-endian), a JSON header {architecture, version, tensors: [{name, shape}], sha256}, then
/// all values in half precision, little-endian, in the header's order. The file appears whole or
/// not at all. Throws Error{kCannotWrite}.
void SaveWeights(const std::filesystem::path& file, const NetworkWeights& weights);

/// Reads a weights file. Throws Error{kBadModel} with a sentence that says how it does not fit: not
/// there, foreign, truncated, damaged (hash), another architecture or version. Thread-safe.
NetworkWeights LoadWeights(const std::filesystem::path& file, const std::string& architecture,
                           int version);

}  // namespace heser
