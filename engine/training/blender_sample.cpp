#include "engine/training/blender_sample.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/blender/blending_crop.h"
#include "engine/core/image_ops.h"
#include "engine/training/color_jitter.h"
#include "engine/training/random_draws.h"

namespace heser {
namespace {

constexpr float kByte = 255;
// Share of samples that show the crop at its full size.
constexpr double kFullSizeShare = 0.6;
// Where samples are centred, face sizes from the middle of the crop.
constexpr double kCenterX = 0.75;
constexpr double kCenterUp = 1.0;
constexpr double kCenterDown = 0.8;
// How far the head's edge may be off, bent and moved, face sizes. In a swap the outline that the
// aligner gives is the truth: trained on edges off by .05, the network drew halos for heads that it
// took to be larger than their coverage.
constexpr double kEdgeError = 0.012;
constexpr double kEdgeBend = 0.008;
constexpr double kShift = 0.006;
constexpr int kBendKnots = 7;
// Of BlenderScene::edge.
constexpr float kEdgePerPixel = 2;
constexpr float kEdgeZero = 128;
constexpr float kLightEncoding = 1 / 2.2f;

using Curve = std::array<float, 256>;

/// The part of a scene that a sample shows, brought to its size.
struct Part {
  cv::Rect rect;
  cv::Size size;

  cv::Mat Of(const cv::Mat& picture, cv::Point shift = {}) const {
    const cv::Rect whole({}, picture.size());
    cv::Rect place = rect + shift;
    place.x = std::clamp(place.x, 0, whole.width - place.width);
    place.y = std::clamp(place.y, 0, whole.height - place.height);
    if (place.size() == size) return picture(place);
    cv::Mat resized;
    cv::resize(picture(place), resized, size, 0, 0, cv::INTER_AREA);
    return resized;
  }

