#include "app/batch/batch_swap.h"

#include "app/export/output_files.h"

namespace heser {
namespace {

// Shares of the whole: reading and writing are short beside the swap.
constexpr double kRead = 0.02;
constexpr double kSwapped = 0.95;

/// An empty file is not this program's, nor one that is no picture: it writes pictures whole.
bool IsPictureThere(const std::filesystem::path& path) {
  if (!FormatOfExtension(path)) return false;
  std::error_code missing;
  return std::filesystem::file_size(path, missing) > 0 && !missing;
}

/// A link that leads nowhere counts as well: a file would be made where it points.
bool IsThere(const std::filesystem::path& path) {
  std::error_code unknown;
  return std::filesystem::exists(std::filesystem::symlink_status(path, unknown));
}

}  // namespace

std::filesystem::path FreePath(const std::filesystem::path& path, const ExportChoices& choices) {
  std::filesystem::path free = path;
  for (int number = 2;
       IsThere(free) || (choices.settings_file && IsThere(SettingsPathBeside(free))); ++number) {
    free = path.parent_path() / (path.stem().string() + " " + std::to_string(number));
    free += path.extension();
  }
  return free;
}

BatchSwapResult RunBatchSwap(const BatchSwap& swap, SwapEngine& engine, const Progress& progress) {
  if (swap.existing == ExistingFile::kKeep && IsPictureThere(swap.output)) {
    return {swap.output, nullptr, {}};
  }
  if (const auto folder = swap.output.parent_path(); !folder.empty()) RequireFolder(folder);
  RequirePictureWritable(swap.output);
  const SwapRequest request = swap.read(progress.Part(0, kRead, "read"));
  const SwapResult result = engine.Run(request, progress.Part(kRead, kSwapped));
  const Progress writing = progress.Part(kSwapped, 1, "write");
  writing.Report(0);
  const std::shared_ptr<const Photo> picture = ExportedPhoto(result, request, swap.choices);
  // The name is chosen now: files may have come while the swap was on.
  const std::filesystem::path file =
      swap.existing == ExistingFile::kNewName ? FreePath(swap.output, swap.choices) : swap.output;
  WriteExport(*picture, request.settings, swap.choices, file, writing);
  return {file, picture, result.warnings};
}

}  // namespace heser
