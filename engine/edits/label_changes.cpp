#include "engine/edits/label_changes.h"

#include "engine/edits/brush.h"
#include "engine/edits/hand_edits.h"
#include "engine/edits/tile_walk.h"
#include "engine/edits/view_places.h"

namespace heser {

LabelMap SeenLabels(const HeadView& view, const TileMap& edits) {
  LabelMap labels = view.labels.clone();
  const cv::Mat1b painted = EditsIn(view, edits, cv::Rect({}, labels.size()));
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      if (IsLabelEdit(painted(y, x))) labels(y, x) = LabelOfEdit(painted(y, x));
    }
  }
  return labels;
}

TileMap WithChanges(const HeadView& view, const TileMap& edits, const cv::Mat1b& changes,
                    std::uint8_t untouched) {
  const ViewPlaces places(view);
  TileMap written;
  ForEachTile(view.window, [&](TileMap::Place place, const cv::Rect& box) {
    TileMap::Tile tile{};
    bool changes_any = false;
    for (int y = box.y; y < box.br().y; ++y) {
      const std::uint8_t* row = changes[places.ViewY(y)];
      for (int x = box.x; x < box.br().x; ++x) {
        const std::uint8_t byte = row[places.ViewX(x)];
        tile[IndexInTile(place, x, y)] = byte;
        changes_any = changes_any || byte != 0;
      }
    }
    if (changes_any) written.Writable(place) = tile;
  });
  return Painted(edits, written, [untouched](std::uint8_t, std::uint8_t byte) {
    return byte == untouched ? std::uint8_t{0} : byte;
  });
}

TileMap WithLabels(const HeadView& view, const TileMap& edits, const LabelMap& before,
                   const LabelMap& after) {
  cv::Mat1b changes(before.size(), std::uint8_t{0});
  for (int y = 0; y < before.rows; ++y) {
    for (int x = 0; x < before.cols; ++x) {
      if (after(y, x) != before(y, x)) changes(y, x) = LabelEdit(static_cast<Label>(after(y, x)));
    }
  }
  return WithChanges(view, edits, changes, 0);
}

}  // namespace heser
