#pragma once

#include <algorithm>

namespace heser {

/// From 0 (t = 0 and below) to 1 (t = 1 and above) without corners: 3 t^2 - 2 t^3.
template <typename Real>
Real Smoothstep(Real t) {
  t = std::clamp(t, Real(0), Real(1));
  return t * t * (3 - 2 * t);
}

}  // namespace heser
