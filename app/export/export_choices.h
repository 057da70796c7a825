#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "engine/photo/photo_writer.h"
#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// What of a result is exported.
enum class ExportSubject {
  kPicture,  ///< The whole picture.
  kHead,     ///< The new head alone, see CutOutHead.
};

/// How a result is exported; the editor's dialog and `heser render` say it with this.
struct ExportChoices {
  ExportSubject subject = ExportSubject::kPicture;
  PhotoFormat format = PhotoFormat::kPng;
  int quality = 95;   ///< Of JPEG and WebP that is not exact, 1 to 100.
  bool exact = true;  ///< WebP gives every pixel back.
  StoredDepth depth = StoredDepth::kAsPhoto;
  KeptMetadata metadata = KeptMetadata::kAll;
  bool settings_file = false;  ///< Every setting in a file beside the picture.

  bool operator==(const ExportChoices&) const = default;
};

/// Whether `quality` says anything.
bool HasQuality(const ExportChoices& choices);

/// The file beside a picture that says how it was made, as `heser swap --settings` reads it.
std::filesystem::path SettingsPathBeside(const std::filesystem::path& picture);

/// Throws Error{kCannotWrite} if the choices ask for settings beside this picture and a file is
/// there: its name was not chosen by anybody, so that nothing may be written over under it.
void RequireSettingsFree(const std::filesystem::path& picture, const ExportChoices& choices);

/// Throws what writing the export to `picture` would throw for what is there, before the work. Who
/// replaces a picture was asked for it, and means what belongs to it as well.
void RequireExportable(const ExportChoices& choices, const std::filesystem::path& picture);

/// The photo that is written. Takes time: not on the GUI thread. Thread-safe. Throws
/// Error{kWrongUse} if the head was chosen and there is none, or a format without alpha for it.
std::shared_ptr<const Photo> ExportedPhoto(const SwapResult& result, const SwapRequest& request,
                                           const ExportChoices& choices);

/// Whether the photo can be seen through and a file of this format cannot. Takes time. Thread-safe.
bool LosesAlpha(const Photo& photo, PhotoFormat format);

/// Adds kAlphaLost where it does. Thread-safe.
void WarnOfLostAlpha(const Photo& photo, PhotoFormat format, std::vector<SwapWarning>& warnings);

/// Writes the picture, in the format of the path's extension, which is that of the choices, and
/// what else was chosen. Takes time. Thread-safe. Throws as WritePhoto does.
void WriteExport(const Photo& photo, const SwapSettings& settings, const ExportChoices& choices,
                 const std::filesystem::path& path, const Progress& progress = {});

/// How many bytes the picture's file has: it is written to a place of its own and removed again.
/// Takes time. Thread-safe. Throws as WritePhoto does.
std::uintmax_t ExportedSize(const Photo& photo, const ExportChoices& choices,
                            const Progress& progress);

/// What choices are remembered for.
enum class ExportUse { kSingle, kBatch };

/// The choices made last, and those for the next time; with QSettings.
ExportChoices RememberedExportChoices(ExportUse use = ExportUse::kSingle);
void RememberExportChoices(const ExportChoices& choices, ExportUse use = ExportUse::kSingle);

}  // namespace heser
