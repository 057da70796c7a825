#include "engine/color_reference/scene_light.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <span>
#include <vector>

#include <Eigen/Cholesky>
#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr int kTerms = 9;
// Wide enough to see shading and not spots, freckles and shine.
constexpr double kSampleSigma = 0.035;
// Sigmas from which on a Gaussian is nothing.
constexpr double kBlurReach = 4;
// A point counts where at least this share of its surroundings is skin.
constexpr double kLeastSkinShare = 0.35;
constexpr int kFewestPoints = 60;
constexpr double kRidge = 0.3;
constexpr int kReweightings = 4;
// Residuals of log light beyond this are cast shadows, make-up or beards: they pull less.
constexpr double kRobustScale = 0.12;
constexpr double kLargestLuminance = 0.7;
constexpr double kLargestChroma = 0.2;

using Basis = Eigen::Matrix<double, kMeshPointCount, kTerms>;
using Values = Eigen::Matrix<double, kMeshPointCount, 3>;
using Weights = Eigen::Matrix<double, kMeshPointCount, 1>;

struct PointSamples {
  Values values = Values::Zero();
  Weights skin_share = Weights::Zero();
};

PointSamples SampleAtPoints(const LitFace& face) {
  const double sigma = kSampleSigma * FaceSize(face.mesh);
  PointSamples samples;
  const cv::Rect box = BoxAround(face.skin, kBlurReach * sigma);
  if (box.empty()) return samples;
  const AlphaMap skin = AlphaOf(face.skin(box));
  const cv::Mat3f blurred = BlurWeighted(face.log_light(box), skin, sigma);
  const AlphaMap share = Blur(skin, sigma);
  for (int i = 0; i < kMeshPointCount; ++i) {
    const int x = cvRound(face.mesh(i, 0)) - box.x;
    const int y = cvRound(face.mesh(i, 1)) - box.y;
    if (x < 0 || y < 0 || x >= share.cols || y >= share.rows) continue;
    samples.skin_share(i) = share(y, x);
    for (int c = 0; c < 3; ++c) samples.values(i, c) = blurred(y, x)[c];
  }
  return samples;
}

Basis HarmonicsAt(const FaceMesh& normals) {
  Basis basis;
  for (int i = 0; i < kMeshPointCount; ++i) {
    const double x = normals(i, 0);
    const double y = normals(i, 1);
    const double z = normals(i, 2);
    basis.row(i) << 1, x, y, z, x * y, x * z, y * z, x * x - y * y, 3 * z * z - 1;
  }
  return basis;
}

Eigen::Matrix<double, kTerms, 3> FitLight(const Basis& basis, const Values& values,
                                          const Weights& weights) {
  Eigen::Matrix<double, kTerms, kTerms> ridge =
      Eigen::Matrix<double, kTerms, kTerms>::Identity() * kRidge;
  ridge(0, 0) = 0;
  Weights current = weights;
  Eigen::Matrix<double, kTerms, 3> light;
  for (int round = 0; round < kReweightings; ++round) {
    // The square of the weights, as a weighted least squares of rows scaled by them.
    const Basis weighted = current.cwiseAbs2().asDiagonal() * basis;
    const Eigen::Matrix<double, kTerms, kTerms> normal = weighted.transpose() * basis + ridge;
    light = normal.ldlt().solve(weighted.transpose() * values);
    const Weights residual = (values - basis * light).cwiseAbs().rowwise().mean();
    for (int i = 0; i < kMeshPointCount; ++i) {
      current(i) = weights(i) * std::min(1.0, kRobustScale / std::max(residual(i), 1e-4));
    }
  }
  return light;
}

cv::Rect BoxOfPoints(const std::vector<cv::Point>& points, cv::Size size) {
  return cv::boundingRect(points) & cv::Rect({}, size);
}

}  // namespace

void LightDifference::Scale(double luminance, double chroma) {
  for (int i = 0; i < kMeshPointCount; ++i) {
    const double shade = kLuminanceWeights[0] * at_point(i, 0) +
                         kLuminanceWeights[1] * at_point(i, 1) +
                         kLuminanceWeights[2] * at_point(i, 2);
    for (int c = 0; c < 3; ++c) {
      at_point(i, c) = shade * luminance + (at_point(i, c) - shade) * chroma;
    }
  }
}

std::optional<LightDifference> MeasureLight(const LitFace& source, const LitFace& target) {
  // Side by side: they are most of the work.
  std::future<PointSamples> sampled =
      std::async(std::launch::async, [&target] { return SampleAtPoints(target); });
  const PointSamples from = SampleAtPoints(source);
  const PointSamples to = sampled.get();
  Weights weights;
  for (int i = 0; i < kMeshPointCount; ++i) {
    const double share = std::min(from.skin_share(i), to.skin_share(i));
    weights(i) = share > kLeastSkinShare ? share : 0;
  }
  if ((weights.array() > 0).count() < kFewestPoints) return std::nullopt;
  const FaceMeshModel& model = DefaultFaceMeshModel();
  const Basis source_basis = HarmonicsAt(MeshNormals(source.mesh, model));
  const Basis target_basis = HarmonicsAt(MeshNormals(target.mesh, model));
  Eigen::Matrix<double, kTerms, 3> change =
      FitLight(target_basis, to.values, weights) - FitLight(source_basis, from.values, weights);
  change.row(0).setZero();
  Values difference = source_basis * change;
  for (int i = 0; i < kMeshPointCount; ++i) {
    const double luminance = kLuminanceWeights[0] * difference(i, 0) +
                             kLuminanceWeights[1] * difference(i, 1) +
                             kLuminanceWeights[2] * difference(i, 2);
    for (int c = 0; c < 3; ++c) {
      difference(i, c) = std::clamp(luminance, -kLargestLuminance, kLargestLuminance) +
                         std::clamp(difference(i, c) - luminance, -kLargestChroma, kLargestChroma);
    }
  }
  return LightDifference{difference};
}

