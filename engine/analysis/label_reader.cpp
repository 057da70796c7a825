#include "engine/analysis/label_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_crops.h"
#include "engine/analysis/guided_upsampling.h"

namespace heser {
namespace {

// Crops in units of HeadNet's own, and how far their middle lies below its: the second reaches long
// hair and the collar, as far as the network was trained to look.
struct CropPlan {
  double size;
  double down;
};
constexpr CropPlan kCrops[] = {{1, 0}, {1.5, 0.1}};

// A closer crop gives way to a wider one over this share of its side: near the border it sees too
// little around.
constexpr float kCropFade = 0.08f;

// Windows of the guided filter, in map pixels (a map pixel is about fs / 55): wide enough for a
// blurred edge of the network, narrow enough to see few colours. Epsilons are colour variances.
constexpr int kLabelRadius = 2;
constexpr double kLabelEpsilon = 1e-3;
constexpr int kMatteRadius = 4;  // On a grid of half the step.
constexpr double kMatteEpsilon = 1e-4;

// Beyond these a soft value is taken for settled, and its surroundings need no edges.
constexpr float kSettledProbability = 0.9f;
constexpr float kSettledMatte = 0.02f;

constexpr std::uint8_t kUnsettled = 255;

using Probabilities = std::array<float, kLabelCount>;

/// A crop's answer and where its map lies in the picture.
struct CropReading {
  HeadPrediction prediction;
  cv::Matx23d map_from_picture;
};

cv::Matx23d CropOfPlan(const CropPlan& plan, const FaceMesh& mesh) {
  const double middle = (kHeadCropSize - 1) / 2.0;
  const double down = plan.down * kHeadCropSize / plan.size;
  const double scale = 1 / plan.size;
  const cv::Matx23d plan_from_crop(scale, 0, middle - scale * middle, 0, scale,
                                   middle - scale * middle - down);
  return ComposeAffine(plan_from_crop, HeadCropFromPhoto(mesh));
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
    readings.push_back({{}, ComposeAffine(map_from_crop, crop_from_picture)});
  }
  std::vector<HeadPrediction> predictions = net.Run(crops);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    readings[i].prediction = std::move(predictions[i]);
  }
  return readings;
}

/// How far within a square map a place lies, as a weight: 0 outside, 1 from kCropFade on.
float WeightWithin(cv::Point2d place, int side) {
  const double depth = std::min({place.x, place.y, side - 1 - place.x, side - 1 - place.y});
  return static_cast<float>(std::clamp(depth / (kCropFade * side), 0.0, 1.0));
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

/// The crops' answers on one grid.
struct MergedMaps {
  std::vector<cv::Mat1f> probabilities;  // One a label.
  cv::Mat1f matte;
};

MergedMaps Merge(const std::vector<CropReading>& readings, const Grid& grid) {
  MergedMaps merged;
  for (int c = 0; c < kLabelCount; ++c) merged.probabilities.emplace_back(grid.size);
  merged.matte.create(grid.size);
  cv::parallel_for_({0, grid.size.height}, [&](const cv::Range& range) {
    for (int y = range.start; y < range.end; ++y) {
      for (int x = 0; x < grid.size.width; ++x) {
        const cv::Point2d place = ApplyAffine(grid.picture_from_grid, cv::Point2d(x, y));
        Probabilities sum{};
        float matte = 0;
        float left = 1;
        for (const CropReading& reading : readings) {
          const cv::Point2d on_map = ApplyAffine(reading.map_from_picture, place);
          const float weight = left * WeightWithin(on_map, reading.prediction.matte.cols);
          if (weight <= 0) continue;
          AddSample(reading.prediction.probabilities, on_map, weight, sum.data());
          AddSample(reading.prediction.matte, on_map, weight, &matte);
          left -= weight;
        }
        sum[static_cast<int>(Label::kBackground)] += left;
        for (int c = 0; c < kLabelCount; ++c) merged.probabilities[c](y, x) = sum[c];
        merged.matte(y, x) = matte;
      }
    }
  });
  return merged;
}

/// The label of grid pixels around which nothing else is likely, kUnsettled elsewhere.
LabelMap SettledLabels(const std::vector<cv::Mat1f>& probabilities) {
  const cv::Size size = probabilities.front().size();
  LabelMap sure(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      sure(y, x) = kUnsettled;
      for (int c = 0; c < kLabelCount; ++c) {
        if (probabilities[c](y, x) > kSettledProbability) sure(y, x) = static_cast<std::uint8_t>(c);
      }
    }
  }
  LabelMap lowest;
  LabelMap highest;
  const cv::Mat window = cv::Mat::ones(2 * kLabelRadius + 1, 2 * kLabelRadius + 1, CV_8U);
  cv::erode(sure, lowest, window, {-1, -1}, 1, cv::BORDER_REPLICATE);
  cv::dilate(sure, highest, window, {-1, -1}, 1, cv::BORDER_REPLICATE);
  sure.setTo(kUnsettled, lowest != highest);
  return sure;
}

