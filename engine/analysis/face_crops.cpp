#include "engine/analysis/face_crops.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

constexpr double kHeadCropFaceHeights = 2.3;
constexpr double kHeadCropRise = 0.12;
constexpr double kMeshCropFaceSizes = 1.5;

cv::Mat Sample(const cv::Mat& photo, const cv::Matx23d& crop_from_photo, int size, int border) {
  const double scale = std::hypot(crop_from_photo(0, 0), crop_from_photo(1, 0));
  cv::Mat crop;
  if (const int reduction = cvFloor(1 / (kSamplingReserve * scale)); reduction > 1) {
    // Upright, which is several times faster than sampling every pixel.
    const cv::Size reduced_size(std::max(1, cvRound(double(photo.cols) / reduction)),
                                std::max(1, cvRound(double(photo.rows) / reduction)));
    cv::Mat reduced;
    cv::resize(photo, reduced, reduced_size, 0, 0, cv::INTER_AREA);
    const double x = double(photo.cols) / reduced.cols;
    const double y = double(photo.rows) / reduced.rows;
    const cv::Matx23d photo_from_reduced(x, 0, (x - 1) / 2, 0, y, (y - 1) / 2);
    return Sample(reduced, ComposeAffine(crop_from_photo, photo_from_reduced), size, border);
  }
  if (scale > 0.75) {
    cv::warpAffine(photo, crop, crop_from_photo, {size, size}, cv::INTER_LINEAR, border);
    return crop;
  }
  // Sampled finer by a whole factor, then averaged.
  const int factor = std::clamp(static_cast<int>(std::ceil(1 / scale)), 2, 8);
  const double shift = (factor - 1) / 2.0;
  const double f = factor;
  const cv::Matx23d fine_from_crop(f, 0, shift, 0, f, shift);
  cv::Mat fine;
  cv::warpAffine(photo, fine, ComposeAffine(fine_from_crop, crop_from_photo),
                 {size * factor, size * factor}, cv::INTER_LINEAR, border);
  cv::resize(fine, crop, {size, size}, 0, 0, cv::INTER_AREA);
  return crop;
}

}  // namespace

double HeadRollDegrees(const FaceMesh& mesh) {
  return AnglesFromRotation(PhotoFromHead(mesh, DefaultFaceMeshModel()).rotation).roll;
}

cv::Matx23d HeadCropFromPhoto(const FaceMesh& mesh, int size) {
  const Eigen::RowVector3d top = mesh.row(mesh_point::kForeheadTop);
  const Eigen::RowVector3d chin = mesh.row(mesh_point::kChin);
  const double face_height = (top - chin).norm();
  const double roll = HeadRollDegrees(mesh);
  const double radians = roll * std::numbers::pi / 180;
  const Eigen::RowVector3d middle = (top + chin) / 2;
  const cv::Point2d center(middle.x() + std::sin(radians) * kHeadCropRise * face_height,
                           middle.y() - std::cos(radians) * kHeadCropRise * face_height);
  return CropFromPhoto(center, kHeadCropFaceHeights * face_height / 2, roll, size);
}

cv::Matx23d MeshCropFromPhoto(const FaceMesh& mesh, int size) {
  const double roll = HeadRollDegrees(mesh);
  const cv::Matx23d upright_from_photo = CropFromPhoto({0, 0}, 0.5, roll, 1);
  const FaceMesh upright = TransformMesh(upright_from_photo, mesh);
  const cv::Point2d center = ApplyAffine(InvertAffine(upright_from_photo), FaceCenter(upright));
  return CropFromPhoto(center, kMeshCropFaceSizes * FaceSize(upright) / 2, roll, size);
}

ColorImage SampleCrop(const ColorImage& photo, const cv::Matx23d& crop_from_photo, int size) {
  return Sample(photo, crop_from_photo, size, cv::BORDER_REPLICATE);
}

AlphaMap SampleCrop(const AlphaMap& alpha, const cv::Matx23d& crop_from_photo, int size) {
  return Sample(alpha, crop_from_photo, size, cv::BORDER_CONSTANT);
}

}  // namespace heser
