#pragma once

#include <string>

#include <opencv2/core.hpp>

namespace heser {

/// An EXIF block (with or without "Exif\0\0", which is taken off) for a picture that was turned
/// upright to this size and is about to be edited: the rotation and the picture's size are put
/// right where they stand, and the thumbnail, which would show the picture before the edit, is
/// wiped. Nothing else moves, because maker notes refer to places in the block. Empty if the block
/// is damaged so far that no field can be read. Thread-safe.
std::string UprightExif(std::string exif, cv::Size size);

}  // namespace heser
