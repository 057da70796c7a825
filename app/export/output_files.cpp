#include "app/export/output_files.h"

#include <system_error>

#include "engine/core/error.h"
#include "engine/photo/atomic_file.h"
#include "engine/photo/photo_format.h"

namespace heser {

void RequireFileForPicture(const std::filesystem::path& path) {
  if (path == "-") {
    throw Error(ErrorKind::kWrongUse, path.string(),
                "a picture needs a file's name, it is not written to standard output");
  }
}

void RequirePictureWritable(const std::filesystem::path& path) {
  RequireFileForPicture(path);
  if (!path.has_filename()) {
    throw Error(ErrorKind::kWrongUse, path.string(), "it must name a file, not a folder");
  }
  if (!WrittenFormatOf(path)) {
    const std::string name = path.filename().string();
    const bool is_suffix_alone = WrittenFormatOf("x" + name).has_value();
    throw Error(ErrorKind::kWrongUse, path.string(),
                is_suffix_alone ? "a name is missing before " + name
                                : "it must end in .png, .jpg, .tif or .webp");
  }
  RequireWritable(path);
}

bool IsThere(const std::filesystem::path& path) {
  std::error_code unknown;
  return std::filesystem::exists(std::filesystem::symlink_status(path, unknown));
}

void RequireWritable(const std::filesystem::path& path) { const AtomicFile probe(path); }

namespace {

const char* NameOf(GivenFile file) {
  switch (file) {
    case GivenFile::kPhoto:
      return "a photo that was given";
    case GivenFile::kProject:
      return "the project that was given";
    case GivenFile::kOpenPhoto:
      return "a photo that is open";
    case GivenFile::kSettings:
      break;
  }
  return "the settings that were given";
}

}  // namespace

void RequireNotAmong(const std::filesystem::path& output,
                     const std::vector<std::filesystem::path>& inputs, GivenFile given_as) {
  for (const std::filesystem::path& input : inputs) {
    std::error_code ignored;
    if (output == input || std::filesystem::equivalent(output, input, ignored)) {
      throw Error(
          ErrorKind::kWrongUse, output.string(),
          std::string("it would be written over ") + NameOf(given_as) + "; choose another name");
    }
  }
}

std::filesystem::path RealPath(const std::filesystem::path& path) {
  std::error_code failed;
  // What is not there yet stays relative otherwise.
  const std::filesystem::path absolute = std::filesystem::absolute(BehindLinks(path), failed);
  if (failed) return path;
  std::filesystem::path real = std::filesystem::weakly_canonical(absolute, failed);
  return failed ? path : real;
}

FolderForOutput::FolderForOutput(const std::filesystem::path& folder) {
  std::error_code unknown;
  for (std::filesystem::path missing = folder;
       !missing.empty() && !std::filesystem::exists(missing, unknown);
       missing = missing.parent_path()) {
    made_.push_back(missing);
  }
  try {
    RequireFolder(folder);
  } catch (...) {
    RemoveEmpty();
    throw;
  }
}

void FolderForOutput::RemoveEmpty() {
  std::error_code not_empty;
  for (const std::filesystem::path& folder : made_) std::filesystem::remove(folder, not_empty);
}

void RequireFolder(const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) throw Error(ErrorKind::kCannotWrite, folder.string(), failed.message());
  try {
    RequireWritable(folder / "probe");
  } catch (const Error& error) {
    // Nobody asked for a file of that name.
    throw Error(error.kind(), folder.string(), error.detail());
  }
}

void WriteText(const std::filesystem::path& path, const std::string& text) {
  AtomicFile file(path);
  file.Write(text);
  file.Commit();
}

}  // namespace heser
