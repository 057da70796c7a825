#pragma once

#include <array>
#include <string>

/// Private to this folder.
namespace heser {

/// What films, and photos coded like them, say of colour instead of a profile (ITU-T H.273, 8.1 and
/// 8.2).
struct ColorCodePoints {
  int primaries = 2;                       ///< 2 says nothing.
  int transfer = 2;                        ///< 2 says nothing.
  std::array<double, 8> chromaticities{};  ///< x, y of red, green, blue, white of the primaries.
};

/// Whether brightness is meant for screens beyond white (PQ, HLG): shown as it is, it looks pale.
bool IsForHdrScreens(const ColorCodePoints& colors);

/// A profile (ICC.1:2022) of these colours; empty where they are sRGB, or nothing is said. Curves
/// of films that are shown as sRGB's is are taken for it. Thread-safe.
std::string ProfileOf(const ColorCodePoints& colors);

}  // namespace heser
