#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "engine/core/error.h"

namespace heser {

/// What a step of a measuring script does; see kStepRules for its words.
enum class MeasureAction {
  kWindow,
  kOpen,
  kSwap,
  kRest,
  kView,
  kTool,
  kClass,
  kBrush,
  kStroke,
  kLine,
  kDragHead,
  kSetting,
  kZoom,
  kPan,
  kUndo,
  kRedo,
  kPress,
  kClose,
  kGrab,
};

struct MeasureStep {
  MeasureAction action = MeasureAction::kRest;
  QString text;  ///< The whole line.
  int line = 0;  ///< Its number in the script, from 1.
  QStringList words;
  std::vector<int> numbers;

  int NumberOr(std::size_t index, int otherwise) const {
    return index < numbers.size() ? numbers[index] : otherwise;
  }
};

/// A script for `heser-studio --measure`: a step a line, `#` begins a comment, words with spaces
/// stand in double quotes.
///
///     window WIDTH HEIGHT       size of the window
///     open PHOTO... TARGET      photos relative to the script; several: the last is the target
///     swap                      presses Swap and waits for the result
///     rest                      waits until nothing runs
///     view NAME                 result, target, head, masks, colors, region or fill
///     tool NAME                 move, brush, eraser, restore, lasso or fill
///     class NAME                such as hair (see LabelName), or matte
///     brush RADIUS              photo pixels
///     stroke COUNT [POINTS]     strokes of so many points (60), one every 8 ms
///     line X Y X Y              a stroke between two pixels of the fitted picture
///     drag-head COUNT [POINTS]  drags by the head's handle
///     setting KEY COUNT         wheel steps on a setting's slider: towards its farther end, then,
///                               from half of them on, back; to be timed, not to choose a value
///     zoom COUNT                wheel steps in and out again
///     pan COUNT                 steps of moving the picture
///     undo COUNT, redo COUNT
///     press KEYS                the command with this shortcut, such as Ctrl+E
///     close                     closes the dialog before the window, as Escape does
///     grab FILE                 saves a picture of the window, or of the dialog before it
///
/// Throws Error: kFileNotFound; kBadFile with the line that is wrong and why.
std::vector<MeasureStep> ReadMeasureScript(const QString& path);

/// The error of a step, for whatever reason.
Error MeasureError(const QString& script, const MeasureStep& step, const QString& reason);

}  // namespace heser
