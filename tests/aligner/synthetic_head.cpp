#include "tests/aligner/synthetic_head.h"

#include <cmath>

namespace heser::test {
namespace {

// The skull of engine.md, head frame units.
constexpr double kCenter[3] = {0, -0.2, 0.5};
constexpr double kRadii[3] = {0.6, 0.85, 0.7};

double HeadDepth(double x, double y) {
  const double dx = (x - kCenter[0]) / kRadii[0];
  const double dy = (y - kCenter[1]) / kRadii[1];
  return kCenter[2] - kRadii[2] * std::sqrt(1 - dx * dx - dy * dy);
}

}  // namespace

SyntheticHead::SyntheticHead(double width) {
  view_from_head_.scale = width;
  view_from_head_.translation = {width, 1.4 * width, 0};
  // The mean face laid onto the ellipsoid, a little narrower so that all of it finds a place.
  FaceMesh mean = DefaultFaceMeshModel().mean;
  for (int i = 0; i < kMeshPointCount; ++i) {
    mean(i, 0) *= 0.9;
    mean(i, 1) *= 0.8;
    mean(i, 2) = HeadDepth(mean(i, 0), mean(i, 1));
  }
  model_ = MakeFaceMeshModel(mean);
  view_.mesh = view_from_head_.Apply(mean);

  const cv::Size size(cvRound(2 * width), cvRound(2.5 * width));
  view_.window = cv::Rect(cv::Point(), size);
  view_.color.create(size);
  view_.labels = LabelMap::zeros(size);
  view_.matte = AlphaMap::zeros(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      view_.color(y, x) = ColorAt(x, y);
      if (std::isnan(FrontDepth(x, y))) continue;
      view_.matte(y, x) = 1;
      const double head_y = (y - view_from_head_.translation.y()) / width;
      view_.labels(y, x) =
          static_cast<std::uint8_t>(head_y < -0.45 || head_y > 0.3 ? Label::kHair : Label::kSkin);
    }
  }
}

double SyntheticHead::FrontDepth(double x, double y) const {
  const double scale = view_from_head_.scale;
  return scale * HeadDepth((x - view_from_head_.translation.x()) / scale,
                           (y - view_from_head_.translation.y()) / scale);
}

cv::Vec3f SyntheticHead::ColorAt(double x, double y) {
  return cv::Vec3d(0.5 + 0.4 * std::sin(x / 25), 0.5 + 0.4 * std::cos(y / 31),
                   0.5 + 0.3 * std::sin((x + y) / 43));
}

}  // namespace heser::test
