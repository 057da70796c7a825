#include "engine/color_reference/color_reference.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <optional>

#include <opencv2/imgproc.hpp>

#include "engine/color_reference/correlation.h"
#include "engine/color_reference/hairline.h"
#include "engine/color_reference/mouth_interior.h"
#include "engine/color_reference/own_gain.h"
#include "engine/color_reference/scene_light.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"

namespace heser {

struct ColorRecipe {
  SkinSample source_skin;  // Its mask is of the reduced picture.
  std::optional<SkinMatch> skin;
  std::optional<LightDifference> light;  // Already times the option's amount.
  double light_center = 0;               // Median log luminance of the light over the skin.
  OwnGain own;
  RegionRecipe regions;
  ColorReference facts;  // Without a picture.
};

namespace {

// Statistics and light are measured at this face size; larger pictures say the same more slowly.
constexpr double kMeasuredFaceSize = 160;
// Pixels mixed with what lies behind the head say nothing about its skin.
constexpr float kSolidAlpha = 0.95f;
// How far around the head its extended colours are recoloured: what decontamination looks at.
constexpr double kMargin = 0.1;
// Softness of the border between what follows the skin and what keeps its own colour.
constexpr double kRegionSigma = 0.012;
// The light's field over the picture: as coarse as the mesh, so that no triangle shows.
constexpr double kLightSigma = 0.06;
// Hair takes the light more softly than the face does.
constexpr double kHairLightSigma = 0.15;
constexpr double kLargestHairLight = 0.6;
// Above this linear value raised colours approach white instead of being cut off.
constexpr float kShoulder = 0.7f;

// Detail of the skin finer than this keeps its contrast: pores, wrinkles, stubble.
constexpr double kToneRadius = 0.05;
// The light's tint is taken on by this multiple of its amount: unlike its shading it says nothing
// of the person.
constexpr double kLightChroma = 1.2;
// Shine may become flatter than shadows by this factor: dark skin shines far above its own tone,
// which on light skin would be white.
constexpr double kFlatterShine = 0.5;
// See ToneLimits: without it light skin on a dark-skinned body is flat and grey.
constexpr double kDarkerIsSteeper = 0.5;
// Its reverse: without it dark skin on a light-skinned body shines like plaster. Identity of 19
// such pairs stays (-.001 +- .005).
constexpr double kLighterIsFlatter = 1;
// Pixels of glasses are skin behind them within this multiple of the skin's own deviation of chroma
// (that at least) and this much beyond its tones, log light. Softness of their borders, face sizes.
constexpr double kGlassesChroma = 2.5;
constexpr double kLeastChromaDeviation = 0.05;
constexpr float kGlassesRange = 0.3f;
constexpr double kGlassesSigma = 0.006;
constexpr LabelSet kCalmed{Label::kSkin, Label::kNose, Label::kEar, Label::kNeck};

constexpr LabelSet kFollowsSkinButLips{Label::kSkin, Label::kNose, Label::kEar, Label::kNeck,
                                       Label::kBrow};
constexpr LabelSet kFollowsSkin =
    kFollowsSkinButLips | LabelSet{Label::kUpperLip, Label::kLowerLip};
constexpr LabelSet kKeepsOwn{Label::kHair,       Label::kEye,      Label::kGlasses,
                             Label::kInnerMouth, Label::kHeadwear, Label::kClothing};

double MeasuringScale(double face_size) { return std::min(1.0, kMeasuredFaceSize / face_size); }

cv::Mat Reduced(const cv::Mat& image, double scale, int interpolation) {
  if (scale >= 1) return image;
  const cv::Size size(std::max(1, cvRound(image.cols * scale)),
                      std::max(1, cvRound(image.rows * scale)));
  cv::Mat reduced;
  cv::resize(image, reduced, size, 0, 0, interpolation);
  return reduced;
}

MeasuredView Measure(const ColorImage& color, const LabelMap& labels, const FaceMesh& mesh,
                     double scale) {
  MeasuredView view;
  view.color = Reduced(color, scale, cv::INTER_AREA);
  view.log_light = LogLight(view.color);
  view.labels = Reduced(labels, scale, cv::INTER_NEAREST);
  // Pixel centres lie on integers: reduced = (full + .5) * scale - .5, x and y apart.
  const double sx = double(view.labels.cols) / labels.cols;
  const double sy = double(view.labels.rows) / labels.rows;
  view.mesh = mesh;
  view.mesh.col(0) = ((mesh.col(0).array() + 0.5) * sx - 0.5).matrix();
  view.mesh.col(1) = ((mesh.col(1).array() + 0.5) * sy - 0.5).matrix();
  view.mesh.col(2) = mesh.col(2) * sx;
  return view;
}

cv::Mat1f TonesOf(const MeasuredView& view) {
  return ToneMap(view.log_light, kToneRadius * FaceSize(view.mesh));
}

// As the match leaves the view within the box; unmatched beyond.
cv::Mat3f Matched(const MeasuredView& view, const cv::Mat1f& tones, const SkinMatch& match,
                  cv::Rect box) {
  cv::Mat3f matched = view.log_light.clone();
  for (int y = box.y; y < box.br().y; ++y) {
    for (int x = box.x; x < box.br().x; ++x) {
      const cv::Vec3f& v = view.log_light(y, x);
      matched(y, x) = v + match.Change(v, tones(y, x), 1);
    }
  }
  return matched;
}

double LuminanceDeviation(const cv::Mat3f& log_light, const Mask& mask) {
  double sum = 0;
  double squares = 0;
  int count = 0;
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      if (mask(y, x) == 0) continue;
      const double v = double(LogLuminance(log_light(y, x)));
      sum += v;
      squares += v * v;
      ++count;
    }
  }
  if (count == 0) return 0;
  return std::sqrt(std::max(0.0, squares / count - (sum / count) * (sum / count)));
}

