#include "engine/aligner/nape_hair.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

// Head frame units (W).
// Hair that hangs lower than this is long.
constexpr double kLong = 0.5;
// Below the ears, from where on to where fully.
constexpr double kBegin = 0.12;
constexpr double kFully = 0.2;
constexpr double kAxis = 0.5;  // z of the skull's middle.
// Cosines of the angle to the viewer, as of which hair is hidden, and from which on it is seen.
constexpr double kHidden = -0.12;
constexpr double kSeen = 0.02;

}  // namespace

void HideNapeHair(const HeadSurface& surface, const Similarity3& target_from_head,
                  const SurfaceSamples& samples, AlphaMap& alpha) {
  if (surface.hair_end > kLong) return;
  cv::Mat depth;
  cv::remap(surface.front, depth, samples.place * (1 / surface.step), cv::noArray(),
            cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  cv::Mat labels;
  cv::remap(surface.labels, labels, samples.place, cv::noArray(), cv::INTER_NEAREST,
            cv::BORDER_CONSTANT);
  const Similarity3 head_from_view = surface.view_from_head.Inverse();
  const Eigen::Vector3d sight = target_from_head.rotation.transpose() * Eigen::Vector3d(0, 0, -1);
  const Eigen::Vector2d viewer = Eigen::Vector2d(sight.x(), sight.z()).normalized();
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      if (alpha(y, x) <= 0 || samples.hit(y, x) == 0 || samples.back(y, x) != 0) continue;
      if (labels.at<std::uint8_t>(y, x) != static_cast<std::uint8_t>(Label::kHair)) continue;
      const cv::Vec2f& place = samples.place(y, x);
      const Eigen::Vector3d at =
          head_from_view * Eigen::Vector3d(surface.box.x + place[0], surface.box.y + place[1],
                                           depth.at<float>(y, x));
      const double below = std::clamp((at.y() - kBegin) / (kFully - kBegin), 0.0, 1.0);
      if (below <= 0) continue;
      const Eigen::Vector2d from_axis(at.x(), at.z() - kAxis);
      const double cosine = from_axis.normalized().dot(viewer);
      const double seen = std::clamp((cosine - kHidden) / (kSeen - kHidden), 0.0, 1.0);
      alpha(y, x) *= static_cast<float>(1 - below * (1 - seen));
    }
  }
}

}  // namespace heser
