#include "engine/analysis/face_cover.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_hull.h"
#include "engine/core/image_ops.h"
#include "engine/core/selection.h"

namespace heser {
namespace {

// Larger faces are reduced to this, pixels.
constexpr double kLargestFace = 300;
// Pixels; within it a single colour differs by no more than JPEG makes of it (encoded).
constexpr int kNeighbours = 5;
constexpr double kEven = 2.5 / 255;
// Most that the whole area may: softly lit skin or a blurred backdrop is even, but goes on
// changing.
constexpr double kOneColor = 10.0 / 255;
// What is left of the ends of its values, shares: specks of the area's rim.
constexpr double kRim = 0.02;

/// Between the ends of the values in `area`, its rim's left out.
double SpreadWithin(const cv::Mat1f& channel, const Mask& area) {
  return QuantileOf(channel, area, 1 - kRim) - QuantileOf(channel, area, kRim);
}

}  // namespace

double CoveredShare(const HeadView& view) {
  const Mask whole = FaceHull(view.mesh, view.color.size());
  const cv::Rect box = cv::boundingRect(whole);
  if (box.empty()) return 0;
  const double scale = std::min(1.0, kLargestFace / view.face_size());
  cv::Mat color;
  Mask face;
  cv::resize(view.color(box), color, {}, scale, scale, cv::INTER_AREA);
  cv::resize(whole(box), face, color.size(), 0, 0, cv::INTER_NEAREST);
  const cv::Mat square = cv::Mat::ones(kNeighbours, kNeighbours, CV_8U);
  cv::Mat most;
  cv::Mat least;
  cv::dilate(color, most, square);
  cv::erode(color, least, square);
  std::vector<cv::Mat> ranges;
  cv::split(most - least, ranges);
  const Mask even = (ranges[0] < kEven) & (ranges[1] < kEven) & (ranges[2] < kEven) & face;
  const Mask area = LargestPiece(even);
  const int size = cv::countNonZero(area);
  if (size == 0) return 0;
  std::vector<cv::Mat> channels;
  cv::split(color, channels);
  const bool is_one_color = std::ranges::all_of(
      channels, [&](const cv::Mat& channel) { return SpreadWithin(channel, area) < kOneColor; });
  return is_one_color ? size / static_cast<double>(cv::countNonZero(face)) : 0;
}

}  // namespace heser