// Adds the light to the recipe and matches the skin's median again, which the light has moved:
// without this the difference to the truth doubles.
void AddLight(const MeasuredView& source, const cv::Mat1f& tones, const SkinSample& source_skin,
              const MeasuredView& target, const SkinSample& target_skin,
              const ColorReferenceOptions& options, ColorRecipe& recipe, ColorReference& facts) {
  const cv::Rect skin_box = cv::boundingRect(source_skin.mask);
  const cv::Mat3f matched = Matched(source, tones, *recipe.skin, skin_box);
  recipe.light = MeasureLight({matched, source_skin.mask, source.mesh},
                              {target.log_light, target_skin.mask, target.mesh});
  if (!recipe.light) return;
  recipe.light->Scale(options.light, std::min(1.0, kLightChroma * options.light));
  const cv::Mat3f field =
      SpreadOverPicture(*recipe.light, source.mesh, skin_box, kLightSigma * FaceSize(source.mesh));
  const Mask skin = source_skin.mask(skin_box);
  const cv::Mat3f unlit = matched(skin_box);
  recipe.skin->Shift(MedianOf(unlit, skin) - MedianOf(cv::Mat(unlit + field), skin));
  recipe.light_center = LogLuminance(MedianOf(field, skin));
  facts.light_strength = LuminanceDeviation(field, skin);
}

// The skin to match: the target's, moved towards what was picked. Without any skin on the target
// the source's own tones are moved.
SkinSample WantedSkin(const SkinSample& source, const SkinSample& target,
                      const ColorReferenceOptions& options) {
  if (options.picked == 0) return target;
  return WithPickedColor(target.region == SkinRegion::kNone ? source : target,
                         {options.picked_red, options.picked_green, options.picked_blue},
                         options.picked);
}

// The head in log light as skin match and light leave it.
cv::Mat3f Recolored(const MeasuredView& view, const ColorRecipe& recipe) {
  const cv::Rect everything({}, view.log_light.size());
  cv::Mat3f matched =
      recipe.skin ? Matched(view, TonesOf(view), *recipe.skin, everything) : view.log_light;
  if (!recipe.light) return matched;
  return cv::Mat(matched + SpreadOverPicture(*recipe.light, view.mesh, everything,
                                             kLightSigma * FaceSize(view.mesh)));
}

struct MeasuredTarget {
  MeasuredView view;
  Mask everywhere;
  SkinSample skin;
};

MeasuredTarget MeasureTarget(const HeadView& target, double scale, double face_size) {
  MeasuredTarget measured{Measure(target.color, target.labels, target.mesh, scale), {}, {}};
  measured.everywhere = Mask(measured.view.labels.size(), std::uint8_t{255});
  measured.skin =
      MeasureSkin(measured.view.log_light, measured.view.labels, measured.everywhere, face_size);
  return measured;
}

