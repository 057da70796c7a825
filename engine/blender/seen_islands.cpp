#include "engine/blender/seen_islands.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "engine/core/selection.h"

namespace heser {
namespace {

// Square face sizes: larger pieces show what the body looks like.
constexpr double kLargest = 0.012;
// Share of a piece's rim that is filled in.
constexpr double kEnclosed = 0.85;
// The rim of a speck, which is mixed with it. Pixels.
constexpr double kRim = 1.5;

}  // namespace

Mask FindSeenIslands(const Mask& seen, const Mask& filled, double face_size) {
  const Mask left = seen & ~filled;
  cv::Mat1i pieces;
  cv::Mat1i facts;
  cv::Mat1d centers;
  const int count = cv::connectedComponentsWithStats(left, pieces, facts, centers, 8);
  const double largest = kLargest * face_size * face_size;
  std::vector<int> small;
  small.reserve(static_cast<std::size_t>(count));
  for (int i = 1; i < count; ++i) {
    if (facts(i, cv::CC_STAT_AREA) <= largest) small.push_back(i);
  }
  Mask islands(seen.size(), std::uint8_t{0});
  if (static_cast<int>(small.size()) + 1 >= count) return islands;
  for (const int i : small) {
    const cv::Rect box(facts(i, cv::CC_STAT_LEFT) - 1, facts(i, cv::CC_STAT_TOP) - 1,
                       facts(i, cv::CC_STAT_WIDTH) + 2, facts(i, cv::CC_STAT_HEIGHT) + 2);
    if ((box & cv::Rect({}, seen.size())) != box) continue;
    const Mask piece = pieces(box) == i;
    const Mask rim = Dilate(piece, 1) & ~piece;
    if (cv::countNonZero(rim & filled(box)) >= kEnclosed * cv::countNonZero(rim)) {
      islands(box).setTo(255, piece);
    }
  }
  return islands;
}

void FillSeenIslands(const TargetRegions& regions, double face_size, BodyLayers& layers) {
  const Mask seen = ~regions.removed;
  layers.islands = Mask(seen.size(), std::uint8_t{0});
  const auto fill = [&](const Mask& found, FillLayer with, const Mask& around) {
    const Mask place = Dilate(found, kRim) & (found | around);
    layers.layer.setTo(with, place);
    layers.islands |= place;
    for (Mask& known : layers.known) known.setTo(0, place);
    layers.neck_colors.setTo(0, place);
  };
  const auto filled = [&](FillLayer with) {
    return Mask(regions.removed & (layers.layer == with));
  };
  fill(FindSeenIslands(regions.clothing & seen, filled(kNeckLayer), face_size), kNeckLayer,
       regions.removed);
  fill(FindSeenIslands(regions.neck & seen, filled(kClothingLayer), face_size), kClothingLayer,
       regions.removed);
  const Mask body = regions.clothing | regions.neck;
  const Mask hidden_background = filled(kBackgroundLayer);
  const Mask background = hidden_background | Mask(seen & ~body);
  const Mask loose = FindSeenIslands(body & seen, background, face_size);
  fill(ConnectedTo(loose, Dilate(hidden_background, kRim)), kBackgroundLayer, background);
  if (cv::countNonZero(layers.islands) == 0) return;
  for (int i = 0; i < kFillLayerCount; ++i) layers.distance[i] = DistanceTo(layers.known[i]);
}

}  // namespace heser
