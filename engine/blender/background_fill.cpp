#include "engine/blender/background_fill.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/blender/backdrop.h"
#include "engine/blender/body_layers.h"
#include "engine/blender/defocus.h"
#include "engine/blender/grain.h"
#include "engine/blender/layer_weights.h"
#include "engine/blender/neck_shading.h"
#include "engine/blender/neck_tone.h"
#include "engine/blender/patch_fill.h"
#include "engine/blender/resized.h"
#include "engine/blender/skin_field.h"
#include "engine/blender/trinkets.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Layers and smooth fills are made at this face size: they have no detail.
constexpr double kFillFaceSize = 150;
// Longest side of the picture that patches are sought in: what the time allows.
constexpr double kPatchSide = 256;
// Surroundings that say what a hole looks like.
constexpr double kRing = 0.35;
constexpr double kTextureSigma = 0.03;
constexpr double kLayerSigma = 0.008;
constexpr double kEdgeSigma = 0.004;
constexpr double kEdgeReach = 0.015;
// A flag or a door frame beside a plain wall: where this quantile of the background's detail is
// above that (steps of 255), outlines go on behind the head, and a smooth fill would cloud them.
constexpr double kOutlineShare = 0.85;
constexpr double kOutline = 8;
// The same for a single outline that meets the hole: this share of the detail at its border.
constexpr double kMeetingReach = 0.1;
constexpr double kMeetingShare = 0.98;
constexpr double kMeeting = 20;
// Backgrounds out of focus by more than the first are taken for it in part, by more than the second
// wholly; more blur than the third leaves nothing of pieces. Pixels at kFillFaceSize.
constexpr double kFocused = 2.2;
constexpr double kDefocused = 3.2;
constexpr double kMostBlur = 6;
// A smooth fill between things so far apart (1 is white) is a fog.
constexpr double kFoggy = 0.25;
// How deep a fill is pulled towards what is seen beside it.
constexpr double kSeamDepth = 0.1;
// What misses by more (1 is white) is another thing, not another light.
constexpr float kLargestMiss = 0.12F;
// How much of a neck's roundness the light of the face that it is made of has already.
constexpr double kLitShare = 0.8;
constexpr double kBackdropDepth = 0.12;
// Fewer pixels in sight than this (square face sizes) are not worth patches.
constexpr double kLeastPatchArea = 0.004;
// Halos between a hole and what is seen are this wide at most. Face sizes.
constexpr double kGap = 0.12;
// Borders of layers fade over this. Pixels of the reduced picture.
constexpr double kSoftBorder = 3;
// Smaller changes of seen skin are not worth touching the target's own pixels.
constexpr float kLeastChange = 2.F / 255;
// Necks end and shoulders begin this far below the chin. Face sizes.
constexpr double kNeckEnd = 0.15;
constexpr double kShoulders = 0.4;

cv::Size ScaledSize(cv::Size size, double scale) {
  return {std::max(1, cvRound(size.width * scale)), std::max(1, cvRound(size.height * scale))};
}

// The input at the size at which layers and smooth fills are made.
struct ReducedScene {
  ColorImage color;
  AlphaMap matte;
  TargetRegions regions;
  FaceMesh mesh;
  FaceMesh new_mesh;
  Mask visible;
  double face_size;
};

ReducedScene Reduce(const FillInput& input, double scale) {
  const cv::Size size = ScaledSize(input.color.size(), scale);
  const auto nearest = [&](const cv::Mat& mask) { return Resized(mask, size, cv::INTER_NEAREST); };
  const cv::Matx23d reduced_from_full(scale, 0, (scale - 1) / 2, 0, scale, (scale - 1) / 2);
  ReducedScene scene;
  scene.color = Resized(input.color, size, cv::INTER_AREA);
  scene.matte = Resized(input.matte, size, cv::INTER_AREA);
  scene.regions = {nearest(input.regions.labels),
                   nearest(input.regions.head),
                   nearest(input.regions.neck),
                   nearest(input.regions.clothing),
                   nearest(input.regions.removed),
                   nearest(input.regions.bare_skin),
                   input.regions.strands.empty() ? Mask() : Mask(nearest(input.regions.strands))};
  scene.mesh = TransformMesh(reduced_from_full, input.mesh);
  scene.new_mesh = TransformMesh(reduced_from_full, input.new_mesh);
  scene.visible = nearest(input.visible);
  scene.face_size = FaceSize(scene.mesh);
  return scene;
}

