#pragma once

#include "engine/core/image.h"
#include "engine/core/labels.h"
#include "engine/core/progress.h"

/// Colours for parts of a head that the photo does not show.
namespace heser {

/// `image` inside `known`; outside it the colour of the nearest known pixel, smoother with the
/// distance. So a head that is turned brings no background along its outline. Pixels of `hair`
/// take hair (`known` and `hair`), if there is any. `known` must select something.
ColorImage ExtendColors(const ColorImage& image, const Mask& known, const Mask& hair);

/// Hair near the outline that looks more like what is outside of the head there than like the hair
/// further inside: sky between spikes, a wall through thin hair. `outside` selects what surely
/// shows no head. Lengths by `face_size`, pixels.
Mask ShinesThrough(const ColorImage& image, const Mask& hair, const Mask& head, const Mask& outside,
                   double face_size);

/// `image` where it is `known` (in fields of 4 pixels), elsewhere its smooth continuation. `known`
/// must select something. Thread-safe.
ColorImage SmoothFill(const ColorImage& image, const Mask& known);

/// Fine detail for `wanted` pixels, taken from `known` ones at its own scale: each wanted pixel is
/// reflected across the nearest known one, back and forth within what is known there, the fainter
/// the oftener. Other pixels are 0. `known` must select something.
ColorImage ReflectDetail(const ColorImage& detail, const Mask& known, const Mask& wanted);

/// A cover of hair (or headwear, or skin, where there is hardly any hair) all over the picture: the
/// material itself where the photo shows it, elsewhere its smooth continuation with reflected
/// detail.
struct HeadCover {
  ColorImage color;
  Label material = Label::kHair;
  Mask skin = {};  ///< Where it is skin instead; empty: nowhere.
};

/// `head` is the head mask, `face_size` in pixels. Thread-safe. Throws Cancelled.
HeadCover MakeHeadCover(const ColorImage& image, const LabelMap& labels, const Mask& head,
                        double face_size, const Progress& progress);

}  // namespace heser
