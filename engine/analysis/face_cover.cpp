#include "engine/analysis/face_cover.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_hull.h"
#include "engine/core/image_ops.h"
#include "engine/core/selection.h"

namespace heser {
namespace {

// Larger faces are reduced to this, pixels; lengths below are of the reduced picture.
constexpr double kLargestFace = 300;
// So much around the face is looked at, face sizes: a cover may reach beyond it.
constexpr double kAround = 0.15;
// Pixels; within it a single colour differs by no more than JPEG makes of it (encoded).
constexpr int kNeighbours = 5;
constexpr double kEven = 1.5 / 255;
// Most that the whole area may: softly lit skin or a blurred backdrop is even, but goes on
// changing.
constexpr double kOneColor = 10.0 / 255;
// What is left of the ends of its values, shares: specks of the area's rim.
constexpr double kRim = 0.02;
// Share of the face: smaller pieces are specks.
constexpr double kLeastPiece = 0.004;
// JPEG spoils a cover's rim this far inside, pixels, by this much, encoded.
constexpr double kSpoiltRim = 12;
constexpr double kSpoilt = 16.0 / 255;
// The face begins between these distances from the cover, pixels, and differs from it by more than
// this in most places.
constexpr double kEdgeFrom = 2;
constexpr double kEdgeTo = 4;
constexpr double kOtherColor = 40.0 / 255;

// Share of the face that is a cover. Of 881 photos of faces, 123 of them turned by up to 90
// degrees, the largest area is .05, a profile whose mesh reaches into the backdrop, and .02 else.
// Beside it the share of its edge, at most, that looks like it: of 150 portraits at 1.5 times their
// light 44 have an area beyond .03, and 7 of these such an edge.
constexpr double kLeastCovered = 0.03;
constexpr double kMostAlike = 0.4;
constexpr double kMostAlikeAtTheEnd = 0.25;
// What is larger needs no edge: a cover may have the colour of skin. Of 150 portraits that were
// saved as JPEG of quality 15 the largest area is .07.
constexpr double kLargelyCovered = 0.08;
// This near to the ends of its range, encoded, a channel may be even by exposure.
constexpr float kEnd = 3.0F / 255;

using Channels = std::vector<cv::Mat>;

cv::Scalar MiddleOf(const Channels& channels, const Mask& area) {
  cv::Scalar middle;
  for (int i = 0; i < 3; ++i) middle[i] = double(QuantileOf(channels[i], area, 0.5));
  return middle;
}

bool IsOneColor(const Channels& channels, const Mask& area) {
  return std::ranges::all_of(channels, [&](const cv::Mat& channel) {
    return QuantileOf(channel, area, 1 - kRim) - QuantileOf(channel, area, kRim) < kOneColor;
  });
}

bool IsAtTheEnd(const cv::Scalar& color) {
  return std::count_if(color.val, color.val + 3,
                       [](double value) { return value <= kEnd || value >= 1 - kEnd; }) > 1;
}

Mask CloseTo(const ColorImage& picture, const cv::Scalar& color, double by) {
  Mask close;
  cv::inRange(picture, color - cv::Scalar::all(by), color + cv::Scalar::all(by), close);
  return close;
}

Mask EvenPlaces(const ColorImage& color) {
  const cv::Mat square = cv::Mat::ones(kNeighbours, kNeighbours, CV_8U);
  cv::Mat most;
  cv::Mat least;
  cv::dilate(color, most, square);
  cv::erode(color, least, square);
  Channels ranges;
  cv::split(most - least, ranges);
  return (ranges[0] < kEven) & (ranges[1] < kEven) & (ranges[2] < kEven);
}

/// The largest even piece of a face and those that have its colour; empty where it has more than
/// one colour, or there is none.
struct EvenArea {
  Mask mask;
  cv::Scalar color;
};
EvenArea FindEvenArea(const ColorImage& color, const Mask& face) {
  cv::Mat1i pieces;
  const int count = cv::connectedComponents(EvenPlaces(color), pieces);
  std::vector<int> sizes(static_cast<std::size_t>(count));
  for (int y = 0; y < face.rows; ++y) {
    for (int x = 0; x < face.cols; ++x) {
      if (face(y, x) != 0) ++sizes[static_cast<std::size_t>(pieces(y, x))];
    }
  }
  sizes[0] = 0;
  const auto largest = static_cast<int>(std::ranges::max_element(sizes) - sizes.begin());
  const double least = kLeastPiece * cv::countNonZero(face);
  if (sizes[static_cast<std::size_t>(largest)] < least || largest == 0) return {};
  Channels channels;
  cv::split(color, channels);
  EvenArea area;
  area.mask = pieces == largest;
  if (!IsOneColor(channels, area.mask & face)) return {};
  area.color = MiddleOf(channels, area.mask & face);
  for (int i = 1; i < count; ++i) {
    if (i == largest || sizes[static_cast<std::size_t>(i)] < least) continue;
    const Mask piece = pieces == i;
    const cv::Scalar apart = MiddleOf(channels, piece & face) - area.color;
    if (cv::norm(cv::Vec3d(apart[0], apart[1], apart[2]), cv::NORM_INF) < kOneColor / 2) {
      area.mask |= piece;
    }
  }
  return area;
}

/// Share of the edge of an area, as far as the face has it, that looks like the area.
double AlikeAround(const ColorImage& color, const Mask& face, const Mask& whole,
                   const cv::Scalar& middle) {
  const Mask edge = Dilate(whole, kEdgeTo) & ~cv::Mat(Dilate(whole, kEdgeFrom)) & face;
  const int size = cv::countNonZero(edge);
  if (size == 0) return 1;
  return cv::countNonZero(edge & CloseTo(color, middle, kOtherColor)) / static_cast<double>(size);
}

bool IsCover(double share, double alike, bool is_at_the_end) {
  if (share > kLargelyCovered && !is_at_the_end) return true;
  return share > kLeastCovered && alike < (is_at_the_end ? kMostAlikeAtTheEnd : kMostAlike);
}

}  // namespace

FaceCover FindFaceCover(const HeadView& view) {
  const Mask hull = FaceHull(view.mesh, view.color.size());
  const cv::Rect box = BoxAround(hull, kAround * view.face_size());
  if (box.empty()) return {};
  const double scale = std::min(1.0, kLargestFace / view.face_size());
  ColorImage color;
  Mask face;
  cv::resize(view.color(box), color, {}, scale, scale, cv::INTER_AREA);
  cv::resize(hull(box), face, color.size(), 0, 0, cv::INTER_NEAREST);
  const EvenArea area = FindEvenArea(color, face);
  if (area.mask.empty()) return {};
  const Mask whole =
      area.mask | (CloseTo(color, area.color, kSpoilt) & Dilate(area.mask, kSpoiltRim));
  const double size = cv::countNonZero(face);
  const bool is_cover =
      IsCover(cv::countNonZero(area.mask & face) / size,
              AlikeAround(color, face, whole, area.color), IsAtTheEnd(area.color));
  if (!is_cover) return {};
  FaceCover cover;
  cover.share = cv::countNonZero(whole & face) / size;
  cover.mask = Mask::zeros(hull.size());
  cv::resize(Dilate(whole, kEdgeFrom), cover.mask(box), box.size(), 0, 0, cv::INTER_NEAREST);
  return cover;
}

HeadView WithoutCover(const HeadView& view) {
  const FaceCover cover = FindFaceCover(view);
  if (cover.mask.empty()) return view;
  HeadView bare = view;
  bare.labels = view.labels.clone();
  bare.labels.setTo(static_cast<int>(Label::kBackground), cover.mask);
  return bare;
}

}  // namespace heser
