#pragma once

#include <QPointF>
#include <vector>

#include "app/document/swap_document.h"

namespace heser {

/// The settings that make the colour of a small patch of a photo, as the eye mixes it, the colour
/// that the skin takes. `place`: photo pixels, centres on integers; kept within the photo.
std::vector<SwapDocument::SettingValueOf> PickedSkinSettings(const Photo& photo, QPointF place);

/// Half the side of that patch, pixels: pores and noise do not count.
inline constexpr int kSkinPatchReach = 4;

}  // namespace heser