LabelMap LabelsAlongEdges(const ColorImage& picture, const ColorImage& guide, const Grid& grid,
                          const std::vector<cv::Mat1f>& probabilities, const Progress& progress) {
  const GuidedUpsampling upsampling(guide, probabilities, kLabelRadius, kLabelEpsilon);
  const LabelMap settled = SettledLabels(probabilities);
  progress.Checkpoint();
  LabelMap labels(picture.size());
  cv::parallel_for_({0, picture.rows}, [&](const cv::Range& range) {
    Probabilities values;
    for (int y = range.start; y < range.end; ++y) {
      for (int x = 0; x < picture.cols; ++x) {
        const cv::Point2f place(ApplyAffine(grid.grid_from_picture, cv::Point2d(x, y)));
        const int grid_x = std::clamp(cvRound(place.x), 0, grid.size.width - 1);
        const int grid_y = std::clamp(cvRound(place.y), 0, grid.size.height - 1);
        labels(y, x) = settled(grid_y, grid_x);
        if (labels(y, x) != kUnsettled) continue;
        upsampling.Evaluate(place, picture(y, x), values.data());
        labels(y, x) = static_cast<std::uint8_t>(std::max_element(values.begin(), values.end()) -
                                                 values.begin());
      }
    }
  });
  return labels;
}

cv::Mat1f ResizedTo(const cv::Mat1f& map, cv::Size size) {
  cv::Mat1f resized;
  cv::resize(map, resized, size, 0, 0, cv::INTER_LINEAR);
  return resized;
}

AlphaMap MatteAlongEdges(const ColorImage& picture, double step, const cv::Mat1f& coarse) {
  const Grid grid = MakeGrid(picture.size(), step);
  ColorImage guide;
  cv::resize(picture, guide, grid.size, 0, 0, cv::INTER_AREA);
  const cv::Mat1f matte = ResizedTo(coarse, grid.size);
  const GuidedUpsampling upsampling(guide, std::span(&matte, 1), kMatteRadius, kMatteEpsilon);
  // Where the matte is 0 or 1 all around, colours say nothing.
  cv::Mat1f lowest;
  cv::Mat1f highest;
  const cv::Mat window = cv::Mat::ones(2 * kMatteRadius + 1, 2 * kMatteRadius + 1, CV_8U);
  cv::erode(matte, lowest, window, {-1, -1}, 1, cv::BORDER_REPLICATE);
  cv::dilate(matte, highest, window, {-1, -1}, 1, cv::BORDER_REPLICATE);
  AlphaMap alpha(picture.size());
  cv::parallel_for_({0, picture.rows}, [&](const cv::Range& range) {
    for (int y = range.start; y < range.end; ++y) {
      for (int x = 0; x < picture.cols; ++x) {
        const cv::Point2f place(ApplyAffine(grid.grid_from_picture, cv::Point2d(x, y)));
        const int grid_x = std::clamp(cvRound(place.x), 0, grid.size.width - 1);
        const int grid_y = std::clamp(cvRound(place.y), 0, grid.size.height - 1);
        if (highest(grid_y, grid_x) < kSettledMatte) {
          alpha(y, x) = 0;
        } else if (lowest(grid_y, grid_x) > 1 - kSettledMatte) {
          alpha(y, x) = 1;
        } else {
          float value = 0;
          upsampling.Evaluate(place, picture(y, x), &value);
          alpha(y, x) = std::clamp(value, 0.0f, 1.0f);
        }
      }
    }
  });
  return alpha;
}

}  // namespace

HeadLabels ReadHeadLabels(const HeadNet& net, const ColorImage& picture, const FaceMesh& mesh,
                          const Progress& progress) {
  const std::vector<CropReading> readings = ReadCrops(net, picture, mesh);
  progress.Report(0.5);
  const cv::Matx23d& map_from_picture = readings.front().map_from_picture;
  const double map_pixel = 1 / std::hypot(map_from_picture(0, 0), map_from_picture(1, 0));
  const Grid grid = MakeGrid(picture.size(), map_pixel);
  const MergedMaps merged = Merge(readings, grid);
  ColorImage guide;
  cv::resize(picture, guide, grid.size, 0, 0, cv::INTER_AREA);
  HeadLabels result;
  result.labels = LabelsAlongEdges(picture, guide, grid, merged.probabilities, progress);
  progress.Report(0.8);
  result.matte = MatteAlongEdges(picture, map_pixel / 2, merged.matte);
  progress.Report(1);
  return result;
}

}  // namespace heser
