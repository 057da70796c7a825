#pragma once

#include <QPointF>
#include <vector>

#include "app/document/swap_document.h"

namespace heser {

/// What can take a colour that people pick.
enum class PickedRegion { kSkin, kHair, kLips };
inline constexpr PickedRegion kEveryPickedRegion[] = {PickedRegion::kSkin, PickedRegion::kHair,
                                                      PickedRegion::kLips};

/// The settings that make the colour of a small patch of a photo, as the eye mixes it, the colour
/// that the region takes, wholly if `settings` have it take none. `place`: photo pixels, centres on
/// integers; kept within the photo.
std::vector<SwapDocument::SettingValueOf> PickedColorSettings(const Photo& photo, QPointF place,
                                                              PickedRegion region,
                                                              const SwapSettings& settings);

/// False if what is at `place` of the photo can hardly be skin: by what `view`, a view of the same
/// photo or null, says of the place and of the colour of its skin, else by the hue alone.
bool LooksLikeSkin(const Photo& photo, QPointF place, const HeadView* view);

/// The same settings without the colours that were picked on a photo, for other photos. What hair
/// and lips take of a colour is as it comes again: it was said of the picked one.
SwapSettings WithoutPickedColors(const SwapSettings& settings);

/// Half the side of that patch, pixels: pores and noise do not count.
inline constexpr int kColorPatchReach = 4;

}  // namespace heser
