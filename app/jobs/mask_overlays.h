#pragma once

#include <QObject>
#include <functional>

#include "app/jobs/picture_conversion.h"
#include "app/jobs/result_pictures.h"

namespace heser {

/// Which classes the masks view leaves out, and the overlays without them and those of mattes, made
/// in threads of their own when they are looked at. GUI thread only; never waits.
class MaskOverlays : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const HiddenClasses& hidden() const { return hidden_; }
  void SetHidden(Label label, bool hidden);

  /// The overlay of `labels` at the place of `whole`, which shows every class. Until it is made
  /// this is the one that was shown before, then Changed follows.
  PlacedPicture Shown(const LabelMap& labels, const PlacedPicture& whole);

  /// The overlay of a matte: the more it covers, the stronger. Until it is made this is an empty
  /// picture or that of the matte before, then Changed follows.
  PlacedPicture ShownMatte(const AlphaMap& matte, const QRectF& place);

 signals:
  void Changed();

 private:
  struct Overlay {
    cv::Mat map;  ///< Shares its pixels: they are what it is known by.
    HiddenClasses hidden;
    Picture picture;

    bool IsOf(const cv::Mat& other, const HiddenClasses& without) const {
      return map.data != nullptr && map.data == other.data && hidden == without;
    }
  };
  /// The latest overlay of a kind, and the one that is being made.
  struct Slot {
    Overlay made;
    Overlay awaited;
  };
  void Make(Slot& slot, const cv::Mat& map, const HiddenClasses& hidden,
            const std::function<QImage()>& draw);

  HiddenClasses hidden_;
  Slot labels_;
  Slot matte_;
};

}  // namespace heser
