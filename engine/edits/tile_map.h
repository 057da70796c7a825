#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <opencv2/core.hpp>

namespace heser {

/// One byte for every pixel of a photo, 0 where nobody touched it, kept in tiles of which copies
/// share all that they have in common: a step of undo costs the tiles that its stroke touched. A
/// value; copies may be read in different threads at once.
class TileMap {
 public:
  static constexpr int kTileSide = 64;
  using Tile = std::array<std::uint8_t, kTileSide * kTileSide>;  // Row by row.
  using Place = std::pair<int, int>;                             // Column and row of a tile.

  bool empty() const { return tiles_.empty(); }
  std::size_t tile_count() const { return tiles_.size(); }

  /// 0 where nothing was written; any coordinates.
  std::uint8_t At(int x, int y) const;

  /// Null where nothing was written.
  const Tile* Find(Place place) const;

  /// A tile of this map's own, made if there is none. Valid until the next call or copy.
  Tile& Writable(Place place);

  /// Forgets tiles that hold nothing but 0.
  void DropEmptyTiles();

  const std::map<Place, std::shared_ptr<const Tile>>& tiles() const { return tiles_; }

  /// Smallest box of whole tiles that holds all of them; empty if there are none.
  cv::Rect Bounds() const;

  /// The place of the tile that holds a pixel.
  static Place PlaceOf(int x, int y);

  bool operator==(const TileMap& other) const;

 private:
  std::map<Place, std::shared_ptr<const Tile>> tiles_;
};

/// For files: the same map gives the same bytes.
std::string BytesOfTiles(const TileMap& map);

/// `file` and `part` are for errors. Throws Error{kBadFile} for bytes that BytesOfTiles cannot have
/// made and for tiles that lie beyond the photo's `bounds`.
TileMap TilesFromBytes(const std::string& bytes, const cv::Rect& bounds, const std::string& file,
                       const std::string& part);

/// How many bytes BytesOfTiles needs at most for a photo of this size.
std::size_t LargestTileBytes(cv::Size photo);

}  // namespace heser
