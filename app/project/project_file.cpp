#include "app/project/project_file.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QTemporaryDir>
#include <algorithm>
#include <map>
#include <string>

#include "app/jobs/photo_loading.h"
#include "app/project/project_manifest.h"
#include "app/project/zip_archive.h"
#include "engine/edits/hand_edits.h"
#include "engine/photo/atomic_file.h"
#include "engine/photo/photo_format.h"

namespace heser {
namespace {

constexpr char kMimeTypeEntry[] = "mimetype";
constexpr char kManifestEntry[] = "manifest.json";
constexpr char kResultEntry[] = "result.jpg";
constexpr char kThumbnailEntry[] = "thumbnail.png";

constexpr int kResultQuality = 90;
constexpr std::size_t kLargestResult = std::size_t{16} << 20;

constexpr std::size_t kLargestManifest = std::size_t{16} << 20;
constexpr std::size_t kLargestPhoto = std::size_t{2} << 30;
// Photo files are packed already: who gets this much out of one wants to fill the memory.
constexpr double kDensestPhoto = 100;
constexpr std::size_t kMostPhotos = 1000;

std::shared_ptr<const std::string> Shared(std::string bytes) {
  return std::make_shared<const std::string>(std::move(bytes));
}

const char* ExtensionOfContent(const std::string& bytes) {
  const auto format = FormatOfContent(std::string_view(bytes).substr(0, kFormatSignatureLength));
  return ExtensionOf(format.value_or(PhotoFormat::kPng));
}

std::string BytesOf(const QImage& image, const char* format, int quality = -1) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, format, quality);
  return bytes.toStdString();
}

/// The size in which the result for a target of this size is kept.
QSize SavedResultSize(QSize target) {
  const QSize most(kSavedResultSide, kSavedResultSide);
  return target.boundedTo(most) == target ? target : target.scaled(most, Qt::KeepAspectRatio);
}

/// Collects photos and edits for the archive, each photo once, however often the document uses it,
/// and says in the manifest what they are.
class PhotoEntries {
 public:
  explicit PhotoEntries(ProjectManifest& manifest) : manifest_(manifest) {}

  ManifestPhoto Add(const PhotoHandle& photo, const FaceChoice& face) {
    std::string& entry = entries_[photo.get()];
    if (entry.empty()) {
      entry = "photos/" + std::to_string(entries_.size()) + "." + ExtensionOfContent(*photo->file);
      // Photo files are packed already.
      Put(entry, photo->file, ZipWriter::Packing::kStored);
    }
    ManifestPhoto listed;
    listed.entry = entry;
    listed.name = photo->name.toStdString();
    listed.path = photo->path.toStdString();
    listed.face = face;
    return listed;
  }

  /// The entry that holds these edits of a photo; empty if there are none. `owner` is how the photo
  /// is called among the entries.
  template <typename Value>
  std::string Add(const std::shared_ptr<const BasicTileMap<Value>>& edits,
                  const ManifestPhoto& photo, const std::string& owner, const char* layer) {
    if (!edits) return {};
    std::string entry = "edits/" + owner + "-" + layer + ".tiles";
    Put(entry, Shared(BytesOfTiles(*edits)), ZipWriter::Packing::kDeflated);
    manifest_.painted_on[entry] = {manifest_.checksums.at(photo.entry), layer};
    return entry;
  }

  void AddResult(const QImage& result) {
    Put(kResultEntry, Shared(BytesOf(result, "JPEG", kResultQuality)), ZipWriter::Packing::kStored);
  }

  void AddTo(ZipWriter& writer) const {
    for (const Packed& packed : packed_) writer.Add(packed.entry, packed.bytes, packed.packing);
  }

 private:
  struct Packed {
    std::string entry;
    std::shared_ptr<const std::string> bytes;
    ZipWriter::Packing packing;
  };

  void Put(const std::string& entry, const std::shared_ptr<const std::string>& bytes,
           ZipWriter::Packing packing) {
    manifest_.checksums[entry] = ChecksumOf(*bytes);
    packed_.push_back({entry, bytes, packing});
  }

  ProjectManifest& manifest_;
  std::vector<Packed> packed_;
  std::map<const LoadedPhoto*, std::string> entries_;
};

/// Whether an entry holds what was saved in it; true where nothing is known of that.
bool IsAsSaved(const ProjectManifest& manifest, const std::string& entry,
               const std::string& bytes) {
  if (manifest.checksums.empty()) return true;
  const auto found = manifest.checksums.find(entry);
  return found != manifest.checksums.end() && found->second == ChecksumOf(bytes);
}

