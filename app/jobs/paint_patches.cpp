#include "app/jobs/paint_patches.h"

#include <utility>

#include "engine/edits/painted_masks.h"
#include "engine/edits/tile_changes.h"
#include "engine/edits/view_places.h"

namespace heser {
namespace {

template <typename Map>
std::shared_ptr<const void> TileOf(const std::shared_ptr<const Map>& map, TileMap::Place place) {
  if (!map) return nullptr;
  const auto found = map->tiles().find(place);
  return found == map->tiles().end() ? nullptr : found->second;
}

cv::Rect BoxOf(TileMap::Place place) {
  constexpr int side = TileMap::kTileSide;
  return {place.first * side, place.second * side, side, side};
}

QRectF PlaceOf(const HeadView& view, const cv::Rect& box) {
  const double x_step = static_cast<double>(view.window.width) / view.labels.cols;
  const double y_step = static_cast<double>(view.window.height) / view.labels.rows;
  return QRectF(view.window.x + box.x * x_step, view.window.y + box.y * y_step, box.width * x_step,
                box.height * y_step);
}

/// What the smooth borders of classes in a box depend on, pixels around it.
constexpr int kBorderReach = 3;

/// The overlay of a box of classes.
QImage LabelsOverlay(const HeadView& view, const HeadEdits& edits, const HiddenClasses& hidden,
                     const cv::Rect& box) {
  const cv::Rect around = cv::Rect(box.tl() - cv::Point(kBorderReach, kBorderReach),
                                   box.br() + cv::Point(kBorderReach, kBorderReach)) &
                          cv::Rect({}, view.labels.size());
  const int factor = LabelEnlarging(view.labels.size(), view.window.width);
  const LabelMap labels = MasksIn(view, edits.labels.get(), edits.matte.get(), around).labels;
  return OverlayOf(EnlargedLabels(labels, factor), hidden)
      .copy((box.x - around.x) * factor, (box.y - around.y) * factor, box.width * factor,
            box.height * factor);
}

}  // namespace

bool PaintPatches::Basis::operator==(const Basis& other) const {
  return kind == other.kind && hidden == other.hidden && !masks.owner_before(other.masks) &&
         !other.masks.owner_before(masks);
}

PaintPatches::List PaintPatches::OfLabels(const SeenHead& seen, const HeadEdits& now,
                                          const HiddenClasses& hidden) {
  if (!seen.unpainted) return {};
  auto changed = ChangedTiles(seen.edits.labels.get(), now.labels.get());
  changed.merge(ChangedTiles(seen.edits.matte.get(), now.matte.get()));
  return Update(
      {Kind::kLabels, seen.unpainted, hidden}, *seen.unpainted, changed,
      [&](TileMap::Place place) -> TileState {
        return {TileOf(now.labels, place), TileOf(now.matte, place)};
      },
      [&](const cv::Rect& box) { return LabelsOverlay(*seen.unpainted, now, hidden, box); });
}

PaintPatches::List PaintPatches::OfMatte(const SeenHead& seen, const HeadEdits& now) {
  if (!seen.unpainted) return {};
  auto changed = ChangedTiles(seen.edits.labels.get(), now.labels.get());
  changed.merge(ChangedTiles(seen.edits.matte.get(), now.matte.get()));
  return Update(
      {Kind::kMatte, seen.unpainted, {}}, *seen.unpainted, changed,
      [&](TileMap::Place place) -> TileState {
        return {TileOf(now.labels, place), TileOf(now.matte, place)};
      },
      [&](const cv::Rect& box) {
        const AlphaMap matte =
            MasksIn(*seen.unpainted, now.labels.get(), now.matte.get(), box).matte;
        return OverlayOf(matte, matte);
      });
}

PaintPatches::List PaintPatches::OfRegion(const SwapResult& result, const SceneEdits& seen,
                                          const SceneEdits& now) {
  if (!result.automatic_blend || !result.target_view || !result.aligned_head) return {};
  auto changed = ChangedTiles(seen.region.get(), now.region.get());
  changed.merge(ChangedTiles(seen.fill.get(), now.fill.get()));
  return Update(
      {Kind::kRegion, result.automatic_blend, {}}, *result.target_view, changed,
      [&](TileMap::Place place) -> TileState {
        return {TileOf(now.region, place), TileOf(now.fill, place)};
      },
      [&](const cv::Rect& box) {
        const PaintedRegion painted =
            RegionIn(*result.target_view, *result.aligned_head, *result.automatic_blend,
                     now.fill.get(), now.region.get(), box);
        return OverlayOf(painted.blend_region, painted.head_alpha);
      });
}

PaintPatches::List PaintPatches::OfFill(const SwapResult& result, const SceneEdits& seen,
                                        const SceneEdits& now) {
  if (!result.automatic_blend || !result.target_view) return {};
  return Update(
      {Kind::kFill, result.automatic_blend, {}}, *result.target_view,
      ChangedTiles(seen.fill.get(), now.fill.get()),
      [&](TileMap::Place place) -> TileState {
        return {TileOf(now.fill, place), nullptr};
      },
      [&](const cv::Rect& box) {
        return ImageOf(FillIn(*result.target_view, *result.automatic_blend, now.fill.get(), box));
      });
}

PaintPatches::List PaintPatches::Update(const Basis& basis, const HeadView& view,
                                        const std::set<TileMap::Place>& changed,
                                        const std::function<TileState(TileMap::Place)>& state_of,
                                        const std::function<QImage(const cv::Rect&)>& draw) {
  auto known = std::exchange(patches_, {});
  const bool still_holds = basis == basis_;
  basis_ = basis;
  List list;
  for (const TileMap::Place& place : changed) {
    const cv::Rect box = ViewPlaces(view).ViewBox(BoxOf(place));
    if (box.empty()) continue;
    Patch patch{state_of(place), {}};
    const auto before = known.find(place);
    if (still_holds && before != known.end() && before->second.tiles == patch.tiles) {
      patch.picture = before->second.picture;
    } else {
      patch.picture = {Picture(draw(box)), PlaceOf(view, box)};
    }
    list.push_back(patch.picture);
    patches_.emplace(place, std::move(patch));
  }
  return list;
}

}  // namespace heser
