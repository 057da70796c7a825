#include "engine/aligner/posed_mesh.h"

#include <algorithm>
#include <cmath>

#include "engine/aligner/renderer.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Lengths in face sizes.
// Outside of the face the deformation is smoothed by this much and fades over that distance: an
// opened mouth must not open the hair.
constexpr double kSmoothedBy = 0.05;
constexpr double kFadesOver = 0.35;
// The back of the head follows the face's deformation to this depth.
constexpr double kFadesInDepth = 0.3;
// A source slope above this was seen at a grazing angle: its colours are a smear once they are
// turned towards the viewer (their area grows by more than this factor).
constexpr float kWallStretch = 1.2f;
constexpr float kSteepSlope = 4;
constexpr float kSteepConfidence = 0.1f;
constexpr float kLeastConfidence = 0.03f;

constexpr int kWholeCell = 255;

// A head that nods a little shows a rim of its crown's back, which nobody saw: a smooth dark cap
// in the place of the photo's own outline of strands. Flattened to this share of its depth the back
// stays behind that outline; turned further, the head needs it.
constexpr double kFlatCrown = 0.3;
constexpr double kFlatUpTo = 20;
constexpr double kRoundFrom = 40;
// How far above the top of the forehead the crown is flat from.
constexpr double kCrownRise = 0.2;

/// By how much each node is moved on top of the rigid part, target pixels.
cv::Mat3f NodeResiduals(const HeadSurface& surface, const FaceMesh& residual) {
  const cv::Size size = surface.front.size();
  std::vector<cv::Vec3f> at_points(kMeshPointCount);
  for (int i = 0; i < kMeshPointCount; ++i) {
    at_points[i] = cv::Vec3d(residual(i, 0), residual(i, 1), residual(i, 2));
  }
  cv::Mat3f exact(size);
  for (int j = 0; j < size.height; ++j) {
    for (int i = 0; i < size.width; ++i) {
      exact(j, i) = Interpolate<cv::Vec3f>(surface.face_triangles[surface.face_triangle(j, i)],
                                           surface.face_weights(j, i), at_points);
    }
  }
  const double sigma = std::max(2.0, kSmoothedBy * surface.face_size / surface.step);
  const cv::Mat3f smooth = Blur(exact, sigma);
  cv::Mat3f residuals(size);
  for (int j = 0; j < size.height; ++j) {
    for (int i = 0; i < size.width; ++i) {
      const double distance = surface.face_distance(j, i);
      const auto mix = static_cast<float>(std::min(1.0, distance / surface.step / (2 * sigma)));
      const double fade = distance / (kFadesOver * surface.face_size);
      residuals(j, i) = (exact(j, i) * (1 - mix) + smooth(j, i) * mix) *
                        static_cast<float>(std::exp(-fade * fade));
    }
  }
  return residuals;
}

/// 1: the crown's back is flat; 0: as round as the surface has it.
double CrownFlatness(double angle_degrees) {
  return std::clamp((kRoundFrom - angle_degrees) / (kRoundFrom - kFlatUpTo), 0.0, 1.0);
}

/// z of a node of the back sheet.
float BackOfCrown(const HeadSurface& surface, double flatness, int i, int j) {
  const auto point = [&](int number) -> Eigen::Vector2d {
    return surface.mesh.row(number).head<2>().transpose();
  };
  const Eigen::Vector2d top = point(mesh_point::kForeheadTop);
  const Eigen::Vector2d up = (top - point(mesh_point::kChin)).normalized();
  const Eigen::Vector2d at(surface.box.x + i * surface.step, surface.box.y + j * surface.step);
  const double rise = (at - top).dot(up) / (kCrownRise * surface.face_size);
  const double flat = flatness * std::clamp(rise, 0.0, 1.0) * (1 - kFlatCrown);
  const float equator = surface.equator(j, i);
  return equator + (surface.back(j, i) - equator) * static_cast<float>(1 - flat);
}

/// Steepest slope of the front sheet over a triangle's corners, in the source photo.
float Slope(const HeadSurface& surface, const std::array<int, 3>& corners) {
  const float* z = surface.front.ptr<float>();
  const auto [least, most] = std::minmax({z[corners[0]], z[corners[1]], z[corners[2]]});
  return (most - least) / static_cast<float>(surface.step);
}

}  // namespace