/// Whether an entry was painted on this photo as this layer; true where nothing is known of that.
bool IsPaintedOn(const ProjectManifest& manifest, const std::string& entry,
                 const ManifestPhoto& photo, const char* layer) {
  if (manifest.painted_on.empty() || manifest.checksums.empty()) return true;
  const auto found = manifest.painted_on.find(entry);
  if (found == manifest.painted_on.end()) return false;
  const auto checksum = manifest.checksums.find(photo.entry);
  return checksum != manifest.checksums.end() &&
         found->second == PaintedOn{checksum->second, layer};
}

/// False of what cannot have been painted as classes, such as the edits of another entry.
bool AreLabels(const TileMap& edits) {
  return std::ranges::all_of(edits.tiles(), [](const auto& tile) {
    return std::ranges::all_of(*tile.second,
                               [](std::uint8_t byte) { return byte == 0 || IsLabelEdit(byte); });
  });
}

/// Makes a document of an archive and its manifest.
class ProjectLoader {
 public:
  ProjectLoader(const ZipReader& reader, const ProjectManifest& manifest, std::string file,
                OpenedProject& opened)
      : reader_(reader), manifest_(manifest), file_(std::move(file)), opened_(opened) {}

  void LoadSource(const ManifestPhoto& source) {
    const PhotoHandle photo = Photo(source);
    if (photo == nullptr) return RemarkOnLost(ProjectRemark::Kind::kSourceLost, source);
    SourceItem item{
        opened_.state.sources.size() + 1, photo, source.face, source.enabled, Labels(source, photo),
        source.weight, Edits<std::uint8_t>(source.matte, "matte", source, photo),
        // A file that anybody may have written can pin several.
        source.pinned && std::ranges::none_of(opened_.state.sources, &SourceItem::pinned)};
    opened_.state.sources.push_back(std::move(item));
  }

  void LoadTarget(const ManifestPhoto& target) {
    const PhotoHandle photo = Photo(target);
    if (photo == nullptr) return RemarkOnLost(ProjectRemark::Kind::kTargetLost, target);
    TargetItem& item = opened_.state.target;
    item.photo = photo;
    item.face = target.face;
    item.labels = Labels(target, photo);
    item.matte = Edits<std::uint8_t>(target.matte, "matte", target, photo);
    item.region = Edits<std::uint8_t>(target.region, "region", target, photo);
    item.fill = Edits<PaintedColor>(target.fill, "fill", target, photo);
    LoadResult();
  }

 private:
  void Remark(ProjectRemark::Kind kind, const ManifestPhoto& photo) {
    opened_.remarks.push_back({kind, QString::fromStdString(photo.name)});
  }

  void RemarkOnLost(ProjectRemark::Kind kind, const ManifestPhoto& photo) {
    const auto reason = why_lost_.find(photo.entry);
    opened_.remarks.push_back(
        {kind,
         QString::fromStdString(photo.name),
         {},
         reason == why_lost_.end() ? ErrorKind::kUnreadable : reason->second});
  }

  /// Null if the photo cannot be used or is missing. Each is loaded once.
  PhotoHandle Photo(const ManifestPhoto& photo) {
    const auto known = photos_.find(photo.entry);
    if (known != photos_.end()) return known->second;
    PhotoHandle& loaded = photos_[photo.entry];
    try {
      std::string bytes = reader_.Read(photo.entry, kLargestPhoto, kDensestPhoto);
      const bool is_as_saved = IsAsSaved(manifest_, photo.entry, bytes);
      loaded = PhotoFromFile(Shared(std::move(bytes)), QString::fromStdString(photo.name),
                             QString::fromStdString(photo.path));
      if (!is_as_saved) Remark(ProjectRemark::Kind::kPhotoExchanged, photo);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kOutOfMemory) throw;
      if (error.kind() == ErrorKind::kTooSmall || error.kind() == ErrorKind::kTooLarge) {
        why_lost_[photo.entry] = error.kind();
      }
    }
    return loaded;
  }

  /// It stands in for what can be made anew: one that does not fit is left out without a word.
  void LoadResult() {
    if (!reader_.Has(kResultEntry) || !opened_.remarks.empty()) return;
    try {
      const std::string bytes = reader_.Read(kResultEntry, kLargestResult);
      QByteArray raw = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
      QBuffer buffer(&raw);
      QImageReader image(&buffer, "jpeg");
      const QSize expected = SavedResultSize(opened_.state.target.photo->picture.size());
      if (IsAsSaved(manifest_, kResultEntry, bytes) && image.size() == expected) {
        opened_.result = Picture(image.read());
      }
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kOutOfMemory) throw;
    }
  }

  /// Null if there are none or they are lost.
  template <typename Value>
  std::shared_ptr<const BasicTileMap<Value>> Edits(const std::string& entry, const char* layer,
                                                   const ManifestPhoto& photo,
                                                   const PhotoHandle& loaded) {
    if (entry.empty()) return nullptr;
    if (reader_.Has(entry) && !IsPaintedOn(manifest_, entry, photo, layer)) {
      Remark(ProjectRemark::Kind::kEditsForeign, photo);
      return nullptr;
    }
    try {
      const cv::Rect bounds = loaded->photo->bounds();
      const std::string bytes = reader_.Read(entry, LargestTileBytes<Value>(bounds.size()));
      auto edits = TilesFromBytes<Value>(bytes, bounds, file_, entry);
      // Edits without a tile are never saved.
      if (!edits.empty() && IsAsSaved(manifest_, entry, bytes)) {
        return std::make_shared<const BasicTileMap<Value>>(std::move(edits));
      }
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kOutOfMemory) throw;
    }
    Remark(ProjectRemark::Kind::kEditsLost, photo);
    return nullptr;
  }

  EditHandle Labels(const ManifestPhoto& photo, const PhotoHandle& loaded) {
    EditHandle labels = Edits<std::uint8_t>(photo.labels, "labels", photo, loaded);
    if (labels == nullptr || AreLabels(*labels)) return labels;
    Remark(ProjectRemark::Kind::kEditsLost, photo);
    return nullptr;
  }

  const ZipReader& reader_;
  const ProjectManifest& manifest_;
  std::string file_;
  OpenedProject& opened_;
  std::map<std::string, PhotoHandle> photos_;
  std::map<std::string, ErrorKind> why_lost_;  ///< Where that is not damage; by entry.
};

}  // namespace

