#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/export/export_choices.h"
#include "app/jobs/face_measure.h"
#include "app/jobs/swap_engine.h"

namespace heser {

/// What becomes of a file that is where a picture should go.
enum class ExistingFile {
  kNewName,  ///< It stays, and the picture gets another name.
  kKeep,     ///< It stays, and the swap is not done.
  kReplace,
};

/// One swap of a batch; `heser batch` and the editor's queue say it with this.
struct BatchSwap {
  /// Reads the photos and says what to do with them. Throws Error, Cancelled.
  std::function<SwapRequest(const Progress& progress)> read;
  std::filesystem::path output;  ///< Its folder is made if it is not there.
  ExistingFile existing = ExistingFile::kReplace;
  ExportChoices choices;
  /// What tells sources apart that show several people; none: the swap alone.
  FaceMeasure measure = {};
};

/// What one swap of a batch came to.
struct BatchSwapResult {
  std::filesystem::path file;
  std::shared_ptr<const Photo> picture;  ///< As it was written; null: the file was there before.
  std::vector<SwapWarning> warnings;
  std::optional<std::size_t> lead = {};  ///< See ChosenLead.
};

/// Does one swap from its photos to its file, which appears whole or not at all. Whether it can be
/// written is looked at before the work, and so is whether a file that is to be kept is a picture
/// at all. Takes time. Throws Error, Cancelled.
BatchSwapResult RunBatchSwap(const BatchSwap& swap, SwapEngine& engine, const Progress& progress);

/// Whether nothing is where a picture, and with these choices its settings, would be written.
bool IsFree(const std::filesystem::path& path, const ExportChoices& choices);

/// `path`, or where that is not free the first of "name 2.png", "name 3.png"... that is.
std::filesystem::path FreePath(const std::filesystem::path& path, const ExportChoices& choices);

}  // namespace heser
