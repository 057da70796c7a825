#pragma once

#include <vips/vips8>

#include "engine/core/progress.h"
#include "engine/photo/photo.h"

/// Private to this folder: libvips pictures as OpenCV's and back.
namespace heser {

/// Opens a file's header with the loader of one format; pixels are decoded later. Throws
/// vips::VError.
vips::VImage OpenPicture(const std::filesystem::path& path, PhotoFormat format);

/// All pixels of an 8- or 16-bit picture, top to bottom. Throws vips::VError, Cancelled.
cv::Mat DecodePixels(const vips::VImage& picture, const Progress& progress);

/// A picture that shows the samples without copying them: they must outlive it.
vips::VImage PictureOfSamples(const cv::Mat& samples);

/// A blob among the picture's fields; empty if there is none.
std::string BlobOf(const vips::VImage& picture, const char* field);
void SetBlob(vips::VImage& picture, const char* field, const std::string& bytes);

}  // namespace heser
