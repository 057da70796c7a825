#include "engine/aligner/head_fusion.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/aligner/fusion_parts.h"
#include "engine/aligner/head_exposure.h"
#include "engine/aligner/outline_fusion.h"
#include "engine/analysis/face_hull.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Lengths in face sizes.
// The band of details is what a blur of this width takes away.
constexpr double kBandSplit = 0.02;
// Confidence is a step from triangle to triangle; weights of the low band mix this widely.
constexpr double kConfidenceBlur = 0.015;
constexpr double kLowBandBlur = 0.04;
// What comes from one source is taken with this much around it, and joined over that width.
constexpr double kPartMargin = 0.03;
constexpr double kPartJoin = 0.01;
// Glasses throw shadows and bend what lies behind them.
constexpr double kGlassesMargin = 0.04;
constexpr double kWindowMargin = 0.06;
// Details are taken from the most confident: weights are confidences to this power.
constexpr int kPower = 6;
// Beside a mirrored photo what is stretched counts for less still: confidences to this power. What
// one photo shows at a grazing angle its mirrored one shows from the side.
constexpr double kMirroredPower = 2;
// Nobody's face is symmetric: there a mirrored photo is believed by this factor less.
constexpr double kMirroredFace = 0.6;
// Ears are taken from where they were seen the widest: confidences to this power.
constexpr double kEarPower = 3;
// One that the first does not show joins where the first shows nothing else: confidences below
// this.
constexpr double kHidden = 0.2;
// This much around an ear comes with it, face sizes.
constexpr double kEarMargin = 0.02;
// Beside what lies over a head its weight fades out over this width: its low band reaches as far.
constexpr double kFade = 0.04;
constexpr LabelSet kInnerFace{Label::kSkin, Label::kBrow,       Label::kEye,      Label::kGlasses,
                              Label::kNose, Label::kInnerMouth, Label::kUpperLip, Label::kLowerLip};

// Hair that differs by more than this (log light, any channel) after the skin has been matched has
// another colour.
constexpr double kOtherHair = 0.7;
// Share of a head that is headwear in one source and not in the other.
constexpr double kOtherHat = 0.1;

/// A rendering cut to the window that is worked on, in the first one's exposure.
struct Layer {
  ColorImage color;
  Mask usable;
  AlphaMap confidence;  ///< Times alpha, smooth, weighted.
  AlphaMap high;        ///< Weights of the two bands, of all layers together 1.
  AlphaMap low;
  bool mirrored = false;
};

/// Where a rendering shows a thing of these labels that the first one does not, or the reverse.
Mask Differing(const AlignedHead& head, const AlignedHead& first, LabelSet labels,
               const cv::Rect& window, double margin) {
  const Mask own = MaskOf(head.labels(window), labels);
  const Mask firsts = MaskOf(first.labels(window), labels);
  if (cv::countNonZero(own) == 0 && cv::countNonZero(firsts) == 0) {
    return Mask::zeros(window.size());
  }
  return Dilate(own | firsts, margin);
}

/// Part of the picture that any of the renderings covers, and what lies around it: outlines are
/// seen only where there is something outside of them.
cv::Rect WindowOf(std::span<const HeadRendering> renderings, double face_size) {
  cv::Rect window;
  for (const HeadRendering& rendering : renderings) {
    window |= rendering.head.box | rendering.ears.box;
  }
  const int margin = cvCeil(kWindowMargin * face_size);
  window = cv::Rect(window.x - margin, window.y - margin, window.width + 2 * margin,
                    window.height + 2 * margin);
  return window & cv::Rect(cv::Point(), renderings[0].head.alpha.size());
}

/// Whether one wears a hat and the other does not: then their outlines have nothing in common.
bool WearsOther(const AlignedHead& head, const AlignedHead& first) {
  const auto share = [](const AlignedHead& of) {
    const int covered = cv::countNonZero(MaskOf(of.labels, kHeadLabels));
    return covered == 0 ? 0.0
                        : cv::countNonZero(MaskOf(of.labels, {Label::kHeadwear})) /
                              static_cast<double>(covered);
  };
  return std::abs(share(head) - share(first)) > kOtherHat;
}