ColorRecipe MakeRecipe(const AlignedHead& head, const HeadView& target,
                       const ColorReferenceOptions& options) {
  ColorRecipe recipe;
  ColorReference& facts = recipe.facts;
  const double scale = MeasuringScale(target.face_size());
  const double size = target.face_size() * scale;
  std::future<MeasuredTarget> target_measured =
      std::async(std::launch::async, [&] { return MeasureTarget(target, scale, size); });
  const MeasuredView from = Measure(head.color, head.labels, head.mesh, scale);
  const Mask solid = MaskAbove(Reduced(head.alpha, scale, cv::INTER_AREA), kSolidAlpha);
  const SkinSample source_skin = MeasureSkin(from.log_light, from.labels, solid, size);
  const auto [to, anywhere, seen_skin] = target_measured.get();
  facts.source_region = source_skin.region;
  facts.target_region = seen_skin.region;
  const SkinSample target_skin = WantedSkin(source_skin, seen_skin, options);

  recipe.source_skin = source_skin;
  cv::Vec3d skin_shift;
  if (source_skin.region != SkinRegion::kNone && target_skin.region != SkinRegion::kNone) {
    skin_shift = target_skin.median - source_skin.median;
    for (int c = 0; c < 3; ++c) facts.skin_gain[c] = std::exp(options.amount * skin_shift[c]);
    recipe.skin.emplace(
        source_skin, target_skin, options.amount,
        ToneLimits{options.lowest_contrast, options.highest_contrast,
                   kFlatterShine * options.lowest_contrast, kDarkerIsSteeper, kLighterIsFlatter});
    const cv::Vec3d goal = source_skin.median + skin_shift * options.amount;
    const cv::Mat1f tones = TonesOf(from);
    const cv::Rect skin_box = cv::boundingRect(source_skin.mask);
    recipe.skin->Shift(goal -
                       MedianOf(Matched(from, tones, *recipe.skin, skin_box), source_skin.mask));
    const bool faces_seen =
        source_skin.region == SkinRegion::kFace && seen_skin.region == SkinRegion::kFace;
    if (options.light > 0 && faces_seen) {
      AddLight(from, tones, source_skin, to, target_skin, options, recipe, facts);
    }
  }
  const ToneLimits contrast{options.lowest_contrast, options.highest_contrast,
                            options.lowest_contrast, 0, 0};
  // Of skin that gets no lighter lips stay as they come.
  const bool asks_for_lips = options.regions.lips > 0 || LogLuminance(skin_shift) > 0;
  recipe.regions =
      MakeRegionRecipe({from.log_light, from.labels, solid, size},
                       asks_for_lips ? Recolored(from, recipe) : from.log_light,
                       {to.log_light, to.labels, anywhere, size}, options.regions, contrast);
  facts.hair_unseen = recipe.regions.hair_unseen;
  recipe.own = MeasureOwnGain(from, solid, to, skin_shift, options);
  facts.eye_whites_seen = recipe.own.eye_whites_seen;
  cv::exp(recipe.own.other, facts.own_gain);
  return recipe;
}

cv::Rect BoxAroundHead(const AlignedHead& head, double margin) {
  const Mask shown = MaskAbove(head.alpha, 0) | MaskOf(head.labels, kHeadLabels);
  return BoxAround(shown, margin);
}

// 1 where the skin's change applies, 0 where the own colour is kept.
AlphaMap SkinShare(const LabelMap& labels, double sigma, double lips_own) {
  AlphaMap share = ShareOf(labels, kFollowsSkin, kKeepsOwn, sigma);
  if (lips_own == 0) return share;
  const AlphaMap without_lips = ShareOf(
      labels, kFollowsSkinButLips, kKeepsOwn | LabelSet{Label::kUpperLip, Label::kLowerLip}, sigma);
  return cv::Mat(share * (1 - lips_own) + without_lips * lips_own);
}

