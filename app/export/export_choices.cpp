#include "app/export/export_choices.h"

#include <QSettings>
#include <QTemporaryDir>
#include <algorithm>

#include "app/export/output_files.h"
#include "engine/core/error.h"
#include "engine/photo/atomic_file.h"
#include "engine/pipeline/cut_out.h"

namespace heser {
namespace {

WriteOptions WriteOptionsOf(const ExportChoices& choices) {
  WriteOptions options;
  options.jpeg_quality = choices.quality;
  options.webp_quality = choices.quality;
  options.webp_lossless = choices.exact;
  options.metadata = choices.metadata;
  options.depth = choices.depth;
  return options;
}

/// A number of an enumeration that ends with `last`, as settings hold it; the default for what no
/// version of this program has written.
template <typename Enumeration>
Enumeration Remembered(const QSettings& settings, const char* key, Enumeration usual,
                       Enumeration last) {
  const int number = settings.value(QLatin1String(key), static_cast<int>(usual)).toInt();
  return number >= 0 && number <= static_cast<int>(last) ? static_cast<Enumeration>(number) : usual;
}

constexpr char kSubjectKey[] = "subject";
constexpr char kFormatKey[] = "format";
constexpr char kQualityKey[] = "quality";
constexpr char kExactKey[] = "exact";
constexpr char kDepthKey[] = "depth";
constexpr char kMetadataKey[] = "metadata";
constexpr char kSettingsFileKey[] = "settings_file";

QString GroupOf(ExportUse use) {
  return use == ExportUse::kSingle ? QStringLiteral("export") : QStringLiteral("batch_export");
}

}  // namespace

bool HasQuality(const ExportChoices& choices) {
  return choices.format == PhotoFormat::kJpeg ||
         (choices.format == PhotoFormat::kWebp && !choices.exact);
}

std::filesystem::path SettingsPathBeside(const std::filesystem::path& picture) {
  std::filesystem::path path = picture;
  path.replace_extension(".settings.json");
  return path;
}

void RequireSettingsFree(const std::filesystem::path& picture, const ExportChoices& choices) {
  const std::filesystem::path path = SettingsPathBeside(picture);
  if (choices.settings_file && IsThere(path)) {
    throw Error(ErrorKind::kCannotWrite, path.string(), "a file is there already");
  }
}

void RequireExportable(const ExportChoices& choices, const std::filesystem::path& picture) {
  RequirePictureWritable(picture);
  if (!IsThere(picture)) RequireSettingsFree(picture, choices);
  if (choices.settings_file) RequireWritable(SettingsPathBeside(picture));
}

std::shared_ptr<const Photo> ExportedPhoto(const SwapResult& result, const SwapRequest& request,
                                           const ExportChoices& choices) {
  if (choices.subject == ExportSubject::kPicture) return result.picture;
  if (!HoldsAlpha(choices.format)) {
    throw Error(ErrorKind::kWrongUse, ExtensionOf(choices.format),
                "no transparency in this format");
  }
  return std::make_shared<const Photo>(CutOutHead(result, *request.target.photo));
}

bool LosesAlpha(const Photo& photo, PhotoFormat format) {
  if (HoldsAlpha(format) || !photo.HasAlpha()) return false;
  double least = 1;
  cv::minMaxLoc(photo.Alpha(photo.bounds()), &least);
  return least < 1;
}

void WarnOfLostAlpha(const Photo& photo, PhotoFormat format, std::vector<SwapWarning>& warnings) {
  if (LosesAlpha(photo, format)) warnings.push_back({SwapWarning::Kind::kAlphaLost, -1, 0});
}

void WriteExport(const Photo& photo, const SwapSettings& settings, const ExportChoices& choices,
                 const std::filesystem::path& path, const Progress& progress) {
  WritePhoto(photo, path, WriteOptionsOf(choices), progress);
  if (!choices.settings_file) return;
  AtomicFile file(SettingsPathBeside(path));
  file.Write(SettingsToJson(settings));
  file.Commit();
}

std::uintmax_t ExportedSize(const Photo& photo, const ExportChoices& choices,
                            const Progress& progress) {
  const QTemporaryDir folder;
  if (!folder.isValid()) {
    throw Error(ErrorKind::kCannotWrite, folder.path().toStdString(),
                folder.errorString().toStdString());
  }
  std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "picture";
  path.replace_extension(ExtensionOf(choices.format));
  WritePhoto(photo, path, WriteOptionsOf(choices), progress);
  return std::filesystem::file_size(path);
}

ExportChoices RememberedExportChoices(ExportUse use) {
  QSettings settings;
  settings.beginGroup(GroupOf(use));
  const ExportChoices usual;
  ExportChoices choices;
  choices.subject = Remembered(settings, kSubjectKey, usual.subject, ExportSubject::kHead);
  choices.format = Remembered(settings, kFormatKey, usual.format, PhotoFormat::kWebp);
  choices.quality = std::clamp(settings.value(kQualityKey, usual.quality).toInt(), 1, 100);
  choices.exact = settings.value(kExactKey, usual.exact).toBool();
  choices.depth = Remembered(settings, kDepthKey, usual.depth, StoredDepth::kSixteen);
  choices.metadata = Remembered(settings, kMetadataKey, usual.metadata, KeptMetadata::kNone);
  choices.settings_file = settings.value(kSettingsFileKey, usual.settings_file).toBool();
  return choices;
}

void RememberExportChoices(const ExportChoices& choices, ExportUse use) {
  QSettings settings;
  settings.beginGroup(GroupOf(use));
  settings.setValue(kSubjectKey, static_cast<int>(choices.subject));
  settings.setValue(kFormatKey, static_cast<int>(choices.format));
  settings.setValue(kQualityKey, choices.quality);
  settings.setValue(kExactKey, choices.exact);
  settings.setValue(kDepthKey, static_cast<int>(choices.depth));
  settings.setValue(kMetadataKey, static_cast<int>(choices.metadata));
  settings.setValue(kSettingsFileKey, choices.settings_file);
}

}  // namespace heser
