#include "engine/evaluation/report_pictures.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "engine/photo/atomic_file.h"
#include "engine/photo/photo_writer.h"

namespace heser {
namespace {

constexpr int kLongestSide = 384;
constexpr int kQuality = 88;

cv::Mat3b Reduced(const ColorImage& picture) {
  const double scale =
      std::min(1.0, static_cast<double>(kLongestSide) / std::max(picture.cols, picture.rows));
  cv::Mat3b reduced;
  cv::resize(ToBytes(picture), reduced, {}, scale, scale, cv::INTER_AREA);
  return reduced;
}

/// Of a photo: no metadata, for it is no composite.
void WritePhotoHead(const ColorImage& picture, const std::filesystem::path& file) {
  cv::Mat3b bgr;
  cv::cvtColor(Reduced(picture), bgr, cv::COLOR_RGB2BGR);
  std::vector<unsigned char> bytes;
  cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, kQuality});
  AtomicFile output(file);
  output.Write({bytes.begin(), bytes.end()});
  output.Commit();
}

}  // namespace

std::filesystem::path TargetPicture(const std::string& pair) {
  return std::filesystem::path(kPicturesFolder) / (pair + "_target.jpg");
}

std::filesystem::path SourcePicture(const std::string& pair, std::size_t source) {
  return std::filesystem::path(kPicturesFolder) /
         (pair + "_source_" + std::to_string(source + 1) + ".jpg");
}

void WriteReportPictures(const SwapResult& result, const std::filesystem::path& folder,
                         const std::string& pair, const std::filesystem::path& result_file) {
  const HeadView& target = *result.target_view;
  WritePhotoHead(target.color, folder / TargetPicture(pair));
  for (std::size_t i = 0; i < result.source_views.size(); ++i) {
    WritePhotoHead(result.source_views[i]->color, folder / SourcePicture(pair, i));
  }
  const ColorImage composed = result.picture->WorkingPixels(target.window, target.scale);
  WritePhoto(Photo(Reduced(composed)), result_file, {.jpeg_quality = kQuality});
}

}  // namespace heser
