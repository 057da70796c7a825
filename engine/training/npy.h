#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace heser {

/// An array of floats as NumPy stores it (version 1 files, C order).
struct NpyArray {
  std::vector<int> shape;
  std::vector<float> values;
};

/// A float32 or float16 array. Throws Error{kBadFile} if the file is missing, damaged or of another
/// type.
NpyArray ReadNpy(const std::filesystem::path& file);

/// The same of a file's bytes; `name` is for errors.
NpyArray ParseNpy(std::string_view bytes, const std::filesystem::path& name);

/// All arrays of a .npz file (a zip archive), by name. Throws Error{kBadFile}.
std::map<std::string, NpyArray> ReadNpz(const std::filesystem::path& file);

/// Throws Error{kCannotWrite}.
void WriteNpy(const std::filesystem::path& file, const NpyArray& array);

}  // namespace heser
