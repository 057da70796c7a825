#include "engine/analysis/label_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_crops.h"
#include "engine/analysis/matte_refinement.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Crops in units of HeadNet's own, and how far their middle lies below its, in their own sides. The
// second reaches long hair and the collar, as far as the network was trained to look; the third
// tells person from background in the rest of the view.
struct CropPlan {
  double size;
  double down;
  LabelSet says;
};
constexpr LabelSet kOuterLabels = kBodyLabels | LabelSet{Label::kBackground};
const CropPlan kCrops[] = {
    {1, 0, kHeadLabels | kOuterLabels},
    {1.5, 0.1, kOuterLabels | LabelSet{Label::kHair, Label::kHeadwear}},
    {2.3, 0.17, kOuterLabels},
};

// A closer crop gives way to a wider one over this share of its side: near the border it sees too
// little around.
constexpr float kCropFade = 0.08f;

// Grid pixels, the size of HeadNet's map pixels (about fs / 55), are settled where one label is
// this sure in all pixels this near; elsewhere every picture pixel asks the maps itself.
constexpr float kSettledProbability = 0.9f;
constexpr int kSettledRadius = 2;

// Pieces of person and of head that are further from the rest than this are none (face sizes), and
// the coverage that makes a piece.
constexpr double kLargestGap = 0.06;
constexpr double kTraceOfMatte = 0.1;

// The matte is refined on a grid this much finer.
constexpr double kMatteStep = 0.5;

constexpr std::uint8_t kUnsettled = 255;

using Probabilities = std::array<float, kLabelCount>;

cv::Matx23d CropOfPlan(const CropPlan& plan, const FaceMesh& mesh) {
  const double middle = (kHeadCropSize - 1) / 2.0;
  const double down = plan.down * kHeadCropSize;
  const double scale = 1 / plan.size;
  const cv::Matx23d plan_from_crop(scale, 0, middle - scale * middle, 0, scale,
                                   middle - scale * middle - down);
  return ComposeAffine(plan_from_crop, HeadCropFromPhoto(mesh));
}

/// How far within a square map a place lies, as a weight: 0 outside, 1 from kCropFade on.
float WeightWithin(cv::Point2d place, int side) {
  const double depth = std::min({place.x, place.y, side - 1 - place.x, side - 1 - place.y});
  return static_cast<float>(std::clamp(depth / (kCropFade * side), 0.0, 1.0));
}

/// Whether a reading speaks with its full weight of the whole picture.
bool Covers(const CropReading& reading, cv::Size picture) {
  const double right = picture.width - 1;
  const double bottom = picture.height - 1;
  for (const cv::Point2d corner : {cv::Point2d(0, 0), cv::Point2d(right, 0), cv::Point2d(0, bottom),
                                   cv::Point2d(right, bottom)}) {
    if (WeightWithin(ApplyAffine(reading.map_from_picture, corner), kHeadCropSize / 2) < 1) {
      return false;
    }
  }
  return true;
}

std::vector<CropReading> ReadCrops(const HeadNet& net, const ColorImage& picture,
                                   const FaceMesh& mesh) {
  std::vector<ColorImage> crops;
  std::vector<CropReading> readings;
  for (const CropPlan& plan : kCrops) {
    const cv::Matx23d crop_from_picture = CropOfPlan(plan, mesh);
    crops.push_back(SampleCrop(picture, crop_from_picture, kHeadCropSize));
    // Map pixel i is centred between the crop's pixels 2 i and 2 i + 1.
    const cv::Matx23d map_from_crop(0.5, 0, -0.25, 0, 0.5, -0.25);
    readings.push_back({{}, ComposeAffine(map_from_crop, crop_from_picture), plan.says});
    if (Covers(readings.back(), picture.size())) break;
  }
  std::vector<HeadPrediction> predictions = net.Run(crops);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    readings[i].prediction = std::move(predictions[i]);
  }
  return readings;
}

