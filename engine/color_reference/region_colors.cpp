#include "engine/color_reference/region_colors.h"

#include <algorithm>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Between brow hairs there is skin, and brows are darker than fair hair: they go at most this far
// with it, log light.
constexpr double kLargestBrowMove = 0.8;
// Hair nearer to headwear than this may be its rim, and less hair than this share of a face's
// square is scraps. In face sizes.
constexpr double kHeadwearRim = 0.15;
constexpr double kLeastHair = 0.02;
// Fewer pixels of lips or skin, at the measured size, say nothing.
constexpr int kFewestLips = 30;
constexpr LabelSet kHair{Label::kHair};
constexpr LabelSet kNoHair{Label::kSkin,     Label::kBrow,     Label::kEye,      Label::kGlasses,
                           Label::kEar,      Label::kNose,     Label::kNeck,     Label::kInnerMouth,
                           Label::kUpperLip, Label::kLowerLip, Label::kClothing, Label::kHeadwear};
constexpr LabelSet kLips{Label::kUpperLip, Label::kLowerLip};

// How lips differ from skin of this log luminance, medians of 220 portraits: lips of dark skin are
// as red as it, those of pale skin much redder and darker.
struct LipTone {
  double skin;        ///< Log luminance.
  double brightness;  ///< Log luminance less the skin's.
  double redness;     ///< Log red over green, less the skin's.
  double blueness;    ///< Log blue over green, less the skin's.
};
constexpr LipTone kLipTones[] = {{-2.3, -0.06, -0.02, 0.28},
                                 {-1.95, -0.19, 0.09, 0.28},
                                 {-1.6, -0.34, 0.21, 0.24},
                                 {-1.3, -0.34, 0.32, 0.24},
                                 {-0.6, -0.4, 0.33, 0.15}};

cv::Vec3d Color(double red, double green, double blue) { return {red, green, blue}; }

/// What is wanted of a region: the target's sample, moved to what was picked; without one the
/// source's is moved. Nothing where there is neither.
std::optional<SkinSample> Wanted(const SkinSample& source, const std::optional<SkinSample>& target,
                                 const cv::Vec3d& picked, double amount) {
  if (amount == 0) return target;
  return WithPickedColor(target.value_or(source), picked, amount);
}

/// The target's hair, where it can be told.
std::optional<SkinSample> SeenHair(const MeasuredHead& target) {
  const Mask headwear = MaskOf(target.labels, {Label::kHeadwear});
  Mask sure = target.trusted;
  if (cv::countNonZero(headwear) > 0) {
    sure = sure & ~Dilate(headwear, kHeadwearRim * target.face_size);
  }
  auto seen = MeasureClasses(target.log_light, target.labels, kHair, sure, target.face_size);
  const double least = kLeastHair * target.face_size * target.face_size;
  return seen && cv::countNonZero(seen->mask) >= least ? std::move(seen) : std::nullopt;
}

void MatchHair(const MeasuredHead& source, const MeasuredHead& target,
               const RegionColorOptions& options, const ToneLimits& contrast,
               RegionRecipe& recipe) {
  const auto own =
      MeasureClasses(source.log_light, source.labels, kHair, source.trusted, source.face_size);
  if (!own) return;
  const std::optional<SkinSample> seen = SeenHair(target);
  recipe.hair_unseen = !seen && options.hair_picked == 0;
  const auto wanted =
      Wanted(*own, seen, Color(options.hair_red, options.hair_green, options.hair_blue),
             options.hair_picked);
  if (!wanted) return;
  recipe.hair.emplace(*own, *wanted, 1, contrast);
  const cv::Vec3d move = (wanted->median - own->median) * options.hair * options.brows;
  for (int c = 0; c < 3; ++c) {
    recipe.brows[c] = static_cast<float>(std::clamp(move[c], -kLargestBrowMove, kLargestBrowMove));
  }
}

void MatchLips(const MeasuredHead& source, const cv::Mat3f& recolored, const MeasuredHead& target,
               const RegionColorOptions& options, RegionRecipe& recipe) {
  const auto own =
      MeasureClasses(recolored, source.labels, kLips, source.trusted, source.face_size);
  if (!own) return;
  const auto seen =
      MeasureClasses(target.log_light, target.labels, kLips, target.trusted, target.face_size);
  const auto wanted =
      Wanted(*own, seen, Color(options.lips_red, options.lips_green, options.lips_blue),
             options.lips_picked);
  if (wanted) recipe.lips = cv::Vec3f((wanted->median - own->median) * options.lips);
}

