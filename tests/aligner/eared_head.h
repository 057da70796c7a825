#pragma once

#include "tests/aligner/synthetic_head.h"

namespace heser::test {

/// The head's view with ears at both sides, as wide and high as they are in photos.
HeadView WithEars(const SyntheticHead& head);

}  // namespace heser::test