/// What one side of the face, left or right of `middle`, shows of ears.
EarLayer EarsBeside(const EarLayer& ears, int middle, bool left) {
  EarLayer side = ears;
  const int border = std::clamp(middle - ears.box.x, 0, ears.box.width);
  const cv::Rect kept = left ? cv::Rect(0, 0, border, ears.box.height)
                             : cv::Rect(border, 0, ears.box.width - border, ears.box.height);
  side.box = kept + ears.box.tl();
  side.color = ears.color(kept);
  side.alpha = ears.alpha(kept);
  side.own = ears.own(kept);
  side.confidence = ears.confidence(kept);
  return side;
}

/// An ear that the fused head gets, and the rendering that it comes from.
struct ChosenEar {
  EarLayer ear;
  std::size_t rendering = 0;
};

/// To either side of the face the ear of the rendering that shows it best: the depth of an ear is a
/// guess, and two of them would be two ears.
std::vector<ChosenEar> ChooseEars(std::span<const HeadRendering> renderings) {
  const int middle = cvRound(FaceCenter(renderings[0].head.mesh).x);
  std::vector<ChosenEar> chosen;
  for (const bool left : {true, false}) {
    ChosenEar best;
    double most = 0;
    bool first_shows_one = false;
    for (std::size_t i = 0; i < renderings.size(); ++i) {
      const EarLayer ear = EarsBeside(renderings[i].ears, middle, left);
      if (ear.box.area() == 0) continue;
      first_shows_one |= i == 0;
      const double trust = renderings[i].weight * (renderings[i].mirrored ? kMirroredFace : 1);
      const double confidence = cv::mean(ear.confidence, MaskAbove(ear.alpha, 0.5))[0];
      const double score = trust * std::pow(confidence, kEarPower);
      if (score <= most) continue;
      most = score;
      best = {ear, i};
    }
    if (most == 0) continue;
    // The first's hair may hide its ear.
    const AlignedHead& first = renderings[0].head;
    const double seen = cv::mean(first.confidence(best.ear.box), MaskAbove(best.ear.alpha, 0.5))[0];
    if (first_shows_one || seen < kHidden) chosen.push_back(best);
  }
  return chosen;
}

/// Where a rendering does not say how the head ends: its photo shows an ear there that is not
/// taken.
Mask HiddenBehindEars(std::span<const HeadRendering> renderings, std::size_t index,
                      const std::vector<ChosenEar>& chosen, const cv::Rect& window) {
  Mask hidden = Mask::zeros(window.size());
  const EarLayer& own = renderings[index].ears;
  if (own.box.empty()) return hidden;
  MaskAbove(own.alpha, 0).copyTo(hidden(own.box - window.tl()));
  for (const ChosenEar& ear : chosen) {
    if (ear.rendering == index) hidden(ear.ear.box - window.tl()).setTo(0);
  }
  return hidden;
}

AlphaMap FuseAlpha(std::span<const HeadRendering> renderings, const std::vector<ChosenEar>& ears,
                   const cv::Rect& window, double face_size) {
  std::vector<OutlineView> views;
  for (std::size_t i = 0; i < renderings.size(); ++i) {
    const AlignedHead& head = renderings[i].head;
    if (WearsOther(head, renderings[0].head)) continue;
    OutlineView view{head.alpha(window), head.confidence(window),
                     HiddenBehindEars(renderings, i, ears, window), renderings[i].weight};
    if (!renderings[i].unseen.empty()) view.unseen |= renderings[i].unseen(window);
    if (!renderings[i].missing.empty()) view.unseen |= renderings[i].missing(window);
    views.push_back(view);
  }
  if (views.size() == 1) return views[0].alpha.clone();
  const FaceMesh& mesh = renderings[0].head.mesh;
  const auto point = [&](int i) { return cv::Point2d(mesh(i, 0), mesh(i, 1)); };
  const cv::Point2d down = point(mesh_point::kChin) - point(mesh_point::kForeheadTop);
  const OutlinedFace face{point(mesh_point::kChin) - cv::Point2d(window.tl()),
                          down / std::max(1e-6, cv::norm(down)),
                          FaceHull(mesh, renderings[0].head.alpha.size())(window).clone()};
  return FuseOutlines(views, face, face_size);
}

Layer MakeFirstLayer(const HeadRendering& first, const cv::Rect& window) {
  Layer layer;
  layer.color = first.head.color(window);
  layer.usable = MaskAbove(first.head.alpha(window), 0);
  return layer;
}