// Behind glasses there is skin, too: how far a pixel of theirs looks like the rest of it. Else a
// face that turns darker would keep light patches around its eyes.
void ShareWithSkinBehindGlasses(const ColorImage& color, const LabelMap& labels,
                                const SkinSample& skin, double sigma, AlphaMap& skin_share) {
  const Mask glasses = MaskOf(labels, {Label::kGlasses});
  const cv::Rect box = cv::boundingRect(glasses);
  if (box.empty() || skin.region == SkinRegion::kNone) return;
  const cv::Mat3f log_light = LogLight(color(box));
  const double farthest = kGlassesChroma * std::max(kLeastChromaDeviation, skin.chroma_deviation);
  AlphaMap likeness = AlphaMap::zeros(box.size());
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      if (glasses(box.y + y, box.x + x) == 0) continue;
      const float luminance = LogLuminance(log_light(y, x));
      const cv::Vec3f chroma = log_light(y, x) - cv::Vec3f::all(luminance);
      const double off_chroma = cv::norm(chroma - skin.tones.ChromaAt(luminance)) / farthest;
      const double off_range = std::max({0.f, skin.tones.luminance.front() - luminance,
                                         luminance - skin.tones.luminance.back()}) /
                               kGlassesRange;
      likeness(y, x) =
          static_cast<float>(std::exp(-off_chroma * off_chroma - off_range * off_range));
    }
  }
  AlphaMap part = skin_share(box);
  cv::Mat(cv::max(part, Blur(likeness, sigma))).copyTo(part);
}

// Raised values near white bend towards it; values that are not raised stay as they are.
float BendToWhite(float raised, float original) {
  if (raised <= kShoulder) return raised;
  constexpr float kRoom = 1 - kShoulder;
  const float bent = kShoulder + kRoom * (1 - std::exp((kShoulder - raised) / kRoom));
  return std::max(bent, std::min(raised, original));
}

// What the recipe needs to know of every pixel, all of one size.
struct RecolorMaps {
  AlphaMap skin_share;
  AlphaMap hair;         // Empty: hair changes as all else that keeps its colour.
  AlphaMap calm;         // Where chroma may be calmed: skin without lips and brows.
  cv::Mat3f light;       // Empty: none.
  cv::Mat1f hair_light;  // Empty: none.
  RegionShares regions;
};

// Adds what regions change beyond skin and scene to a pixel's change `sum`.
void ChangeRegions(const RegionRecipe& recipe, const RegionShares& shares, cv::Point at,
                   const cv::Vec3f& log_light, float tone, float glow, cv::Vec3f& sum,
                   float& offset) {
  if (recipe.hair) {
    const float share = shares.hair(at);
    if (share > 0) {
      sum += (recipe.hair->Change(log_light, tone, 1) + cv::Vec3f::all(glow) - sum) * share;
      offset += (kLogOffset - offset) * share;
    }
  }
  if (!shares.brows.empty()) sum += recipe.brows * shares.brows(at);
  if (!shares.lips.empty()) sum += recipe.lips * shares.lips(at);
}

// (x + e) exp(change) - e with e = kLogOffset for skin, as it was measured, and 0 for what keeps
// its own colour, so that black hair stays black.
ColorImage Recolor(const ColorImage& color, const RecolorMaps& maps, const ColorRecipe& recipe,
                   const ColorReferenceOptions& options, double tone_radius) {
  const cv::Mat3f linear = LinearFromSrgb(color);
  cv::Mat3f log_light = linear + cv::Scalar::all(kLogOffset);
  cv::log(log_light, log_light);
  const SkinMatch match = recipe.skin.value_or(SkinMatch{});
  const cv::Mat1f tones = ToneMap(log_light, tone_radius);
  const cv::Vec3f own(recipe.own.other);
  const cv::Vec3f of_hair(recipe.own.hair - recipe.own.other);
  ColorImage result(color.size());
  cv::parallel_for_(cv::Range(0, color.rows), [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = 0; x < color.cols; ++x) {
        const cv::Vec3f& v = linear(y, x);
        const float share = maps.skin_share(y, x);
        cv::Vec3f change;
        if (share > 0) {
          change = match.Change(log_light(y, x), tones(y, x), maps.calm(y, x));
          if (!maps.light.empty()) change += maps.light(y, x);
        }
        const float glow = maps.hair_light.empty()
                               ? 0
                               : static_cast<float>(options.own_light) * maps.hair_light(y, x);
        float offset = kLogOffset * share;
        const cv::Vec3f kept = maps.hair.empty() ? own : own + maps.hair(y, x) * of_hair;
        cv::Vec3f sum;
        for (int c = 0; c < 3; ++c) sum[c] = share * change[c] + (1 - share) * (kept[c] + glow);
        if (!recipe.regions.empty()) {
          ChangeRegions(recipe.regions, maps.regions, {x, y}, log_light(y, x), tones(y, x), glow,
                        sum, offset);
        }
        for (int c = 0; c < 3; ++c) {
          const float raised = (v[c] + offset) * std::exp(sum[c]) - offset;
          result(y, x)[c] = SrgbFromLinear(BendToWhite(raised, v[c]));
        }
      }
    }
  });
  return result;
}