Mask RingAround(const Mask& known, const Mask& removed, double face_size) {
  return known & Dilate(removed, kRing * face_size);
}

// Share-quantile of the detail in the selected pixels, steps of 255.
double MeasureTexture(const ColorImage& color, const Mask& selected, double face_size,
                      double quantile) {
  constexpr std::size_t kFewest = 100;
  cv::Mat3f detail;
  cv::absdiff(color, Blur(color, kTextureSigma * face_size), detail);
  std::vector<float> values;
  for (int y = 0; y < selected.rows; ++y) {
    for (int x = 0; x < selected.cols; ++x) {
      if (selected(y, x) == 0) continue;
      const cv::Vec3f& v = detail(y, x);
      values.push_back((v[0] + v[1] + v[2]) / 3);
    }
  }
  if (values.size() < kFewest) return 0;
  const auto at = values.begin() +
                  static_cast<std::ptrdiff_t>(quantile * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at * 255;
}

// Whether an outline of the background goes on into its hole, where that is in sight.
bool MeetsOutline(const ReducedScene& scene, const BodyLayers& layers) {
  const Mask hole =
      (layers.layer == kBackgroundLayer) & scene.regions.removed & Dilate(scene.visible, 2);
  const Mask border =
      layers.known[kBackgroundLayer] & Dilate(hole, kMeetingReach * scene.face_size);
  return MeasureTexture(scene.color, border, scene.face_size, kMeetingShare) > kMeeting;
}

// What is seen of the background around the hole.
Defocus BackgroundDefocus(const ReducedScene& scene, const BodyLayers& layers) {
  return MeasureDefocus(
      scene.color, layers.known[kBackgroundLayer] & Dilate(scene.regions.removed, scene.face_size));
}

cv::Mat1f FadeOut(const ScalarImage& distance, double depth) {
  cv::Mat fade;
  cv::exp(distance * (-1 / depth), fade);
  return fade;
}

// Nothing where what is seen of the background is not plain.
std::optional<ColorImage> PlainBackdrop(const ReducedScene& scene, const BodyLayers& layers) {
  return FitBackdrop(scene.color, RingAround(layers.known[kBackgroundLayer], scene.regions.removed,
                                             2 * scene.face_size));
}

// A plain backdrop continued, bent to what is seen at the hole's border; else push-pull.
ColorImage SmoothBackground(const ReducedScene& scene, const BodyLayers& layers,
                            const std::optional<ColorImage>& backdrop) {
  const Mask& known = layers.known[kBackgroundLayer];
  if (!backdrop) return PushPull(scene.color, AlphaOf(known));
  const cv::Mat residual = PushPull(scene.color - *backdrop, AlphaOf(known));
  return *backdrop + Multiply(residual, FadeOut(layers.distance[kBackgroundLayer],
                                                kBackdropDepth * scene.face_size));
}

std::array<ColorImage, kFillLayerCount> SmoothFills(const ReducedScene& scene,
                                                    const BodyLayers& layers,
                                                    const std::optional<ColorImage>& backdrop,
                                                    const SkinField& skin) {
  std::array<ColorImage, kFillLayerCount> fills;
  for (int i = 0; i < kFillLayerCount; ++i) {
    if (cv::countNonZero((layers.layer == i) & scene.regions.removed) == 0) continue;
    if (i == kBackgroundLayer) {
      fills[i] = SmoothBackground(scene, layers, backdrop);
    } else if (i == kNeckLayer) {
      fills[i] = NeckTone(scene.color, skin.tone, layers.neck_colors, scene.regions,
                          scene.face_size, layers.turn);
    } else {
      fills[i] = PushPull(scene.color, ClothingTrust(layers.clothing_colors, scene.regions.removed,
                                                     scene.face_size));
    }
  }
  return fills;
}

// How far a patch fill misses what is seen on the rim of its hole, continued inwards and fading.
ColorImage SeamCorrection(const ColorImage& color, const Mask& hole, const Mask& usable,
                          const PatchSources& sources, double depth) {
  cv::Mat3f miss(color.size(), cv::Vec3f::all(0));
  Mask rim(color.size(), std::uint8_t{0});
  for (int y = 0; y < color.rows; ++y) {
    for (int x = 0; x < color.cols; ++x) {
      const cv::Vec2i& from = sources.place(y, x);
      if (from[0] < 0 || hole(y, x) != 0 || usable(y, x) == 0) continue;
      const cv::Vec3f away = color(y, x) - color(from[1], from[0]);
      if (away.dot(away) > kLargestMiss * kLargestMiss) continue;
      miss(y, x) = away;
      rim(y, x) = 255;
    }
  }
  if (cv::countNonZero(rim) == 0) return miss;
  return Multiply(PushPull(miss, AlphaOf(rim)), FadeOut(DistanceTo(rim), depth));
}

// A layer filled by patches, full size.
struct PatchedLayer {
  ColorImage color;
  Mask filled;  // The rest stays hidden by the new head and was not sought.
};

// Nothing where too little of the layer is in sight or no patches fit.
std::optional<PatchedLayer> PatchLayer(const FillInput& input, const ReducedScene& scene,
                                       const BodyLayers& layers, FillLayer layer,
                                       const Progress& progress) {
  // A little beyond the layer's border, which is soft.
  Mask hole = Dilate((layers.layer == layer) & scene.regions.removed, kSoftBorder) &
              Dilate(scene.visible, 0.01 * scene.face_size);
  hole.setTo(0, layers.known[layer]);
  const double least = kLeastPatchArea * scene.face_size * scene.face_size;
  if (cv::countNonZero(hole & scene.visible) < least) return std::nullopt;
  const double scale = std::min(1.0, kPatchSide / std::max(scene.color.cols, scene.color.rows));
  const cv::Size size = ScaledSize(scene.color.size(), scale);
  const ColorImage color = Resized(scene.color, size, cv::INTER_AREA);
  const Mask small_hole = Resized(hole, size, cv::INTER_AREA) > 64;
  Mask usable = Resized(layers.known[layer], size, cv::INTER_AREA) > 127;
  usable.setTo(0, small_hole);
  // What is neither hole nor usable between them (halos) is sought too, else nothing that is seen
  // would reach the hole.
  Mask sought = Dilate(small_hole, kGap * scene.face_size * scale);
  sought.setTo(0, usable);
  const auto sources = FindPatchSources(color, sought, usable, progress);
  if (!sources) return std::nullopt;
  const cv::Size full = input.color.size();
  const Mask wanted = Resized(hole, full, cv::INTER_NEAREST);
  const Mask full_usable = Resized(layers.known[layer], full, cv::INTER_NEAREST);
  const ColorImage moved = ApplyPatchSources(input.color, wanted, full_usable, *sources);
  const ColorImage correction =
      SeamCorrection(color, sought, usable, *sources, kSeamDepth * scene.face_size * scale);
  return PatchedLayer{moved + ColorImage(Resized(correction, full, cv::INTER_LINEAR)), wanted};
}

// Pieces of a background that is out of focus meet at borders sharper than any that it has: as
// blurred as itself they do not show. How much of their detail that takes, 0 to 1.
double BlurPieces(const ReducedScene& scene, const BodyLayers& layers, double defocus,
                  PatchedLayer& patched) {
  const double share = std::clamp((defocus - kFocused) / (kDefocused - kFocused), 0.0, 1.0);
  if (share == 0) return 0;
  const cv::Size full = patched.color.size();
  const cv::Size size = scene.color.size();
  const Mask filled = Resized(patched.filled, size, cv::INTER_NEAREST);
  ColorImage color = scene.color.clone();
  ColorImage(Resized(patched.color, size, cv::INTER_AREA)).copyTo(color, filled);
  const AlphaMap counts = AlphaOf(filled | layers.known[kBackgroundLayer]);
  const cv::Mat3f blurred = BlurWeighted(color, counts, std::min(defocus, kMostBlur));
  patched.color = Mix(patched.color, Resized(blurred, full, cv::INTER_LINEAR),
                      AlphaMap(full, static_cast<float>(share)));
  return share;
}

// Puts the body's other side where hair hid this one, bent in colour to what is seen beside it.
// False where nothing could be taken.
bool MirrorBody(const FillInput& input, const ReducedScene& scene, const BodyLayers& layers,
                ColorImage& fill, AlphaMap& smooth_weight) {
  if (!layers.mirror || cv::countNonZero(layers.mirrored & scene.visible) == 0) return false;
  const cv::Size full = input.color.size();
  const Mask& clothing = layers.known[kClothingLayer];
  const Mask& skin = layers.known[kNeckLayer];
  const Mask body = clothing | skin;
  const ColorImage correction =
      SideCorrection(scene.color, clothing, skin, layers.mirrored, *layers.mirror, scene.face_size);
  const double scale = double(full.width) / scene.color.cols;
  const BodyMirror full_mirror{(layers.mirror->axis + 0.5) * scale - 0.5};
  // Where the mirror shows skin in the place of skin.
  const Mask mirrored_skin = layers.mirrored & (layers.layer == kNeckLayer);
  const AlphaMap on_skin = Resized(AlphaOf(mirrored_skin), full, cv::INTER_LINEAR);
  const ColorImage light =
      MirroredSkin(scene.color, skin, scene.regions.removed, *layers.mirror, scene.face_size);
  const ColorImage moved = ColorImage(Mix(Mirrored(input.color, full_mirror, cv::INTER_LINEAR),
                                          Resized(light, full, cv::INTER_LINEAR), on_skin)) +
                           ColorImage(Resized(correction, full, cv::INTER_LINEAR));
  const double softness = std::max(0.6, kLayerSigma * scene.face_size);
  const cv::Size size = scene.color.size();
  ColorImage shown_side = Resized(fill, size, cv::INTER_AREA).clone();
  scene.color.copyTo(shown_side, ~scene.regions.removed);
  const Mask cut =
      FindCutThings(Resized(moved, size, cv::INTER_AREA), shown_side, layers.mirrored,
                    layers.layer == kClothingLayer, scene.regions.removed, scene.face_size);
  // Drawn in, so that the soft border does not reach what the mirror does not show.
  const Mask shown = (layers.mirrored | body) & ~cut;
  AlphaMap weight = Blur(AlphaOf(Erode(shown, 2 * softness)), softness);
  weight.setTo(0, layers.mirrored == 0);
  const AlphaMap share = SkinShare(mirrored_skin, skin, scene.face_size);
  cv::Mat(weight.mul(share)).copyTo(weight, mirrored_skin);
  const AlphaMap full_weight = Resized(weight, full, cv::INTER_LINEAR);
  fill = Mix(fill, moved, full_weight);
  smooth_weight = smooth_weight.mul(AlphaMap(1 - full_weight.mul(AlphaMap(1 - on_skin))));
  return true;
}

// Gives a smooth neck pores and grain: a turned one's the old face's, where they are alike, else
// those of what is seen of it.
void AddSkinDetail(const FillInput& input, const Mask& neck, double turn, ColorImage& fill,
                   AlphaMap& smooth_weight) {
  const auto add = [&](const SkinDetail& detail, double share) {
    const AlphaMap weight = detail.weight.mul(smooth_weight) * share;
    fill = Mix(fill, fill.mul(detail.factor), weight);
    smooth_weight = smooth_weight.mul(AlphaMap(1 - weight));
  };
  const double size = FaceSize(input.mesh);
  if (turn > 0) add(FindSkinDetail(input.color, input.regions, neck, size), turn);
  if (turn < 1) add(FindNeckDetail(input.color, input.regions, neck, size), 1);
}

// The shading of a neck as far as it is one: it fades out down to the shoulders, whose skin is no
// cylinder.
AlphaMap NeckOnly(const AlphaMap& shading, const FaceMesh& mesh) {
  const double size = FaceSize(mesh);
  const double chin = mesh(mesh_point::kChin, 1);
  AlphaMap result = shading.clone();
  for (int y = 0; y < result.rows; ++y) {
    const double below = (y - chin) / size;
    const auto share =
        static_cast<float>(std::clamp((kShoulders - below) / (kShoulders - kNeckEnd), 0.0, 1.0));
    for (int x = 0; x < result.cols; ++x) result(y, x) = 1 + (result(y, x) - 1) * share;
  }
  return result;
}

AlphaMap Coverage(const Mask& removed, double face_size) {
  AlphaMap coverage = Blur(AlphaOf(Dilate(removed, 1)), std::max(1.0, kEdgeSigma * face_size));
  Mask beyond;
  cv::bitwise_not(Dilate(removed, std::max(2.0, kEdgeReach * face_size)), beyond);
  coverage.setTo(0, beyond);
  return coverage;
}

// Lays the fill over the picture by its coverage, and over strands on the skin beside it; takes the
// shade of hair that is gone from that skin. How far each pixel changed is the new coverage.
void LayFill(const ColorImage& color, const ColorImage& fill, const SkinField& skin,
             BackgroundFill& result) {
  result.plate = Mix(color, fill, result.coverage);
  const cv::Size full = color.size();
  std::array<AlphaMap, 3> gain;
  cv::split(skin.relight, gain.data());
  const AlphaMap most = cv::Mat(cv::max(gain[0], cv::Mat(cv::max(gain[1], gain[2]))));
  const Mask changed = MaskAbove(most, 1) | MaskAbove(skin.strands, 0);
  const double scale = double(full.width) / changed.cols;
  const cv::Rect small = BoxAround(changed, 2);
  const cv::Rect box = cv::Rect(cvFloor(small.x * scale), cvFloor(small.y * scale),
                                cvCeil(small.width * scale), cvCeil(small.height * scale)) &
                       cv::Rect({}, full);
  if (box.empty()) return;
  const cv::Mat3f relight = Resized(skin.relight, full, cv::INTER_LINEAR);
  const AlphaMap strands = Resized(skin.strands, full, cv::INTER_LINEAR);
  for (int y = box.y; y < box.br().y; ++y) {
    for (int x = box.x; x < box.br().x; ++x) {
      const cv::Vec3f& factor = relight(y, x);
      const float lighter = std::min(1.F, std::max({factor[0], factor[1], factor[2]}) - 1);
      const float strand = strands(y, x);
      if (lighter < kLeastChange && strand < kLeastChange) continue;
      float& coverage = result.coverage(y, x);
      const cv::Vec3f lit = lighter < kLeastChange ? color(y, x) : color(y, x).mul(factor);
      const float share = strand < kLeastChange ? coverage : std::max(coverage, strand);
      result.plate(y, x) = lit + (fill(y, x) - lit) * share;
      coverage = std::max(share, lighter);
    }
  }
}

}  // namespace