/// A head whose labels say nothing of what lies over it.
AlignedHead WithoutMissing(const HeadRendering& rendering) {
  AlignedHead head = rendering.head;
  if (rendering.missing.empty()) return head;
  head.labels = head.labels.clone();
  head.labels.setTo(static_cast<int>(Label::kBackground), rendering.missing);
  return head;
}

/// In the logarithm of linear light.
cv::Vec3d GainOf(const HeadRendering& rendering, const HeadRendering& first) {
  return ExposureGain(WithoutMissing(rendering), WithoutMissing(first));
}

Layer MakeLayer(const HeadRendering& rendering, const HeadRendering& leading, const AlphaMap& fused,
                const cv::Rect& window, double face_size) {
  const AlignedHead& head = rendering.head;
  const AlignedHead& first = leading.head;
  const cv::Vec3d gain = GainOf(rendering, leading);
  Layer layer;
  layer.color = Expose(head.color(window), gain);
  // Where the first one ends in strands, they are its own.
  const AlphaMap of_first = first.alpha(window);
  const Mask strands = MaskAbove(of_first, 0) & Mask(of_first < 0.5f) & Mask(fused < 0.5f);
  layer.usable =
      MaskAbove(head.alpha(window), 0.5) | (MaskAbove(head.alpha(window), 0) & Mask(of_first <= 0));
  layer.usable.setTo(0, strands);
  const double margin = kGlassesMargin * face_size;
  Mask differing = Differing(head, first, {Label::kHeadwear}, window, 0);
  if (!rendering.mirrored || !WearsGlasses(head) || !WearsGlasses(first)) {
    differing |= Differing(head, first, {Label::kGlasses}, window, margin);
  }
  if (const auto hair = LogDifference(head, first, {Label::kHair});
      hair && cv::norm(*hair - gain, cv::NORM_INF) > kOtherHair) {
    differing |= Differing(head, first, {Label::kHair}, window, 0);
  }
  // Beyond the first one's outline there is nothing to differ from.
  layer.usable.setTo(0, differing & MaskAbove(of_first, 0));
  return layer;
}

/// What lies over one head is not used where another shows that head; towards it the one fades out.
void LeaveOutMissing(std::span<const HeadRendering> renderings, const cv::Rect& window,
                     double face_size, std::vector<Layer>& layers) {
  std::vector<Mask> shown;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    shown.push_back(layers[i].usable.clone());
    if (!renderings[i].missing.empty()) shown[i].setTo(0, renderings[i].missing(window));
  }
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (renderings[i].missing.empty()) continue;
    Mask by_others = Mask::zeros(window.size());
    for (std::size_t other = 0; other < layers.size(); ++other) {
      // Its own mirror image knows no more than itself.
      if (renderings[other].head.source != renderings[i].head.source) by_others |= shown[other];
    }
    const Mask left_out = renderings[i].missing(window) & by_others;
    layers[i].usable.setTo(0, left_out);
    const AlphaMap faded =
        Blur(AlphaOf(Dilate(left_out, kFade * face_size)), kFade / 2 * face_size);
    layers[i].confidence -= layers[i].confidence.mul(faded);
  }
}

void MeasureConfidence(const HeadRendering& rendering, const cv::Rect& window, double power,
                       double face_size, Layer& layer) {
  cv::Mat clear;  // Of its own: the rendering's stays.
  cv::pow(rendering.head.confidence(window), power, clear);
  cv::Mat covered = clear.mul(rendering.head.alpha(window), rendering.weight);
  layer.mirrored = rendering.mirrored;
  if (rendering.mirrored) {
    const cv::Mat less = covered * kMirroredFace;
    less.copyTo(covered, MaskOf(rendering.head.labels(window), kInnerFace));
  }
  layer.confidence = Blur(covered, std::max(1.0, kConfidenceBlur * face_size));
}

/// Divides the weights of one band by their sum; where that is 0, the first layer has all.
void Normalize(std::vector<Layer>& layers, AlphaMap Layer::*band) {
  AlphaMap sum = AlphaMap::zeros(layers[0].color.size());
  for (const Layer& layer : layers) sum += layer.*band;
  for (Layer& layer : layers) cv::divide(layer.*band, cv::max(sum, 1e-12f), layer.*band);
  (layers[0].*band).setTo(1, cv::Mat(sum <= 1e-12f));
}

