#include "engine/photo/code_points.h"

#include <memory>

#include <lcms2.h>

namespace heser {
namespace {

constexpr int kBt709Primaries = 1;
constexpr int kUnstated = 2;

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
struct FreeCurve {
  void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
using Curve = std::unique_ptr<cmsToneCurve, FreeCurve>;

bool HasSrgbCurve(int transfer) {
  switch (transfer) {
    case 4:   // Gamma 2.2.
    case 5:   // Gamma 2.8.
    case 8:   // Linear.
    case 17:  // Gamma 2.6, of cinemas.
      return false;
    default:
      return true;
  }
}

Curve CurveOf(int transfer) {
  switch (transfer) {
    case 4:
      return Curve(cmsBuildGamma(nullptr, 2.2));
    case 5:
      return Curve(cmsBuildGamma(nullptr, 2.8));
    case 8:
      return Curve(cmsBuildGamma(nullptr, 1));
    case 17:
      return Curve(cmsBuildGamma(nullptr, 2.6));
    default:
      break;
  }
  // IEC 61966-2-1, in the order of Little CMS's curve 4.
  constexpr cmsFloat64Number kSrgb[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  return Curve(cmsBuildParametricToneCurve(nullptr, 4, kSrgb));
}

cmsCIExyY Chromaticity(const ColorCodePoints& colors, std::size_t place) {
  return {colors.chromaticities[2 * place], colors.chromaticities[2 * place + 1], 1};
}

}  // namespace

bool IsForHdrScreens(const ColorCodePoints& colors) {
  return colors.transfer == 16 || colors.transfer == 18;
}

std::string ProfileOf(const ColorCodePoints& colors) {
  const bool unknown = colors.primaries == kUnstated || colors.chromaticities[1] <= 0;
  if (unknown) return {};
  if (colors.primaries == kBt709Primaries && HasSrgbCurve(colors.transfer)) return {};
  const cmsCIExyYTRIPLE primaries = {Chromaticity(colors, 0), Chromaticity(colors, 1),
                                     Chromaticity(colors, 2)};
  const cmsCIExyY white = Chromaticity(colors, 3);
  const Curve curve = CurveOf(colors.transfer);
  cmsToneCurve* const curves[] = {curve.get(), curve.get(), curve.get()};
  const std::unique_ptr<void, CloseProfile> profile(
      cmsCreateRGBProfile(&white, &primaries, curves));
  cmsUInt32Number size = 0;
  if (!profile || !cmsSaveProfileToMem(profile.get(), nullptr, &size)) return {};
  std::string icc(size, '\0');
  if (!cmsSaveProfileToMem(profile.get(), icc.data(), &size)) return {};
  return icc;
}

}  // namespace heser