cv::Mat3f SpreadOverPicture(const LightDifference& light, const FaceMesh& mesh, cv::Rect box,
                            double sigma) {
  // A grid of one sigma carries a Gaussian of that sigma without loss that can be seen.
  const double step = std::max(1.0, sigma);
  const cv::Size grid(static_cast<int>(box.width / step) + 2,
                      static_cast<int>(box.height / step) + 2);
  cv::Mat3f coarse(grid);
  cv::parallel_for_(cv::Range(0, grid.height), [&](const cv::Range& rows) {
    std::vector<double> distances(kMeshPointCount);
    for (int gy = rows.start; gy < rows.end; ++gy) {
      for (int gx = 0; gx < grid.width; ++gx) {
        const double x = box.x + gx * step;
        const double y = box.y + gy * step;
        double nearest = 1e30;
        for (int i = 0; i < kMeshPointCount; ++i) {
          const double dx = mesh(i, 0) - x;
          const double dy = mesh(i, 1) - y;
          distances[i] = (dx * dx + dy * dy) / (2 * sigma * sigma);
          nearest = std::min(nearest, distances[i]);
        }
        // Relative to the nearest point, so that far from the face its value holds.
        double total = 0;
        cv::Vec3d sum;
        for (int i = 0; i < kMeshPointCount; ++i) {
          const double exponent = distances[i] - nearest;
          if (exponent > 12) continue;
          const double weight = std::exp(-exponent);
          total += weight;
          for (int c = 0; c < 3; ++c) sum[c] += weight * light.at_point(i, c);
        }
        coarse(gy, gx) = sum / total;
      }
    }
  });
  const cv::Matx23d grid_from_box(1 / step, 0, 0, 0, 1 / step, 0);
  cv::Mat3f field;
  cv::warpAffine(coarse, field, grid_from_box, box.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                 cv::BORDER_REPLICATE);
  return field;
}

std::optional<cv::Vec3d> EyeWhites(const ColorImage& srgb, const LabelMap& labels,
                                   const FaceMesh& mesh) {
  constexpr double kWithinLids = 0.85;  // Away from lashes and the lids' rim.
  constexpr double kLowQuantile = 0.7;
  constexpr double kHighQuantile = 0.92;  // Above lies the catchlight.
  constexpr std::size_t kFewestPixels = 20;
  struct Sample {
    float luminance;
    cv::Vec3f linear;
  };
  std::vector<Sample> samples;
  for (const std::span<const int> rim : {LeftEyeMeshPoints(), RightEyeMeshPoints()}) {
    cv::Point2d center;
    for (int i : rim) center += cv::Point2d(mesh(i, 0), mesh(i, 1)) / double(rim.size());
    std::vector<cv::Point> points;
    for (int i : rim) {
      points.emplace_back(cvRound(center.x + (mesh(i, 0) - center.x) * kWithinLids),
                          cvRound(center.y + (mesh(i, 1) - center.y) * kWithinLids));
    }
    const cv::Rect box = BoxOfPoints(points, srgb.size());
    if (box.empty()) continue;
    std::vector<cv::Point> outline;
    cv::convexHull(points, outline);
    Mask within(box.size(), std::uint8_t{0});
    for (cv::Point& point : outline) point -= box.tl();
    cv::fillConvexPoly(within, outline, cv::Scalar(255));
    for (int y = 0; y < box.height; ++y) {
      for (int x = 0; x < box.width; ++x) {
        const auto label = static_cast<Label>(labels(box.y + y, box.x + x));
        if (within(y, x) == 0 || label == Label::kGlasses || label == Label::kHair ||
            label == Label::kHeadwear) {
          continue;
        }
        const cv::Vec3f& v = srgb(box.y + y, box.x + x);
        const cv::Vec3f linear(LinearFromSrgb(v[0]), LinearFromSrgb(v[1]), LinearFromSrgb(v[2]));
        samples.push_back({linear[0] * kLuminanceWeights[0] + linear[1] * kLuminanceWeights[1] +
                               linear[2] * kLuminanceWeights[2],
                           linear});
      }
    }
  }
  if (samples.size() < kFewestPixels) return std::nullopt;
  std::sort(samples.begin(), samples.end(),
            [](const Sample& a, const Sample& b) { return a.luminance < b.luminance; });
  const auto begin = static_cast<std::size_t>(kLowQuantile * double(samples.size()));
  const auto end =
      std::max(begin + 1, static_cast<std::size_t>(kHighQuantile * double(samples.size())));
  cv::Vec3d mean;
  for (std::size_t i = begin; i < end; ++i) mean += cv::Vec3d(samples[i].linear);
  return mean / double(end - begin);
}

}  // namespace heser
