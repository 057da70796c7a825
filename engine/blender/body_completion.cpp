#include "engine/blender/body_completion.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_hull.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Face sizes.
constexpr double kHalfSide = 1.7;
constexpr double kBelowFace = 0.8;

// Share of each crop pixel that a mask covers.
AlphaMap InCrop(const Mask& mask, const cv::Matx23d& crop_from_picture) {
  const double reduction = 1 / std::hypot(crop_from_picture(0, 0), crop_from_picture(1, 0));
  AlphaMap share = AlphaOf(mask);
  if (reduction > 1) share = Blur(share, reduction / 2);
  AlphaMap crop;
  cv::warpAffine(share, crop, crop_from_picture, {kBodyCropSize, kBodyCropSize}, cv::INTER_LINEAR,
                 cv::BORDER_CONSTANT);
  return crop;
}

}  // namespace

cv::Matx23d BodyCropFromPicture(const FaceMesh& mesh) {
  const auto points = mesh.leftCols<2>();
  const Eigen::RowVector2d middle = (points.colwise().minCoeff() + points.colwise().maxCoeff()) / 2;
  const double size = FaceSize(mesh);
  return CropFromPhoto({middle.x(), middle.y() + kBelowFace * size}, kHalfSide * size, 0,
                       kBodyCropSize);
}

SeenBody SeeBody(const TargetRegions& regions, const FaceMesh& mesh) {
  const cv::Matx23d crop_from_picture = BodyCropFromPicture(mesh);
  const Mask everywhere(regions.removed.size(), std::uint8_t{255});
  const AlphaMap inside = InCrop(everywhere, crop_from_picture);
  const AlphaMap hidden = InCrop(regions.removed, crop_from_picture);
  const AlphaMap clothing = InCrop(regions.clothing, crop_from_picture);
  const AlphaMap neck = InCrop(regions.neck, crop_from_picture);
  SeenBody seen;
  seen.layer = cv::Mat1b(inside.size());
  for (int y = 0; y < inside.rows; ++y) {
    for (int x = 0; x < inside.cols; ++x) {
      std::uint8_t& layer = seen.layer(y, x);
      if (inside(y, x) < 0.5F) {
        layer = SeenBody::kOutside;
      } else if (hidden(y, x) > 0.25F) {
        layer = SeenBody::kHidden;
      } else if (neck(y, x) > 0.5F) {
        layer = kNeckLayer;
      } else {
        layer = clothing(y, x) > 0.5F ? kClothingLayer : kBackgroundLayer;
      }
    }
  }
  seen.face = FaceHull(TransformMesh(crop_from_picture, mesh), seen.layer.size());
  return seen;
}

}  // namespace heser