cv::Mat1f HairLight(const cv::Mat3f& field, double center, double sigma) {
  cv::Mat1f light;
  cv::transform(field, light,
                cv::Matx13f(kLuminanceWeights[0], kLuminanceWeights[1], kLuminanceWeights[2]));
  light = Blur(light, sigma);
  light -= center;
  return cv::Mat(cv::max(cv::min(light, kLargestHairLight), -kLargestHairLight));
}

void CheckSizes(const AlignedHead& head, const HeadView& target) {
  if (head.color.size() != target.color.size()) {
    throw Error(ErrorKind::kWrongUse, "color_reference", "head and target differ in size");
  }
}

// Puts the correlated change in the place of match and light.
void ChangeByCorrelation(const AlignedHead& head, const HeadView& target,
                         const ColorReferenceOptions& options, cv::Rect box, ColorRecipe& recipe,
                         RecolorMaps& maps) {
  const auto change = CorrelatedChange(head, target, box);
  if (!change) return;
  recipe.skin.reset();
  maps.light = *change * options.amount;
  const double center =
      LogLuminance(MedianOf(maps.light, MaskOf(head.labels(box), kFaceSkinLabels)));
  maps.hair_light = HairLight(maps.light, center, kHairLightSigma * target.face_size());
}

}  // namespace

std::shared_ptr<const ColorRecipe> MakeColorRecipe(const AlignedHead& head, const HeadView& target,
                                                   const ColorReferenceOptions& options) {
  options.Check();
  CheckSizes(head, target);
  return std::make_shared<const ColorRecipe>(MakeRecipe(head, target, options));
}

ColorReference ApplyColorRecipe(const ColorRecipe& made, const AlignedHead& head,
                                const HeadView& target, const ColorReferenceOptions& options,
                                const Progress& progress) {
  CheckSizes(head, target);
  progress.Report(0);
  ColorRecipe recipe = made;
  ColorReference result = recipe.facts;
  result.color = head.color.clone();
  const double size = target.face_size();
  const cv::Rect box = BoxAroundHead(head, kMargin * size);
  if (box.empty()) return result;
  RecolorMaps maps;
  if (recipe.light) {
    maps.light = SpreadOverPicture(*recipe.light, head.mesh, box, kLightSigma * size);
    maps.hair_light = HairLight(maps.light, recipe.light_center, kHairLightSigma * size);
    progress.Checkpoint();
  }
  if (options.correlation) ChangeByCorrelation(head, target, options, box, recipe, maps);
  maps.skin_share = SkinShare(head.labels(box), kRegionSigma * size, options.regions.lips_own);
  ShareWithSkinBehindGlasses(head.color(box), head.labels(box), recipe.source_skin,
                             kGlassesSigma * size, maps.skin_share);
  FollowHairline(head.color(box), head.labels(box), size, maps.skin_share);
  maps.regions =
      FindRegionShares(head.labels(box), kRegionSigma * size, recipe.regions, options.regions);
  if (recipe.own.hair != recipe.own.other) {
    maps.hair = Blur(AlphaOf(MaskOf(head.labels(box), {Label::kHair})), kRegionSigma * size);
  }
  maps.calm = Blur(AlphaOf(MaskOf(head.labels(box), kCalmed)), kRegionSigma * size);
  progress.Checkpoint();
  Recolor(head.color(box), maps, recipe, options, kToneRadius * size).copyTo(result.color(box));
  TakeMouthInterior(head, target, result.color);
  progress.Report(1);
  return result;
}

ColorReference MakeColorReference(const AlignedHead& head, const HeadView& target,
                                  const ColorReferenceOptions& options, const Progress& progress) {
  progress.Report(0);
  const auto recipe = MakeColorRecipe(head, target, options);
  return ApplyColorRecipe(*recipe, head, target, options, progress.Part(0.5, 1));
}

}  // namespace heser
