#include "app/cli/debug_pictures.h"

#include <array>
#include <system_error>

#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "engine/photo/picture_files.h"

namespace heser::cli {
namespace {

// Hues far apart for neighbours: skin, hair, neck and clothing touch one another.
constexpr std::array<std::array<float, 3>, kLabelCount> kLabelColors = {{
    {0.10f, 0.10f, 0.12f},  // background
    {0.95f, 0.76f, 0.62f},  // skin
    {0.45f, 0.26f, 0.10f},  // brow
    {0.20f, 0.55f, 0.95f},  // eye
    {0.10f, 0.85f, 0.85f},  // glasses
    {0.98f, 0.55f, 0.35f},  // ear
    {0.98f, 0.86f, 0.40f},  // nose
    {0.45f, 0.05f, 0.10f},  // inner mouth
    {0.90f, 0.25f, 0.40f},  // upper lip
    {0.98f, 0.45f, 0.60f},  // lower lip
    {0.75f, 0.55f, 0.85f},  // neck
    {0.25f, 0.60f, 0.30f},  // clothing
    {0.55f, 0.40f, 0.20f},  // hair
    {0.30f, 0.30f, 0.75f},  // headwear
}};

ColorImage OverGrey(const ColorImage& color, const AlphaMap& alpha) {
  return Mix(cv::Mat(color.size(), CV_32FC3, cv::Scalar::all(0.5)), color, alpha);
}

}  // namespace

ColorImage PaintLabels(const LabelMap& labels) {
  ColorImage painted(labels.size());
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      const auto& color = kLabelColors.at(labels(y, x));
      painted(y, x) = {color[0], color[1], color[2]};
    }
  }
  return painted;
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
    const std::string name = "source_" + std::to_string(i + 1);
    WriteColor(result.source_views[i]->color, folder / (name + ".png"));
    WriteColor(PaintLabels(result.source_views[i]->labels), folder / (name + "_labels.png"));
    WriteAlpha(result.source_views[i]->matte, folder / (name + "_matte.png"));
  }
}

}  // namespace heser::cli