void WeighDetails(std::vector<Layer>& layers) {
  AlphaMap most = AlphaMap(layers[0].color.size(), 1e-6f);
  for (Layer& layer : layers) {
    layer.confidence.setTo(0, layer.usable == 0);
    most = cv::max(most, layer.confidence);
  }
  for (Layer& layer : layers) {
    cv::pow(layer.confidence / most, kPower, layer.high);
  }
  Normalize(layers, &Layer::high);
}

/// Gives all of a part to the layer that shows most of it best.
void TakeFromOne(const FusionPart& part, double face_size, std::vector<Layer>& layers) {
  if (cv::countNonZero(part.mask) == 0) return;
  const Mask whole = Dilate(part.mask, kPartMargin * face_size);
  const auto share = [&](const Layer& layer) {
    if (!part.symmetric) return cv::mean(layer.high, whole)[0];
    return cv::mean(layer.confidence, whole)[0] / (layer.mirrored ? kMirroredFace : 1);
  };
  const auto chosen = std::ranges::max_element(layers, {}, share);
  // Where the chosen one shows nothing, the others stay.
  const AlphaMap amount =
      Blur(AlphaOf(whole & chosen->usable), std::max(1.0, kPartJoin * face_size));
  for (auto layer = layers.begin(); layer != layers.end(); ++layer) {
    const AlphaMap wanted(layer->high.size(), layer == chosen ? 1.0f : 0.0f);
    layer->high = Mix(layer->high, wanted, amount);
  }
}

/// What is around an ear comes from its rendering too: elsewhere the head ends elsewhere, and a
/// slit would open between the two.
void TakeSurroundings(const ChosenEar& chosen, std::span<const HeadRendering> renderings,
                      const cv::Rect& window, double face_size, std::vector<Layer>& layers,
                      AlphaMap& alpha) {
  const cv::Rect box = chosen.ear.box - window.tl();
  Mask around = Mask::zeros(window.size());
  MaskAbove(chosen.ear.alpha, 0).copyTo(around(box));
  around = Dilate(around, kEarMargin * face_size);
  const Layer& own = layers[chosen.rendering];
  const AlphaMap amount = Blur(AlphaOf(around & own.usable), std::max(1.0, kPartJoin * face_size));
  for (Layer& layer : layers) {
    const AlphaMap wanted(layer.high.size(), &layer == &own ? 1.0f : 0.0f);
    layer.high = Mix(layer.high, wanted, amount);
  }
  AlphaMap covered = renderings[chosen.rendering].head.alpha(window).mul(amount);
  // Behind the ear each ends where it does.
  const int center = box.x + box.width / 2;
  const bool left = box.x + window.x < FaceCenter(renderings[0].head.mesh).x;
  covered.colRange(left ? 0 : center, left ? center : window.width).setTo(0);
  alpha = cv::max(alpha, covered);
}

/// Lays the chosen ears over the fused head, in the first one's exposure.
void LayChosenEars(std::span<const HeadRendering> renderings, std::span<const ChosenEar> ears,
                   AlignedHead& fused) {
  for (const auto& [chosen, rendering] : ears) {
    EarLayer ear = chosen;
    if (rendering > 0) {
      ear.color = Expose(ear.color, GainOf(renderings[rendering], renderings[0]));
    }
    LayEars(ear, fused);
  }
}

void WeighLowBand(double face_size, std::vector<Layer>& layers) {
  for (Layer& layer : layers) {
    layer.low = Blur(layer.high, kLowBandBlur * face_size);
    layer.low.setTo(0, layer.usable == 0);
  }
  Normalize(layers, &Layer::low);
}

ColorImage MixBands(const std::vector<Layer>& layers, double face_size) {
  ColorImage mixed = ColorImage::zeros(layers[0].color.size());
  for (const Layer& layer : layers) {
    const ColorImage low =
        BlurWeighted(layer.color, AlphaOf(layer.usable), std::max(1.0, kBandSplit * face_size));
    mixed += Multiply(low, layer.low);
    mixed += Multiply(cv::Mat(layer.color - low), layer.high);
  }
  return mixed;
}

/// The colours of all layers; where none is usable, their smooth continuation.
ColorImage PaintFused(const std::vector<Layer>& layers, const AlphaMap& alpha, double face_size) {
  ColorImage mixed = MixBands(layers, face_size);
  Mask known = layers[0].usable.clone();
  for (const Layer& layer : layers) known |= layer.usable;
  Mask missing;
  cv::bitwise_not(known, missing);
  missing &= MaskAbove(alpha, 0);
  if (cv::countNonZero(missing) == 0) return mixed;
  ColorImage filled = mixed.clone();
  ColorImage(PushPull(mixed, AlphaOf(known))).copyTo(filled, missing);
  return filled;
}

