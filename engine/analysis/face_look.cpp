#include "engine/analysis/face_look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <numbers>
#include <numeric>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_crops.h"
#include "engine/analysis/mean_face_edges.h"

namespace heser {
namespace {

// MeshNet's view is 1.5 face sizes wide: at this side the face has 48 pixels.
constexpr int kCropSide = 72;
constexpr int kWidth = 48;
constexpr int kHeight = 56;
constexpr int kCell = 8;
constexpr int kColumns = kWidth / kCell;
constexpr int kRows = kHeight / kCell;
constexpr int kBins = 9;
static_assert(std::ssize(kMeanFaceEdges) == kColumns * kRows * kBins);
// A cell with less than this (squared) has no edge to speak of.
constexpr float kFlat = 1e-3f;
// Somewhat more than half the diagonal of the crop: filters reach beyond it. Face sizes.
constexpr double kReach = 1.15;

// Points of the mesh on cheeks and forehead, and half the side of what is taken there, pixels of
// the crop.
constexpr int kSkinPoints[] = {50,  101, 205, 36, 117, 280, 330, 425,
                               266, 346, 151, 9,  108, 337, 67,  297};
constexpr int kSkinReach = 2;
// Mean difference of a skin's largest and smallest channel, encoded: below it the picture has no
// colours.
constexpr double kGreySkin = 0.02;
// Against black.
constexpr double kLeastLight = 1e-3;
// Of 162 photos of 81 people in one light the skins of one person, neutral and smiling, differ by
// up to .1 in colour and .3 in luminance (logarithms), those of two by .14 and .26 in the middle.
constexpr double kSameColor = 0.06;
constexpr double kOtherColor = 0.25;
constexpr double kSameLuminance = 0.3;
constexpr double kOtherLuminance = 1.2;

cv::Mat1f UprightFace(const ColorImage& crop) {
  cv::Mat1f grey;
  cv::cvtColor(crop, grey, cv::COLOR_RGB2GRAY);
  return grey(cv::Rect((kCropSide - kWidth) / 2, (kCropSide - kHeight) / 2, kWidth, kHeight));
}

void ToLengthOne(std::vector<float>& values) {
  const float length =
      std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0f));
  if (length == 0) return;
  for (float& value : values) value /= length;
}

/// The two neighbours that a value between steps is shared by, and the second one's share.
struct Shared {
  int first;
  float second_share;

  explicit Shared(float value) : first(cvFloor(value)), second_share(value - std::floor(value)) {}
  float ShareOf(int neighbour) const { return neighbour == 0 ? 1 - second_share : second_share; }
};

cv::Rect Around(const FaceMesh& mesh, cv::Size picture) {
  const double reach = kReach * FaceSize(mesh);
  const cv::Point2d middle = FaceCenter(mesh);
  return cv::Rect(cv::Point(cvFloor(middle.x - reach), cvFloor(middle.y - reach)),
                  cv::Point(cvCeil(middle.x + reach), cvCeil(middle.y + reach))) &
         cv::Rect({}, picture);
}

/// See FaceLook.
std::optional<cv::Vec3d> SkinOf(const ColorImage& crop, const FaceMesh& mesh,
                                const cv::Matx23d& crop_from_photo) {
  const ColorImage linear = LinearFromSrgb(crop);
  std::array<std::vector<double>, 3> channels;
  for (std::vector<double>& channel : channels) channel.reserve(std::size(kSkinPoints));
  double chroma = 0;
  for (const int point : kSkinPoints) {
    const cv::Point2d at = ApplyAffine(crop_from_photo, {mesh(point, 0), mesh(point, 1)});
    const cv::Point middle(std::clamp(cvRound(at.x), kSkinReach, kCropSide - 1 - kSkinReach),
                           std::clamp(cvRound(at.y), kSkinReach, kCropSide - 1 - kSkinReach));
    const cv::Rect place(middle - cv::Point(kSkinReach, kSkinReach),
                         cv::Size(2 * kSkinReach + 1, 2 * kSkinReach + 1));
    const cv::Scalar encoded = cv::mean(crop(place));
    const auto [least, most] = std::minmax({encoded[0], encoded[1], encoded[2]});
    chroma += (most - least) / static_cast<double>(std::size(kSkinPoints));
    const cv::Scalar light = cv::mean(linear(place));
    for (int i = 0; i < 3; ++i) channels[i].push_back(std::max(light[i], kLeastLight));
  }
  if (chroma < kGreySkin) return {};
  cv::Vec3d rgb;
  for (int i = 0; i < 3; ++i) {
    const auto middle = channels[i].begin() + std::ssize(channels[i]) / 2;
    std::ranges::nth_element(channels[i], middle);
    rgb[i] = *middle;
  }
  const double luminance =
      std::inner_product(rgb.val, rgb.val + 3, std::begin(kLuminanceWeights), 0.0);
  return cv::Vec3d(std::log(rgb[0] / rgb[1]), std::log(rgb[1] / rgb[2]), std::log(luminance));
}

