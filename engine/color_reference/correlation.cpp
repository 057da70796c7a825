#include "engine/color_reference/correlation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/color_reference/scene_light.h"
#include "engine/color_reference/skin_match.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Pixels are compared at this face size: colours this coarse are all that is wanted.
constexpr double kComparedFaceSize = 56;
// Of the softmax over cosine similarities: the paper's learnt one starts here.
constexpr double kTemperature = 1.0 / 50;
// Low frequencies, of the colours compared and of the change. Face sizes.
constexpr double kColorSigma = 0.03;
constexpr double kChangeSigma = 0.06;
// Spread of the normals beyond the mesh, face sizes.
constexpr double kNormalSigma = 0.06;
// Weights of the features, each of about unit spread.
constexpr double kPlaceWeight = 1.5;
constexpr double kNormalWeight = 1;
constexpr double kToneWeight = 0.7;
constexpr float kSolidAlpha = 0.95f;
constexpr int kFewestPixels = 20;
constexpr std::array<LabelSet, 3> kRegions = {LabelSet{Label::kSkin}, LabelSet{Label::kNose},
                                              LabelSet{Label::kEar}};

/// Place 2, normal 3, tone 1.
using Feature = cv::Vec<float, 6>;

/// A head at the size at which it is compared.
struct Compared {
  cv::Mat3f log_light;  ///< Low frequencies of the skin.
  LabelMap labels;
  std::vector<Feature> features;  ///< Row-major, of all pixels.
};

Compared MakeCompared(const ColorImage& color, const LabelMap& labels, const Mask& trusted,
                      const FaceMesh& mesh, double scale) {
  const cv::Size size(std::max(1, cvRound(color.cols * scale)),
                      std::max(1, cvRound(color.rows * scale)));
  const auto reduced = [&](const cv::Mat& picture, int interpolation) {
    cv::Mat small;
    cv::resize(picture, small, size, 0, 0, interpolation);
    return small;
  };
  Compared compared;
  compared.labels = reduced(labels, cv::INTER_NEAREST);
  compared.labels.setTo(0, reduced(trusted, cv::INTER_NEAREST) == 0);
  const double face_size = FaceSize(mesh) * scale;
  const Mask skin = MaskOf(compared.labels, kRegions[0] | kRegions[1] | kRegions[2]);
  compared.log_light = BlurWeighted(LogLight(reduced(color, cv::INTER_AREA)), AlphaOf(skin),
                                    kColorSigma * face_size);
  const FaceMesh small_mesh = TransformMesh({scale, 0, 0, 0, scale, 0}, mesh);
  LightDifference normals;
  normals.at_point = MeshNormals(small_mesh, DefaultFaceMeshModel());
  const cv::Mat3f normal =
      SpreadOverPicture(normals, small_mesh, cv::Rect({}, size), kNormalSigma * face_size);
  const cv::Point2d center = FaceCenter(small_mesh);
  const float median = LogLuminance(cv::Vec3f(MedianOf(compared.log_light, skin)));
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const cv::Vec3f& n = normal(y, x);
      const float tone = LogLuminance(compared.log_light(y, x)) - median;
      compared.features.emplace_back(
          static_cast<float>(kPlaceWeight * 2 * (x - center.x) / face_size),
          static_cast<float>(kPlaceWeight * 2 * (y - center.y) / face_size),
          static_cast<float>(kNormalWeight * n[0]), static_cast<float>(kNormalWeight * n[1]),
          static_cast<float>(kNormalWeight * (n[2] + 1)), static_cast<float>(kToneWeight * tone));
    }
  }
  return compared;
}

std::vector<cv::Point> PixelsOf(const Compared& compared, LabelSet region) {
  std::vector<cv::Point> pixels;
  cv::findNonZero(MaskOf(compared.labels, region), pixels);
  return pixels;
}

/// Unit features of some pixels, about the mean that both sides share.
std::vector<Feature> Directions(const Compared& compared, const std::vector<cv::Point>& pixels,
                                const Feature& mean) {
  std::vector<Feature> directions;
  for (const cv::Point& pixel : pixels) {
    Feature feature =
        compared.features[static_cast<std::size_t>(pixel.y * compared.labels.cols + pixel.x)] -
        mean;
    directions.push_back(feature / std::max(1e-6, cv::norm(feature)));
  }
  return directions;
}

Feature MeanFeature(const Compared& compared, const std::vector<cv::Point>& pixels) {
  Feature sum;
  for (const cv::Point& pixel : pixels) {
    sum += compared.features[static_cast<std::size_t>(pixel.y * compared.labels.cols + pixel.x)];
  }
  return sum / static_cast<float>(pixels.size());
}

/// Adds the change of one region's pixels.
void Correlate(const Compared& from, const std::vector<cv::Point>& here, const Compared& to,
               const std::vector<cv::Point>& there, cv::Mat3f& change, AlphaMap& known) {
  const Feature mean = MeanFeature(to, there);
  const std::vector<Feature> keys = Directions(to, there, mean);
  const std::vector<Feature> queries = Directions(from, here, mean);
  cv::parallel_for_(cv::Range(0, static_cast<int>(here.size())), [&](const cv::Range& range) {
    for (int i = range.start; i < range.end; ++i) {
      const auto k = static_cast<std::size_t>(i);
      double total = 0;
      cv::Vec3d sum;
      for (std::size_t j = 0; j < keys.size(); ++j) {
        const double weight = std::exp((queries[k].dot(keys[j]) - 1) / kTemperature);
        total += weight;
        sum += cv::Vec3d(to.log_light(there[j])) * weight;
      }
      change(here[k]) = cv::Vec3f(sum / std::max(total, 1e-30)) - from.log_light(here[k]);
      known(here[k]) = 1;
    }
  });
}

}  // namespace

std::optional<cv::Mat3f> CorrelatedChange(const AlignedHead& head, const HeadView& target,
                                          cv::Rect box) {
  const double scale = std::min(1.0, kComparedFaceSize / target.face_size());
  const Mask anywhere(target.labels.size(), std::uint8_t{255});
  const Compared from =
      MakeCompared(head.color, head.labels, MaskAbove(head.alpha, kSolidAlpha), head.mesh, scale);
  const Compared to = MakeCompared(target.color, target.labels, anywhere, target.mesh, scale);
  const std::vector<cv::Point> skin = PixelsOf(to, kRegions.front());
  if (skin.size() < kFewestPixels || PixelsOf(from, kRegions.front()).size() < kFewestPixels) {
    return std::nullopt;
  }
  cv::Mat3f change(from.labels.size(), cv::Vec3f());
  AlphaMap known(from.labels.size(), 0.f);
  for (const LabelSet& region : kRegions) {
    const std::vector<cv::Point> here = PixelsOf(from, region);
    const std::vector<cv::Point> there = PixelsOf(to, region);
    if (!here.empty()) {
      Correlate(from, here, to, there.size() < kFewestPixels ? skin : there, change, known);
    }
  }
  const cv::Mat3f everywhere =
      Blur(PushPull(change, known), kChangeSigma * target.face_size() * scale);
  // The box's pixels in the reduced picture: centres lie on integers.
  const double sx = static_cast<double>(everywhere.cols) / target.color.cols;
  const double sy = static_cast<double>(everywhere.rows) / target.color.rows;
  const cv::Matx23d small_from_box(sx, 0, (box.x + 0.5) * sx - 0.5, 0, sy,
                                   (box.y + 0.5) * sy - 0.5);
  cv::Mat3f field;
  cv::warpAffine(everywhere, field, small_from_box, box.size(),
                 cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
  return field;
}

}  // namespace heser
