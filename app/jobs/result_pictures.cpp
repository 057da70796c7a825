#include "app/jobs/result_pictures.h"

#include <array>

#include "app/jobs/photo_loading.h"
#include "app/jobs/picture_conversion.h"

namespace heser {
namespace {

std::vector<Label> ClassesOf(const LabelMap& labels) {
  std::array<bool, 256> occurs{};
  for (const std::uint8_t label : labels) {
    occurs[label] = true;
  }
  std::vector<Label> classes;
  for (int label = 1; label < kLabelCount; ++label) {
    if (occurs.at(static_cast<std::size_t>(label))) {
      classes.push_back(static_cast<Label>(label));
    }
  }
  return classes;
}

/// Every class, as fine as the photo's pixels that it covers.
PlacedPicture LabelsOverlay(const LabelMap& labels, const QRectF& place) {
  const int factor = LabelEnlarging(labels.size(), place.width());
  return {Picture(OverlayOf(EnlargedLabels(labels, factor))), place};
}

}  // namespace

QRectF PlaceOf(const HeadView& view) {
  return QRectF(view.window.x, view.window.y, view.window.width, view.window.height);
}

ResultPictures MakeResultPictures(const SwapResult& result) {
  ResultPictures pictures;
  if (result.picture) {
    const QImage image = ImageOf(*result.picture);
    pictures.result = {Picture(image), QRectF(QPointF(0, 0), QSizeF(image.size()))};
  }
  if (!result.target_view) {
    return pictures;
  }
  for (const auto& view : result.source_views) {
    pictures.sources.push_back(
        {LabelsOverlay(view->labels, PlaceOf(*view)), ClassesOf(view->labels)});
  }
  const QRectF place = PlaceOf(*result.target_view);
  if (!result.picture && result.blend) {
    pictures.result = {Picture(ImageOf(result.blend->color)), place};
  }
  pictures.target_labels = LabelsOverlay(result.target_view->labels, place);
  pictures.target_classes = ClassesOf(result.target_view->labels);
  if (result.aligned_head) {
    const AlignedHead& head = *result.aligned_head;
    pictures.aligned_head = {Picture(ImageOf(head.color, head.alpha)), place};
    pictures.aligned_labels = LabelsOverlay(head.labels, place);
    pictures.aligned_classes = ClassesOf(head.labels);
    if (result.color_reference) {
      pictures.color_reference = {Picture(ImageOf(result.color_reference->color, head.alpha)),
                                  place};
    }
  }
  if (result.blend) {
    const BlendResult& blend = *result.blend;
    pictures.background_fill = {Picture(ImageOf(blend.background_fill)), place};
    pictures.blend_region = {Picture(OverlayOf(blend.blend_region, blend.head_alpha)), place};
  }
  return pictures;
}

}  // namespace heser
