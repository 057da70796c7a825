#pragma once

#include <QColor>
#include <QString>

#include "engine/core/labels.h"

namespace heser {

/// The colour of a class in overlays and legends: told apart by hue and by lightness; background is
/// transparent.
QColor LabelColor(Label label);

/// What the window calls a class, translated.
QString LabelTitle(Label label);

/// What the blend region consists of.
enum class BlendRegionPart {
  kHead,  ///< The new head covers the target.
  kFill,  ///< The target is filled anew.
};
QColor RegionColor(BlendRegionPart part);
QString RegionTitle(BlendRegionPart part);

}  // namespace heser
