#include "engine/blender/blending_crop.h"

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

// Face heights.
constexpr double kHalfSide = 1.3;
constexpr double kBelowFace = 0.2;

}  // namespace

cv::Matx23d BlendingCropFromPhoto(const FaceMesh& mesh) {
  const Eigen::RowVector3d top = mesh.row(mesh_point::kForeheadTop);
  const Eigen::RowVector3d chin = mesh.row(mesh_point::kChin);
  const double height = (top - chin).norm();
  const Eigen::RowVector3d middle = (top + chin) / 2;
  return CropFromPhoto({middle.x(), middle.y() + kBelowFace * height}, kHalfSide * height, 0,
                       kBlendingCropSize);
}

ScalarImage HeadLuma(const ColorImage& color) {
  ScalarImage luma;
  cv::cvtColor(color, luma, cv::COLOR_RGB2GRAY);
  return luma;
}

}  // namespace heser
