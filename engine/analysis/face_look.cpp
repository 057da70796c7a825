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

cv::Mat1f UprightFace(const ColorImage& picture, const FaceMesh& mesh) {
  const ColorImage crop = SampleCrop(picture, MeshCropFromPhoto(mesh, kCropSide), kCropSide);
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

FaceLook LookIn(const ColorImage& part, const FaceMesh& mesh) {
  const cv::Mat1f face = UprightFace(part, mesh);
  FaceLook look;
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

double Likeness(const std::vector<float>& a, const std::vector<float>& b) {
  if (a.empty() || b.size() != a.size()) return 1;
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace heser
