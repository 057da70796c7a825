#pragma once

#include <filesystem>

#include "engine/core/image.h"

/// Plain PNG files without metadata for label maps, masks and intermediate pictures. Written whole
/// or not at all. All functions are thread-safe and throw Error{kCannotWrite}.
namespace heser {

/// Values as they are: masks 0 or 255, labels as class indices.
void WriteBytes(const cv::Mat1b& values, const std::filesystem::path& path);

/// 8-bit sRGB, clipped.
void WriteColor(const ColorImage& color, const std::filesystem::path& path);

/// 0..1 as 0..255, clipped.
void WriteAlpha(const AlphaMap& alpha, const std::filesystem::path& path);

/// Grey values of an 8-bit grey PNG without alpha. Throws Error as ReadPhoto does, and kUnreadable
/// if it holds anything but 8-bit grey.
cv::Mat1b ReadBytes(const std::filesystem::path& path);

}  // namespace heser
