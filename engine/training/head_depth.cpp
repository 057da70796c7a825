#include "engine/training/head_depth.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Fine enough for a nose: about 1/26 of the face.
constexpr double kStepFaceSizes = 0.038;
// How far the grid reaches past the picture, so that its replicated border can turn into view.
constexpr double kMarginFaceSizes = 0.8;
// The skull of the design (head frame, W), grown by a layer of hair.
constexpr double kSkullCenter[3] = {0, -0.2, 0.5};
constexpr double kSkullRadii[3] = {0.68, 0.95, 0.8};
constexpr double kPivot[3] = {0, 0.1, 0.45};
// How far the face's own depth and the head's turn reach beyond them.
constexpr double kResidualReach = 0.35;
constexpr double kShareReach = 0.5;
constexpr float kFarOutside = -1e6F;

/// Calls paint(x, y, weights of a, b, c) for every integer place inside a triangle of any winding.
template <typename Paint>
void ForEachPlace(const cv::Point2f& a, const cv::Point2f& b, const cv::Point2f& c, cv::Size size,
                  Paint&& paint) {
  const float area = (b - a).cross(c - a);
  if (std::abs(area) < 1e-6F) return;
  const int x0 = std::max(0, static_cast<int>(std::ceil(std::min({a.x, b.x, c.x}))));
  const int x1 = std::min(size.width - 1, static_cast<int>(std::floor(std::max({a.x, b.x, c.x}))));
  const int y0 = std::max(0, static_cast<int>(std::ceil(std::min({a.y, b.y, c.y}))));
  const int y1 = std::min(size.height - 1, static_cast<int>(std::floor(std::max({a.y, b.y, c.y}))));
  for (int y = y0; y <= y1; ++y) {
    for (int x = x0; x <= x1; ++x) {
      const cv::Point2f p(static_cast<float>(x), static_cast<float>(y));
      const float wa = (b - p).cross(c - p) / area;
      const float wb = (c - p).cross(a - p) / area;
      const float wc = 1 - wa - wb;
      if (wa < 0 || wb < 0 || wc < 0) continue;
      paint(x, y, wa, wb, wc);
    }
  }
}

struct SkullFront {
  Eigen::Matrix3d head_from_photo;
  Eigen::Vector3d translation;

  explicit SkullFront(const Similarity3& photo_from_head) {
    const Similarity3 inverse = photo_from_head.Inverse();
    head_from_photo = inverse.scale * inverse.rotation;
    translation = inverse.translation;
  }

  /// Depth of the skull's front on the line of sight through a pixel; of its conjugate plane where
  /// the line misses it.
  double At(double x, double y) const {
    Eigen::Vector3d start = head_from_photo * Eigen::Vector3d(x, y, 0) + translation;
    Eigen::Vector3d along = head_from_photo.col(2);
    for (int k = 0; k < 3; ++k) {
      start[k] = (start[k] - kSkullCenter[k]) / kSkullRadii[k];
      along[k] /= kSkullRadii[k];
    }
    const double a = along.squaredNorm();
    const double b = start.dot(along);
    const double discriminant = b * b - a * (start.squaredNorm() - 1);
    return (-b - std::sqrt(std::max(discriminant, 0.0))) / a;
  }
};

/// The mesh's depth on the grid; NaN beside it.
cv::Mat1f FaceDepth(const HeadDepth& grid, const FaceMesh& mesh, cv::Size size) {
  cv::Mat1f depth(size, std::numeric_limits<float>::quiet_NaN());
  const auto place = [&](int i) {
    return cv::Point2f(
        (static_cast<float>(mesh(i, 0)) - grid.origin.x) / static_cast<float>(grid.step),
        (static_cast<float>(mesh(i, 1)) - grid.origin.y) / static_cast<float>(grid.step));
  };
  for (const auto& t : DefaultFaceMeshModel().triangles) {
    ForEachPlace(
        place(t[0]), place(t[1]), place(t[2]), size, [&](int x, int y, float a, float b, float c) {
          const auto z =
              static_cast<float>(a * mesh(t[0], 2) + b * mesh(t[1], 2) + c * mesh(t[2], 2));
          float& kept = depth(y, x);
          if (!(kept <= z)) kept = z;
        });
  }
  return depth;
}

Mask HeadOnGrid(const HeadDepth& grid, const LabelMap& labels, cv::Size size) {
  const Mask head = MaskOf(labels, kHeadLabels);
  Mask on_grid(size, std::uint8_t{0});
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const cv::Point place(cvRound(grid.origin.x + static_cast<float>(x * grid.step)),
                            cvRound(grid.origin.y + static_cast<float>(y * grid.step)));
      if (cv::Rect({0, 0}, head.size()).contains(place)) on_grid(y, x) = head(place);
    }
  }
  return on_grid;
}

cv::Mat1f FadeWith(const ScalarImage& distance, double reach) {
  cv::Mat1f fade;
  cv::multiply(distance, distance, fade, -1 / (reach * reach));
  cv::exp(fade, fade);
  return fade;
}

}  // namespace