  double scale() const { return static_cast<double>(size.width) / rect.width; }
};

Part DrawPart(const BlenderScene& scene, int size, std::mt19937& random) {
  const bool full = Chance(random, kFullSizeShare);
  const int side =
      full ? size : std::min(kBlendingCropSize, cvRound(size * std::exp2(Uniform(random, 0, 1.2))));
  const double middle = kBlendingCropSize / 2.0;
  const double x = middle + Uniform(random, -kCenterX, kCenterX) * scene.face_size;
  const double y = middle + Uniform(random, -kCenterUp, kCenterDown) * scene.face_size;
  // Beyond the photo there is nothing to learn.
  const auto place = [side](double center, int begin, int length) {
    const int low = length >= side ? begin : 0;
    const int high = length >= side ? begin + length - side : kBlendingCropSize - side;
    return std::clamp(cvRound(center - side / 2.0), low, high);
  };
  return {{place(x, scene.inside.x, scene.inside.width),
           place(y, scene.inside.y, scene.inside.height), side, side},
          {size, size}};
}

/// Smooth noise of deviation about `amount`.
cv::Mat1f SmoothField(cv::Size size, double amount, std::mt19937& random) {
  cv::Mat1f knots(kBendKnots, kBendKnots);
  for (float& knot : knots) knot = static_cast<float>(Uniform(random, -1.7, 1.7) * amount);
  cv::Mat1f field;
  cv::resize(knots, field, size, 0, 0, cv::INTER_CUBIC);
  return field;
}

/// Coverage from the head's outline, grown by `grown` pixels (a field), with this softness.
cv::Mat1f CoverageFromEdge(const cv::Mat1b& edge, const cv::Mat1f& grown, double softness) {
  cv::Mat1f alpha(edge.size());
  const auto slope = static_cast<float>(0.5 / softness);
  for (int y = 0; y < edge.rows; ++y) {
    for (int x = 0; x < edge.cols; ++x) {
      const float distance = (edge(y, x) - kEdgeZero) / kEdgePerPixel;
      alpha(y, x) = std::clamp(0.5f + (distance + grown(y, x)) * slope, 0.f, 1.f);
    }
  }
  return alpha;
}

/// The head's coverage as alignment and matting get it wrong, 0 to 1. Distances of `edge` are
/// pixels of the scene.
cv::Mat1f WrongCoverage(const BlenderScene& scene, const Part& part, std::mt19937& random) {
  const double face = scene.face_size;
  const cv::Point shift(cvRound(Uniform(random, -kShift, kShift) * face),
                        cvRound(Uniform(random, -kShift, kShift) * face));
  if (Chance(random, 0.6)) {
    // The matte itself, thicker or thinner.
    cv::Mat1f alpha;
    part.Of(scene.alpha, shift).convertTo(alpha, CV_32F, 1 / kByte);
    const double thickness = std::exp2(Uniform(random, -0.5, 0.5));
    cv::pow(alpha, thickness, alpha);
    return alpha;
  }
  cv::Mat1f grown = SmoothField(part.size, Uniform(random, 0, kEdgeBend) * face, random);
  grown += Uniform(random, -kEdgeError, kEdgeError) * face;
  return CoverageFromEdge(part.Of(scene.edge, shift), grown, Uniform(random, 0.8, 0.02 * face));
}

/// Log gain on linear light over the part: a gradient, a light from one side, and now and then the
/// hard edge of a shadow on the face.
cv::Mat1f WrongLight(const BlenderScene& scene, const Part& part, double strength,
                     std::mt19937& random) {
  cv::Mat1f light = SmoothField(part.size, 0.04 * strength, random);
  const cv::Rect reduced(part.rect.x / 4, part.rect.y / 4, part.rect.width / 4,
                         part.rect.height / 4);
  cv::Mat3b normals;
  cv::resize(scene.normals(reduced), normals, part.size);
  const cv::Vec3f soft(static_cast<float>(Uniform(random, -0.35, 0.35) * strength),
                       static_cast<float>(Uniform(random, -0.25, 0.25) * strength),
                       static_cast<float>(Uniform(random, -0.1, 0.1) * strength));
  const bool hard = Chance(random, 0.25);
  const auto depth = hard ? static_cast<float>(Uniform(random, 0.1, 0.6) * strength) : 0.f;
  const double side = Uniform(random, -1.6, 1.6);
  const cv::Vec3f sun(static_cast<float>(std::sin(side)),
                      static_cast<float>(Uniform(random, -0.6, 0.4)),
                      static_cast<float>(-std::cos(side)));
  const auto terminator = static_cast<float>(Uniform(random, -0.2, 0.6));
  const auto sharpness = static_cast<float>(Uniform(random, 6, 25));
  for (int y = 0; y < light.rows; ++y) {
    for (int x = 0; x < light.cols; ++x) {
      const cv::Vec3f normal = (cv::Vec3f(normals(y, x)) - cv::Vec3f::all(128)) / 127.f;
      float gain = soft.dot(normal);
      if (hard) gain -= depth / (1 + std::exp(sharpness * (normal.dot(sun) - terminator)));
      light(y, x) += gain;
    }
  }
  return light;
}

Curve CurveOf(const ColorJitter& jitter) {
  Curve curve;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    curve[i] = std::pow(static_cast<float>(i) / kByte, jitter.gamma);
  }
  return curve;
}

/// The head's colours, changed once more: what a sample's own recolouring leaves wrong.
cv::Mat3f WrongColors(const cv::Mat3b& head, const cv::Mat1b& hair, const cv::Mat1f& light,
                      double strength, std::mt19937& random) {
  const ColorJitter skin = DrawColorJitter(random, strength);
  const ColorJitter own = DrawColorJitter(random, strength);
  const cv::Matx33f skin_matrix = skin.linear();
  const cv::Matx33f own_matrix = own.linear();
  const Curve skin_curve = CurveOf(skin);
  const Curve own_curve = CurveOf(own);
  const auto apply = [](const cv::Matx33f& matrix, const Curve& curve, const cv::Vec3b& pixel) {
    return matrix * cv::Vec3f(curve[pixel[0]], curve[pixel[1]], curve[pixel[2]]);
  };
  cv::Mat3f colors(head.size());
  for (int y = 0; y < head.rows; ++y) {
    for (int x = 0; x < head.cols; ++x) {
      const float share = hair(y, x) / kByte;
      cv::Vec3f color;
      if (share < 1) color += (1 - share) * apply(skin_matrix, skin_curve, head(y, x));
      if (share > 0) color += share * apply(own_matrix, own_curve, head(y, x));
      const float gain =
          1 + light(y, x) * kLightEncoding * (1 + 0.5f * light(y, x) * kLightEncoding);
      colors(y, x) = color * gain;
    }
  }
  return colors;
}

/// What a sample is put together from.
struct Layers {
  cv::Mat3f head;
  cv::Mat1f alpha;
  cv::Vec3f behind;  ///< Another background's colour, and how much of it the soft edge kept.
  float behind_share = 0;
};

std::uint8_t Byte(float value) { return cv::saturate_cast<std::uint8_t>(value * kByte); }

cv::Mat Assemble(const BlenderScene& scene, const Part& part, const Layers& layers,
                 const BlenderScene::Head& head, const BlenderScene::Body& body) {
  const cv::Mat3b plate = part.Of(body.plate);
  const cv::Mat1b made_up = part.Of(body.made_up);
  const cv::Mat1b luma = part.Of(head.luma);
  const cv::Mat3b truth = part.Of(scene.truth);
  cv::Mat1b importance_map(scene.truth.size(), std::uint8_t{0});
  scene.importance(scene.inside).copyTo(importance_map(scene.inside));
  const cv::Mat1b importance = part.Of(importance_map);
  cv::Mat sample(part.size, CV_8UC(kBlenderSampleChannels));
  for (int y = 0; y < sample.rows; ++y) {
    std::uint8_t* out = sample.ptr<std::uint8_t>(y);
    for (int x = 0; x < sample.cols; ++x, out += kBlenderSampleChannels) {
      const float alpha = layers.alpha(y, x);
      const cv::Vec3f head_color = layers.head(y, x) + (layers.behind - layers.head(y, x)) *
                                                           (layers.behind_share * (1 - alpha));
      for (int c = 0; c < 3; ++c) {
        out[c] = Byte(alpha * std::clamp(head_color[c], 0.f, 1.f) +
                      (1 - alpha) * static_cast<float>(plate(y, x)[c]) / kByte);
        out[3 + c] = plate(y, x)[c];
        out[9 + c] = truth(y, x)[c];
      }
      out[6] = Byte(alpha);
      out[7] = made_up(y, x);
      out[8] = luma(y, x);
      out[12] = importance(y, x);
    }
  }
  return sample;
}

}  // namespace

