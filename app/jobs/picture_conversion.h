#pragma once

#include <QImage>
#include <bitset>

#include "engine/core/image.h"
#include "engine/core/labels.h"
#include "engine/photo/photo.h"

namespace heser {

/// Pictures of the engine as the screen wants them. All take time in proportion to the pixels: not
/// on the GUI thread. Thread-safe.

/// sRGB, opaque (Format_RGB32).
QImage ImageOf(const ColorImage& image);

/// sRGB with coverage (Format_ARGB32_Premultiplied). Both of one size.
QImage ImageOf(const ColorImage& image, const AlphaMap& alpha);

/// Classes that are not shown, by their number.
using HiddenClasses = std::bitset<kLabelCount>;

/// Classes in their colours, strong along the borders between them; the screen lets the picture
/// show through.
QImage OverlayOf(const LabelMap& labels, const HiddenClasses& hidden = {});

/// Where a picture differs from the target: the new head and what is filled anew, in the colours of
/// RegionColor. Both of one size.
QImage OverlayOf(const AlphaMap& blend_region, const AlphaMap& head_alpha);

}  // namespace heser
