#include "engine/edits/tile_map.h"

#include <algorithm>
#include <cstring>

#include "engine/core/error.h"

namespace heser {
namespace {

constexpr char kSignature[] = {'H', 'S', 'T', '1'};
// Column, row: 32 bits each, little-endian, then the tile.
constexpr std::size_t kTileBytes = 8 + sizeof(TileMap::Tile);

int DivideDown(int value, int by) { return value >= 0 ? value / by : -((by - 1 - value) / by); }

void AppendNumber(std::string& bytes, std::int32_t number) {
  const auto bits = static_cast<std::uint32_t>(number);
  for (int shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>(bits >> shift));
}

std::int32_t NumberAt(const std::string& bytes, std::size_t place) {
  std::uint32_t bits = 0;
  for (int i = 3; i >= 0; --i) {
    bits = bits << 8 | static_cast<std::uint8_t>(bytes[place + static_cast<std::size_t>(i)]);
  }
  return static_cast<std::int32_t>(bits);
}

}  // namespace

TileMap::Place TileMap::PlaceOf(int x, int y) {
  return {DivideDown(x, kTileSide), DivideDown(y, kTileSide)};
}

std::uint8_t TileMap::At(int x, int y) const {
  const Place place = PlaceOf(x, y);
  const Tile* tile = Find(place);
  if (tile == nullptr) return 0;
  const auto column = static_cast<std::size_t>(x - place.first * kTileSide);
  const auto row = static_cast<std::size_t>(y - place.second * kTileSide);
  return (*tile)[row * kTileSide + column];
}

const TileMap::Tile* TileMap::Find(Place place) const {
  const auto found = tiles_.find(place);
  return found == tiles_.end() ? nullptr : found->second.get();
}

TileMap::Tile& TileMap::Writable(Place place) {
  std::shared_ptr<const Tile>& tile = tiles_[place];
  auto own = tile ? std::make_shared<Tile>(*tile) : std::make_shared<Tile>(Tile{});
  Tile& written = *own;
  tile = std::move(own);
  return written;
}

void TileMap::DropEmptyTiles() {
  std::erase_if(tiles_, [](const auto& entry) {
    return std::ranges::all_of(*entry.second, [](std::uint8_t value) { return value == 0; });
  });
}

cv::Rect TileMap::Bounds() const {
  cv::Rect bounds;
  for (const auto& [place, tile] : tiles_) {
    bounds |= cv::Rect(place.first * kTileSide, place.second * kTileSide, kTileSide, kTileSide);
  }
  return bounds;
}

bool TileMap::operator==(const TileMap& other) const {
  return std::ranges::equal(tiles_, other.tiles_, [](const auto& a, const auto& b) {
    return a.first == b.first && (a.second == b.second || *a.second == *b.second);
  });
}

std::string BytesOfTiles(const TileMap& map) {
  std::string bytes(kSignature, sizeof(kSignature));
  for (const auto& [place, tile] : map.tiles()) {
    AppendNumber(bytes, place.first);
    AppendNumber(bytes, place.second);
    bytes.append(reinterpret_cast<const char*>(tile->data()), tile->size());
  }
  return bytes;
}

std::size_t LargestTileBytes(cv::Size photo) {
  const TileMap::Place last = TileMap::PlaceOf(photo.width, photo.height);
  return sizeof(kSignature) + kTileBytes * static_cast<std::size_t>(last.first + 1) *
                                  static_cast<std::size_t>(last.second + 1);
}

TileMap TilesFromBytes(const std::string& bytes, const cv::Rect& bounds, const std::string& file,
                       const std::string& part) {
  const bool is_whole = bytes.size() >= sizeof(kSignature) &&
                        (bytes.size() - sizeof(kSignature)) % kTileBytes == 0 &&
                        std::memcmp(bytes.data(), kSignature, sizeof(kSignature)) == 0;
  if (!is_whole) throw Error(ErrorKind::kBadFile, file, part + " is damaged");
  TileMap map;
  for (std::size_t at = sizeof(kSignature); at < bytes.size(); at += kTileBytes) {
    const TileMap::Place place{NumberAt(bytes, at), NumberAt(bytes, at + 4)};
    const TileMap::Place last = TileMap::PlaceOf(bounds.width - 1, bounds.height - 1);
    const bool is_inside = place.first >= 0 && place.second >= 0 && place.first <= last.first &&
                           place.second <= last.second;
    if (!is_inside) throw Error(ErrorKind::kBadFile, file, part + " reaches beyond its photo");
    std::memcpy(map.Writable(place).data(), bytes.data() + at + 8, sizeof(TileMap::Tile));
  }
  return map;
}

}  // namespace heser
