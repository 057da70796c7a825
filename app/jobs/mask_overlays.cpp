#include "app/jobs/mask_overlays.h"

#include <QtConcurrentRun>

namespace heser {

void MaskOverlays::SetHidden(Label label, bool hidden) {
  const auto number = static_cast<std::size_t>(label);
  if (hidden_[number] != hidden) {
    hidden_[number] = hidden;
    emit Changed();
  }
}

PlacedPicture MaskOverlays::Shown(const LabelMap& labels, const PlacedPicture& whole) {
  if (hidden_.none()) {
    return whole;
  }
  if (labels_.made.IsOf(labels, hidden_)) {
    return {labels_.made.picture, whole.place};
  }
  Make(labels_, labels, hidden_, [labels, hidden = hidden_] { return OverlayOf(labels, hidden); });
  const bool is_of_these = labels_.made.IsOf(labels, labels_.made.hidden);
  return is_of_these ? PlacedPicture{labels_.made.picture, whole.place} : whole;
}

PlacedPicture MaskOverlays::ShownMatte(const AlphaMap& matte, const QRectF& place) {
  if (!matte_.made.IsOf(matte, {})) {
    Make(matte_, matte, {}, [matte] { return OverlayOf(matte, matte); });
  }
  return {matte_.made.picture, place};
}

void MaskOverlays::Make(Slot& slot, const cv::Mat& map, const HiddenClasses& hidden,
                        const std::function<QImage()>& draw) {
  if (slot.awaited.IsOf(map, hidden)) {
    return;
  }
  slot.awaited = {map, hidden, {}};
  QtConcurrent::run([map, hidden, draw] {
    return Overlay{map, hidden, Picture(draw())};
  }).then(this, [this, &slot](const Overlay& overlay) {
    if (slot.awaited.IsOf(overlay.map, overlay.hidden)) {
      slot.awaited = {};
      slot.made = overlay;
      emit Changed();
    }
  });
}

}  // namespace heser
