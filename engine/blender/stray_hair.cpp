#include "engine/blender/stray_hair.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/blender/backdrop.h"
#include "engine/blender/faint_strands.h"
#include "engine/core/image_ops.h"
#include "engine/core/selection.h"

namespace heser {
namespace {

// Strands on clothing are looked for at this face size, this far from hair; hair shows its own
// colour this far inside. Face sizes.
constexpr double kStrandFaceSize = 150;
constexpr double kStrandReach = 0.1;
constexpr double kStrandRim = 0.02;
// Nearer below the chin than this the neck is dark of shade, not of hair. Face sizes.
constexpr double kStrandsBelowChin = 0.1;
// Nor is the throat looked at for faint strands: this far below the chin and to both sides of it.
constexpr double kThroatBelow = 0.35;
constexpr double kThroatAside = 0.25;
// Flyaway hair is looked for this far from hair, on a backdrop that is plain within that distance.
constexpr double kFlyawayReach = 0.5;
// Faint strands lie this near to hair on skin.
constexpr double kSkinReach = 0.25;
constexpr double kBackdropReach = 1;
// There strands go as far as so little of them shows, and their blur reaches this far beyond (face
// sizes). What is faint all along stays: nobody sees it.
constexpr float kFlyawayShare = 0.1F;
constexpr double kFlyawayBlur = 0.008;
// A share of hair that is seen, where hair and clothing differ by at least this (sRGB, 1 is white).
constexpr float kTaintedShare = 0.2F;
// Skin is also darkened by shade.
constexpr float kShadedShare = 0.4F;
constexpr float kLeastContrast = 0.15F;
constexpr int kFewestPixels = 50;
// The faint edge and shade of hair on clothing: at least so much of the hair's colour, and by this
// factor more than this share of the clothing away from hair has.
constexpr float kEdgeShare = 0.06F;
constexpr float kEdgeAboveUsual = 1.5F;
constexpr double kUsualOnClothing = 0.9;
// Before a background that is soft, but not plain, strands are narrower than half of this window
// (face sizes); they show at least so much of the hair's colour, more in one place, and by this
// factor more than the background around does by itself. Where that has more than the last of it
// hair is not told from other things.
constexpr double kThinWindow = 0.08;
constexpr float kThinShare = 0.05F;
constexpr float kThinSeed = 0.12F;
constexpr float kAboveUsual = 6;
constexpr float kBusy = 0.006F;
// What a background has by itself is seen this far from hair on, as a mean over this.
constexpr double kCalibration = 0.2;
constexpr double kUsualSigma = 0.15;
// The soft outline of a body shows its colours this far.
constexpr double kBodyRim = 0.025;
// Strands begin within this rim of the hair, which is removed anyway; what is thicker than twice
// the second is hair only this near to it. They enclose gaps narrower than twice the last.
constexpr double kThinRim = 0.05;
constexpr double kThick = 0.012;
constexpr double kThickReach = 0.12;
constexpr double kGap = 0.02;
// Strands go on across breaks of twice this. Pixels.
constexpr double kBreak = 1.5;

// Hair and what it lies on, at the size at which strands are looked for.
struct StrandScene {
  double scale;
  cv::Mat3f color;
  ScalarImage to_hair;  // Pixels of the small picture.
  cv::Mat3f strand;     // Colour of the hair, continued everywhere.
};

cv::Mat Reduced(const cv::Mat& picture, double scale, int interpolation) {
  cv::Mat reduced;
  cv::resize(picture, reduced, {}, scale, scale, interpolation);
  return reduced;
}

// Nothing where there is hardly any hair.
std::optional<StrandScene> ReduceForStrands(const ColorImage& color, const LabelMap& labels,
                                            double size) {
  StrandScene scene;
  scene.scale = std::min(1.0, kStrandFaceSize / size);
  const Mask hair = Reduced(MaskOf(labels, {Label::kHair}), scene.scale, cv::INTER_NEAREST);
  const Mask pure = Erode(hair, kStrandRim * size * scene.scale);
  if (cv::countNonZero(pure) < kFewestPixels) return std::nullopt;
  scene.to_hair = DistanceTo(hair);
  scene.color = Reduced(color, scene.scale, cv::INTER_AREA);
  scene.strand = PushPull(scene.color, AlphaOf(pure));
  return scene;
}

// Candidates that show some of the hair: fine strands, and its soft edge. A pixel's share of hair
// is how far its colour lies between `ground`, what it would be without, and that of the hair.
Mask ShowingHair(const StrandScene& scene, const Mask& candidates, const cv::Mat3f& ground,
                 float least_share, cv::Size full_size) {
  AlphaMap tainted(scene.color.size(), 0.F);
  for (int y = 0; y < tainted.rows; ++y) {
    for (int x = 0; x < tainted.cols; ++x) {
      if (candidates(y, x) == 0) continue;
      const cv::Vec3f apart = scene.strand(y, x) - ground(y, x);
      const float contrast = apart.dot(apart);
      if (contrast < kLeastContrast * kLeastContrast) continue;
      const float share = (scene.color(y, x) - ground(y, x)).dot(apart) / contrast;
      if (share > least_share) tainted(y, x) = 1;
    }
  }
  cv::Mat full;
  cv::resize(tainted, full, full_size, 0, 0, cv::INTER_LINEAR);
  return MaskAbove(full, 0.4);
}

// The ground without anything narrower than half of `window` pixels.
cv::Mat3f WithoutThin(const cv::Mat3f& color, const Mask& ground, double window) {
  cv::Mat smooth;
  PushPull(color, AlphaOf(ground)).convertTo(smooth, CV_8U, 255);
  cv::medianBlur(smooth, smooth, 2 * cvRound(window / 2) + 1);
  cv::Mat3f result;
  smooth.convertTo(result, CV_32F, 1.0 / 255);
  return result;
}

// How far each pixel of `places` lies from the ground's colour towards that of hair, 0 where both
// are alike or it is rather something else.
cv::Mat1f ShareOfHair(const StrandScene& scene, const Mask& places, const cv::Mat3f& ground) {
  cv::Mat1f share(places.size(), 0.F);
  for (int y = 0; y < share.rows; ++y) {
    for (int x = 0; x < share.cols; ++x) {
      if (places(y, x) == 0) continue;
      const cv::Vec3f apart = scene.strand(y, x) - ground(y, x);
      const float contrast = apart.dot(apart);
      if (contrast < kLeastContrast * kLeastContrast) continue;
      const cv::Vec3f away = scene.color(y, x) - ground(y, x);
      const float along = away.dot(apart) / contrast;
      const cv::Vec3f beside = away - apart * along;
      if (along > 0 && beside.dot(beside) < along * along * contrast) share(y, x) = along;
    }
  }
  return share;
}

// Clothing or skin that shows hair, against clothing or skin further away.
Mask StrandsOn(const StrandScene& scene, const Mask& ground, float least_share, double size) {
  const Mask small = Reduced(ground, scene.scale, cv::INTER_NEAREST);
  const Mask beside = scene.to_hair <= kStrandReach * size * scene.scale;
  const Mask candidates = small & beside;
  const Mask clean = small & ~beside;
  if (cv::countNonZero(candidates) == 0 || cv::countNonZero(clean) < kFewestPixels) {
    return Mask(ground.size(), std::uint8_t{0});
  }
  const cv::Mat3f without = PushPull(scene.color, AlphaOf(clean));
  return ShowingHair(scene, candidates, without, least_share, ground.size()) & ground;
}

// The faint rim and shade of hair on clothing: as far as it shows more of the hair's colour than
// the clothing away from it does, and hangs together with the hair.
Mask HairEdgeOn(const StrandScene& scene, const Mask& ground, double size) {
  const double unit = size * scene.scale;
  const Mask small = Reduced(ground, scene.scale, cv::INTER_NEAREST);
  const Mask near = small & Mask(scene.to_hair <= kStrandReach * unit);
  const Mask clean = small & Mask(scene.to_hair > kStrandReach * unit) &
                     Mask(scene.to_hair <= kFlyawayReach * unit);
  if (cv::countNonZero(near) == 0 || cv::countNonZero(clean) < kFewestPixels) {
    return Mask(ground.size(), std::uint8_t{0});
  }
  const cv::Mat1f usual =
      ShareOfHair(scene, clean, WithoutThin(scene.color, clean, 2 * kStrandReach * unit));
  const float faint =
      std::max(kEdgeShare, kEdgeAboveUsual * QuantileOf(usual, clean, kUsualOnClothing));
  if (faint > kTaintedShare) return Mask(ground.size(), std::uint8_t{0});
  const cv::Mat1f share = ShareOfHair(scene, near, PushPull(scene.color, AlphaOf(clean)));
  const Mask edge = ConnectedTo(MaskAbove(share, faint), Mask(scene.to_hair <= kBreak));
  cv::Mat full;
  cv::resize(AlphaOf(edge), full, ground.size(), 0, 0, cv::INTER_LINEAR);
  return MaskAbove(full, 0.4) & ground;
}

// Flyaway hair that neither labels nor matte see: on a plain backdrop its colour tells.
Mask StrandsOnBackdrop(const StrandScene& scene, const Mask& background, double size) {
  const Mask small = Reduced(background, scene.scale, cv::INTER_NEAREST);
  const double unit = size * scene.scale;
  const Mask candidates = small & Mask(scene.to_hair <= kFlyawayReach * unit);
  const Mask clean = small & Mask(scene.to_hair > kStrandReach * unit) &
                     Mask(scene.to_hair <= kBackdropReach * unit);
  const auto backdrop = FitBackdrop(scene.color, clean);
  if (!backdrop) return Mask(background.size(), std::uint8_t{0});
  const Mask faint = ShowingHair(scene, candidates, *backdrop, kFlyawayShare, background.size());
  const Mask plain = ShowingHair(scene, candidates, *backdrop, kTaintedShare, background.size());
  return Dilate(ConnectedTo(faint, plain), kFlyawayBlur * size) & background;
}

// Flyaway hair before a background that is not plain but soft: thin things of the hair's colour
// where the background further away has none.
Mask ThinStrands(const StrandScene& scene, const LabelMap& labels, const Mask& background,
                 double size) {
  const Mask small = Reduced(background, scene.scale, cv::INTER_NEAREST);
  const double unit = size * scene.scale;
  Mask nothing(background.size(), std::uint8_t{0});
  const Mask body = Reduced(~background, scene.scale, cv::INTER_NEAREST) &
                    ~Reduced(MaskOf(labels, kHeadLabels), scene.scale, cv::INTER_NEAREST);
  const Mask clear = small & ~Dilate(body, kBodyRim * unit);
  const Mask near = clear & Mask(scene.to_hair <= kFlyawayReach * unit);
  const Mask far = clear & Mask(scene.to_hair > kCalibration * unit) &
                   Mask(scene.to_hair <= kBackdropReach * unit);
  const Mask beyond = small & Mask(scene.to_hair > kThinRim * unit);
  if (cv::countNonZero(near) == 0 || cv::countNonZero(far) < kFewestPixels) return nothing;
  const cv::Mat3f ground = WithoutThin(scene.color, beyond, kThinWindow * unit);
  const cv::Mat1f share = ShareOfHair(scene, near | far, ground);
  // How much of it the background has by itself, beside hair as further away.
  const AlphaMap calm = AlphaOf(far);
  const cv::Mat1f usual = PushPull(BlurWeighted(share, calm, kUsualSigma * unit),
                                   AlphaOf(Dilate(far, kUsualSigma * unit)));
  Mask shown(small.size(), std::uint8_t{0});
  Mask sure(small.size(), std::uint8_t{0});
  for (int y = 0; y < shown.rows; ++y) {
    for (int x = 0; x < shown.cols; ++x) {
      if (near(y, x) == 0 || usual(y, x) > kBusy) continue;
      const float faint = std::max(kThinShare, kAboveUsual * usual(y, x));
      if (share(y, x) > faint) shown(y, x) = 255;
      if (share(y, x) > std::max(kThinSeed, 2 * faint)) sure(y, x) = 255;
    }
  }
  // What is thicker may be hair only where it begins at the hair.
  const double thick = std::max(1.0, kThick * unit);
  const Mask block = Erode(shown, thick);
  shown.setTo(0, Dilate(block & Mask(scene.to_hair > kThickReach * unit), 2 * thick));
  const Mask root = scene.to_hair <= kThinRim * unit;
  const Mask rooted = ConnectedTo(Dilate(shown, kBreak), root) & shown;
  const Mask strands = ConnectedTo(rooted, rooted & sure);
  // What they enclose would colour the fill.
  const double gap = std::max(2.0, kGap * unit);
  const Mask closed = Erode(Dilate(strands | root, gap), gap);
  const Mask thin = closed & Dilate(strands, gap) & small & ~root;
  cv::Mat full;
  cv::resize(AlphaOf(thin), full, background.size(), 0, 0, cv::INTER_LINEAR);
  return Dilate(MaskAbove(full, 0.4), kFlyawayBlur * size) & background;
}

// What of them is too faint for that, or shines.
Mask FaintStrands(const StrandScene& scene, const LabelMap& labels, const Mask& ground,
                  double reach, double size) {
  const double unit = size * scene.scale;
  const Mask small = Reduced(ground, scene.scale, cv::INTER_NEAREST);
  const Mask beside =
      Mask(~small) & Mask(~Reduced(MaskOf(labels, kHeadLabels), scene.scale, cv::INTER_NEAREST));
  const Mask strands = FindFaintStrands(scene.color, small & ~Dilate(beside, kBodyRim * unit),
                                        scene.to_hair, scene.strand, reach * unit, unit);
  cv::Mat full;
  cv::resize(AlphaOf(strands), full, ground.size(), 0, 0, cv::INTER_LINEAR);
  return Dilate(MaskAbove(full, 0.4), kFlyawayBlur * size) & ground;
}

// Skin without the throat, which is dark of shade and has lines of its own.
Mask BelowThroat(const Mask& skin, const FaceMesh& mesh) {
  const double size = FaceSize(mesh);
  const cv::Point2d chin(mesh(mesh_point::kChin, 0), mesh(mesh_point::kChin, 1));
  const auto above = [&](double below) {
    return cv::Rect(0, 0, skin.cols, std::clamp(cvRound(chin.y + below * size), 0, skin.rows));
  };
  const cv::Rect column(cvRound(chin.x - kThroatAside * size), 0, cvRound(2 * kThroatAside * size),
                        skin.rows);
  Mask result = skin.clone();
  result(above(kStrandsBelowChin)) = 0;
  result(above(kThroatBelow) & column) = 0;
  return result;
}

}  // namespace

StrayHair FindStrayHair(const ColorImage& color, const TargetRegions& regions,
                        const FaceMesh& mesh) {
  const double size = FaceSize(mesh);
  const auto scene = ReduceForStrands(color, regions.labels, size);
  if (!scene) return {Mask(color.size(), std::uint8_t{0}), Mask(color.size(), std::uint8_t{0})};
  const Mask background = MaskOf(regions.labels, {Label::kBackground}) & ~regions.clothing;
  const Mask skin = regions.neck | regions.bare_skin;
  Mask low_skin = regions.bare_skin.clone();
  const double first = mesh(mesh_point::kChin, 1) + kStrandsBelowChin * size;
  low_skin.rowRange(0, std::clamp(cvRound(first), 0, low_skin.rows)) = 0;
  const Mask clothing = regions.clothing & ~skin;
  return {StrandsOn(*scene, clothing, kTaintedShare, size) | HairEdgeOn(*scene, clothing, size) |
              StrandsOn(*scene, low_skin, kShadedShare, size) |
              StrandsOnBackdrop(*scene, background, size) |
              ThinStrands(*scene, regions.labels, background, size),
          FaintStrands(*scene, regions.labels, background, kFlyawayReach, size) |
              FaintStrands(*scene, regions.labels, BelowThroat(skin, mesh), kSkinReach, size)};
}

}  // namespace heser
