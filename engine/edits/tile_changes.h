#pragma once

#include <set>

#include "engine/edits/tile_map.h"

namespace heser {

/// The tiles in which two maps differ; null: an empty one. Costs the tiles that they do not share.
template <typename Value>
std::set<TileMap::Place> ChangedTiles(const BasicTileMap<Value>* before,
                                      const BasicTileMap<Value>* after) {
  static const BasicTileMap<Value> kNothing;
  const BasicTileMap<Value>& a = before != nullptr ? *before : kNothing;
  const BasicTileMap<Value>& b = after != nullptr ? *after : kNothing;
  std::set<TileMap::Place> changed;
  for (const auto& [place, tile] : a.tiles()) {
    const auto* other = b.Find(place);
    if (other == nullptr || (other != tile.get() && *other != *tile)) changed.insert(place);
  }
  for (const auto& [place, tile] : b.tiles()) {
    if (a.Find(place) == nullptr) changed.insert(place);
  }
  return changed;
}

}  // namespace heser
