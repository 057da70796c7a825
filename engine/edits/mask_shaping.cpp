#include "engine/edits/mask_shaping.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "engine/edits/hand_edits.h"
#include "engine/edits/label_changes.h"
#include "engine/edits/view_places.h"

namespace heser {
namespace {

// Smaller changes of a soft mask than this are not worth an edit.
constexpr float kSameMask = 0.5f / 255;
constexpr float kHalf = 0.5f;

/// What edits of a soft mask mean. Both take away the same share of what there is.
struct MaskEdits {
  /// With an amount above 0.
  float (*added)(float below, float amount);
  /// The amount that makes `wanted`, which is more, of what there is.
  float (*amount_for)(float below, float wanted);
};

/// As WithRegionEdits has it: no less than the amount.
constexpr MaskEdits kRegionEdits{[](float below, float amount) { return std::max(below, amount); },
                                 [](float, float wanted) { return wanted; }};

/// As WithMatteEdits has it: a share of what is missing.
constexpr MaskEdits kMatteEdits{
    [](float below, float amount) { return below + (1 - below) * amount; },
    [](float below, float wanted) { return (wanted - below) / std::max(1 - below, kSameMask); }};

/// The mask with what was painted since.
AlphaMap Seen(const MaskToShape& mask, const MaskEdits& meaning) {
  AlphaMap seen = mask.below.clone();
  const cv::Mat1b painted = EditsIn(mask.view, mask.edits, cv::Rect({}, seen.size()));
  for (int y = 0; y < seen.rows; ++y) {
    for (int x = 0; x < seen.cols; ++x) {
      const float amount = RegionAmount(painted(y, x));
      seen(y, x) = amount < 0 ? seen(y, x) * (1 + amount) : meaning.added(seen(y, x), amount);
    }
  }
  return seen;
}

/// The byte that makes `wanted` of what lies below it.
std::uint8_t EditByte(float below, float wanted, const MaskEdits& meaning) {
  const float amount =
      wanted <= below ? wanted / std::max(below, kSameMask) - 1 : meaning.amount_for(below, wanted);
  const long byte = std::lround(kRegionNeutral + std::clamp(amount, -1.f, 1.f) * 127);
  return static_cast<std::uint8_t>(std::clamp<long>(byte, kRegionTarget, kRegionReplaced));
}

TileMap WithMask(const MaskToShape& mask, const AlphaMap& before, const AlphaMap& after,
                 const MaskEdits& meaning) {
  cv::Mat1b changes(before.size(), std::uint8_t{0});
  for (int y = 0; y < before.rows; ++y) {
    for (int x = 0; x < before.cols; ++x) {
      if (std::abs(after(y, x) - before(y, x)) < kSameMask) continue;
      changes(y, x) = EditByte(mask.below(y, x), after(y, x), meaning);
    }
  }
  return WithChanges(mask.view, mask.edits, changes, kRegionNeutral);
}

/// Connected pixels of one value around `seed`.
Mask PieceAround(const cv::Mat1b& values, cv::Point seed) {
  constexpr int kConnected = 4;
  constexpr int kSelected = 255 << 8;
  Mask framed(values.rows + 2, values.cols + 2, std::uint8_t{0});
  cv::Mat1b filled = values;
  cv::floodFill(filled, framed, seed, 0, nullptr, 0, 0,
                kConnected | kSelected | cv::FLOODFILL_MASK_ONLY);
  return framed(cv::Rect(1, 1, values.cols, values.rows));
}

/// The largest or, with a radius below 0, the smallest value within it: growth of a soft mask.
AlphaMap Extreme(const AlphaMap& values, double radius) {
  const int reach = std::max(1, cvRound(std::abs(radius)));
  const cv::Mat disc = cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * reach + 1, 2 * reach + 1});
  AlphaMap result;
  if (radius > 0) {
    cv::dilate(values, result, disc);
  } else {
    cv::erode(values, result, disc);
  }
  return result;
}

/// Values with their border softened over a radius.
AlphaMap Feathered(const AlphaMap& values, double radius) {
  // Three deviations of a Gaussian hold nearly all of it.
  constexpr double kDeviationsInRadius = 3;
  return Blur(values, radius / kDeviationsInRadius);
}

/// How far a pixel is of the head and not of the body beside it, by which of both is nearer.
AlphaMap ShareOfHead(const LabelMap& labels, double fade) {
  const Mask head = MaskOf(labels, kHeadLabels);
  AlphaMap share(labels.size(), 1.f);
  if (cv::countNonZero(head) == 0) return share;
  const ScalarImage to_head = DistanceTo(head);
  const ScalarImage to_body = DistanceTo(MaskOf(labels, kBodyLabels));
  const auto width = static_cast<float>(std::max(1.0, fade));
  for (int y = 0; y < share.rows; ++y) {
    for (int x = 0; x < share.cols; ++x) {
      const float nearer = (to_body(y, x) - to_head(y, x)) / width;
      share(y, x) = std::clamp(kHalf + nearer / 2, 0.f, 1.f);
    }
  }
  return share;
}

