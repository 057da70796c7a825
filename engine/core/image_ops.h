#pragma once

#include "engine/core/image.h"
#include "engine/core/labels.h"

/// Picture operations that several stages share. Lengths are in pixels. All are thread-safe and
/// leave their input alone.
namespace heser {

/// Gaussian blur of any float picture (1 to 4 channels); borders replicated. Wide ones are made on
/// a reduced picture. sigma below 0.2 returns a copy.
cv::Mat Blur(const cv::Mat& image, double sigma);

/// Gaussian blur that sees only pixels of positive weight: blur(image * weight) / blur(weight).
/// Where no weight reaches, 0.
cv::Mat BlurWeighted(const cv::Mat& image, const AlphaMap& weight, double sigma);

/// The box around what is selected, `margin` pixels wider on each side, within the mask; empty
/// where nothing is.
cv::Rect BoxAround(const Mask& mask, double margin);

/// Grows or shrinks a mask by a disc of this radius; below 0.5 a copy. Beyond the picture's border
/// nothing is selected for Dilate, everything for Erode, so that a border does not erode.
Mask Dilate(const Mask& mask, double radius);
Mask Erode(const Mask& mask, double radius);

/// Distance of every pixel to the nearest selected one, 0 inside; a very large number if none is.
ScalarImage DistanceTo(const Mask& mask);

/// Positive inside, negative outside, zero on the border half way between pixels.
ScalarImage SignedDistance(const Mask& mask);

/// For every pixel the place (x, y) of the nearest selected one. `mask` must select something.
cv::Mat2i NearestSelected(const Mask& mask);

/// Keeps only the largest 8-connected piece.
Mask LargestPiece(const Mask& mask);

/// Selects enclosed holes of at most this many pixels.
Mask FillHoles(const Mask& mask, double largest_hole);

/// 0/255 as 0/1, and the mask of values above a threshold.
AlphaMap AlphaOf(const Mask& mask);
Mask MaskAbove(const cv::Mat1f& values, double threshold);

/// Fills pixels of weight 0 smoothly from those of weight 1, coarse to fine (push-pull pyramid,
/// Gortler et al., SIGGRAPH 1996); weights between mix. Float pictures of 1 to 4 channels.
cv::Mat PushPull(const cv::Mat& image, const AlphaMap& weight);

/// a + (b - a) * weight, any float picture.
cv::Mat Mix(const cv::Mat& a, const cv::Mat& b, const AlphaMap& weight);

/// Multiplies every channel by `weight`.
cv::Mat Multiply(const cv::Mat& image, const AlphaMap& weight);

/// Mean and covariance over selected pixels (n x 3 picture values); `count` is how many.
struct ColorStatistics {
  cv::Vec3d mean;
  cv::Matx33d covariance;
  int count = 0;
};

/// Statistics of the share `keep` (0 to 1) of selected pixels nearest to their median, so that
/// highlights, shadows and mislabelled pixels do not count.
ColorStatistics RobustStatistics(const cv::Mat3f& image, const Mask& mask, double keep);

}  // namespace heser
