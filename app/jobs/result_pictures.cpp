#include "app/jobs/result_pictures.h"

#include <algorithm>
#include <array>
#include <future>

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

const ResultPictures::SourceMask& KeptMasks::Of(const std::shared_ptr<const HeadView>& view) {
  std::erase_if(kept_, [](const Kept& kept) { return kept.first.expired(); });
  const auto found =
      std::ranges::find_if(kept_, [&](const Kept& kept) { return kept.first.lock() == view; });
  if (found != kept_.end()) return found->second;
  kept_.emplace_back(view, ResultPictures::SourceMask{LabelsOverlay(view->labels, PlaceOf(*view)),
                                                      ClassesOf(view->labels)});
  return kept_.back().second;
}

ResultPictures MakeResultPictures(const SwapResult& result, KeptMasks& masks) {
  ResultPictures pictures;
  if (result.picture) {
    const QImage image = ImageOf(*result.picture);
    pictures.result = {Picture(image), QRectF(QPointF(0, 0), QSizeF(image.size()))};
  }
  if (!result.target_view) {
    return pictures;
  }
  for (const auto& view : result.source_views) {
    pictures.sources.push_back(masks.Of(view));
  }
  const QRectF place = PlaceOf(*result.target_view);
  if (!result.picture && result.blend) {
    pictures.result = {Picture(ImageOf(result.blend->color)), place};
  }
  const ResultPictures::SourceMask& target = masks.Of(result.target_view);
  pictures.target_labels = target.labels;
  pictures.target_classes = target.classes;
  std::future<PlacedPicture> aligned_labels;
  if (result.aligned_head) {
    const AlignedHead& head = *result.aligned_head;
    aligned_labels = std::async(std::launch::async,
                                [&head, place] { return LabelsOverlay(head.labels, place); });
    pictures.aligned_head = {Picture(ImageOf(head.color, head.alpha)), place};
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
  if (aligned_labels.valid()) pictures.aligned_labels = aligned_labels.get();
  return pictures;
}

}  // namespace heser