using Reshape = AlphaMap (*)(const AlphaMap& values, double radius);

TileMap RegionReshaped(const MaskToShape& region, double radius, Reshape reshape) {
  const AlphaMap before = Seen(region, kRegionEdits);
  const AlphaMap after = reshape(before, radius * ViewPlaces(region.view).Scale());
  return WithMask(region, before, after, kRegionEdits);
}

TileMap HeadMatteReshaped(const MaskToShape& matte, double radius, Reshape reshape) {
  const AlphaMap before = Seen(matte, kMatteEdits);
  const double view_radius = radius * ViewPlaces(matte.view).Scale();
  const AlphaMap share = ShareOfHead(matte.view.labels, std::abs(view_radius));
  const AlphaMap after = Mix(before, reshape(before, view_radius), share);
  return WithMask(matte, before, after, kMatteEdits);
}

}  // namespace

TileMap LabelFilled(const HeadView& view, const TileMap& edits, cv::Point place, Label label) {
  if (!view.window.contains(place)) return edits;
  const ViewPlaces places(view);
  const LabelMap before = SeenLabels(view, edits);
  LabelMap after = before.clone();
  after.setTo(static_cast<int>(label),
              PieceAround(before, {places.ViewX(place.x), places.ViewY(place.y)}));
  return WithLabels(view, edits, before, after);
}

TileMap LabelResized(const HeadView& view, const TileMap& edits, Label label, double radius) {
  const double reach = std::abs(radius) * ViewPlaces(view).Scale();
  const LabelMap before = SeenLabels(view, edits);
  const Mask own = MaskOf(before, {label});
  LabelMap after = before.clone();
  if (radius >= 0) {
    after.setTo(static_cast<int>(label), Dilate(own, reach));
    return WithLabels(view, edits, before, after);
  }
  Mask others;
  cv::bitwise_not(own, others);
  if (cv::countNonZero(others) == 0) return edits;
  const Mask kept = Erode(own, reach);
  const cv::Mat2i nearest = NearestSelected(others);
  for (int y = 0; y < after.rows; ++y) {
    for (int x = 0; x < after.cols; ++x) {
      if (own(y, x) == 0 || kept(y, x) != 0) continue;
      after(y, x) = before(cv::Point(nearest(y, x)));
    }
  }
  return WithLabels(view, edits, before, after);
}

TileMap LabelSmoothed(const HeadView& view, const TileMap& edits, Label label, double radius) {
  const LabelMap before = SeenLabels(view, edits);
  const Mask own = MaskOf(before, {label});
  Mask others;
  cv::bitwise_not(own, others);
  if (cv::countNonZero(own) == 0 || cv::countNonZero(others) == 0) return edits;
  const Mask smooth = MaskAbove(Blur(AlphaOf(own), radius * ViewPlaces(view).Scale()), kHalf);
  const cv::Mat2i nearest = NearestSelected(others);
  LabelMap after = before.clone();
  for (int y = 0; y < after.rows; ++y) {
    for (int x = 0; x < after.cols; ++x) {
      if (smooth(y, x) != 0) {
        after(y, x) = static_cast<std::uint8_t>(label);
      } else if (own(y, x) != 0) {
        after(y, x) = before(cv::Point(nearest(y, x)));
      }
    }
  }
  return WithLabels(view, edits, before, after);
}

TileMap RegionFilled(const MaskToShape& region, cv::Point place) {
  if (!region.view.window.contains(place)) return region.edits;
  const ViewPlaces places(region.view);
  const cv::Point seed(places.ViewX(place.x), places.ViewY(place.y));
  const AlphaMap before = Seen(region, kRegionEdits);
  const Mask inside = MaskAbove(before, kHalf);
  AlphaMap after = before.clone();
  after.setTo(inside(seed) != 0 ? 0 : 1, PieceAround(inside, seed));
  return WithMask(region, before, after, kRegionEdits);
}

TileMap RegionResized(const MaskToShape& region, double radius) {
  return RegionReshaped(region, radius, &Extreme);
}

TileMap MatteResized(const MaskToShape& matte, double radius) {
  return HeadMatteReshaped(matte, radius, &Extreme);
}

TileMap RegionFeathered(const MaskToShape& region, double radius) {
  return RegionReshaped(region, radius, &Feathered);
}

TileMap MatteFeathered(const MaskToShape& matte, double radius) {
  return HeadMatteReshaped(matte, radius, &Feathered);
}

}  // namespace heser
