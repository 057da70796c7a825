#include "engine/edits/hand_edits.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/core/image_ops.h"
#include "engine/edits/edit_rules.h"
#include "engine/edits/tile_walk.h"
#include "engine/edits/view_places.h"

namespace heser {
namespace {

// An edge of coverage that is sharper shows steps.
constexpr double kEdgeSigma = 0.7;
// From this coverage on a pixel is the person's.
constexpr float kMostlyCovered = 0.5f;
// What an added piece is filled from lies this far around it, view pixels.
constexpr int kSurroundings = 64;

/// The plate with everything that is added and not filled yet filled from around it.
ColorImage Refilled(const ColorImage& plate, const cv::Mat1f& added, const Mask& filled) {
  AlphaMap known(plate.size());
  for (int y = 0; y < plate.rows; ++y) {
    for (int x = 0; x < plate.cols; ++x) {
      known(y, x) = filled(y, x) != 0 || added(y, x) <= 0 ? 1.f : 0.f;
    }
  }
  if (cv::countNonZero(known) == 0) return plate;
  return PushPull(plate, known);
}

}  // namespace

cv::Mat1b EditsIn(const HeadView& view, const TileMap& edits, const cv::Rect& box) {
  const ViewPlaces places(view);
  cv::Mat1b sampled(box.size());
  for (int y = 0; y < box.height; ++y) {
    const int photo_y = places.Y(box.y + y);
    // Neighbours mostly lie in one tile: it is looked up once.
    std::optional<TileMap::Place> place;
    const TileMap::Tile* tile = nullptr;
    for (int x = 0; x < box.width; ++x) {
      const int photo_x = places.X(box.x + x);
      if (const TileMap::Place now = TileMap::PlaceOf(photo_x, photo_y); place != now) {
        place = now;
        tile = edits.Find(now);
      }
      sampled(y, x) =
          tile == nullptr ? std::uint8_t{0} : (*tile)[IndexInTile(*place, photo_x, photo_y)];
    }
  }
  return sampled;
}

void PaintLabels(const cv::Mat1b& painted, LabelMap labels, AlphaMap matte) {
  Mask person(painted.size(), std::uint8_t{0});
  Mask background(painted.size(), std::uint8_t{0});
  for (int y = 0; y < painted.rows; ++y) {
    for (int x = 0; x < painted.cols; ++x) {
      const std::uint8_t edit = painted(y, x);
      if (!IsLabelEdit(edit)) continue;
      labels(y, x) = LabelOfEdit(edit);
      (LabelOfEdit(edit) == 0 ? background : person)(y, x) = 255;
    }
  }
  const cv::Mat1f to_person = Blur(AlphaOf(person), kEdgeSigma);
  const cv::Mat1f to_background = Blur(AlphaOf(background), kEdgeSigma);
  for (int y = 0; y < painted.rows; ++y) {
    for (int x = 0; x < painted.cols; ++x) {
      matte(y, x) = std::max(matte(y, x), to_person(y, x)) * (1 - to_background(y, x));
    }
  }
}

void PaintMatte(const cv::Mat1f& amounts, LabelMap labels, AlphaMap matte) {
  for (int y = 0; y < amounts.rows; ++y) {
    for (int x = 0; x < amounts.cols; ++x) {
      const float amount = amounts(y, x);
      if (amount == 0) continue;
      float& covered = matte(y, x);
      std::uint8_t& label = labels(y, x);
      covered += (amount < 0 ? covered : 1 - covered) * amount;
      if (amount < 0 && covered < kMostlyCovered && kHeadLabels.Contains(label)) {
        label = static_cast<std::uint8_t>(Label::kBackground);
      } else if (amount > 0 && covered >= kMostlyCovered &&
                 label == static_cast<std::uint8_t>(Label::kBackground)) {
        label = static_cast<std::uint8_t>(Label::kHair);
      }
    }
  }
}

HeadView WithLabelEdits(const HeadView& view, const TileMap& edits) {
  HeadView edited = view;
  const cv::Rect box = ViewPlaces(view).ViewBox(edits.Bounds());
  if (box.empty()) return edited;
  edited.labels = view.labels.clone();
  edited.matte = view.matte.clone();
  PaintLabels(EditsIn(view, edits, box), edited.labels(box), edited.matte(box));
  return edited;
}

HeadView WithMatteEdits(const HeadView& view, const TileMap& edits) {
  HeadView edited = view;
  const cv::Rect box = ViewPlaces(view).ViewBox(edits.Bounds());
  if (box.empty()) return edited;
  edited.labels = view.labels.clone();
  edited.matte = view.matte.clone();
  edited.exact_matte = view.exact_matte.empty() ? Mask(view.matte.size(), std::uint8_t{0})
                                                : view.exact_matte.clone();
  const cv::Mat1f amounts = AmountsOf(EditsIn(view, edits, box));
  PaintMatte(amounts, edited.labels(box), edited.matte(box));
  edited.exact_matte(box).setTo(255, amounts != 0);
  return edited;
}

BlendResult WithRegionEdits(const HeadView& target, const AlignedHead& head,
                            const ColorReference& colors, const BlendResult& blend,
                            const TileMap& edits) {
  BlendResult edited = blend;
  const cv::Rect whole({}, target.color.size());
  const cv::Rect touched = ViewPlaces(target).ViewBox(edits.Bounds());
  if (touched.empty()) return edited;
  const cv::Rect box =
      cv::Rect(touched.x - kSurroundings, touched.y - kSurroundings,
               touched.width + 2 * kSurroundings, touched.height + 2 * kSurroundings) &
      whole;
  const cv::Mat1f amounts = AmountsOf(EditsIn(target, edits, box));
  const ColorImage plate = Refilled(blend.background_fill(box), amounts, blend.removed(box));
  edited.color = blend.color.clone();
  edited.blend_region = blend.blend_region.clone();
  edited.head_alpha = blend.head_alpha.clone();
  edited.background_fill = blend.background_fill.clone();
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      const float amount = amounts(y, x);
      if (amount == 0) continue;
      const cv::Point at(box.x + x, box.y + y);
      cv::Vec3f& color = edited.color(at);
      float& alpha = edited.head_alpha(at);
      PaintRegion(amount, head.alpha(at), edited.blend_region(at), alpha);
      if (amount < 0) {
        color = target.color(at) + (color - target.color(at)) * (1 + amount);
        continue;
      }
      cv::Vec3f& fill = edited.background_fill(at);
      fill += (plate(y, x) - fill) * amount;
      const cv::Vec3f replaced = fill + (colors.color(at) - fill) * std::max(alpha, head.alpha(at));
      color += (replaced - color) * amount;
    }
  }
  return edited;
}

}  // namespace heser
