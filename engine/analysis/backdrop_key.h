#pragma once

#include "engine/analysis/face_analysis.h"

namespace heser {

/// Finds hair and ears before a plain backdrop to the strand: where the backdrop's colour is known
/// from beside the head, a pixel's coverage is how far it lies from that colour towards the hair's
/// (difference matting). Replaces the matte, and says so in `exact_matte`, in hair and ears near
/// the backdrop and out to where strands reach; gaps through which the backdrop is seen are
/// labelled background. An ear's upper part that is labelled hair becomes ear by its skin's colour.
/// What the wall adds to the colours of these pixels is taken out (`color` becomes a copy):
/// wherever they are shown after all, stretched or closed in, no wall comes along. Does nothing
/// where the backdrop is not plain beside the contrast of the hair with it. Shine inside of the
/// hair is kept: what is transparent hangs together with the backdrop, or shows it fully and not
/// beside the forehead, where scalp would be seen.
/// Thread-safe for different views.
void KeyPlainBackdrop(HeadView& view);

}  // namespace heser
