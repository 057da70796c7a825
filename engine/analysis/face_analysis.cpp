#include "engine/analysis/face_analysis.h"

#include <algorithm>

namespace heser {

ExpressionMeasures MeasureExpression(const FaceMesh& mesh) {
  using namespace mesh_point;
  const auto distance = [&](int a, int b) { return (mesh.row(a) - mesh.row(b)).norm(); };
  const double eyes = distance(kEyeLeftInner, kEyeRightInner);
  const double mouth = distance(kMouthLeft, kMouthRight);
  ExpressionMeasures m;
  m.mouth_open = distance(kLipUpperInner, kLipLowerInner) / mouth;
  m.mouth_width = mouth / eyes;
  m.eye_left_open = distance(159, 145) / distance(kEyeLeftOuter, kEyeLeftInner);
  m.eye_right_open = distance(386, 374) / distance(kEyeRightInner, kEyeRightOuter);
  m.brow_left_raise = distance(105, 159) / eyes;
  m.brow_right_raise = distance(334, 386) / eyes;
  m.smile =
      (mesh(kMouthLeft, 1) + mesh(kMouthRight, 1) - 2 * mesh(kLipUpperInner, 1)) / (2 * mouth);
  return m;
}

cv::Rect2d DetectedFace::Box() const {
  const cv::Point2d low(mesh.col(0).minCoeff(), mesh.col(1).minCoeff());
  const cv::Point2d high(mesh.col(0).maxCoeff(), mesh.col(1).maxCoeff());
  return {low, high};
}

double ReachBeyondBorder(const FaceMesh& mesh, cv::Size photo) {
  const double left = -mesh.col(0).minCoeff();
  const double top = -mesh.col(1).minCoeff();
  const double right = mesh.col(0).maxCoeff() - (photo.width - 1);
  const double bottom = mesh.col(1).maxCoeff() - (photo.height - 1);
  return std::max({left, top, right, bottom, 0.0}) / FaceSize(mesh);
}

}  // namespace heser