/// Adds weight * the bilinear value of every channel.
void AddSample(const cv::Mat& map, cv::Point2d place, float weight, float* sum) {
  const int x = std::clamp(static_cast<int>(place.x), 0, map.cols - 2);
  const int y = std::clamp(static_cast<int>(place.y), 0, map.rows - 2);
  const float fx = std::clamp(static_cast<float>(place.x) - static_cast<float>(x), 0.0f, 1.0f);
  const float fy = std::clamp(static_cast<float>(place.y) - static_cast<float>(y), 0.0f, 1.0f);
  const int channels = map.channels();
  const float* upper = map.ptr<float>(y) + static_cast<std::ptrdiff_t>(x) * channels;
  const float* lower = map.ptr<float>(y + 1) + static_cast<std::ptrdiff_t>(x) * channels;
  const float w00 = weight * (1 - fx) * (1 - fy);
  const float w01 = weight * fx * (1 - fy);
  const float w10 = weight * (1 - fx) * fy;
  const float w11 = weight * fx * fy;
  for (int c = 0; c < channels; ++c) {
    sum[c] +=
        w00 * upper[c] + w01 * upper[c + channels] + w10 * lower[c] + w11 * lower[c + channels];
  }
}

/// A coarse grid over the whole picture; corners fall together.
struct Grid {
  cv::Size size;
  cv::Matx23d grid_from_picture;
  cv::Matx23d picture_from_grid;
};

Grid MakeGrid(cv::Size picture, double step) {
  Grid grid;
  const double s = std::max(step, 1.0);
  grid.size = {std::max(2, cvRound(picture.width / s)), std::max(2, cvRound(picture.height / s))};
  const double x = static_cast<double>(grid.size.width) / picture.width;
  const double y = static_cast<double>(grid.size.height) / picture.height;
  grid.grid_from_picture = {x, 0, (x - 1) / 2, 0, y, (y - 1) / 2};
  grid.picture_from_grid = InvertAffine(grid.grid_from_picture);
  return grid;
}

/// What the readings say of one place of the picture.
struct PlaceReading {
  Probabilities probabilities{};
  float matte = 0;
};

PlaceReading ReadPlace(std::span<const CropReading> readings, cv::Point2d place) {
  PlaceReading sum;
  float left = 1;
  for (const CropReading& reading : readings) {
    const cv::Point2d on_map = ApplyAffine(reading.map_from_picture, place);
    const float within = WeightWithin(on_map, reading.prediction.matte.cols);
    // Nobody continues the widest one.
    const float weight = &reading == &readings.back() ? (within > 0 ? left : 0) : left * within;
    if (weight <= 0) continue;
    Probabilities seen{};
    AddSample(reading.prediction.probabilities, on_map, weight, seen.data());
    for (int c = 0; c < kLabelCount; ++c) {
      const bool is_believed = reading.says.Contains(static_cast<std::uint8_t>(c));
      sum.probabilities[is_believed ? c : static_cast<int>(Label::kClothing)] += seen[c];
    }
    AddSample(reading.prediction.matte, on_map, weight, &sum.matte);
    left -= weight;
  }
  sum.probabilities[static_cast<int>(Label::kBackground)] += left;
  return sum;
}

/// The readings on one grid.
struct CoarseMaps {
  LabelMap settled;  // kUnsettled where two labels meet.
  cv::Mat1f matte;
};

CoarseMaps ReadGrid(std::span<const CropReading> readings, const Grid& grid) {
  LabelMap sure(grid.size);
  CoarseMaps maps;
  maps.matte.create(grid.size);
  cv::parallel_for_({0, grid.size.height}, [&](const cv::Range& range) {
    for (int y = range.start; y < range.end; ++y) {
      for (int x = 0; x < grid.size.width; ++x) {
        const cv::Point2d place = ApplyAffine(grid.picture_from_grid, cv::Point2d(x, y));
        const PlaceReading here = ReadPlace(readings, place);
        const auto likeliest =
            std::max_element(here.probabilities.begin(), here.probabilities.end());
        sure(y, x) = *likeliest > kSettledProbability
                         ? static_cast<std::uint8_t>(likeliest - here.probabilities.begin())
                         : kUnsettled;
        maps.matte(y, x) = here.matte;
      }
    }
  });
  LabelMap lowest;
  LabelMap highest;
  const cv::Mat window = cv::Mat::ones(2 * kSettledRadius + 1, 2 * kSettledRadius + 1, CV_8U);
  cv::erode(sure, lowest, window, {-1, -1}, 1, cv::BORDER_REPLICATE);
  cv::dilate(sure, highest, window, {-1, -1}, 1, cv::BORDER_REPLICATE);
  sure.setTo(kUnsettled, lowest != highest);
  maps.settled = sure;
  return maps;
}

