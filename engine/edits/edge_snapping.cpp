#include "engine/edits/edge_snapping.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/matte_refinement.h"
#include "engine/core/image_ops.h"
#include "engine/edits/label_changes.h"
#include "engine/edits/view_places.h"

namespace heser {
namespace {

// RefineMatte's windows reach 6 pixels of its grid: with the border's reach at a third of that
// most windows that hold an unsure pixel hold sure ones of both sides.
constexpr double kReachOnGrid = 2;
constexpr int kWindowOnGrid = 6;
// Beyond this, in reaches, a pixel has no part in where the border goes.
constexpr double kSeenReaches = 6;
// A strand as thin as the reach keeps this share of its half width for sure: its own colours.
constexpr float kUnsureOfStrand = 0.5f;
// Single pixels of another colour, such as glints in hair, are no edge. View pixels.
constexpr double kSpeckSigma = 0.8;
constexpr float kHalf = 0.5f;
// Of the pixels that may change: where colour has a say on fewer of them there is no edge.
constexpr double kLeastTold = 0.01;

/// How far a side is unsure at every place, grid pixels: kReachOnGrid, less where it is thin.
cv::Mat1f UnsureDepth(const cv::Mat1f& depth) {
  const cv::Mat window =
      cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * kWindowOnGrid + 1, 2 * kWindowOnGrid + 1});
  cv::Mat1f deepest;
  cv::dilate(depth, deepest, window);
  return cv::Mat(cv::min(deepest * kUnsureOfStrand, kReachOnGrid));
}

/// The class as a coarse matte: 0.5 on its border, sure beyond what is unsure on either side.
cv::Mat1f CoarseMatte(const Mask& own, cv::Size grid) {
  AlphaMap share;
  cv::resize(AlphaOf(own), share, grid, 0, 0, cv::INTER_AREA);
  const ScalarImage inward = SignedDistance(MaskAbove(share, kHalf));
  const cv::Mat1f inside = UnsureDepth(cv::max(inward, 0.0));
  const cv::Mat1f outside = UnsureDepth(cv::max(-inward, 0.0));
  cv::Mat1f coarse(grid);
  for (int y = 0; y < grid.height; ++y) {
    for (int x = 0; x < grid.width; ++x) {
      const float depth = inward(y, x);
      const float unsure = std::max(depth > 0 ? inside(y, x) : outside(y, x), kHalf);
      coarse(y, x) = kHalf + kHalf * std::clamp(depth / unsure, -1.f, 1.f);
    }
  }
  return coarse;
}

/// The class as the picture's colours draw it, or of a picture without any as its place alone does.
Mask Refined(const ColorImage& picture, const cv::Mat1f& coarse) {
  return MaskAbove(Blur(RefineMatte(picture, coarse), kSpeckSigma), kHalf);
}

/// Pixels that may change: near the border, and near what `area` covers.
Mask Changeable(const HeadView& view, const Mask& own, double reach, const TileMap* area) {
  const ScalarImage inward = SignedDistance(own);
  Mask near(own.size());
  for (int y = 0; y < own.rows; ++y) {
    for (int x = 0; x < own.cols; ++x) {
      near(y, x) = std::abs(inward(y, x)) <= static_cast<float>(reach) ? 255 : 0;
    }
  }
  if (area == nullptr) return near;
  const Mask covered = EditsIn(view, *area, cv::Rect({}, own.size())) > 0;
  return near & Dilate(covered, reach);
}

/// Pixels near which the matte has an outline to go to.
Mask SeesOutline(const AlphaMap& matte, double reach) {
  const Mask covered = MaskAbove(matte, kHalf);
  Mask uncovered;
  cv::bitwise_not(covered, uncovered);
  return Dilate(covered, reach) & Dilate(uncovered, reach);
}

/// The border between a class of the person and background where colour says nothing: as far as
/// the matte has an outline there, its.
struct MatteOutline {
  Mask covered;
  Mask decides;
};

MatteOutline OutlineBeside(const HeadView& view, const LabelMap& labels, const Mask& own,
                           const cv::Mat2i& nearest_other, double reach) {
  MatteOutline outline{MaskAbove(view.matte, kHalf), SeesOutline(view.matte, reach)};
  for (int y = 0; y < own.rows; ++y) {
    for (int x = 0; x < own.cols; ++x) {
      const std::uint8_t other =
          own(y, x) != 0 ? labels(cv::Point(nearest_other(y, x))) : labels(y, x);
      if (other != static_cast<std::uint8_t>(Label::kBackground)) outline.decides(y, x) = 0;
    }
  }
  return outline;
}

}  // namespace

TileMap LabelSnapped(const HeadView& view, const TileMap& edits, Label label, double reach,
                     const TileMap* area) {
  const double view_reach = std::max(1.0, reach * ViewPlaces(view).Scale());
  const LabelMap before = SeenLabels(view, edits);
  const Mask own = MaskOf(before, {label});
  Mask others;
  cv::bitwise_not(own, others);
  if (cv::countNonZero(own) == 0 || cv::countNonZero(others) == 0) return edits;
  const Mask changeable = Changeable(view, own, view_reach, area);
  const cv::Rect changed = cv::boundingRect(changeable);
  if (changed.empty()) return edits;
  const int margin = cvCeil(kSeenReaches * view_reach);
  const cv::Rect box = cv::Rect(changed.x - margin, changed.y - margin, changed.width + 2 * margin,
                                changed.height + 2 * margin) &
                       cv::Rect({}, own.size());
  const double step = std::max(1.0, view_reach / kReachOnGrid);
  const cv::Size grid(std::max(1, cvRound(box.width / step)),
                      std::max(1, cvRound(box.height / step)));
  const cv::Mat1f coarse = CoarseMatte(own(box), grid);
  Mask snapped = Refined(view.color(box), coarse);
  const Mask still = Refined(ColorImage(box.size(), cv::Vec3f()), coarse);
  const cv::Mat2i nearest = NearestSelected(others);
  if (label != Label::kBackground) {
    const MatteOutline outline = OutlineBeside(view, before, own, nearest, view_reach);
    outline.covered(box).copyTo(snapped, (snapped == still) & outline.decides(box));
  }
  const int told = cv::countNonZero((snapped != still) & changeable(box));
  if (told < kLeastTold * cv::countNonZero(changeable)) return edits;
  LabelMap after = before.clone();
  for (int y = changed.y; y < changed.br().y; ++y) {
    for (int x = changed.x; x < changed.br().x; ++x) {
      if (changeable(y, x) == 0) continue;
      if (snapped(y - box.y, x - box.x) != 0) {
        after(y, x) = static_cast<std::uint8_t>(label);
      } else if (own(y, x) != 0) {
        after(y, x) = before(cv::Point(nearest(y, x)));
      }
    }
  }
  return WithLabels(view, edits, before, after);
}

}  // namespace heser
