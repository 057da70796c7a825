#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace heser {

/// Throws what writing would throw if a picture could not be written there: before the work, not
/// after it. Nothing is left behind. Throws Error{kWrongUse} for an unknown extension, or nothing
/// before it, Error{kCannotWrite}.
void RequirePictureWritable(const std::filesystem::path& path);

/// Throws Error{kWrongUse} for "-": pictures are not written to standard output.
void RequireFileForPicture(const std::filesystem::path& path);

/// The same for files whose name says nothing.
void RequireWritable(const std::filesystem::path& path);

/// Whether the name is taken. A link that leads nowhere counts as well: a file would be made where
/// it points.
bool IsThere(const std::filesystem::path& path);

/// What a file was given as.
enum class GivenFile { kPhoto, kProject, kSettings, kOpenPhoto };

/// Throws Error{kWrongUse} if `output` is one of `inputs`, by whatever name: what was given is
/// never written over.
void RequireNotAmong(const std::filesystem::path& output,
                     const std::vector<std::filesystem::path>& inputs, GivenFile given_as);

/// The absolute path without links and detours; as it is if links lead in a circle.
std::filesystem::path RealPath(const std::filesystem::path& path);

/// Makes the folder if it is not there. Throws Error{kCannotWrite} if files cannot be made in it.
void RequireFolder(const std::filesystem::path& folder);

/// A folder for what a job will write. What it made of it goes again with it as far as nothing was
/// written there.
class FolderForOutput {
 public:
  /// As RequireFolder.
  explicit FolderForOutput(const std::filesystem::path& folder);
  ~FolderForOutput() { RemoveEmpty(); }
  FolderForOutput(const FolderForOutput&) = delete;
  FolderForOutput& operator=(const FolderForOutput&) = delete;

 private:
  void RemoveEmpty();

  std::vector<std::filesystem::path> made_;  ///< The innermost first.
};

/// Writes a text whole or not at all. Throws Error{kCannotWrite}.
void WriteText(const std::filesystem::path& path, const std::string& text);

}  // namespace heser
