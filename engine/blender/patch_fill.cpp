#include "engine/blender/patch_fill.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr int kRadius = 3;
constexpr int kSide = 2 * kRadius + 1;
// Coarser than this a head's hole is a few pixels and no texture is left.
constexpr int kCoarsest = 40;
// Nor does a hole of this depth (pixels) get coarser: where patches are as large as what is seen of
// a thing beside it, that thing cannot go on.
constexpr double kShallowest = 8;
// What is seen counts in full; the estimate in the hole the less the deeper it lies, so that the
// fill grows from the border and not from its own first guess.
constexpr float kEstimateWeight = 0.15f;
constexpr float kEstimateFade = 0.7f;  // A pixel.
constexpr float kLeastWeight = 0.005f;
constexpr int kSearchesPerRound = 2;
constexpr int kRoundsCoarse = 5;
constexpr int kRoundsFine = 3;
// What lies near goes on rather than what lies far, where both fit alike: cost of a patch as far
// away as the picture's longer side (squared differences of the three channels).
constexpr float kFarCost = 0.03f;
const cv::Vec2i kNowhere(-1, -1);

// One size of the pyramid. Pictures are padded by kRadius, so that patches need no border checks.
struct Level {
  cv::Mat3f color;                 // Hole pixels hold the current estimate.
  cv::Mat1f counts;                // 1 for pixels that are compared: hole and usable.
  Mask hole;                       // Padded.
  Mask centers;                    // A patch around these lies within usable.
  std::vector<cv::Point> choices;  // The same as a list.
  std::vector<cv::Point> domain;   // Centres of patches that touch the hole, row by row.
  cv::Mat2i place;
  cv::Mat1f cost;
};

cv::Mat1f ComparisonWeights(const Mask& hole, const Mask& usable) {
  const ScalarImage depth = DistanceTo(usable);
  cv::Mat1f weights = AlphaOf(usable);
  for (int y = 0; y < hole.rows; ++y) {
    for (int x = 0; x < hole.cols; ++x) {
      if (hole(y, x) == 0) continue;
      weights(y, x) =
          std::max(kLeastWeight, kEstimateWeight * std::pow(kEstimateFade, depth(y, x)));
    }
  }
  return weights;
}

Level MakeLevel(const ColorImage& filled, const Mask& hole, const Mask& usable, cv::Size size) {
  cv::Mat color;
  cv::Mat hole_share;
  cv::Mat usable_share;
  cv::resize(filled, color, size, 0, 0, cv::INTER_AREA);
  cv::resize(hole, hole_share, size, 0, 0, cv::INTER_AREA);
  cv::resize(usable, usable_share, size, 0, 0, cv::INTER_AREA);
  const Mask small_hole = hole_share > 127;
  Mask small_usable = usable_share > 127;
  small_usable.setTo(0, small_hole);
  const auto pad = [](const cv::Mat& image, int border) {
    cv::Mat padded;
    cv::copyMakeBorder(image, padded, kRadius, kRadius, kRadius, kRadius, border, cv::Scalar(0));
    return padded;
  };
  Level level;
  level.color = pad(color, cv::BORDER_REPLICATE);
  level.hole = pad(small_hole, cv::BORDER_CONSTANT);
  level.counts = pad(ComparisonWeights(small_hole, small_usable), cv::BORDER_CONSTANT);
  const cv::Mat square = cv::Mat::ones(kSide, kSide, CV_8U);
  cv::erode(pad(small_usable, cv::BORDER_CONSTANT), level.centers, square, {-1, -1}, 1,
            cv::BORDER_CONSTANT, cv::Scalar(0));
  cv::findNonZero(level.centers, level.choices);
  Mask touching;
  cv::dilate(level.hole, touching, square);
  const cv::Rect inner(kRadius, kRadius, size.width, size.height);
  Mask inside(touching.size(), std::uint8_t{0});
  touching(inner).copyTo(inside(inner));
  cv::findNonZero(inside, level.domain);
  level.place = cv::Mat2i(level.color.size(), kNowhere);
  level.cost = cv::Mat1f(level.color.size(), std::numeric_limits<float>::max());
  return level;
}

float PatchCost(const Level& level, cv::Point at, cv::Point from, float best) {
  float sum = 0;
  float total = 0;
  for (int dy = -kRadius; dy <= kRadius; ++dy) {
    const auto* a = level.color.ptr<float>(at.y + dy) + 3 * (at.x - kRadius);
    const auto* b = level.color.ptr<float>(from.y + dy) + 3 * (from.x - kRadius);
    const float* counts = level.counts[at.y + dy] + at.x - kRadius;
    for (int i = 0; i < kSide; ++i) {
      const float r = a[3 * i] - b[3 * i];
      const float g = a[3 * i + 1] - b[3 * i + 1];
      const float c = a[3 * i + 2] - b[3 * i + 2];
      sum += counts[i] * (r * r + g * g + c * c);
      total += counts[i];
    }
    if (sum > best * (kSide * kSide)) return std::numeric_limits<float>::max();
  }
  return sum / std::max(total, kLeastWeight);
}

