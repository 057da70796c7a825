#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <opencv2/core.hpp>

namespace heser {

/// One value for every pixel of a photo, Value{} where nobody touched it, kept in tiles of which
/// copies share all that they have in common: a step of undo costs the tiles that its stroke
/// touched. A value; copies may be read in different threads at once.
template <typename Value>
class BasicTileMap {
 public:
  static constexpr int kTileSide = 64;
  using Tile = std::array<Value, kTileSide * kTileSide>;  // Row by row.
  using Place = std::pair<int, int>;                      // Column and row of a tile.

  bool empty() const { return tiles_.empty(); }
  std::size_t tile_count() const { return tiles_.size(); }

  /// Value{} where nothing was written; any coordinates.
  Value At(int x, int y) const {
    const Place place = PlaceOf(x, y);
    const Tile* tile = Find(place);
    if (tile == nullptr) return Value{};
    const auto column = static_cast<std::size_t>(x - place.first * kTileSide);
    const auto row = static_cast<std::size_t>(y - place.second * kTileSide);
    return (*tile)[row * kTileSide + column];
  }

  /// Null where nothing was written.
  const Tile* Find(Place place) const {
    const auto found = tiles_.find(place);
    return found == tiles_.end() ? nullptr : found->second.get();
  }

  /// A tile of this map's own, made if there is none. Valid until the next call or copy.
  Tile& Writable(Place place) {
    std::shared_ptr<const Tile>& tile = tiles_[place];
    auto own = tile ? std::make_shared<Tile>(*tile) : std::make_shared<Tile>(Tile{});
    Tile& written = *own;
    tile = std::move(own);
    return written;
  }

  /// Forgets tiles that hold nothing but Value{}.
  void DropEmptyTiles() {
    std::erase_if(tiles_, [](const auto& entry) {
      return std::ranges::all_of(*entry.second,
                                 [](const Value& value) { return value == Value{}; });
    });
  }

  const std::map<Place, std::shared_ptr<const Tile>>& tiles() const { return tiles_; }

  /// Smallest box of whole tiles that holds all of them; empty if there are none.
  cv::Rect Bounds() const {
    cv::Rect bounds;
    for (const auto& [place, tile] : tiles_) {
      bounds |= cv::Rect(place.first * kTileSide, place.second * kTileSide, kTileSide, kTileSide);
    }
    return bounds;
  }

  /// The place of the tile that holds a pixel.
  static Place PlaceOf(int x, int y) { return {DivideDown(x), DivideDown(y)}; }

  bool operator==(const BasicTileMap& other) const {
    return std::ranges::equal(tiles_, other.tiles_, [](const auto& a, const auto& b) {
      return a.first == b.first && (a.second == b.second || *a.second == *b.second);
    });
  }

 private:
  static int DivideDown(int value) {
    return value >= 0 ? value / kTileSide : -((kTileSide - 1 - value) / kTileSide);
  }

  std::map<Place, std::shared_ptr<const Tile>> tiles_;
};

/// Classes, and amounts of the blend region: see hand_edits.h.
using TileMap = BasicTileMap<std::uint8_t>;

/// A pixel of colours that were painted.
struct PaintedColor {
  /// R, G, B of the working space, see EncodedColor, then coverage up to kWholeCoverage.
  std::array<std::uint16_t, 4> values{};

  static constexpr std::uint16_t kWholeCoverage = 65535;
  std::uint16_t coverage() const { return values[3]; }
  bool operator==(const PaintedColor&) const = default;
};
using ColorTileMap = BasicTileMap<PaintedColor>;

/// For files: the same map gives the same bytes.
template <typename Value>
std::string BytesOfTiles(const BasicTileMap<Value>& map);

/// `file` and `part` are for errors. Throws Error{kBadFile} for bytes that BytesOfTiles cannot have
/// made and for tiles that lie beyond the photo's `bounds`.
template <typename Value>
BasicTileMap<Value> TilesFromBytes(const std::string& bytes, const cv::Rect& bounds,
                                   const std::string& file, const std::string& part);

/// How many bytes BytesOfTiles needs at most for a photo of this size.
template <typename Value>
std::size_t LargestTileBytes(cv::Size photo);

}  // namespace heser
