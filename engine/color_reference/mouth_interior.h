#pragma once

#include "engine/aligner/aligned_head.h"
#include "engine/analysis/face_analysis.h"

namespace heser {

/// Teeth and tongue for a mouth that the source shows closed: where `head` has an inner mouth that
/// was made up (see OpenMouth) and the target's lips are apart too, `color` takes the target's
/// pixels between the lips, moved from the target's inner lip outline to the head's; where the head
/// opens less, those below the upper lip in their own proportions. They lie in the scene's light
/// already. Where the target's labels say that most of its mouth is background, something lies over
/// it, and nothing is taken. Changes nothing else. Thread-safe for different pictures.
void TakeMouthInterior(const AlignedHead& head, const HeadView& target, ColorImage& color);

}  // namespace heser
