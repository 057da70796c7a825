#include "app/cli/debug_pictures.h"

#include <array>
#include <system_error>

#include "app/jobs/label_colors.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "engine/photo/picture_files.h"

namespace heser::cli {
namespace {

ColorImage OverGrey(const ColorImage& color, const AlphaMap& alpha) {
  return Mix(cv::Mat(color.size(), CV_32FC3, cv::Scalar::all(0.5)), color, alpha);
}

}  // namespace

ColorImage PaintLabels(const LabelMap& labels) {
  std::array<cv::Vec3f, kLabelCount> colors;
  for (int i = 0; i < kLabelCount; ++i) {
    const QColor color = LabelColor(static_cast<Label>(i));
    // The window leaves the background clear; a picture of its own shows it dark.
    colors[i] = cv::Vec3f(color.redF(), color.greenF(), color.blueF()) * color.alphaF();
  }
  ColorImage painted(labels.size());
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) painted(y, x) = colors.at(labels(y, x));
  }
  return painted;
}

std::vector<std::filesystem::path> DebugPicturePaths(const std::filesystem::path& folder,
                                                     std::size_t sources) {
  std::vector<std::filesystem::path> paths;
  for (const char* name :
       {"target", "target_labels", "target_matte", "aligned_head", "aligned_head_alpha",
        "aligned_head_labels", "aligned_head_confidence", "color_reference", "head_alpha",
        "background_fill", "blend_region", "result"}) {
    paths.push_back(folder / (std::string(name) + ".png"));
  }
  for (std::size_t i = 1; i <= sources; ++i) {
    for (const char* kind : {"", "_labels", "_matte"}) {
      paths.push_back(folder / ("source_" + std::to_string(i) + kind + ".png"));
    }
  }
  return paths;
}

void WriteDebugPictures(const SwapResult& result, const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) throw Error(ErrorKind::kCannotWrite, folder.string(), failed.message());
  const HeadView& target = *result.target_view;
  const AlignedHead& head = *result.aligned_head;
  const BlendResult& blend = *result.blend;
  WriteColor(target.color, folder / "target.png");
  WriteColor(PaintLabels(target.labels), folder / "target_labels.png");
  WriteAlpha(target.matte, folder / "target_matte.png");
  WriteColor(OverGrey(head.color, head.alpha), folder / "aligned_head.png");
  WriteAlpha(head.alpha, folder / "aligned_head_alpha.png");
  WriteColor(PaintLabels(head.labels), folder / "aligned_head_labels.png");
  WriteAlpha(head.confidence, folder / "aligned_head_confidence.png");
  WriteColor(OverGrey(result.color_reference->color, head.alpha), folder / "color_reference.png");
  WriteAlpha(blend.head_alpha, folder / "head_alpha.png");
  WriteColor(blend.background_fill, folder / "background_fill.png");
  WriteAlpha(blend.blend_region, folder / "blend_region.png");
  WriteColor(blend.color, folder / "result.png");
  for (std::size_t i = 0; i < result.source_views.size(); ++i) {
    const std::string name = "source_" + std::to_string(result.used_sources[i] + 1);
    WriteColor(result.source_views[i]->color, folder / (name + ".png"));
    WriteColor(PaintLabels(result.source_views[i]->labels), folder / (name + "_labels.png"));
    WriteAlpha(result.source_views[i]->matte, folder / (name + "_matte.png"));
  }
}

}  // namespace heser::cli