FaceLook LookIn(const ColorImage& part, const FaceMesh& mesh) {
  const cv::Matx23d crop_from_part = MeshCropFromPhoto(mesh, kCropSide);
  const ColorImage crop = SampleCrop(part, crop_from_part, kCropSide);
  const cv::Mat1f face = UprightFace(crop);
  FaceLook look;
  look.skin = SkinOf(crop, mesh, crop_from_part);
  const auto mean = static_cast<float>(cv::mean(face)[0]);
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) look.pixels.push_back(face(y, x) - mean);
  }
  ToLengthOne(look.pixels);
  look.edges = EdgeHistograms(face);
  std::ranges::transform(look.edges, kMeanFaceEdges, look.edges.begin(), std::minus<>());
  ToLengthOne(look.edges);
  return look;
}

FaceMesh Moved(const FaceMesh& mesh, cv::Point corner) {
  return TransformMesh({1, 0, -static_cast<double>(corner.x), 0, 1, -static_cast<double>(corner.y)},
                       mesh);
}

}  // namespace

std::vector<float> EdgeHistograms(const cv::Mat1f& face) {
  // Square roots: shadows count as much as lights.
  cv::Mat1f tone;
  cv::sqrt(cv::max(face, 0), tone);
  std::vector<float> histograms(kMeanFaceEdges.size());
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const float along_x = tone(y, std::min(x + 1, kWidth - 1)) - tone(y, std::max(x - 1, 0));
      const float along_y = tone(std::min(y + 1, kHeight - 1), x) - tone(std::max(y - 1, 0), x);
      const float strength = std::hypot(along_x, along_y);
      float turn = std::atan2(along_y, along_x) / std::numbers::pi_v<float>;
      if (turn < 0) turn += 1;  // Dark beside light is as good as light beside dark.
      const Shared bin(turn * kBins - 0.5f);
      const Shared row((static_cast<float>(y) + 0.5f) / kCell - 0.5f);
      const Shared column((static_cast<float>(x) + 0.5f) / kCell - 0.5f);
      for (int i = 0; i < 8; ++i) {
        const int at_row = row.first + (i & 1);
        const int at_column = column.first + (i >> 1 & 1);
        if (at_row < 0 || at_row >= kRows || at_column < 0 || at_column >= kColumns) continue;
        const int at_bin = (bin.first + (i >> 2) + kBins) % kBins;
        const int place = (at_row * kColumns + at_column) * kBins + at_bin;
        histograms[static_cast<std::size_t>(place)] +=
            strength * row.ShareOf(i & 1) * column.ShareOf(i >> 1 & 1) * bin.ShareOf(i >> 2);
      }
    }
  }
  for (auto cell = histograms.begin(); cell != histograms.end(); cell += kBins) {
    const float length = std::sqrt(std::inner_product(cell, cell + kBins, cell, kFlat));
    std::for_each(cell, cell + kBins, [length](float& value) { value /= length; });
  }
  return histograms;
}

FaceLook LookOf(const ColorImage& picture, const FaceMesh& mesh) {
  const cv::Rect box = Around(mesh, picture.size());
  return LookIn(picture(box), Moved(mesh, box.tl()));
}

FaceLook LookOf(const Photo& photo, const FaceMesh& mesh) {
  const cv::Rect box = Around(mesh, photo.size());
  return LookIn(photo.WorkingPixels(box), Moved(mesh, box.tl()));
}

double SkinDifference(const FaceLook& a, const FaceLook& b) {
  if (!a.skin || !b.skin) return 0;
  const cv::Vec3d apart = *a.skin - *b.skin;
  const auto share = [](double value, double from, double to) {
    return std::clamp((value - from) / (to - from), 0.0, 1.0);
  };
  return std::max(share(std::hypot(apart[0], apart[1]), kSameColor, kOtherColor),
                  share(std::abs(apart[2]), kSameLuminance, kOtherLuminance));
}

double Likeness(const std::vector<float>& a, const std::vector<float>& b) {
  if (a.empty() || b.size() != a.size()) return 1;
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace heser