HeadDepth MakeHeadDepth(const LabelMap& labels, const FaceMesh& mesh) {
  const double face_size = FaceSize(mesh);
  HeadDepth grid;
  grid.step = std::max(2, static_cast<int>(std::lround(kStepFaceSizes * face_size)));
  const double margin = kMarginFaceSizes * face_size;
  grid.origin = cv::Point2f(static_cast<float>(-margin), static_cast<float>(-margin));
  const cv::Size size(static_cast<int>((labels.cols + 2 * margin) / grid.step) + 1,
                      static_cast<int>((labels.rows + 2 * margin) / grid.step) + 1);
  const Similarity3 photo_from_head = PhotoFromHead(mesh, DefaultFaceMeshModel());
  grid.pivot = photo_from_head * Eigen::Vector3d(kPivot[0], kPivot[1], kPivot[2]);

  const cv::Mat1f face = FaceDepth(grid, mesh, size);
  const SkullFront skull(photo_from_head);
  grid.z.create(size);
  cv::Mat1f residual(size, 0.F);
  Mask on_face(size, std::uint8_t{0});
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      grid.z(y, x) = static_cast<float>(
          skull.At(grid.origin.x + x * grid.step, grid.origin.y + y * grid.step));
      if (std::isnan(face(y, x))) continue;
      on_face(y, x) = 255;
      residual(y, x) = face(y, x) - grid.z(y, x);
    }
  }
  if (cv::countNonZero(on_face) == 0) on_face(0, 0) = 255;
  const double vertex = face_size / grid.step;
  const cv::Mat1f spread = PushPull(residual, AlphaOf(on_face));
  const cv::Mat1f fade = FadeWith(DistanceTo(on_face), kResidualReach * vertex);
  grid.z += spread.mul(fade);

  const Mask head = HeadOnGrid(grid, labels, size) | on_face;
  grid.share = FadeWith(DistanceTo(head), kShareReach * vertex);
  return grid;
}

FaceMesh TurnMesh(const FaceMesh& mesh, const HeadDepth& depth, const HeadAngles& turn) {
  const Eigen::Matrix3d rotation = RotationFromAngles({turn.yaw, turn.pitch, 0});
  FaceMesh turned;
  for (int i = 0; i < kMeshPointCount; ++i) {
    turned.row(i) = (rotation * (mesh.row(i).transpose() - depth.pivot) + depth.pivot).transpose();
  }
  return turned;
}

cv::Mat2f TurnedPlaces(const HeadDepth& depth, const HeadAngles& turn,
                       const cv::Matx23d& crop_from_photo, int size) {
  // Turns for shares in steps of a hundredth: sines are dear at every vertex.
  constexpr int kShareSteps = 100;
  std::vector<Eigen::Matrix3d> rotations(kShareSteps + 1);
  for (int i = 0; i <= kShareSteps; ++i) {
    const double share = static_cast<double>(i) / kShareSteps;
    rotations[static_cast<std::size_t>(i)] =
        RotationFromAngles({turn.yaw * share, turn.pitch * share, 0});
  }
  cv::Mat2f places(depth.z.size());
  cv::Mat1f depths(depth.z.size());
  for (int y = 0; y < depth.z.rows; ++y) {
    for (int x = 0; x < depth.z.cols; ++x) {
      const Eigen::Vector3d point(depth.origin.x + x * depth.step, depth.origin.y + y * depth.step,
                                  depth.z(y, x));
      const auto& rotation =
          rotations[static_cast<std::size_t>(std::lround(depth.share(y, x) * kShareSteps))];
      const Eigen::Vector3d moved = rotation * (point - depth.pivot) + depth.pivot;
      const cv::Point2d place = ApplyAffine(crop_from_photo, {moved.x(), moved.y()});
      places(y, x) = {static_cast<float>(place.x), static_cast<float>(place.y)};
      depths(y, x) = static_cast<float>(moved.z());
    }
  }
  cv::Mat2f seen(size, size, cv::Vec2f(kFarOutside, kFarOutside));
  cv::Mat1f nearest(size, size, std::numeric_limits<float>::max());
  const auto paint = [&](cv::Point a, cv::Point b, cv::Point c) {
    ForEachPlace(places(a), places(b), places(c), seen.size(),
                 [&](int x, int y, float wa, float wb, float wc) {
                   const float z = wa * depths(a) + wb * depths(b) + wc * depths(c);
                   if (z >= nearest(y, x)) return;
                   nearest(y, x) = z;
                   const cv::Point2f vertex =
                       wa * cv::Point2f(a) + wb * cv::Point2f(b) + wc * cv::Point2f(c);
                   const cv::Point2f from = depth.origin + static_cast<float>(depth.step) * vertex;
                   seen(y, x) = {from.x, from.y};
                 });
  };
  for (int y = 0; y + 1 < depth.z.rows; ++y) {
    for (int x = 0; x + 1 < depth.z.cols; ++x) {
      paint({x, y}, {x + 1, y}, {x, y + 1});
      paint({x + 1, y}, {x + 1, y + 1}, {x, y + 1});
    }
  }
  return seen;
}

}  // namespace heser