PosedMesh PoseSurface(const HeadSurface& surface, const FaceMesh& destination,
                      const Similarity3& target_from_view) {
  FaceMesh residual;
  residual = destination - target_from_view.Apply(surface.mesh);
  const cv::Mat3f residuals = NodeResiduals(surface, residual);
  const cv::Size size = surface.front.size();
  const int nodes = size.area();

  PosedMesh posed;
  const bool with_ears = !surface.ears.z.empty();
  posed.vertices.resize((with_ears ? 3 : 2) * static_cast<std::size_t>(nodes));
  const Eigen::Matrix3f turn = (target_from_view.scale * target_from_view.rotation).cast<float>();
  const Eigen::Vector3f shift = target_from_view.translation.cast<float>();
  const auto place = [&](int i, int j, float z) {
    const Eigen::Vector3f view(static_cast<float>(surface.box.x + i * surface.step),
                               static_cast<float>(surface.box.y + j * surface.step), z);
    const Eigen::Vector3f target = turn * view + shift;
    return cv::Vec3f(target.x(), target.y(), target.z());
  };
  const double flatness = CrownFlatness(RotationAngleDegrees(target_from_view.rotation));
  const double depth_scale = kFadesInDepth * surface.face_size;
  for (int j = 0; j < size.height; ++j) {
    for (int i = 0; i < size.width; ++i) {
      const int node = j * size.width + i;
      const float front = surface.front(j, i);
      const float back = BackOfCrown(surface, flatness, i, j);
      const double depth = (back - surface.equator(j, i)) / depth_scale;
      posed.vertices[node] = place(i, j, front) + residuals(j, i);
      posed.vertices[nodes + node] =
          place(i, j, back) + residuals(j, i) * static_cast<float>(std::exp(-depth * depth));
      if (with_ears) {
        posed.vertices[2 * nodes + node] = place(i, j, surface.ears.z(j, i)) + residuals(j, i);
      }
    }
  }

  const auto whole = [&](const Mask& mask, int i, int j) {
    return (mask(j, i) & mask(j, i + 1) & mask(j + 1, i) & mask(j + 1, i + 1)) == kWholeCell;
  };
  const auto source_area = static_cast<float>(target_from_view.scale * target_from_view.scale *
                                              surface.step * surface.step);
  const auto area = [&](const std::array<int, 3>& corners) {
    const cv::Vec3f& a = posed.vertices[corners[0]];
    const cv::Vec3f ab = posed.vertices[corners[1]] - a;
    const cv::Vec3f ac = posed.vertices[corners[2]] - a;
    return ab[0] * ac[1] - ac[0] * ab[1];
  };
  const auto add_back = [&](const std::array<int, 3>& corners) {
    if (area(corners) > 0) {
      posed.triangles.push_back(corners);
    } else {
      posed.away.push_back({corners[0], corners[2], corners[1]});
    }
  };
  const auto add_front = [&](const std::array<int, 3>& corners) {
    const float ratio = area(corners) / source_area;
    if (ratio <= 0) {
      posed.away.push_back({corners[0], corners[2], corners[1]});
      return;
    }
    float confidence = 1 / std::max(1.0f, ratio);
    if (ratio > kWallStretch && Slope(surface, corners) > kSteepSlope) {
      confidence *= kSteepConfidence;
    }
    posed.triangles.push_back(corners);
    posed.confidence.push_back(std::max(confidence, kLeastConfidence));
  };
  for (int j = 0; j + 1 < size.height; ++j) {
    for (int i = 0; i + 1 < size.width; ++i) {
      if (!whole(surface.front_nodes, i, j)) continue;
      const int a = j * size.width + i;
      add_front({a, a + 1, a + size.width});
      add_front({a + 1, a + size.width + 1, a + size.width});
    }
  }
  posed.first_back = posed.triangles.size();
  for (int j = 0; j + 1 < size.height; ++j) {
    for (int i = 0; i + 1 < size.width; ++i) {
      if (!whole(surface.back_nodes, i, j)) continue;
      const int a = nodes + j * size.width + i;
      // The other way round: this sheet is seen from behind.
      add_back({a, a + size.width, a + 1});
      add_back({a + 1, a + size.width, a + size.width + 1});
    }
  }
  posed.confidence.resize(posed.triangles.size(), kBackConfidence);
  if (!with_ears) return posed;
  const auto add_ear = [&](const std::array<int, 3>& corners) {
    const float ratio = area(corners) / source_area;
    if (ratio <= 0) return;
    posed.ear_triangles.push_back(corners);
    posed.ear_confidence.push_back(std::max(1 / std::max(1.0f, ratio), kLeastConfidence));
  };
  for (int j = 0; j + 1 < size.height; ++j) {
    for (int i = 0; i + 1 < size.width; ++i) {
      if (!whole(surface.ears.nodes, i, j)) continue;
      const int a = 2 * nodes + j * size.width + i;
      add_ear({a, a + 1, a + size.width});
      add_ear({a + 1, a + size.width + 1, a + size.width});
    }
  }
  return posed;
}

}  // namespace heser
