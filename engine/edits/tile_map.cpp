#include "engine/edits/tile_map.h"

#include <cstring>

#include "engine/core/error.h"

namespace heser {
namespace {

constexpr std::size_t kSignatureBytes = 4;
// Column and row of a tile, 32 bits each, little-endian.
constexpr std::size_t kPlaceBytes = 8;

/// How a value is written, little-endian.
template <typename Value>
struct Format;

template <>
struct Format<std::uint8_t> {
  static constexpr char kSignature[] = "HST1";
  static constexpr std::size_t kBytes = 1;
  static void Write(std::uint8_t value, char* bytes) { *bytes = static_cast<char>(value); }
  static std::uint8_t Read(const char* bytes) { return static_cast<std::uint8_t>(*bytes); }
};

template <>
struct Format<PaintedColor> {
  static constexpr char kSignature[] = "HSC1";
  static constexpr std::size_t kBytes = 8;
  static void Write(const PaintedColor& color, char* bytes) {
    for (const std::uint16_t value : color.values) {
      *bytes++ = static_cast<char>(value & 0xff);
      *bytes++ = static_cast<char>(value >> 8);
    }
  }
  static PaintedColor Read(const char* bytes) {
    PaintedColor color;
    for (std::uint16_t& value : color.values) {
      const auto low = static_cast<std::uint8_t>(*bytes++);
      const auto high = static_cast<std::uint8_t>(*bytes++);
      value = static_cast<std::uint16_t>(low | high << 8);
    }
    return color;
  }
};

template <typename Value>
constexpr std::size_t kTileBytes =
    kPlaceBytes + Format<Value>::kBytes* std::tuple_size_v<typename BasicTileMap<Value>::Tile>;

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

template <typename Value>
std::string BytesOfTiles(const BasicTileMap<Value>& map) {
  std::string bytes(Format<Value>::kSignature, kSignatureBytes);
  bytes.reserve(kSignatureBytes + map.tile_count() * kTileBytes<Value>);
  for (const auto& [place, tile] : map.tiles()) {
    AppendNumber(bytes, place.first);
    AppendNumber(bytes, place.second);
    const std::size_t first = bytes.size();
    bytes.resize(first + kTileBytes<Value> - kPlaceBytes);
    for (std::size_t i = 0; i < tile->size(); ++i) {
      Format<Value>::Write((*tile)[i], bytes.data() + first + i * Format<Value>::kBytes);
    }
  }
  return bytes;
}

template <typename Value>
std::size_t LargestTileBytes(cv::Size photo) {
  const TileMap::Place last = TileMap::PlaceOf(photo.width, photo.height);
  return kSignatureBytes + kTileBytes<Value> * static_cast<std::size_t>(last.first + 1) *
                               static_cast<std::size_t>(last.second + 1);
}

template <typename Value>
BasicTileMap<Value> TilesFromBytes(const std::string& bytes, const cv::Rect& bounds,
                                   const std::string& file, const std::string& part) {
  const bool is_whole = bytes.size() >= kSignatureBytes &&
                        (bytes.size() - kSignatureBytes) % kTileBytes<Value> == 0 &&
                        std::memcmp(bytes.data(), Format<Value>::kSignature, kSignatureBytes) == 0;
  if (!is_whole) throw Error(ErrorKind::kBadFile, file, part + " is damaged");
  BasicTileMap<Value> map;
  const TileMap::Place last = TileMap::PlaceOf(bounds.width - 1, bounds.height - 1);
  for (std::size_t at = kSignatureBytes; at < bytes.size(); at += kTileBytes<Value>) {
    const TileMap::Place place{NumberAt(bytes, at), NumberAt(bytes, at + 4)};
    const bool is_inside = place.first >= 0 && place.second >= 0 && place.first <= last.first &&
                           place.second <= last.second;
    if (!is_inside) throw Error(ErrorKind::kBadFile, file, part + " reaches beyond its photo");
    auto& tile = map.Writable(place);
    for (std::size_t i = 0; i < tile.size(); ++i) {
      tile[i] = Format<Value>::Read(bytes.data() + at + kPlaceBytes + i * Format<Value>::kBytes);
    }
  }
  return map;
}

template std::string BytesOfTiles(const BasicTileMap<std::uint8_t>& map);
template std::string BytesOfTiles(const BasicTileMap<PaintedColor>& map);
template std::size_t LargestTileBytes<std::uint8_t>(cv::Size photo);
template std::size_t LargestTileBytes<PaintedColor>(cv::Size photo);
template BasicTileMap<std::uint8_t> TilesFromBytes(const std::string& bytes, const cv::Rect& bounds,
                                                   const std::string& file,
                                                   const std::string& part);
template BasicTileMap<PaintedColor> TilesFromBytes(const std::string& bytes, const cv::Rect& bounds,
                                                   const std::string& file,
                                                   const std::string& part);

}  // namespace heser
