#include "engine/analysis/backdrop_key.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/local_colors.h"
#include "engine/core/image_ops.h"
#include "engine/core/selection.h"

namespace heser {
namespace {

// Colours are measured in faces of this size, pixels.
constexpr double kWorkingFace = 120;

// Lengths in face sizes.
// What is surely backdrop, hair or skin lies this far from everything else.
constexpr double kBackdropDistance = 0.03;
constexpr double kHairDepth = 0.04;
constexpr double kSkinDepth = 0.03;
// Gaps are rare this deep in hair.
constexpr double kDeep = 0.07;
// How far colours are averaged, and how far around the head the backdrop is looked at.
constexpr double kBackdropBlur = 0.06;
constexpr double kColorBlur = 0.04;
constexpr double kNoiseBlur = 0.12;
constexpr double kNear = 0.6;
// Looked at for gaps this deep in the hair, for strands this far out.
constexpr double kDepth = 0.22;
constexpr double kReach = 0.2;
// Further in than this only gaps of some width are believed.
constexpr double kShallow = 0.05;
constexpr double kGapWidth = 0.012;
// A gap this near to the forehead's skin, enclosed by the head, would show scalp: it is shine.
constexpr double kHairline = 0.03;
// Beyond this rim of the labelled hair only strands are hair, no wider than this.
constexpr double kRim = 0.025;
constexpr double kStrandWidth = 0.025;
// What is labelled hair this near to an ear may be more of it.
constexpr double kEarReach = 0.2;
// An ear's own colours are looked for deeper than this.
constexpr double kEarRim = 0.015;
// How far the colours of hair and ears are averaged where they are seen through.
constexpr double kOwnBlur = 0.02;

// The backdrop is plain where it varies by less than this share of its contrast with the hair.
constexpr float kPlain = 0.07F;
// That contrast at least, RGB distance.
constexpr float kLeastContrast = 0.15F;
// Coverage below the noise's share of the contrast, times this, is none; from kFull on it is full.
constexpr float kNoiseReach = 3;
constexpr float kLeastCoverage = 0.08F;
constexpr float kFull = 0.85F;
// Ears have many colours: this far from the backdrop, in distances of the skin, is theirs.
constexpr float kEarShare = 0.8F;
// Of one of two materials is what is this many times nearer to mixtures of it and the backdrop than
// to those of the other, and this far from the latter, RGB distance.
constexpr float kClearFit = 3;
constexpr float kLeastMisfit = 0.06F;
// An ear has shades of its own, in shares of the wall's contrast with it.
constexpr float kShades = 0.08F;
// Hair and skin have shades beyond their mean, as a share of its contrast.
constexpr float kDarkest = 1.3F;
// A pixel of this coverage shows hair or ear alone.
constexpr float kAlone = 0.9F;
// Coverage below which a pixel of the hair can be seen through, and shows the backdrop itself.
constexpr float kOpen = 0.7F;
constexpr float kClear = 0.15F;
// Labelled background from here on.
constexpr float kGap = 0.3F;
// Hair is unlike the backdrop if no more of it than this lies below this coverage, inside.
constexpr float kAlike = 0.6F;
constexpr double kMostAlike = 0.065;
constexpr float kNoMatte = 0.05F;
// This far from the backdrop, RGB distance, hair surely is hair.
constexpr double kSurelyUnlike = 0.4;
// Through hair this far from the backdrop, in medians of the deep hair's distance, nothing is seen.
constexpr double kDense = 0.85;
// Further from the backdrop than this multiple of the median distance, and than this, RGB distance,
// are strands and other things before it.
constexpr double kOutlier = 4;
constexpr double kLeastOutlier = 0.03;
constexpr double kMostNoise = 3;
constexpr int kLeastPixels = 200;
constexpr LabelSet kSkin{Label::kSkin, Label::kEar};

/// Colours over the view, smooth.
struct Colors {
  ColorImage backdrop;
  ColorImage hair;
  ColorImage dense_hair;  ///< Of hair through which nothing is seen.
  ColorImage skin;
  cv::Mat1f noise;  ///< How far the backdrop is from its smooth colour, RGB distance.
};

cv::Mat1f Distance(const ColorImage& a, const ColorImage& b) {
  cv::Mat1f distance(a.size());
  for (int y = 0; y < a.rows; ++y) {
    for (int x = 0; x < a.cols; ++x) {
      distance(y, x) = static_cast<float>(cv::norm(a(y, x) - b(y, x)));
    }
  }
  return distance;
}

/// How far a pixel lies from all mixtures of what has this contrast with the backdrop, RGB
/// distance.
float Misfit(const cv::Vec3f& off, const cv::Vec3f& contrast) {
  const float strength = std::max(contrast.dot(contrast), 1e-6F);
  const float share = std::clamp(off.dot(contrast) / strength, 0.F, kDarkest);
  return static_cast<float>(cv::norm(off - contrast * share));
}

/// Is a pixel, given by its difference from the backdrop, clearly of the first of two materials and
/// not of the second, given by their contrasts with it?
bool IsOf(const cv::Vec3f& off, const cv::Vec3f& first, const cv::Vec3f& second) {
  return Misfit(off, second) > std::max(kLeastMisfit, kClearFit * Misfit(off, first));
}

/// The mean over `sample` nearby, from the nearest ones where there are none.
cv::Mat Spread(const cv::Mat& image, const Mask& sample, double sigma) {
  const AlphaMap weight = AlphaOf(sample);
  return Blur(PushPull(BlurWeighted(image, weight, sigma), weight), sigma / 2);
}

/// How much of the hair is nearer to the backdrop's colour than it should be: its shine, or all of
/// it, cannot be told from gaps.
double ShareLikeBackdrop(const ColorImage& color, const Colors& colors, const Mask& hair) {
  int count = 0;
  int alike = 0;
  for (int y = 0; y < hair.rows; ++y) {
    for (int x = 0; x < hair.cols; ++x) {
      if (hair(y, x) == 0) continue;
      const cv::Vec3f contrast = colors.hair(y, x) - colors.backdrop(y, x);
      const cv::Vec3f off = color(y, x) - colors.backdrop(y, x);
      ++count;
      if (off.dot(contrast) < kAlike * contrast.dot(contrast)) ++alike;
    }
  }
  return count == 0 ? 1 : double(alike) / count;
}

/// For the part `inner` of the view, from all that is near. Empty pictures where the backdrop is
/// not known or not unlike the hair.
Colors MeasureColors(const HeadView& view, const cv::Rect& inner) {
  const int margin = cvCeil((kNear - kReach) * view.face_size());
  const cv::Rect box = cv::Rect(inner.x - margin, inner.y - margin, inner.width + 2 * margin,
                                inner.height + 2 * margin) &
                       cv::Rect({}, view.labels.size());
  const double scale = std::min(1.0, kWorkingFace / view.face_size());
  const double fs = view.face_size() * scale;
  const cv::Size size(std::max(1, cvRound(box.width * scale)),
                      std::max(1, cvRound(box.height * scale)));
  ColorImage color;
  LabelMap labels;
  AlphaMap matte;
  cv::resize(view.color(box), color, size, 0, 0, cv::INTER_AREA);
  cv::resize(view.labels(box), labels, size, 0, 0, cv::INTER_NEAREST);
  cv::resize(view.matte(box), matte, size, 0, 0, cv::INTER_AREA);

  const Mask hair = MaskOf(labels, {Label::kHair});
  Mask empty = MaskOf(labels, {Label::kBackground});
  empty.setTo(0, MaskAbove(matte, kNoMatte));
  const Mask known = Erode(empty, kBackdropDistance * fs) & Dilate(hair, kNear * fs);
  const Mask sure_hair = Erode(hair, kHairDepth * fs);
  Colors colors;
  if (cv::countNonZero(known) < kLeastPixels || cv::countNonZero(sure_hair) < kLeastPixels) {
    return colors;
  }
  // Strands stand out of a plain backdrop: left out once it is known roughly.
  colors.backdrop = Spread(color, known, kBackdropBlur * fs);
  const cv::Mat1f rough = Distance(color, colors.backdrop);
  const double spread = QuantileOf(rough, known, 0.5);
  const double strand = std::max(kOutlier * spread, kLeastOutlier);
  const Mask smooth = known & ~MaskAbove(rough, strand);
  colors.backdrop = Spread(color, smooth, kBackdropBlur * fs);
  const cv::Mat1f off = Distance(color, colors.backdrop);
  // Strands make a smooth wall hardly rougher; what stands before a less smooth one does.
  colors.noise = Spread(cv::min(off, kMostNoise * strand), known, kNoiseBlur * fs);
  // The brightest third of dark hair on a bright wall may be the wall itself.
  const Mask unlike =
      sure_hair & MaskAbove(off, std::min(kSurelyUnlike, 0.8 * QuantileOf(off, sure_hair, 0.3)));
  colors.hair = Spread(color, unlike, kColorBlur * fs);
  const Mask skin = Erode(MaskOf(labels, kSkin), kSkinDepth * fs);
  colors.skin = cv::countNonZero(skin) < kLeastPixels
                    ? colors.hair
                    : ColorImage(Spread(color, skin, kColorBlur * fs));
  const Mask deep_hair = Erode(hair, kDeep * fs);
  const bool has_depth = cv::countNonZero(deep_hair) >= kLeastPixels;
  // A thin lock is full of gaps as deep as it goes.
  const Mask dense =
      unlike & MaskAbove(off, kDense * QuantileOf(off, has_depth ? deep_hair : sure_hair, 0.5));
  colors.dense_hair = cv::countNonZero(dense) < kLeastPixels
                          ? colors.hair
                          : ColorImage(Spread(color, dense, kColorBlur * fs));
  if (ShareLikeBackdrop(color, colors, has_depth ? deep_hair : sure_hair) > kMostAlike) return {};
  for (ColorImage* picture : {&colors.backdrop, &colors.hair, &colors.dense_hair, &colors.skin}) {
    *picture = EnlargedPart(*picture, box, inner);
  }
  colors.noise = EnlargedPart(colors.noise, box, inner);
  return colors;
}

/// What is looked at, all of one size.
struct Region {
  ColorImage color;
  LabelMap labels;
  Mask background;
  Mask inside;  ///< Hair and ears.
  ScalarImage to_background;
  ScalarImage to_inside;
};

Region RegionOf(const HeadView& view, const cv::Rect& box) {
  Region region{view.color(box), view.labels(box), {}, {}, {}, {}};
  region.background = MaskOf(region.labels, {Label::kBackground});
  region.inside = MaskOf(region.labels, {Label::kHair, Label::kEar});
  region.to_background = DistanceTo(region.background);
  region.to_inside = DistanceTo(region.inside);
  return region;
}

/// Hair behind the head's own ears often takes their upper part along: what there is of the skin's
/// colour becomes ear.
void FindWholeEars(const Colors& colors, double face_size, Region& region) {
  const Mask labelled = MaskOf(region.labels, {Label::kEar});
  const cv::Rect box = BoxAround(labelled, kEarReach * face_size);
  if (box.empty()) return;
  Mask skin(box.size(), std::uint8_t{0});
  for (int y = 0; y < box.height; ++y) {
    for (int x = 0; x < box.width; ++x) {
      const cv::Point at(box.x + x, box.y + y);
      if (region.labels(at) != static_cast<std::uint8_t>(Label::kHair)) continue;
      const cv::Vec3f& behind = colors.backdrop(at);
      const bool is_skin =
          IsOf(region.color(at) - behind, colors.skin(at) - behind, colors.hair(at) - behind);
      if (is_skin) skin(y, x) = 255;
    }
  }
  skin = ConnectedTo(skin, labelled(box));
  skin.setTo(0, Dilate(labelled(box), kEarReach * face_size) == 0);
  region.labels(box).setTo(static_cast<std::uint8_t>(Label::kEar), skin);
}

/// Coverage by colour alone where the backdrop is plain; `zone` selects these pixels.
AlphaMap CoverageByColor(const Region& region, const Colors& colors, double face_size, Mask& zone) {
  const auto depth = static_cast<float>(kDepth * face_size);
  const auto reach = static_cast<float>(kReach * face_size);
  AlphaMap coverage(region.labels.size(), 0.F);
  zone = Mask::zeros(region.labels.size());
  cv::parallel_for_({0, zone.rows}, [&](const cv::Range& rows) {
    for (int y = rows.start; y < rows.end; ++y) {
      for (int x = 0; x < zone.cols; ++x) {
        const bool within = region.inside(y, x) != 0 && region.to_background(y, x) < depth;
        const bool without = region.background(y, x) != 0 && region.to_inside(y, x) < reach;
        if (!within && !without) continue;
        const cv::Vec3f& behind = colors.backdrop(y, x);
        const cv::Vec3f off = region.color(y, x) - behind;
        cv::Vec3f contrast = colors.hair(y, x) - behind;
        bool is_skin = false;
        if (region.labels(y, x) == static_cast<std::uint8_t>(Label::kEar)) {
          // Strands hang before ears and beside them.
          const cv::Vec3f of_skin = colors.skin(y, x) - behind;
          is_skin = !IsOf(off, contrast, of_skin);
          if (is_skin) contrast = of_skin;
        }
        const float strength = static_cast<float>(cv::norm(contrast));
        const float noise = colors.noise(y, x) / std::max(strength, 1e-3F);
        if (strength < kLeastContrast || noise > kPlain) continue;
        const float share = is_skin ? static_cast<float>(cv::norm(off)) / (kEarShare * strength)
                                    : off.dot(contrast) / (strength * strength);
        const float least = std::max(kLeastCoverage, kNoiseReach * noise);
        zone(y, x) = 255;
        coverage(y, x) = std::clamp((share - least) / (kFull - least), 0.F, 1.F);
      }
    }
  });
  return coverage;
}

/// The skin above the eyes' outer corners, along the face.
Mask ForeheadSkin(const HeadView& view, const cv::Rect& box) {
  const auto point = [&](int i) -> Eigen::Vector2d { return view.mesh.row(i).head<2>(); };
  const Eigen::Vector2d down = point(mesh_point::kChin) - point(mesh_point::kForeheadTop);
  const Eigen::Vector2d eyes =
      (point(mesh_point::kEyeLeftOuter) + point(mesh_point::kEyeRightOuter)) / 2;
  Mask skin = MaskOf(view.labels(box), {Label::kSkin});
  for (int y = 0; y < skin.rows; ++y) {
    for (int x = 0; x < skin.cols; ++x) {
      if ((Eigen::Vector2d(box.x + x, box.y + y) - eyes).dot(down) > 0) skin(y, x) = 0;
    }
  }
  return skin;
}

/// Colours alone take shine for gaps, and other things beside the hair for strands.
void KeepShape(const Region& region, const Mask& forehead, const Mask& zone, double face_size,
               AlphaMap& coverage) {
  const Mask open = zone & region.inside & ~MaskAbove(coverage, kOpen);
  const Mask clear = zone & region.inside & ~MaskAbove(coverage, kClear);
  // A streak of shine deep in the hair is not as wide as a gap.
  const Mask shallow = region.to_background <= kShallow * face_size;
  const Mask gaps = (clear & shallow) | Erode(clear, kGapWidth * face_size / 2);
  Mask seen_through = ConnectedTo(open, gaps | region.background);
  const Mask enclosed = seen_through & ~ConnectedTo(seen_through, region.background);
  seen_through.setTo(0, ConnectedTo(enclosed, Dilate(forehead, kHairline * face_size)));
  coverage.setTo(1, zone & region.inside & ~seen_through);

  Mask strands = zone & region.background & MaskAbove(coverage, kClear);
  // What goes on to where no strand reaches is an edge of the backdrop.
  const Mask beyond = region.background & MaskAbove(region.to_inside, kReach * face_size - 2);
  strands.setTo(0, ConnectedTo(strands & MaskAbove(region.to_inside, kRim * face_size), beyond));
  const Mask wide = Dilate(Erode(strands, kStrandWidth * face_size / 2), kStrandWidth * face_size);
  strands.setTo(0, wide & MaskAbove(region.to_inside, kRim * face_size));
  const Mask hair = Dilate(ConnectedTo(strands, region.inside) | region.inside, 1);
  coverage.setTo(0, zone & region.background & ~hair);
}

/// Takes what the wall adds to an ear's rim out of it, as far as that can be told: turned ears are
/// stretched, and a white edge with them. A highlight there goes, too.
void UnmixEars(const Region& region, const Colors& colors, const Mask& zone,
               const AlphaMap& coverage, double face_size, ColorImage& color) {
  const Mask ear = MaskOf(region.labels, {Label::kEar});
  const Mask inner =
      ear & MaskAbove(coverage, kAlone) & MaskAbove(region.to_background, kEarRim * face_size);
  if (cv::countNonZero(inner) < kLeastPixels) return;
  const ColorImage own = ColorsAround(region.color, inner, kOwnBlur * face_size);
  const Mask rim = ear & zone & (region.to_background <= kShallow * face_size);
  for (int y = 0; y < rim.rows; ++y) {
    for (int x = 0; x < rim.cols; ++x) {
      if (rim(y, x) == 0) continue;
      const cv::Vec3f wall = colors.backdrop(y, x) - own(y, x);
      const float share = (color(y, x) - own(y, x)).dot(wall) / std::max(wall.dot(wall), 1e-4F);
      color(y, x) -= wall * std::clamp((share - kShades) / (1 - kShades), 0.F, 1.F);
    }
  }
}

/// What is seen through takes the colours of the hair further inside in the measure in which it is:
/// wherever it is shown after all, stretched or closed in, no wall comes along. Thin hair beside it
/// has some of the wall itself.
void TakeWallFromHair(const Region& region, const Colors& colors, const Mask& zone,
                      const AlphaMap& coverage, ColorImage& color) {
  // Not outside, where other stages look for what stands behind the head.
  const Mask where = zone & MaskOf(region.labels, {Label::kHair});
  Mix(colors.dense_hair, color, cv::min(coverage / kAlone, 1)).copyTo(color, where);
}

}  // namespace

void KeyPlainBackdrop(HeadView& view) {
  const double fs = view.face_size();
  const cv::Rect box = BoxAround(MaskOf(view.labels, {Label::kHair, Label::kEar}), kReach * fs);
  if (box.empty()) return;
  const Colors colors = MeasureColors(view, box);
  if (colors.backdrop.empty()) return;
  Region region = RegionOf(view, box);
  FindWholeEars(colors, fs, region);
  Mask zone;
  AlphaMap coverage = CoverageByColor(region, colors, fs, zone);
  if (cv::countNonZero(zone) == 0) return;
  view.color = view.color.clone();  // The photo itself stays.
  KeepShape(region, ForeheadSkin(view, box), zone, fs, coverage);
  ColorImage color = view.color(box);
  UnmixEars(region, colors, zone, coverage, fs, color);
  TakeWallFromHair(region, colors, zone, coverage, color);

  if (view.exact_matte.empty()) view.exact_matte = Mask::zeros(view.matte.size());
  view.exact_matte(box).setTo(255, zone);
  AlphaMap matte = view.matte(box);
  coverage.copyTo(matte, zone);
  LabelMap labels = view.labels(box);
  labels.setTo(static_cast<std::uint8_t>(Label::kBackground),
               zone & region.inside & ~MaskAbove(coverage, kGap));
}

}  // namespace heser
