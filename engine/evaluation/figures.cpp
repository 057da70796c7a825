#include "engine/evaluation/figures.h"

namespace heser {
namespace {

constexpr std::array<FigureInfo, kFigureCount> kFigures = {{
    {Figure::kPsnr, "psnr", "PSNR", "dB", 2, Better::kHigher,
     "Peak signal-to-noise ratio against the truth over the head's box (1.1 face sizes to every "
     "side) at 256 x 256; identical pictures count 100."},
    {Figure::kSsim, "ssim", "SSIM", "", 3, Better::kHigher,
     "Structural similarity (Wang et al. 2004, grey, 11 x 11 window) over the same box."},
    {Figure::kPerceptual, "perceptual", "Perceptual distance", "", 3, Better::kLower,
     "Squared distance of unit-normalised SqueezeNet 1.0 features over the same box."},
    {Figure::kIdentitySource, "identity_source", "Identity, source", "", 3, Better::kHigher,
     "Cosine similarity of dlib's recognition features of result and source, mean of the sources."},
    {Figure::kIdentityTarget, "identity_target", "Identity, target", "", 3, Better::kLower,
     "The same against the target, whose person should be gone."},
    {Figure::kIdentityTruth, "identity_truth", "Identity, truth", "", 3, Better::kHigher,
     "The same against the target where it shows the sources' own person."},
    {Figure::kPose, "pose", "Pose error", "degrees", 2, Better::kLower,
     "Angle between the head rotations of result and target."},
    {Figure::kPlace, "place", "Place error", "face sizes", 3, Better::kLower,
     "Distance of the middles of the faces of result and target."},
    {Figure::kSize, "size", "Size error", "share", 3, Better::kLower,
     "By how much the face of the result is larger or smaller than the target's."},
    {Figure::kExpression, "expression", "Expression error", "", 3, Better::kLower,
     "Mean difference of seven ratios of mouth, eyes and brows between result and target."},
    {Figure::kSkinTarget, "skin_target", "Skin to target", "dE", 2, Better::kLower,
     "Difference of the median Lab colours of the faces' skin in result and target."},
    {Figure::kSkinNeck, "skin_neck", "Skin to neck", "dE", 2, Better::kLower,
     "By how much the step of colour from face to neck differs from the target's own step."},
    {Figure::kBackground, "background", "Background change", "steps", 0, Better::kLower,
     "Largest difference of a stored sample outside the blend region; must be 0."},
    {Figure::kSeconds, "seconds", "Time", "s", 2, Better::kLower,
     "Seconds of the swap with loaded networks, without reading and writing files."},
    {Figure::kMemory, "memory", "Peak memory", "MB", 0, Better::kLower,
     "Most memory that the process held during the swap."},
}};

constexpr bool AreInOrder() {
  for (std::size_t i = 0; i < kFigureCount; ++i) {
    if (kFigures[i].figure != static_cast<Figure>(i)) return false;
  }
  return true;
}
static_assert(AreInOrder());

}  // namespace

std::span<const FigureInfo, kFigureCount> AllFigures() { return kFigures; }

const FigureInfo& InfoOf(Figure figure) { return kFigures[static_cast<std::size_t>(figure)]; }

}  // namespace heser
