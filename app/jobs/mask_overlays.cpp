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

PatchedOverlay MaskOverlays::OfLabels(const LabelMap& labels, const PlacedPicture& whole,
                                      const SeenHead& seen, const HeadEdits& now) {
  if (hidden_.none()) {
    return {whole, patches_.OfLabels(seen, now, hidden_)};
  }
  const Overlay wanted{labels, hidden_, whole.place, seen, {}};
  Want(labels_, wanted, [labels, hidden = hidden_, width = whole.place.width()] {
    return OverlayOf(EnlargedLabels(labels, LabelEnlarging(labels.size(), width)), hidden);
  });
  if (!labels_.made.StandsFor(wanted)) {
    return {whole, patches_.OfLabels(seen, now, {})};
  }
  return {{labels_.made.picture, whole.place}, patches_.OfLabels(labels_.made.seen, now, hidden_)};
}

PatchedOverlay MaskOverlays::OfMatte(const AlphaMap& matte, const QRectF& place,
                                     const SeenHead& seen, const HeadEdits& now) {
  const Overlay wanted{matte, {}, place, seen, {}};
  Want(matte_, wanted, [matte] { return OverlayOf(matte, matte); });
  if (!matte_.made.StandsFor(wanted)) {
    return {};
  }
  return {{matte_.made.picture, place}, patches_.OfMatte(matte_.made.seen, now)};
}

void MaskOverlays::Want(Slot& slot, const Overlay& wanted, const std::function<QImage()>& draw) {
  if (slot.made.IsOf(wanted) || slot.awaited.IsOf(wanted)) {
    return;
  }
  slot.awaited = wanted;
  QtConcurrent::run([draw] {
    return Picture(draw());
  }).then(this, [this, &slot, wanted](const Picture& picture) {
    if (slot.awaited.IsOf(wanted)) {
      slot.awaited = {};
      slot.made = wanted;
      slot.made.picture = picture;
      emit Changed();
    }
  });
}

}  // namespace heser
