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
  if (IsOf(made_, labels) && made_.hidden == hidden_) {
    return {made_.picture, whole.place};
  }
  Make(labels);
  return IsOf(made_, labels) ? PlacedPicture{made_.picture, whole.place} : whole;
}

void MaskOverlays::Make(const LabelMap& labels) {
  if (IsOf(awaited_, labels) && awaited_.hidden == hidden_) {
    return;
  }
  awaited_ = {labels, hidden_, {}};
  QtConcurrent::run([labels, hidden = hidden_] {
    return Overlay{labels, hidden, Picture(OverlayOf(labels, hidden))};
  }).then(this, [this](const Overlay& overlay) {
    if (IsOf(awaited_, overlay.labels) && awaited_.hidden == overlay.hidden) {
      awaited_ = {};
      made_ = overlay;
      emit Changed();
    }
  });
}

}  // namespace heser
