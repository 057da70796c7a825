#include "engine/analysis/scarf_labels.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_hull.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Lengths in face sizes, heights above the chin along the face.
// Headwear this far above the chin at most and this far from the face lies beside the jaw; less of
// it (square face sizes) is a mistake of labelling.
constexpr double kJawHeight = 0.35;
constexpr double kBesideJaw = 0.4;
constexpr double kLeastScarf = 0.01;
// Under the chin a scarf belongs to the head this far from the face, and further up to that.
constexpr double kUnderChin = 0.15;
constexpr double kBesideFace = 0.3;
constexpr double kFullHeight = 0.6;
// Squared distance from the headwear's colours, in standard deviations.
constexpr double kOwnColor = 9;
// Folds differ by this at least (CIE Lab).
constexpr double kLeastDeviation = 4;
constexpr double kKeep = 0.8;
// Weave and shadows leave gaps of this width.
constexpr double kGap = 0.03;

struct Places {
  cv::Mat1f height;  ///< Above the chin, face sizes.
  ScalarImage away;  ///< From the face, face sizes.
};

Places PlacesOf(const FaceMesh& mesh, cv::Size size) {
  const double fs = FaceSize(mesh);
  Places places;
  places.away = DistanceTo(FaceHull(mesh, size)) / fs;
  places.height.create(size);
  const Eigen::RowVector2d chin = mesh.row(mesh_point::kChin).head<2>();
  const Eigen::RowVector2d up =
      (mesh.row(mesh_point::kForeheadTop).head<2>() - chin).normalized() / fs;
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      places.height(y, x) = static_cast<float>((x - chin.x()) * up.x() + (y - chin.y()) * up.y());
    }
  }
  return places;
}

/// How far from the face a scarf belongs to the head.
double ReachAt(double height) {
  return kUnderChin + (kBesideFace - kUnderChin) * std::clamp(height / kFullHeight, 0.0, 1.0);
}

/// Pixels of the colours that `sample` has.
Mask OfColorsOf(const ColorImage& picture, const Mask& sample) {
  cv::Mat3f lab;
  cv::cvtColor(picture, lab, cv::COLOR_RGB2Lab);
  ColorStatistics colors = RobustStatistics(lab, sample, kKeep);
  for (int c = 0; c < 3; ++c) colors.covariance(c, c) += kLeastDeviation * kLeastDeviation;
  const cv::Matx33d inverse = colors.covariance.inv();
  Mask alike(picture.size());
  for (int y = 0; y < lab.rows; ++y) {
    for (int x = 0; x < lab.cols; ++x) {
      const cv::Vec3d off = cv::Vec3d(lab(y, x)) - colors.mean;
      alike(y, x) = off.dot(inverse * off) < kOwnColor ? 255 : 0;
    }
  }
  return alike;
}

}  // namespace

void JoinScarf(const ColorImage& picture, const FaceMesh& mesh, LabelMap& labels) {
  const double fs = FaceSize(mesh);
  const Mask headwear = MaskOf(labels, {Label::kHeadwear});
  const double least = kLeastScarf * fs * fs;
  if (cv::countNonZero(headwear) < least) return;
  const Places places = PlacesOf(mesh, labels.size());
  Mask near = places.height > 0;
  near &= Mask(places.height < kJawHeight) & Mask(places.away < kBesideJaw);
  if (cv::countNonZero(headwear & near) < least) return;

  const Mask clothing = MaskOf(labels, {Label::kClothing});
  const double gap = kGap * fs;
  const Mask alike = OfColorsOf(picture, headwear) & clothing;
  Mask scarf = Erode(Dilate(alike | headwear, gap / 2), gap / 2) & (clothing | headwear);
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      const bool belongs = places.away(y, x) < ReachAt(places.height(y, x));
      const bool seen_above = headwear(y, x) != 0 && places.height(y, x) > 0;
      if (!belongs && !seen_above) scarf(y, x) = 0;
    }
  }
  scarf = MaskAbove(Blur(AlphaOf(LargestPiece(scarf)), gap), 0.5) & (clothing | headwear);
  labels.setTo(static_cast<int>(Label::kClothing), headwear & ~scarf & Mask(places.height < 0));
  labels.setTo(static_cast<int>(Label::kHeadwear), scarf);
}

}  // namespace heser
