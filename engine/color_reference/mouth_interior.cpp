#include "engine/color_reference/mouth_interior.h"

#include <algorithm>
#include <array>

#include <opencv2/imgproc.hpp>

#include "engine/aligner/mouth_opening.h"
#include "engine/analysis/lip_rims.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// The target's opening is drawn in by this much, so that none of its lips comes along.
constexpr double kDrawnIn = 0.94;
// Softness of the rim, face sizes.
constexpr double kRim = 0.004;
// Nothing of it lies further out, in multiples of that.
constexpr double kReach = 8;

/// A mouth's opening: its rims by column, from the left corner to the right one.
struct Opening {
  std::array<cv::Point2d, kRimPoints> upper;
  std::array<cv::Point2d, kRimPoints> lower;
  cv::Point2d along;  ///< Unit vector from corner to corner.

  double Along(cv::Point2d point) const { return (point - upper.front()).dot(along); }
  /// Mean height in shares of the width.
  double Height() const {
    double sum = 0;
    for (int i = 1; i + 1 < kRimPoints; ++i) sum += cv::norm(lower[i] - upper[i]);
    return sum / ((kRimPoints - 2) * std::max(cv::norm(upper.back() - upper.front()), 1e-6));
  }
};

Opening OpeningOf(const FaceMesh& mesh) {
  Opening opening;
  for (int i = 0; i < kRimPoints; ++i) {
    const int above = kUpperLipRims.front()[i];
    const int below = kLowerLipRims.front()[i];
    opening.upper[i] = {mesh(above, 0), mesh(above, 1)};
    opening.lower[i] = {mesh(below, 0), mesh(below, 1)};
  }
  const cv::Point2d way = opening.upper.back() - opening.upper.front();
  opening.along = way / std::max(cv::norm(way), 1e-6);
  return opening;
}

/// A place in an opening: the column, 0 to kRimPoints - 1, and how far down, 0 to 1.
struct PlaceBetween {
  double column = 0;
  double depth = 0;
};

using RimPlaces = std::array<cv::Point2d, kRimPoints>;

cv::Point2d PointOn(const RimPlaces& rim, double column) {
  const int i = std::clamp(cvFloor(column), 0, kRimPoints - 2);
  return rim[i] + (rim[i + 1] - rim[i]) * (column - i);
}

/// Where on a rim, in columns, the mouth is this far along; clamped.
double ColumnAt(const Opening& opening, const RimPlaces& rim, double along) {
  for (int i = 0; i + 1 < kRimPoints; ++i) {
    const double start = opening.Along(rim[i]);
    const double end = opening.Along(rim[i + 1]);
    if (along < end) return i + std::clamp((along - start) / std::max(end - start, 1e-6), 0.0, 1.0);
  }
  return kRimPoints - 1;
}

PlaceBetween Locate(const Opening& opening, cv::Point2d point) {
  const cv::Point2d down(-opening.along.y, opening.along.x);
  const double along = opening.Along(point);
  const double above = ColumnAt(opening, opening.upper, along);
  const double below = ColumnAt(opening, opening.lower, along);
  const cv::Point2d top = PointOn(opening.upper, above);
  const double height = (PointOn(opening.lower, below) - top).dot(down);
  const double depth = std::clamp((point - top).dot(down) / std::max(height, 1e-6), 0.0, 1.0);
  return {above + (below - above) * depth, depth};
}

/// Where in the target each pixel of `box` comes from. Beyond the rims nothing but the nearest
/// place within is asked for, so that no lips come along.
cv::Mat2f PlacesInTarget(const Opening& target, const Opening& head, const cv::Rect& box) {
  const double most = target.Height();
  // Between lips less far apart teeth keep their shape, and the lower lip covers them from below.
  const double seen = most > 0 ? std::min(1.0, head.Height() / most) : 1.0;
  constexpr double kMiddle = (kRimPoints - 1) / 2.0;
  cv::Mat2f places(box.size());
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      const PlaceBetween place = Locate(head, cv::Point2d(x + box.x, y + box.y));
      const double column = kMiddle + (place.column - kMiddle) * kDrawnIn;
      const double depth = 0.5 + (place.depth * seen - 0.5) * kDrawnIn;
      const cv::Point2d upper = PointOn(target.upper, column);
      const cv::Point2d at = upper + (PointOn(target.lower, column) - upper) * depth;
      places(y, x) = {static_cast<float>(at.x), static_cast<float>(at.y)};
    }
  }
  return places;
}

/// Whether most of these places show nothing of a head, such as a cover that lies over it.
bool IsHidden(const LabelMap& labels, const cv::Mat2f& places, const Mask& wanted) {
  if (labels.empty()) return false;
  LabelMap there;
  cv::remap(labels, there, places, cv::noArray(), cv::INTER_NEAREST, cv::BORDER_REPLICATE);
  const Mask hidden = MaskOf(there, {Label::kBackground}) & wanted;
  return 2 * cv::countNonZero(hidden) > cv::countNonZero(wanted);
}

}  // namespace

void TakeMouthInterior(const AlignedHead& head, const HeadView& target, ColorImage& color) {
  if (!HasLipsApart(head.mesh) || !HasLipsApart(target.mesh)) return;
  const Mask made_up = Mask(head.labels == static_cast<int>(Label::kInnerMouth)) &
                       Mask(head.confidence <= kMadeUpConfidence);
  if (cv::countNonZero(made_up) == 0) return;
  const double sigma = std::max(0.7, kRim * FaceSize(head.mesh));
  // The dark of OpenMouth, which is as soft, would stand around the teeth as a line.
  const cv::Rect box = BoxAround(made_up, kReach * sigma);
  const AlphaMap amount = Blur(AlphaOf(Dilate(made_up(box), sigma)), sigma);
  const cv::Mat2f places = PlacesInTarget(OpeningOf(target.mesh), OpeningOf(head.mesh), box);
  if (IsHidden(target.labels, places, made_up(box))) return;
  ColorImage interior;
  cv::remap(target.color, interior, places, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  Mix(color(box), interior, amount).copyTo(color(box));
}

}  // namespace heser