cv::Mat DrawBlenderSample(const BlenderScene& scene, int size, std::mt19937& random) {
  const Part part = DrawPart(scene, size, random);
  const BlenderScene::Head& head = scene.heads[Index(random, scene.heads.size())];
  const BlenderScene::Body& body = scene.bodies[Index(random, scene.bodies.size())];
  const double strength = Chance(random, 0.5) ? 0 : Uniform(random, 0, 0.5);
  const cv::Mat1f light = WrongLight(scene, part, strength, random);
  Layers layers;
  layers.head = WrongColors(part.Of(head.color), part.Of(scene.hair), light, strength, random);
  layers.alpha = WrongCoverage(scene, part, random);
  if (Chance(random, 0.5)) {
    for (int c = 0; c < 3; ++c) layers.behind[c] = static_cast<float>(Uniform(random, 0, 1));
    layers.behind_share = static_cast<float>(Uniform(random, 0, 0.7));
  }
  cv::Mat sample = Assemble(scene, part, layers, head, body);
  if (Chance(random, 0.5)) cv::flip(sample, sample, 1);
  return sample;
}

cv::Mat PlainBlenderSample(const BlenderScene& scene, std::size_t body, double grown) {
  const Part part{{0, 0, kBlendingCropSize, kBlendingCropSize},
                  {kBlendingCropSize, kBlendingCropSize}};
  const auto pixels = static_cast<float>(grown * scene.face_size);
  cv::Mat1f alpha;
  scene.alpha.convertTo(alpha, CV_32F, 1 / kByte);
  // Dilated: the matte's own edge stays where it already covers.
  const cv::Mat1f wider = CoverageFromEdge(scene.edge, cv::Mat1f(scene.edge.size(), pixels), 0.5);
  Layers layers;
  layers.alpha = cv::Mat(cv::max(alpha, wider));
  scene.heads.front().color.convertTo(layers.head, CV_32F, 1 / kByte);
  return Assemble(scene, part, layers, scene.heads.front(), scene.bodies[body]);
}

}  // namespace heser
