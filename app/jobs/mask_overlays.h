#pragma once

#include <QObject>
#include <functional>
#include <vector>

#include "app/jobs/paint_patches.h"
#include "app/jobs/picture_conversion.h"
#include "app/jobs/result_pictures.h"

namespace heser {

/// An overlay as an engine run has it, and pictures that take its place where it was painted on
/// since.
struct PatchedOverlay {
  PlacedPicture whole;
  PaintPatches::List patches;
};

/// Which classes the masks view leaves out, and the overlays without them and those of mattes, made
/// in threads of their own when they are looked at. GUI thread only; never waits.
class MaskOverlays : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const HiddenClasses& hidden() const { return hidden_; }
  void SetHidden(Label label, bool hidden);

  /// What was painted since a run, on any of its overlays.
  PaintPatches& patches() { return patches_; }

  /// The overlay of `labels` at the place of `whole`, which shows every class, with what is painted
  /// now. Until it is made this is the one that was shown before, then Changed follows.
  PatchedOverlay OfLabels(const LabelMap& labels, const PlacedPicture& whole, const SeenHead& seen,
                          const HeadEdits& now);

  /// The overlay of a matte: the more it covers, the stronger. Until it is made this is an empty
  /// picture or that of the matte before, then Changed follows.
  PatchedOverlay OfMatte(const AlphaMap& matte, const QRectF& place, const SeenHead& seen,
                         const HeadEdits& now);

 signals:
  void Changed();

 private:
  struct Overlay {
    cv::Mat map;  ///< Shares its pixels: they are what it is known by.
    HiddenClasses hidden;
    QRectF place;
    SeenHead seen;
    Picture picture;

    bool IsOf(const Overlay& other) const {
      return map.data != nullptr && map.data == other.map.data && hidden == other.hidden;
    }
    /// Whether it may stand for the other one until that is made.
    bool StandsFor(const Overlay& other) const {
      return !picture.IsEmpty() && place == other.place && hidden == other.hidden;
    }
  };
  /// The latest overlay of a kind, and the one that is being made.
  struct Slot {
    Overlay made;
    Overlay awaited;
  };
  /// Has `wanted`, which has no picture yet, made if it is not.
  void Want(Slot& slot, const Overlay& wanted, const std::function<QImage()>& draw);

  HiddenClasses hidden_;
  Slot labels_;
  Slot matte_;
  PaintPatches patches_;
};

}  // namespace heser