/// Labels of the layer that the details come from (the nearest such, where alpha is and no label)
/// and the confidence of all.
void LabelByDetails(std::span<const HeadRendering> renderings, const std::vector<Layer>& layers,
                    const cv::Rect& window, AlignedHead& fused) {
  AlphaMap most = layers[0].high.clone();
  AlphaMap confidence = layers[0].high.mul(renderings[0].head.confidence(window));
  LabelMap labels = fused.labels(window);
  for (std::size_t i = 1; i < layers.size(); ++i) {
    const LabelMap own = renderings[i].head.labels(window);
    const Mask wins = Mask(layers[i].high > most) | Mask(labels == 0);
    own.copyTo(labels, wins & MaskOf(own, kHeadLabels));
    most = cv::max(most, layers[i].high);
    confidence += layers[i].high.mul(renderings[i].head.confidence(window));
  }
  confidence.copyTo(fused.confidence(window));

  const AlphaMap alpha = fused.alpha(window);
  labels.setTo(0, Mask(alpha <= 0));
  const Mask labelled = labels > 0;
  const Mask missing = MaskAbove(alpha, 0) & Mask(labels == 0);
  if (cv::countNonZero(missing) == 0 || cv::countNonZero(labelled) == 0) return;
  const LabelMap known = labels.clone();
  const cv::Mat2i nearest = NearestSelected(labelled);
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      if (missing(y, x) != 0) labels(y, x) = known(nearest(y, x)[1], nearest(y, x)[0]);
    }
  }
}

}  // namespace

AlignedHead FuseHeads(std::span<const HeadRendering> renderings, double face_size,
                      const Progress& progress) {
  if (renderings.empty()) throw Error(ErrorKind::kWrongUse, "renderings", "none is given");
  progress.Report(0);
  const AlignedHead& first = renderings[0].head;
  if (renderings.size() == 1 || first.box.empty()) {
    AlignedHead whole = first;
    if (!renderings[0].ears.box.empty()) {
      whole.color = first.color.clone();
      whole.alpha = first.alpha.clone();
      whole.labels = first.labels.clone();
      whole.confidence = first.confidence.clone();
      LayEars(renderings[0].ears, whole);
    }
    return whole;
  }

  const cv::Rect window = WindowOf(renderings, face_size);
  AlignedHead fused = first;
  fused.color = first.color.clone();
  // Not zeros(): assigned, that would write into the pixels shared with the first.
  fused.alpha = AlphaMap(first.alpha.size(), 0.0f);
  fused.labels = first.labels.clone();
  fused.confidence = first.confidence.clone();
  const std::vector<ChosenEar> ears = ChooseEars(renderings);
  AlphaMap alpha = FuseAlpha(renderings, ears, window, face_size);
  progress.Report(0.2);

  std::vector<Layer> layers = {MakeFirstLayer(renderings[0], window)};
  for (const HeadRendering& rendering : renderings.subspan(1)) {
    layers.push_back(MakeLayer(rendering, renderings[0], alpha, window, face_size));
    progress.Checkpoint();
  }
  const bool with_mirrored = std::ranges::any_of(renderings, &HeadRendering::mirrored);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    MeasureConfidence(renderings[i], window, with_mirrored ? kMirroredPower : 1, face_size,
                      layers[i]);
  }
  LeaveOutMissing(renderings, window, face_size, layers);
  WeighDetails(layers);
  for (const FusionPart& part : FusionPartsOf(renderings, window))
    TakeFromOne(part, face_size, layers);
  for (const ChosenEar& ear : ears) {
    TakeSurroundings(ear, renderings, window, face_size, layers, alpha);
  }
  WeighLowBand(face_size, layers);
  progress.Report(0.5);

  alpha.copyTo(fused.alpha(window));
  PaintFused(layers, alpha, face_size).copyTo(fused.color(window));
  LabelByDetails(renderings, layers, window, fused);
  fused.box = cv::boundingRect(Mask(alpha > 0)) + window.tl();
  LayChosenEars(renderings, ears, fused);
  progress.Report(1);
  return fused;
}

}  // namespace heser
