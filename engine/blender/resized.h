#pragma once

#include <opencv2/imgproc.hpp>

namespace heser {

/// The picture at another size; itself, not a copy, where it has that size. Thread-safe.
inline cv::Mat Resized(const cv::Mat& image, cv::Size size, int interpolation) {
  if (image.size() == size) return image;
  cv::Mat result;
  cv::resize(image, result, size, 0, 0, interpolation);
  return result;
}

}  // namespace heser