LipTone LipsOfSkin(double luminance) {
  const LipTone* next =
      std::ranges::find_if(kLipTones, [&](const LipTone& tone) { return tone.skin >= luminance; });
  if (next == std::begin(kLipTones)) return *next;
  if (next == std::end(kLipTones)) return *(next - 1);
  const LipTone& last = *(next - 1);
  const double share = (luminance - last.skin) / (next->skin - last.skin);
  return {luminance, last.brightness + share * (next->brightness - last.brightness),
          last.redness + share * (next->redness - last.redness),
          last.blueness + share * (next->blueness - last.blueness)};
}

LipTone ToneOf(const cv::Vec3d& lips, const cv::Vec3d& skin) {
  const cv::Vec3d difference = lips - skin;
  return {LogLuminance(skin), LogLuminance(lips) - LogLuminance(skin),
          difference[0] - difference[1], difference[2] - difference[1]};
}

/// Where skin becomes lighter, lips become what lips of lighter skin are: else those of dark skin,
/// which are hardly redder than it, would be grey or lilac on a pale face.
cv::Vec3d LipsOnLighterSkin(const MeasuredHead& source, const cv::Mat3f& recolored) {
  const Mask lips = MaskOf(source.labels, kLips) & source.trusted;
  const Mask skin = MaskOf(source.labels, {Label::kSkin, Label::kNose}) & source.trusted;
  if (cv::countNonZero(lips) < kFewestLips || cv::countNonZero(skin) < kFewestLips) return {};
  const LipTone own = ToneOf(MedianOf(source.log_light, lips), MedianOf(source.log_light, skin));
  const LipTone now = ToneOf(MedianOf(recolored, lips), MedianOf(recolored, skin));
  if (now.skin <= own.skin) return {};
  const LipTone before = LipsOfSkin(own.skin);
  const LipTone after = LipsOfSkin(now.skin);
  // Only as far as lips are paler than that: lipstick stays.
  const double redder = std::max(0.0, own.redness + after.redness - before.redness - now.redness);
  const double bluer =
      std::min(0.0, own.blueness + after.blueness - before.blueness - now.blueness);
  const double brighter =
      std::min(0.0, own.brightness + after.brightness - before.brightness - now.brightness);
  const cv::Vec3d tint(redder, 0, bluer);
  return tint + cv::Vec3d::all(brighter - LogLuminance(tint));
}

}  // namespace

RegionRecipe MakeRegionRecipe(const MeasuredHead& source, const cv::Mat3f& recolored,
                              const MeasuredHead& target, const RegionColorOptions& options,
                              const ToneLimits& contrast) {
  RegionRecipe recipe;
  if (options.hair > 0) MatchHair(source, target, options, contrast, recipe);
  if (options.lips > 0) MatchLips(source, recolored, target, options, recipe);
  const double followed = (1 - options.lips) * (1 - options.lips_own);
  if (followed > 0) {
    recipe.lips += cv::Vec3f(LipsOnLighterSkin(source, recolored) * followed);
  }
  return recipe;
}

RegionShares FindRegionShares(const LabelMap& labels, double sigma, const RegionRecipe& recipe,
                              const RegionColorOptions& options) {
  const auto share = [&](LabelSet set) {
    return AlphaMap(Blur(AlphaOf(MaskOf(labels, set)), sigma));
  };
  RegionShares shares;
  if (recipe.hair) {
    shares.hair = cv::Mat(ShareOf(labels, kHair, kNoHair, sigma) * options.hair);
  }
  if (recipe.brows != cv::Vec3f()) shares.brows = share({Label::kBrow});
  if (recipe.lips != cv::Vec3f()) shares.lips = share(kLips);
  return shares;
}

AlphaMap ShareOf(const LabelMap& labels, LabelSet mine, LabelSet others, double sigma) {
  const cv::Mat mine_near = Blur(AlphaOf(MaskOf(labels, mine)), sigma);
  const cv::Mat others_near = Blur(AlphaOf(MaskOf(labels, others)), sigma);
  const cv::Mat mine_wide = Blur(mine_near, 4 * sigma);
  const cv::Mat others_wide = Blur(others_near, 4 * sigma);
  constexpr double kFaint = 1e-3;
  const cv::Mat mine_all = mine_near + mine_wide * kFaint + 1e-9;
  const cv::Mat all = mine_all + others_near + others_wide * kFaint;
  return cv::Mat(mine_all / all);
}

SkinSample WithPickedColor(SkinSample sample, const cv::Vec3d& srgb, double amount) {
  const ColorImage patch(1, 1, cv::Vec3f(srgb));
  const cv::Vec3d move = (cv::Vec3d(LogLight(patch)(0, 0)) - sample.median) * amount;
  const double brighter = LogLuminance(move);
  sample.median += move;
  for (float& luminance : sample.tones.luminance) luminance += static_cast<float>(brighter);
  for (cv::Vec3f& chroma : sample.tones.chroma) {
    chroma += cv::Vec3f(move - cv::Vec3d::all(brighter));
  }
  return sample;
}

}  // namespace heser