/// The likeliest label of a place, given how much of its pixel the person covers.
std::uint8_t LabelOf(const PlaceReading& reading, float alpha) {
  Probabilities scores = reading.probabilities;
  for (int c = 0; c < kLabelCount; ++c) {
    scores[c] *= c == static_cast<int>(Label::kBackground) ? 1 - alpha : alpha;
  }
  return static_cast<std::uint8_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

LabelMap ReadLabels(std::span<const CropReading> readings, const Grid& grid,
                    const LabelMap& settled, const AlphaMap& matte) {
  LabelMap labels(matte.size());
  cv::parallel_for_({0, labels.rows}, [&](const cv::Range& range) {
    for (int y = range.start; y < range.end; ++y) {
      for (int x = 0; x < labels.cols; ++x) {
        const cv::Point2d on_grid = ApplyAffine(grid.grid_from_picture, cv::Point2d(x, y));
        const int grid_x = std::clamp(cvRound(on_grid.x), 0, grid.size.width - 1);
        const int grid_y = std::clamp(cvRound(on_grid.y), 0, grid.size.height - 1);
        labels(y, x) = settled(grid_y, grid_x);
        if (labels(y, x) != kUnsettled) continue;
        labels(y, x) = LabelOf(ReadPlace(readings, cv::Point2d(x, y)), matte(y, x));
      }
    }
  });
  return labels;
}

/// Selects the pieces of a mask that hang together with the place, gaps up to `gap` included; all
/// of the mask if the place is not near one.
Mask PieceAt(const Mask& mask, cv::Point2d place, double gap) {
  // Reduced: pieces and gaps are large, and this is a matter of neighbourhood only.
  const double scale = std::min(1.0, 4 / std::max(gap, 1.0));
  Mask small;
  cv::resize(mask, small, {}, scale, scale, cv::INTER_AREA);
  const Mask joined = Dilate(small > 0, gap * scale / 2);
  cv::Mat1i pieces;
  cv::connectedComponents(joined, pieces, 8, CV_32S);
  const cv::Point at(std::clamp(cvRound(place.x * scale), 0, pieces.cols - 1),
                     std::clamp(cvRound(place.y * scale), 0, pieces.rows - 1));
  if (pieces(at) == 0) return mask;
  Mask piece;
  cv::resize(pieces == pieces(at), piece, mask.size(), 0, 0, cv::INTER_NEAREST);
  return piece & mask;
}

/// Takes what does not hang together with the face for clothing (head labels) or background
/// (matte): other people, and things that look like one.
void KeepOnePerson(const FaceMesh& mesh, HeadLabels& read) {
  const double gap = kLargestGap * FaceSize(mesh);
  const cv::Point2d middle = FaceCenter(mesh);
  const Mask person = MaskAbove(read.matte, kTraceOfMatte);
  read.matte.setTo(0, person & ~PieceAt(person, middle, gap));
  const Mask head = MaskOf(read.labels, kHeadLabels);
  const Mask stray = head & ~PieceAt(head, middle, gap);
  read.labels.setTo(static_cast<std::uint8_t>(Label::kClothing), stray);
  read.labels.setTo(static_cast<std::uint8_t>(Label::kBackground),
                    stray & ~MaskAbove(read.matte, 0.5));
}

}  // namespace

HeadLabels LabelsFromReadings(const ColorImage& picture, std::span<const CropReading> readings,
                              const Progress& progress) {
  const cv::Matx23d& map_from_picture = readings.front().map_from_picture;
  const double map_pixel = 1 / std::hypot(map_from_picture(0, 0), map_from_picture(1, 0));
  const Grid grid = MakeGrid(picture.size(), map_pixel);
  const CoarseMaps coarse = ReadGrid(readings, grid);
  progress.Report(0.3);
  cv::Mat1f matte;
  cv::resize(coarse.matte, matte, MakeGrid(picture.size(), map_pixel * kMatteStep).size, 0, 0,
             cv::INTER_LINEAR);
  HeadLabels result;
  result.matte = RefineMatte(picture, matte);
  progress.Report(0.7);
  result.labels = ReadLabels(readings, grid, coarse.settled, result.matte);
  progress.Report(1);
  return result;
}

HeadLabels ReadHeadLabels(const HeadNet& net, const ColorImage& picture, const FaceMesh& mesh,
                          const Progress& progress) {
  const std::vector<CropReading> readings = ReadCrops(net, picture, mesh);
  progress.Report(0.5);
  HeadLabels read = LabelsFromReadings(picture, readings, progress.Part(0.5, 0.9));
  KeepOnePerson(mesh, read);
  progress.Report(1);
  return read;
}

}  // namespace heser
