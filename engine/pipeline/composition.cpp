#include "engine/pipeline/composition.h"

#include <opencv2/imgproc.hpp>

#include "engine/pipeline/swap_pipeline.h"

namespace heser {
namespace {

/// At the photo's own size: pixels enlarged, never mixed, so that 0 stays 0.
AlphaMap EnlargedRegion(const HeadView& view, const BlendResult& blend) {
  AlphaMap region;
  cv::resize(blend.blend_region, region, view.window.size(), 0, 0, cv::INTER_NEAREST);
  return region;
}

}  // namespace

AlphaMap OpacityOf(const Photo& photo, const HeadView& view) {
  if (!photo.HasAlpha()) return {};
  AlphaMap whole = photo.Alpha(view.window);
  if (whole.size() == view.color.size()) return whole;
  AlphaMap opacity;
  cv::resize(whole, opacity, view.color.size(), 0, 0, cv::INTER_AREA);
  return opacity;
}

Photo Compose(const Photo& target, const HeadView& view, const BlendResult& blend) {
  if (view.scale == 1) {
    return blend.opacity.empty()
               ? target.WithPixels(view.window, blend.color, blend.blend_region)
               : target.WithPixels(view.window, blend.color, blend.blend_region, blend.opacity);
  }
  ColorImage color;
  cv::resize(blend.color, color, view.window.size(), 0, 0, cv::INTER_CUBIC);
  const AlphaMap region = EnlargedRegion(view, blend);
  if (blend.opacity.empty()) return target.WithPixels(view.window, color, region);
  AlphaMap opacity;
  cv::resize(blend.opacity, opacity, view.window.size(), 0, 0, cv::INTER_LINEAR);
  return target.WithPixels(view.window, color, region, opacity);
}

AlphaMap BlendRegionInPhoto(const SwapResult& result) {
  const HeadView& view = *result.target_view;
  return view.scale == 1 ? result.blend->blend_region : EnlargedRegion(view, *result.blend);
}

}  // namespace heser