BackgroundFill FillBehindHead(const FillInput& input, const FillOptions& options,
                              const Progress& progress) {
  const cv::Size full = input.color.size();
  const double face_size = FaceSize(input.mesh);
  ReducedScene scene = Reduce(input, std::min(1.0, kFillFaceSize / face_size));
  const BodyLayers layers =
      AssignBodyLayers(scene.color, scene.regions, scene.matte, scene.mesh, scene.new_mesh,
                       ~scene.visible, options.complete_body ? input.completer : nullptr);
  // Masks of their own: the caller's hold for other heads, too.
  scene.regions.removed = Mask(scene.regions.removed | layers.islands);
  const Mask removed =
      input.regions.removed | Mask(Resized(layers.islands, full, cv::INTER_NEAREST));
  progress.Report(0.2);
  BackgroundFill result;
  result.layer = Resized(layers.layer, full, cv::INTER_NEAREST);
  const bool nothing_known =
      std::all_of(layers.known.begin(), layers.known.end(),
                  [](const Mask& mask) { return cv::countNonZero(mask) == 0; });
  if (nothing_known || cv::countNonZero(input.regions.removed) == 0) {
    result.plate = input.color.clone();
    result.coverage = AlphaMap(full, 0.f);
    return result;
  }

  const auto weights = LayerWeights(layers.layer, scene.regions.removed, scene.face_size, full);
  const SkinField skin =
      FindSkinField(scene.color, layers.neck_colors, scene.regions, scene.mesh, ~scene.visible);
  result.unshaded = Resized(skin.unshaded, full, cv::INTER_LINEAR);
  const auto backdrop = PlainBackdrop(scene, layers);
  auto fills = SmoothFills(scene, layers, backdrop, skin);
  const Mask neck = Mask(layers.layer == kNeckLayer) & scene.regions.removed;
  if (!fills[kNeckLayer].empty()) {
    AlphaMap shading =
        NeckOnly(NeckShading(neck, layers.known[kNeckLayer], scene.face_size), scene.mesh);
    // The old face's light is round already.
    const double round = 1 - kLitShare * layers.turn;
    shading = shading * round + (1 - round);
    fills[kNeckLayer] = Multiply(fills[kNeckLayer], shading);
  }
  ColorImage fill = CombineLayers(fills, weights);
  progress.Report(0.5);
  AlphaMap smooth_weight(full, 1.f);
  const Defocus defocus = options.patches ? BackgroundDefocus(scene, layers) : Defocus{};
  const bool foggy = !backdrop && defocus.sigma > kDefocused && defocus.contrast > kFoggy;
  const auto patch = [&](FillLayer layer, double texture, double quantile) {
    const Mask ring = RingAround(layers.known[layer], scene.regions.removed, scene.face_size);
    const auto detail = [&](double share) {
      return MeasureTexture(scene.color, ring, scene.face_size, share);
    };
    const bool outlined = layer == kBackgroundLayer && (detail(kOutlineShare) > kOutline || foggy ||
                                                        MeetsOutline(scene, layers));
    if (!options.patches || (detail(quantile) <= texture && !outlined)) return false;
    auto patched = PatchLayer(input, scene, layers, layer, progress);
    if (!patched) return false;
    const double blurred =
        layer == kBackgroundLayer ? BlurPieces(scene, layers, defocus.sigma, *patched) : 0;
    AlphaMap weight = weights[layer].clone();
    Mask untouched;
    cv::bitwise_not(patched->filled, untouched);
    weight.setTo(0, untouched);
    fill = Mix(fill, patched->color, weight);
    smooth_weight -= weight * (1 - blurred);
    return true;
  };
  result.background_patched = patch(kBackgroundLayer, options.background_texture, 0.5);
  progress.Report(0.75);
  result.clothing_patched = patch(kClothingLayer, options.clothing_texture, 0.8);
  result.body_mirrored = MirrorBody(input, scene, layers, fill, smooth_weight);
  AddSkinDetail(input, Resized(Mask(neck & scene.visible), full, cv::INTER_NEAREST), layers.turn,
                fill, smooth_weight);
  progress.Report(0.9);

  Mask ring = RingAround(
      layers.known[kBackgroundLayer] | layers.known[kClothingLayer] | layers.known[kNeckLayer],
      scene.regions.removed, scene.face_size);
  ring = Resized(ring, full, cv::INTER_NEAREST);
  AddGrain(fill, smooth_weight.mul(AlphaOf(removed)),
           options.grain * MeasureGrain(input.color, ring));
  result.coverage = Coverage(removed, face_size);
  LayFill(input.color, fill, skin, result);
  progress.Report(1);
  return result;
}

}  // namespace heser
