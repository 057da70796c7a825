#include "app/document/history_memory.h"

#include <algorithm>

namespace heser {
namespace {

/// A step without photos and painting: two states with their settings and lists.
constexpr std::size_t kStepBytes = 4096;
/// An entry of a tile map beside the tile: a node of the tree, the tile's counters.
constexpr std::size_t kTileEntryBytes = 96;
/// Halvings of a picture for the screen, together with it.
constexpr double kLevels = 4.0 / 3;
constexpr std::size_t kScreenPixelBytes = 4;

std::size_t BytesOf(const LoadedPhoto& photo) {
  std::size_t bytes = photo.file ? photo.file->size() : 0;
  if (photo.photo) {
    const cv::Mat& samples = photo.photo->samples();
    bytes += samples.total() * samples.elemSize();
  }
  const QSize size = photo.picture.size();
  const auto pixels =
      static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height());
  return bytes +
         static_cast<std::size_t>(static_cast<double>(pixels * kScreenPixelBytes) * kLevels) +
         static_cast<std::size_t>(photo.thumbnail.sizeInBytes());
}

/// Of painting that was replaced: the tiles that it does not share with what replaced it.
template <typename Value>
std::size_t BytesOf(const std::shared_ptr<const BasicTileMap<Value>>& before,
                    const std::shared_ptr<const BasicTileMap<Value>>& after) {
  if (!before || before == after) {
    return 0;
  }
  std::size_t bytes = before->tile_count() * kTileEntryBytes;
  for (const auto& [place, tile] : before->tiles()) {
    if (!after || after->Find(place) != tile.get()) {
      bytes += sizeof(typename BasicTileMap<Value>::Tile);
    }
  }
  return bytes;
}

bool HasPhoto(const DocumentState& state, const PhotoHandle& photo) {
  return state.target.photo == photo ||
         std::ranges::find(state.sources, photo, &SourceItem::photo) != state.sources.end();
}

}  // namespace

std::size_t BytesKept(const DocumentState& before, const DocumentState& after) {
  std::size_t bytes = kStepBytes;
  const auto add_photo = [&](const PhotoHandle& photo) {
    if (photo && !HasPhoto(after, photo)) {
      bytes += BytesOf(*photo);
    }
  };
  add_photo(before.target.photo);
  bytes += BytesOf(before.target.labels, after.target.labels);
  bytes += BytesOf(before.target.matte, after.target.matte);
  bytes += BytesOf(before.target.region, after.target.region);
  bytes += BytesOf(before.target.fill, after.target.fill);
  for (const SourceItem& source : before.sources) {
    add_photo(source.photo);
    const auto kept = std::ranges::find(after.sources, source.id, &SourceItem::id);
    const bool is_kept = kept != after.sources.end();
    bytes += BytesOf(source.labels, is_kept ? kept->labels : EditHandle());
    bytes += BytesOf(source.matte, is_kept ? kept->matte : EditHandle());
  }
  return bytes;
}

}  // namespace heser
