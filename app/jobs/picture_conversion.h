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

/// Every pixel as factor x factor pixels, with smooth borders instead of stairs. Those at a place
/// depend on the classes at most two pixels from it. factor: at least 1.
LabelMap EnlargedLabels(const LabelMap& labels, int factor);

/// By how much classes are enlarged that cover `photo_width` pixels of their photo, so that their
/// borders are as fine as the screen shows them; 1 to 4.
int LabelEnlarging(const cv::Size& size, double photo_width);

/// Where a picture differs from the target: the new head and what is filled anew, in the colours of
/// RegionColor. Both of one size.
QImage OverlayOf(const AlphaMap& blend_region, const AlphaMap& head_alpha);

}  // namespace heser
