#include "app/batch/batch_swap.h"

#include "app/export/output_files.h"
#include "app/jobs/source_people.h"
#include "engine/core/error.h"
#include "engine/photo/photo_reader.h"

namespace heser {
namespace {

// Shares of the whole: reading and writing are short beside the swap.
constexpr double kRead = 0.02;
constexpr double kSwapped = 0.95;

/// Whether a picture is there that need not be made again. An empty file is none, and nobody's
/// loss. Throws Error{kCannotWrite} for a file that is no picture: it is neither this program's,
/// nor may it be written over.
bool IsPictureThere(const std::filesystem::path& path, const Progress& progress) {
  std::error_code missing;
  const auto size = std::filesystem::file_size(path, missing);
  if (missing || size == 0 || !WrittenFormatOf(path)) return false;
  try {
    ReadPhoto(path, {}, progress);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kOutOfMemory) throw;
    throw Error(ErrorKind::kCannotWrite, path.string(), "a file that is no picture is there");
  }
  return true;
}

}  // namespace

bool IsFree(const std::filesystem::path& path, const ExportChoices& choices) {
  return !IsThere(path) && !(choices.settings_file && IsThere(SettingsPathBeside(path)));
}

std::filesystem::path FreePath(const std::filesystem::path& path, const ExportChoices& choices) {
  std::filesystem::path free = path;
  for (int number = 2; !IsFree(free, choices); ++number) {
    free = path.parent_path() / (path.stem().string() + " " + std::to_string(number));
    free += path.extension();
  }
  return free;
}

BatchSwapResult RunBatchSwap(const BatchSwap& swap, SwapEngine& engine, const Progress& progress) {
  if (swap.existing == ExistingFile::kKeep &&
      IsPictureThere(swap.output, progress.Part(0, kRead, "read"))) {
    return {swap.output, nullptr, {}};
  }
  if (const auto folder = swap.output.parent_path(); !folder.empty()) RequireFolder(folder);
  RequirePictureWritable(swap.output);
  const SwapRequest request = swap.read(progress.Part(0, kRead, "read"));
  SwapResult result = engine.Run(request, progress.Part(kRead, kSwapped));
  if (swap.measure) TellPeopleApart(request, swap.measure, progress, result);
  const Progress writing = progress.Part(kSwapped, 1, "write");
  writing.Report(0);
  const std::shared_ptr<const Photo> picture = ExportedPhoto(result, request, swap.choices);
  // The name is chosen now: files may have come while the swap was on.
  const std::filesystem::path file =
      swap.existing == ExistingFile::kNewName ? FreePath(swap.output, swap.choices) : swap.output;
  WriteExport(*picture, request.settings, swap.choices, file, writing);
  BatchSwapResult made{file, picture, result.warnings, ChosenLead(request, result)};
  WarnOfLostAlpha(*picture, swap.choices.format, made.warnings);
  return made;
}

}  // namespace heser
