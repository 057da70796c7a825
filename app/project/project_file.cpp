#include "app/project/project_file.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <map>
#include <string>

#include "app/jobs/photo_loading.h"
#include "app/project/project_manifest.h"
#include "app/project/zip_archive.h"
#include "engine/photo/atomic_file.h"
#include "engine/photo/photo_format.h"

namespace heser {
namespace {

constexpr char kMimeTypeEntry[] = "mimetype";
constexpr char kManifestEntry[] = "manifest.json";
constexpr char kThumbnailEntry[] = "thumbnail.png";

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

/// Puts photos and edits into the archive, each photo once, however often the document uses it.
class PhotoEntries {
 public:
  explicit PhotoEntries(ZipWriter& writer) : writer_(writer) {}

  ManifestPhoto Add(const PhotoHandle& photo, const FaceChoice& face) {
    std::string& entry = entries_[photo.get()];
    if (entry.empty()) {
      entry = "photos/" + std::to_string(entries_.size()) + "." + ExtensionOfContent(*photo->file);
      // Photo files are packed already.
      writer_.Add(entry, photo->file, ZipWriter::Packing::kStored);
    }
    ManifestPhoto listed;
    listed.entry = entry;
    listed.name = photo->name.toStdString();
    listed.path = photo->path.toStdString();
    listed.face = face;
    return listed;
  }

  /// The entry that holds these edits; empty if there are none.
  template <typename Value>
  std::string Add(const std::shared_ptr<const BasicTileMap<Value>>& edits,
                  const std::string& name) {
    if (!edits) return {};
    std::string entry = "edits/" + name + ".tiles";
    writer_.Add(entry, Shared(BytesOfTiles(*edits)), ZipWriter::Packing::kDeflated);
    return entry;
  }

 private:
  ZipWriter& writer_;
  std::map<const LoadedPhoto*, std::string> entries_;
};

std::string PngOf(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return bytes.toStdString();
}

/// Loads photos out of the archive, each once.
class PhotoLoader {
 public:
  explicit PhotoLoader(const ZipReader& reader) : reader_(reader) {}

  /// Null if the photo is damaged or missing.
  PhotoHandle Load(const ManifestPhoto& photo) {
    const auto known = photos_.find(photo.entry);
    if (known != photos_.end()) return known->second;
    PhotoHandle& loaded = photos_[photo.entry];
    try {
      loaded =
          PhotoFromFile(Shared(reader_.Read(photo.entry, kLargestPhoto, kDensestPhoto)),
                        QString::fromStdString(photo.name), QString::fromStdString(photo.path));
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kOutOfMemory) throw;
    }
    return loaded;
  }

 private:
  const ZipReader& reader_;
  std::map<std::string, PhotoHandle> photos_;
};

}  // namespace

void WriteProject(const DocumentState& state, const ProjectExtras& extras,
                  const std::filesystem::path& path) {
  AtomicFile file(path);
  ZipWriter writer;
  writer.Add(kMimeTypeEntry, Shared(kProjectMimeType), ZipWriter::Packing::kStored);
  PhotoEntries photos(writer);
  ProjectManifest manifest;
  for (const SourceItem& source : state.sources) {
    const std::string name = "source-" + std::to_string(manifest.sources.size() + 1);
    manifest.sources.push_back(photos.Add(source.photo, source.face));
    manifest.sources.back().enabled = source.enabled;
    manifest.sources.back().weight = source.weight;
    manifest.sources.back().labels = photos.Add(source.labels, name + "-labels");
    manifest.sources.back().matte = photos.Add(source.matte, name + "-matte");
  }
  if (state.target.photo) {
    manifest.target = photos.Add(state.target.photo, state.target.face);
    manifest.target->labels = photos.Add(state.target.labels, "target-labels");
    manifest.target->matte = photos.Add(state.target.matte, "target-matte");
    manifest.target->region = photos.Add(state.target.region, "target-region");
    manifest.target->fill = photos.Add(state.target.fill, "target-fill");
  }
  manifest.settings = state.settings;
  manifest.recovered_path = extras.recovered_path.toStdString();
  writer.Add(kManifestEntry, Shared(ManifestToJson(manifest)), ZipWriter::Packing::kDeflated);
  if (!extras.thumbnail.isNull()) {
    writer.Add(kThumbnailEntry, Shared(PngOf(extras.thumbnail)), ZipWriter::Packing::kStored);
  }
  file.Write(writer.Finish());
  file.Commit();
}

OpenedProject ReadProject(const std::filesystem::path& path) {
  const ZipReader reader(path);
  const std::string file = path.string();
  if (!reader.Has(kManifestEntry)) throw Error(ErrorKind::kBadFile, file, "not a project");
  OpenedProject opened;
  const ProjectManifest manifest =
      ManifestFromJson(reader.Read(kManifestEntry, kLargestManifest), file, opened.remarks);
  if (manifest.sources.size() > kMostPhotos) {
    throw Error(ErrorKind::kBadFile, file, "too many photos");
  }
  PhotoLoader loader(reader);
  const auto remark = [&](ProjectRemark::Kind kind, const ManifestPhoto& photo) {
    opened.remarks.push_back({kind, QString::fromStdString(photo.name)});
  };
  const auto read_tiles = [&]<typename Value>(std::shared_ptr<const BasicTileMap<Value>>& edits,
                                              const std::string& entry, const ManifestPhoto& photo,
                                              const PhotoHandle& loaded) {
    if (entry.empty()) return;
    try {
      const cv::Rect bounds = loaded->photo->bounds();
      const std::string bytes = reader.Read(entry, LargestTileBytes<Value>(bounds.size()));
      edits = std::make_shared<const BasicTileMap<Value>>(
          TilesFromBytes<Value>(bytes, bounds, file, entry));
      // Edits without a tile are never saved.
      if (edits->empty()) remark(ProjectRemark::Kind::kEditsLost, photo);
    } catch (const Error&) {
      remark(ProjectRemark::Kind::kEditsLost, photo);
    }
  };
  for (const ManifestPhoto& source : manifest.sources) {
    const PhotoHandle photo = loader.Load(source);
    if (photo == nullptr) {
      remark(ProjectRemark::Kind::kSourceLost, source);
      continue;
    }
    SourceItem item{opened.state.sources.size() + 1,
                    photo,
                    source.face,
                    source.enabled,
                    nullptr,
                    source.weight,
                    nullptr};
    read_tiles(item.labels, source.labels, source, photo);
    read_tiles(item.matte, source.matte, source, photo);
    opened.state.sources.push_back(std::move(item));
  }
  if (manifest.target) {
    const ManifestPhoto& target = *manifest.target;
    if (const PhotoHandle photo = loader.Load(target)) {
      TargetItem& item = opened.state.target;
      item.photo = photo;
      item.face = target.face;
      read_tiles(item.labels, target.labels, target, photo);
      read_tiles(item.matte, target.matte, target, photo);
      read_tiles(item.region, target.region, target, photo);
      read_tiles(item.fill, target.fill, target, photo);
    } else {
      remark(ProjectRemark::Kind::kTargetLost, target);
    }
  }
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
