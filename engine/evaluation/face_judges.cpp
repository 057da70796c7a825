#include "engine/evaluation/face_judges.h"

#include <cmath>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "engine/evaluation/statistics.h"

namespace heser {
namespace {

// A region of fewer pixels has no colour that one could speak of.
constexpr int kLeastPixels = 50;

// Labels are unsure at their borders, in face sizes.
constexpr double kBorder = 0.01;

/// Median Lab colour of a region.
std::optional<cv::Vec3d> MedianColor(const HeadView& view, LabelSet labels) {
  const Mask mask = Erode(MaskOf(view.labels, labels), kBorder * view.face_size());
  const cv::Rect box = cv::boundingRect(mask);
  if (box.empty()) return std::nullopt;
  const cv::Mat3f lab = LabFromSrgb(ColorImage(view.color, box).clone());
  const Mask inside(mask, box);
  std::vector<double> channels[3];
  for (int y = 0; y < lab.rows; ++y) {
    for (int x = 0; x < lab.cols; ++x) {
      if (inside(y, x) == 0) continue;
      for (int c = 0; c < 3; ++c) channels[c].push_back(lab(y, x)[c]);
    }
  }
  if (channels[0].size() < static_cast<std::size_t>(kLeastPixels)) return std::nullopt;
  return cv::Vec3d(Median(channels[0]), Median(channels[1]), Median(channels[2]));
}

void JudgeSkin(const HeadView& result, const HeadView& target, Figures& figures) {
  const auto result_skin = MedianColor(result, kFaceSkinLabels);
  const auto target_skin = MedianColor(target, kFaceSkinLabels);
  if (!result_skin || !target_skin) return;
  figures[Figure::kSkinTarget] = cv::norm(*result_skin - *target_skin);
  const auto result_neck = MedianColor(result, {Label::kNeck});
  const auto target_neck = MedianColor(target, {Label::kNeck});
  if (!result_neck || !target_neck) return;
  figures[Figure::kSkinNeck] =
      cv::norm((*result_skin - *result_neck) - (*target_skin - *target_neck));
}

}  // namespace

FaceMesh PhotoMesh(const HeadView& view) {
  // Pixel centres lie on integers: the corner of the view is the corner of the window.
  FaceMesh mesh = view.mesh / view.scale;
  mesh.col(0).array() += view.window.x + 0.5 / view.scale - 0.5;
  mesh.col(1).array() += view.window.y + 0.5 / view.scale - 0.5;
  return mesh;
}

double ExpressionDifference(const ExpressionMeasures& a, const ExpressionMeasures& b) {
  return (std::abs(a.mouth_open - b.mouth_open) + std::abs(a.mouth_width - b.mouth_width) +
          std::abs(a.eye_left_open - b.eye_left_open) +
          std::abs(a.eye_right_open - b.eye_right_open) +
          std::abs(a.brow_left_raise - b.brow_left_raise) +
          std::abs(a.brow_right_raise - b.brow_right_raise) + std::abs(a.smile - b.smile)) /
         7;
}

void JudgeFace(const HeadView& result, const HeadView& target, Figures& figures) {
  const FaceMesh a = PhotoMesh(result);
  const FaceMesh b = PhotoMesh(target);
  figures[Figure::kPose] = PoseDifferenceDegrees(a, b);
  figures[Figure::kPlace] = cv::norm(FaceCenter(a) - FaceCenter(b)) / FaceSize(b);
  figures[Figure::kSize] = std::abs(FaceSize(a) / FaceSize(b) - 1);
  figures[Figure::kExpression] = ExpressionDifference(MeasureExpression(a), MeasureExpression(b));
  JudgeSkin(result, target, figures);
}

}  // namespace heser