void WriteProject(const DocumentState& state, const ProjectExtras& extras,
                  const std::filesystem::path& path) {
  AtomicFile file(path);
  ZipWriter writer;
  writer.Add(kMimeTypeEntry, Shared(kProjectMimeType), ZipWriter::Packing::kStored);
  ProjectManifest manifest;
  PhotoEntries photos(manifest);
  for (const SourceItem& source : state.sources) {
    const std::string name = "source-" + std::to_string(manifest.sources.size() + 1);
    ManifestPhoto listed = photos.Add(source.photo, source.face);
    listed.enabled = source.enabled;
    listed.weight = source.weight;
    listed.pinned = source.pinned;
    listed.labels = photos.Add(source.labels, listed, name, "labels");
    listed.matte = photos.Add(source.matte, listed, name, "matte");
    manifest.sources.push_back(std::move(listed));
  }
  if (state.target.photo) {
    const TargetItem& target = state.target;
    ManifestPhoto& listed = manifest.target.emplace(photos.Add(target.photo, target.face));
    listed.labels = photos.Add(target.labels, listed, "target", "labels");
    listed.matte = photos.Add(target.matte, listed, "target", "matte");
    listed.region = photos.Add(target.region, listed, "target", "region");
    listed.fill = photos.Add(target.fill, listed, "target", "fill");
  }
  if (state.target.photo && !extras.result.isNull()) {
    photos.AddResult(extras.result.scaled(SavedResultSize(state.target.photo->picture.size()),
                                          Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
  }
  manifest.settings = state.settings;
  manifest.recovered_path = extras.recovered_path.toStdString();
  writer.Add(kManifestEntry, Shared(ManifestToJson(manifest)), ZipWriter::Packing::kDeflated);
  photos.AddTo(writer);
  if (!extras.thumbnail.isNull()) {
    writer.Add(kThumbnailEntry, Shared(BytesOf(extras.thumbnail, "PNG")),
               ZipWriter::Packing::kStored);
  }
  file.Write(writer.Finish());
  file.Commit();
}

OpenedProject ReadProject(const std::filesystem::path& path) {
  const ZipReader reader(path);
  const std::string file = path.string();
  if (!reader.Has(kManifestEntry)) {
    throw Error(ErrorKind::kBadFile, file, reader.IsCutShort() ? "cut short" : "not a project");
  }
  OpenedProject opened;
  if (reader.IsCutShort()) opened.remarks.push_back({ProjectRemark::Kind::kCutShort, {}});
  const ProjectManifest manifest =
      ManifestFromJson(reader.Read(kManifestEntry, kLargestManifest), file, opened.remarks);
  if (manifest.sources.size() > kMostPhotos) {
    throw Error(ErrorKind::kBadFile, file, "too many photos");
  }
  ProjectLoader loader(reader, manifest, file, opened);
  for (const ManifestPhoto& source : manifest.sources) loader.LoadSource(source);
  if (manifest.target) loader.LoadTarget(*manifest.target);
  opened.state.settings = manifest.settings;
  opened.recovered_path = QString::fromStdString(manifest.recovered_path);
  return opened;
}

bool IsOfNewerVersion(const Error& error) {
  return error.kind() == ErrorKind::kBadFile && error.limit() > 0 && error.value() > error.limit();
}

bool IsProjectName(const QString& path) {
  return path.endsWith(QLatin1String(".heser"), Qt::CaseInsensitive);
}

}  // namespace heser
