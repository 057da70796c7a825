#pragma once

#include <filesystem>
#include <string>

namespace heser::cli {

/// Throws what writing would throw if a picture could not be written there: before the work, not
/// after it. Nothing is left behind. Throws Error{kWrongUse} for an unknown extension,
/// Error{kCannotWrite}.
void RequirePictureWritable(const std::filesystem::path& path);

/// The same for files whose name says nothing.
void RequireWritable(const std::filesystem::path& path);

/// Writes a text whole or not at all. Throws Error{kCannotWrite}.
void WriteText(const std::filesystem::path& path, const std::string& text);

}  // namespace heser::cli