float FarCost(const Level& level, cv::Point at, cv::Point from) {
  const auto side = static_cast<float>(std::max(level.color.cols, level.color.rows));
  const float dx = static_cast<float>(from.x - at.x) / side;
  const float dy = static_cast<float>(from.y - at.y) / side;
  return kFarCost * (dx * dx + dy * dy);
}

void Try(Level& level, cv::Point at, cv::Point from) {
  if (from.x < 0 || from.y < 0 || from.x >= level.centers.cols || from.y >= level.centers.rows ||
      level.centers(from) == 0) {
    return;
  }
  const float far = FarCost(level, at, from);
  if (far >= level.cost(at)) return;
  const float cost = far + PatchCost(level, at, from, level.cost(at) - far);
  if (cost < level.cost(at)) {
    level.cost(at) = cost;
    level.place(at) = {from.x, from.y};
  }
}

void RandomTry(Level& level, cv::Point at, cv::RNG& random) {
  Try(level, at,
      level.choices[static_cast<std::size_t>(
          random.uniform(0, static_cast<int>(level.choices.size())))]);
}

// One sweep of PatchMatch: neighbours' offsets, then places at random ever nearer to the best.
void Sweep(Level& level, bool forward, cv::RNG& random) {
  const int step = forward ? -1 : 1;
  const auto count = static_cast<int>(level.domain.size());
  const int widest = std::max(level.color.cols, level.color.rows);
  for (int k = 0; k < count; ++k) {
    const cv::Point at = level.domain[static_cast<std::size_t>(forward ? k : count - 1 - k)];
    for (const cv::Point move : {cv::Point(step, 0), cv::Point(0, step)}) {
      const cv::Vec2i& known = level.place(at + move);
      if (known[0] >= 0) Try(level, at, cv::Point(known[0], known[1]) - move);
    }
    for (int radius = widest; radius >= 1; radius /= 2) {
      const cv::Vec2i best = level.place(at);
      Try(level, at,
          {best[0] + random.uniform(-radius, radius + 1),
           best[1] + random.uniform(-radius, radius + 1)});
    }
  }
}

void Recost(Level& level) {
  for (const cv::Point& at : level.domain) {
    const cv::Vec2i& from = level.place(at);
    level.cost(at) =
        FarCost(level, at, {from[0], from[1]}) +
        PatchCost(level, at, {from[0], from[1]}, std::numeric_limits<float>::max() / 100);
  }
}

// New estimate of the hole: what all patches over a pixel say, the likely ones louder.
void Vote(Level& level) {
  std::vector<float> costs;
  costs.reserve(level.domain.size());
  for (const cv::Point& at : level.domain) costs.push_back(level.cost(at));
  const auto middle = costs.begin() + static_cast<std::ptrdiff_t>(costs.size() / 2);
  std::nth_element(costs.begin(), middle, costs.end());
  const float scale = 1 / std::max(2 * *middle, 1e-6f);
  cv::Mat3f sum(level.color.size(), cv::Vec3f::all(0));
  cv::Mat1f total(level.color.size(), 0.f);
  for (const cv::Point& at : level.domain) {
    const cv::Vec2i& from = level.place(at);
    const float weight = level.counts(at) * std::exp(-level.cost(at) * scale) + 1e-6f;
    for (int dy = -kRadius; dy <= kRadius; ++dy) {
      for (int dx = -kRadius; dx <= kRadius; ++dx) {
        if (level.hole(at.y + dy, at.x + dx) == 0) continue;
        sum(at.y + dy, at.x + dx) += weight * level.color(from[1] + dy, from[0] + dx);
        total(at.y + dy, at.x + dx) += weight;
      }
    }
  }
  for (int y = 0; y < total.rows; ++y) {
    for (int x = 0; x < total.cols; ++x) {
      if (total(y, x) > 0) level.color(y, x) = sum(y, x) / total(y, x);
    }
  }
}

// Starts a level with the coarser level's places, brought up.
void TakeOver(Level& level, const Level& coarse, cv::RNG& random) {
  const double sx = double(coarse.color.cols - 2 * kRadius) / (level.color.cols - 2 * kRadius);
  const double sy = double(coarse.color.rows - 2 * kRadius) / (level.color.rows - 2 * kRadius);
  for (const cv::Point& at : level.domain) {
    const double x = at.x - kRadius + 0.5;
    const double y = at.y - kRadius + 0.5;
    const int cx = std::clamp(static_cast<int>(x * sx) + kRadius, 0, coarse.place.cols - 1);
    const int cy = std::clamp(static_cast<int>(y * sy) + kRadius, 0, coarse.place.rows - 1);
    const cv::Vec2i& from = coarse.place(cy, cx);
    if (from[0] >= 0) {
      Try(level, at, {at.x + cvRound((from[0] - cx) / sx), at.y + cvRound((from[1] - cy) / sy)});
    }
    while (level.place(at)[0] < 0) RandomTry(level, at, random);
  }
}

