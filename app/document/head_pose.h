#pragma once

#include <QPointF>
#include <vector>

#include "app/document/swap_document.h"

namespace heser {

/// The offsets that people give the head beside its fit, in the units of AlignerOptions.
struct HeadPose {
  double yaw = 0;
  double pitch = 0;
  double roll = 0;
  double size = 1;
  double shift_x = 0;
  double shift_y = 0;
};

HeadPose HeadPoseOf(const SwapSettings& settings);
/// For SwapDocument::SetSettings; kept within the options' ranges.
std::vector<SwapDocument::SettingValueOf> SettingsOf(const HeadPose& pose);

/// The same settings without what was moved by hand, for other photos: it mends the fit on one.
SwapSettings WithoutHandMoves(const SwapSettings& settings);

/// What a drag on the canvas does to the head.
enum class HeadHandle {
  kMove,
  kScale,   ///< By the distance from the middle of the face.
  kRotate,  ///< Around it.
  kTurn,    ///< To the sides and up and down, out of the picture's plane.
};

/// Where the head stands, in pixels of the target photo.
struct HeadPlace {
  QPointF middle;        ///< Of the face.
  double face_size = 1;  ///< Of the target's face, what shifts are measured in.
};

/// The pose after a drag from one place of the photo to another that began at `start`. A drag over
/// one face size turns by kDegreesPerFace.
HeadPose DraggedPose(const HeadPose& start, HeadHandle handle, const HeadPlace& place, QPointF from,
                     QPointF to);
inline constexpr double kDegreesPerFace = 90;

}  // namespace heser
