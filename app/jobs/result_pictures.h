#pragma once

#include <QRectF>
#include <memory>
#include <utility>
#include <vector>

#include "app/document/picture.h"
#include "engine/core/labels.h"
#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// A picture and where it lies, in pixels of the target photo (edges of pixels on integers).
struct PlacedPicture {
  Picture picture;
  QRectF place;
};

/// What the canvas shows of a result.
struct ResultPictures {
  PlacedPicture result;           ///< In a preview only where the head is.
  PlacedPicture aligned_head;     ///< With coverage.
  PlacedPicture color_reference;  ///< With the coverage of the aligned head.
  PlacedPicture background_fill;
  PlacedPicture blend_region;    ///< Overlay, see OverlayOf.
  PlacedPicture aligned_labels;  ///< Overlays, see OverlayOf.
  PlacedPicture target_labels;
  /// A source's own mask, in pixels of its photo; one for each source of the request.
  struct SourceMask {
    PlacedPicture labels;
    std::vector<Label> classes;
  };
  std::vector<SourceMask> sources;
  std::vector<Label> aligned_classes;  ///< That occur, without the background.
  std::vector<Label> target_classes;
};

/// Masks that were made of heads as they were read and painted over. Most changes leave them, and
/// making them anew takes a good part of a preview. For one thread.
class KeptMasks {
 public:
  /// Of a view that lives on; made where that was not done yet.
  const ResultPictures::SourceMask& Of(const std::shared_ptr<const HeadView>& view);

 private:
  using Kept = std::pair<std::weak_ptr<const HeadView>, ResultPictures::SourceMask>;
  std::vector<Kept> kept_;
};

/// Takes time: for worker threads. Parts that the result lacks stay empty. `masks` are those of
/// results before.
ResultPictures MakeResultPictures(const SwapResult& result, KeptMasks& masks);

/// Where a head view lies in its photo.
QRectF PlaceOf(const HeadView& view);

}  // namespace heser
