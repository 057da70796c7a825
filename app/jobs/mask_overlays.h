#pragma once

#include <QObject>

#include "app/jobs/picture_conversion.h"
#include "app/jobs/result_pictures.h"

namespace heser {

/// Which classes the masks view leaves out, and the overlays without them, made in threads of their
/// own. GUI thread only; never waits.
class MaskOverlays : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const HiddenClasses& hidden() const { return hidden_; }
  void SetHidden(Label label, bool hidden);

  /// The overlay of `labels` at the place of `whole`, which shows every class. Until it is made
  /// this is the one that was shown before, then Changed follows.
  PlacedPicture Shown(const LabelMap& labels, const PlacedPicture& whole);

 signals:
  void Changed();

 private:
  struct Overlay {
    LabelMap labels;  ///< Shares its pixels: they are what it is known by.
    HiddenClasses hidden;
    Picture picture;
  };
  static bool IsOf(const Overlay& overlay, const LabelMap& labels) {
    return overlay.labels.data == labels.data && overlay.labels.data != nullptr;
  }
  void Make(const LabelMap& labels);

  HiddenClasses hidden_;
  Overlay made_;
  Overlay awaited_;
};

}  // namespace heser
