#pragma once

#include <array>

namespace heser {

/// Points along one rim of a lip from the left corner of the mouth to the right one.
inline constexpr int kRimPoints = 11;
using Rim = std::array<int, kRimPoints>;

/// The lips' rings of mesh points, each from the inside of the mouth out. Points with the same
/// place in their rim lie in one column. Both lips share their corners.
inline constexpr std::array<Rim, 4> kUpperLipRims{{
    {78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308},
    {62, 183, 42, 41, 38, 12, 268, 271, 272, 407, 292},
    {76, 184, 74, 73, 72, 11, 302, 303, 304, 408, 306},
    {61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291},
}};
inline constexpr std::array<Rim, 4> kLowerLipRims{{
    {78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308},
    {62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292},
    {76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306},
    {61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291},
}};

}  // namespace heser
