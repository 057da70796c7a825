#pragma once

#include "engine/edits/tile_map.h"

namespace heser {

/// Calls visit(tile place, box of its pixels within `box`) for every tile that `box` touches.
template <typename Visitor>
void ForEachTile(const cv::Rect& box, Visitor&& visit) {
  if (box.empty()) return;
  constexpr int side = TileMap::kTileSide;
  const TileMap::Place first = TileMap::PlaceOf(box.x, box.y);
  const TileMap::Place last = TileMap::PlaceOf(box.br().x - 1, box.br().y - 1);
  for (int row = first.second; row <= last.second; ++row) {
    for (int column = first.first; column <= last.first; ++column) {
      visit(TileMap::Place{column, row}, cv::Rect(column * side, row * side, side, side) & box);
    }
  }
}

/// Where a pixel of the photo lies in the tile at `place`.
inline std::size_t IndexInTile(TileMap::Place place, int x, int y) {
  constexpr int side = TileMap::kTileSide;
  return static_cast<std::size_t>((y - place.second * side) * side + x - place.first * side);
}

}  // namespace heser
