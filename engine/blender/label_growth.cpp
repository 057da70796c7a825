#include "engine/blender/label_growth.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/blender/color_class.h"
#include "engine/core/image_ops.h"
#include "engine/core/selection.h"

namespace heser {
namespace {

// Colours are compared at this face size: strands blur into the colour of hair.
constexpr double kGrowthFaceSize = 100;
constexpr int kFewestUnknown = 30;
constexpr int kFewestHair = 30;
constexpr int kFewestOther = 40;
// The hair beside the unknown pixels is their best example: roots and tips differ.
constexpr double kNeighbourhood = 0.35;
constexpr double kFarthest = 1.0;
constexpr double kLargestDistance = 9;  // Squared.
// Strands that were taken for clothing: nearer to the hair, in place and in colour.
constexpr double kStrandReach = 0.25;
constexpr double kStrandDistance = 5;  // Squared.
// The same for the skin in a collar's opening.
constexpr double kOpeningReach = 0.2;
// Pixels of the small picture: its steps shall not show in the large one.
constexpr double kEdgeSigma = 0.7;

// Selected: nearer to `own` than to any rival, and within the squared distance that is allowed.
Mask LooksLike(const ColorClass& own, const std::vector<ColorClass>& rivals, const cv::Mat3f& lab,
               const cv::Mat1f& largest_distance) {
  Mask alike(lab.size(), std::uint8_t{0});
  for (int y = 0; y < lab.rows; ++y) {
    for (int x = 0; x < lab.cols; ++x) {
      if (largest_distance(y, x) <= 0) continue;
      const cv::Vec3d v(lab(y, x));
      const double distance = own.Mahalanobis(v);
      if (distance >= largest_distance(y, x)) continue;
      const double score = distance + own.log_volume;
      const bool beaten = std::any_of(rivals.begin(), rivals.end(), [&](const ColorClass& rival) {
        return rival.Score(v) < score;
      });
      if (!beaten) alike(y, x) = 255;
    }
  }
  return alike;
}

std::vector<ColorClass> LearnClasses(const cv::Mat3f& lab, const LabelMap& labels,
                                     std::initializer_list<LabelSet> sets) {
  std::vector<ColorClass> classes;
  for (const LabelSet set : sets) {
    if (const auto learned = LearnClass(lab, MaskOf(labels, set), kFewestOther)) {
      classes.push_back(*learned);
    }
  }
  return classes;
}

// The scene at the size at which colours are compared.
struct SmallScene {
  cv::Mat3f lab;
  LabelMap labels;
  Mask unknown;  // Person without a name.
  double face_size;
};

// What of the unknown, and of the strands in clothing, is hair.
Mask FindHair(const SmallScene& scene) {
  Mask none(scene.labels.size(), std::uint8_t{0});
  const Mask hair = MaskOf(scene.labels, {Label::kHair});
  const Mask clothing = MaskOf(scene.labels, {Label::kClothing});
  const Mask strands = clothing & Dilate(hair, kStrandReach * scene.face_size);
  if (cv::countNonZero(scene.unknown | strands) < kFewestUnknown) return none;
  const Mask edge = hair & Dilate(scene.unknown | clothing, 2);
  if (cv::countNonZero(edge) < 3) return none;
  Mask near = hair & Dilate(edge, kNeighbourhood * scene.face_size);
  if (cv::countNonZero(near) < kFewestHair) near = hair;
  const auto own = LearnClass(scene.lab, near, kFewestHair);
  if (!own) return none;
  const std::vector<ColorClass> rivals =
      LearnClasses(scene.lab, scene.labels, {{Label::kClothing}, {Label::kNeck}, kFaceSkinLabels});
  cv::Mat1f largest_distance(scene.labels.size(), 0.F);
  largest_distance.setTo(kLargestDistance,
                         scene.unknown & Dilate(hair, kFarthest * scene.face_size));
  largest_distance.setTo(kStrandDistance, strands);
  const Mask alike = LooksLike(*own, rivals, scene.lab, largest_distance);
  // Hair that was missed may hang behind an ear.
  const Mask head_beside = MaskOf(scene.labels, kHeadLabels) & Dilate(scene.unknown, 2);
  return ConnectedTo(Erode(Dilate(alike, 1), 1) & (largest_distance > 0), edge | head_beside);
}

// What of the unknown, and of what was taken for clothing beside the neck, is bare skin.
Mask FindNeck(const SmallScene& scene) {
  Mask none(scene.labels.size(), std::uint8_t{0});
  const Mask neck = MaskOf(scene.labels, {Label::kNeck});
  const Mask opening =
      MaskOf(scene.labels, {Label::kClothing}) & Dilate(neck, kOpeningReach * scene.face_size);
  if (cv::countNonZero(scene.unknown | opening) < kFewestUnknown) return none;
  const auto own = LearnClass(scene.lab, neck, kFewestOther);
  if (!own) return none;
  const std::vector<ColorClass> rivals =
      LearnClasses(scene.lab, scene.labels, {{Label::kClothing}, {Label::kHair}});
  cv::Mat1f largest_distance(scene.labels.size(), 0.F);
  largest_distance.setTo(kLargestDistance,
                         scene.unknown & Dilate(neck, kFarthest * scene.face_size));
  largest_distance.setTo(kStrandDistance, opening);
  const Mask alike = LooksLike(*own, rivals, scene.lab, largest_distance);
  return ConnectedTo(Erode(Dilate(alike, 1), 1) & (largest_distance > 0),
                     neck & Dilate(scene.unknown | opening, 2));
}

}  // namespace

LabelMap GrowLabels(const ColorImage& color, const LabelMap& labels, const AlphaMap& matte,
                    double face_size) {
  const Mask unknown = MaskOf(labels, {Label::kBackground}) & MaskAbove(matte, 0.5);
  const double scale = std::min(1.0, kGrowthFaceSize / face_size);
  const cv::Size size(std::max(1, cvRound(labels.cols * scale)),
                      std::max(1, cvRound(labels.rows * scale)));
  SmallScene scene;
  scene.face_size = face_size * scale;
  cv::Mat small;
  cv::resize(unknown, small, size, 0, 0, cv::INTER_NEAREST);
  scene.unknown = small.clone();
  cv::resize(labels, small, size, 0, 0, cv::INTER_NEAREST);
  scene.labels = small.clone();
  cv::resize(color, small, size, 0, 0, cv::INTER_AREA);
  scene.lab = Blur(LabFromSrgb(small), 0.8);
  const auto full = [&](const Mask& found) {
    cv::Mat share;
    cv::resize(AlphaOf(found), share, labels.size(), 0, 0, cv::INTER_LINEAR);
    return MaskAbove(scale < 1 ? Blur(share, kEdgeSigma / scale) : share, 0.5);
  };
  const Mask person = unknown | MaskOf(labels, {Label::kClothing});
  LabelMap result = labels.clone();
  if (const Mask neck = FindNeck(scene); cv::countNonZero(neck) > 0) {
    result.setTo(static_cast<int>(Label::kNeck), full(neck) & person);
  }
  if (const Mask hair = FindHair(scene); cv::countNonZero(hair) > 0) {
    result.setTo(static_cast<int>(Label::kHair), full(hair) & person);
  }
  return result;
}

}  // namespace heser