// Starts the coarsest level with the nearest patches that there are.
void StartAtNearest(Level& level, cv::RNG& random) {
  const cv::Mat2i nearest = NearestSelected(level.centers);
  for (const cv::Point& at : level.domain) {
    Try(level, at, cv::Point(nearest(at)));
    while (level.place(at)[0] < 0) RandomTry(level, at, random);
  }
}

void Refine(Level& level, int rounds, cv::RNG& random, const Progress& progress) {
  for (int round = 0; round < rounds; ++round) {
    for (int i = 0; i < kSearchesPerRound; ++i) {
      Sweep(level, i % 2 == 0, random);
      progress.Checkpoint();
    }
    Vote(level);
    Recost(level);
  }
}

// The first guess: every pixel has the colour of the nearest usable one, so that what stands beside
// the hole goes on into it; a smooth fill would be of colours that the picture has nowhere.
ColorImage NearestFill(const ColorImage& color, const Mask& usable) {
  if (cv::countNonZero(usable) == 0) return color.clone();
  const cv::Mat2i nearest = NearestSelected(usable);
  ColorImage filled(color.size());
  for (int y = 0; y < color.rows; ++y) {
    for (int x = 0; x < color.cols; ++x) {
      const cv::Vec2i& from = nearest(y, x);
      filled(y, x) = color(from[1], from[0]);
    }
  }
  return filled;
}

}  // namespace

std::optional<PatchSources> FindPatchSources(const ColorImage& color, const Mask& hole,
                                             const Mask& usable, const Progress& progress) {
  const ColorImage filled = NearestFill(color, usable);
  double depth = 0;
  cv::minMaxLoc(DistanceTo(usable), nullptr, &depth, nullptr, nullptr, hole);
  std::vector<cv::Size> sizes{color.size()};
  while (std::min(sizes.back().width, sizes.back().height) / 2 >= kCoarsest &&
         depth / 2 >= kShallowest) {
    sizes.emplace_back(sizes.back().width / 2, sizes.back().height / 2);
    depth /= 2;
  }
  cv::RNG random(977);
  std::optional<Level> coarse;
  for (std::size_t i = sizes.size(); i-- > 0;) {
    Level level = MakeLevel(filled, hole, usable, sizes[i]);
    if (level.choices.empty() || level.domain.empty()) continue;
    if (coarse) {
      TakeOver(level, *coarse, random);
      Vote(level);
      Recost(level);
    } else {
      StartAtNearest(level, random);
    }
    Refine(level, i == 0 ? kRoundsFine : kRoundsCoarse, random, progress);
    coarse = std::move(level);
  }
  if (!coarse ||
      coarse->hole.size() != cv::Size(color.cols + 2 * kRadius, color.rows + 2 * kRadius)) {
    return std::nullopt;
  }
  PatchSources sources{cv::Mat2i(color.size(), kNowhere)};
  for (const cv::Point& at : coarse->domain) {
    const cv::Vec2i& from = coarse->place(at);
    sources.place(at.y - kRadius, at.x - kRadius) = {from[0] - kRadius, from[1] - kRadius};
  }
  return sources;
}

ColorImage ApplyPatchSources(const ColorImage& color, const Mask& wanted, const Mask& usable,
                             const PatchSources& sources) {
  ColorImage result = color.clone();
  const cv::Mat2i& place = sources.place;
  const double sx = double(place.cols) / color.cols;
  const double sy = double(place.rows) / color.rows;
  cv::parallel_for_(cv::Range(0, color.rows), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = 0; x < color.cols; ++x) {
        if (wanted(y, x) == 0) continue;
        const double u = (x + 0.5) * sx - 0.5;
        const double v = (y + 0.5) * sy - 0.5;
        const int u0 = cvFloor(u);
        const int v0 = cvFloor(v);
        cv::Vec3f sum;
        float total = 0;
        for (int k = 0; k < 4; ++k) {
          const int column = u0 + k % 2;
          const int row = v0 + k / 2;
          const int cx = std::clamp(column, 0, place.cols - 1);
          const int cy = std::clamp(row, 0, place.rows - 1);
          const cv::Vec2i& from = place(cy, cx);
          if (from[0] < 0) continue;
          const int px = x + cvRound((from[0] - cx) / sx);
          const int py = y + cvRound((from[1] - cy) / sy);
          if (px < 0 || py < 0 || px >= color.cols || py >= color.rows || usable(py, px) == 0) {
            continue;
          }
          const auto weight =
              static_cast<float>((1 - std::abs(u - column)) * (1 - std::abs(v - row)));
          sum += (weight + 1e-4f) * color(py, px);
          total += weight + 1e-4f;
        }
        if (total > 0) result(y, x) = sum / total;
      }
    }
  });
  return result;
}

}  // namespace heser
