#include "engine/blender/blender.h"

#include <algorithm>
#include <future>

#include <opencv2/imgproc.hpp>

#include "engine/blender/body_layers.h"
#include "engine/blender/chin_shadow.h"
#include "engine/blender/composite.h"
#include "engine/blender/decontaminate.h"
#include "engine/blender/grain.h"
#include "engine/blender/opacity.h"
#include "engine/blender/photo_finish.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// What fills and shadows look at around the heads.
constexpr double kSurroundings = 0.4;
constexpr float kHiddenAlpha = 0.98f;
constexpr double kWideFusion = 0.08;
constexpr double kNarrowFusion = 0.012;
// Every face is sharp here if its photo is. Face sizes around them.
constexpr LabelSet kSharpLabels{Label::kBrow, Label::kEye, Label::kUpperLip, Label::kLowerLip};
constexpr double kSharpMargin = 0.02;

void CheckSizes(const HeadView& target, const AlignedHead& head, const ColorReference& colors) {
  const cv::Size size = target.color.size();
  if (head.color.size() != size || head.alpha.size() != size || head.labels.size() != size ||
      colors.color.size() != size || target.labels.size() != size || target.matte.size() != size) {
    throw Error(ErrorKind::kWrongUse, "blender", "target, head and colours differ in size");
  }
}

// Everything outside stays as it is: both heads and what is looked at around them.
cv::Rect WorkBox(const HeadView& target, const AlignedHead& head) {
  const Mask unnamed_person =
      MaskOf(target.labels, {Label::kBackground}) & MaskAbove(target.matte, 0.5);
  const Mask touched = MaskOf(target.labels, kHeadLabels) | MaskOf(head.labels, kHeadLabels) |
                       MaskAbove(head.alpha, 0) | unnamed_person;
  const cv::Rect box = cv::boundingRect(touched);
  const int margin = cvCeil(kSurroundings * target.face_size());
  return cv::Rect(box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin) &
         cv::Rect({}, target.color.size());
}

FaceMesh Moved(const FaceMesh& mesh, cv::Point by) {
  return TransformMesh({1, 0, double(by.x), 0, 1, double(by.y)}, mesh);
}

// Softness and grain of the target's face, given to the new head.
void MatchFinish(ColorImage& foreground, const AlphaMap& alpha, const LabelMap& head_labels,
                 const ColorImage& target, const LabelMap& target_labels, double face_size,
                 double amount) {
  const auto edges = [&](const LabelMap& labels) {
    return Dilate(MaskOf(labels, kSharpLabels), kSharpMargin * face_size);
  };
  const auto plain = [&](const LabelMap& labels) {
    return Erode(MaskOf(labels, kFaceSkinLabels), kSharpMargin * face_size);
  };
  PhotoFinish finish = MeasureFinish(target, edges(target_labels), plain(target_labels));
  // Pores look like grain; blurred surroundings show the camera's alone.
  const Mask surroundings = MaskOf(target_labels, {Label::kBackground, Label::kClothing});
  const double camera = MeasureGrain(target, surroundings);
  if (camera > 0) finish.grain = std::min(finish.grain, camera);
  ApplyFinish(foreground, alpha, edges(head_labels), plain(head_labels), finish, amount);
}

// The new head's own colours at its edge, as soft and grainy as the target.
ColorImage FinishedHead(const ColorImage& colors, const AlphaMap& alpha,
                        const LabelMap& head_labels, const ColorImage& target,
                        const LabelMap& target_labels, double face_size,
                        const BlenderOptions& options) {
  ColorImage head = options.decontaminate ? Decontaminate(colors, alpha, kWideFusion * face_size,
                                                          kNarrowFusion * face_size)
                                          : colors.clone();
  if (options.finish > 0) {
    MatchFinish(head, alpha, head_labels, target, target_labels, face_size, options.finish);
  }
  return head;
}

// The picture of this size that holds `piece` in `box` and `value` elsewhere.
template <typename Picture>
Picture Placed(const Picture& piece, cv::Rect box, cv::Size size) {
  cv::Mat whole = cv::Mat::zeros(size, piece.type());
  piece.copyTo(whole(box));
  return whole;
}

}  // namespace

BlendResult BlendHead(const HeadView& target, const AlignedHead& head, const ColorReference& colors,
                      const BlenderOptions& options, const Progress& progress,
                      const AlphaMap& opacity) {
  options.Check();
  CheckSizes(target, head, colors);
  if (!opacity.empty() && opacity.size() != target.color.size()) {
    throw Error(ErrorKind::kWrongUse, "blender", "the target's opacity differs in size");
  }
  progress.Report(0);
  const cv::Size size = target.color.size();
  const double face_size = target.face_size();
  const cv::Rect box = WorkBox(target, head);
  BlendResult result;
  result.color = target.color.clone();
  result.background_fill = target.color.clone();
  result.opacity = opacity.clone();
  if (box.empty()) {
    result.blend_region = AlphaMap(size, 0.f);
    result.head_alpha = AlphaMap(size, 0.f);
    result.body = Mask(size, std::uint8_t{0});
    result.removed = Mask(size, std::uint8_t{0});
    return result;
  }
  const ColorImage color = target.color(box);
  const FaceMesh mesh = Moved(target.mesh, -box.tl());
  const FaceMesh new_mesh = Moved(head.mesh, -box.tl());

  std::future<AlphaMap> found_alpha = std::async(std::launch::async, [&] {
    const Mask neck_place = MaskOf(target.labels(box), kHeadLabels | LabelSet{Label::kNeck});
    return BlendAlpha(head.alpha(box), head.labels(box), new_mesh, neck_place, options.edge);
  });
  const TargetRegions regions =
      FindTargetRegions(color, target.labels(box), target.matte(box), mesh, options.removal);
  progress.Report(0.2);
  const AlphaMap alpha = found_alpha.get();
  progress.Report(0.35);

  // The new head needs nothing of what is filled behind it: both are made side by side.
  std::future<ColorImage> finished_head = std::async(std::launch::async, [&] {
    return FinishedHead(colors.color(box), alpha, head.labels(box), color, regions.labels,
                        face_size, options);
  });
  Mask visible;
  cv::bitwise_not(MaskAbove(alpha, kHiddenAlpha), visible);
  BackgroundFill fill = FillBehindHead({color, target.matte(box), regions, mesh, new_mesh, visible},
                                       options.fill, progress.Part(0.35, 0.75));
  const Mask plate_neck = (fill.layer == kNeckLayer) & (regions.neck | regions.removed);
  const Mask old_face = MaskOf(regions.labels, kFaceLabels);
  const Mask new_face = MaskOf(head.labels(box), kFaceLabels);
  const ChinShadow shadow = MeasureChinShadow(color, regions.neck, old_face, face_size);
  const AlphaMap shadowed = ApplyChinShadow(fill.plate, plate_neck, old_face, new_face, shadow,
                                            options.chin_shadow, face_size);
  progress.Report(0.8);

  progress.Report(0.9);
  const ColorImage foreground = finished_head.get();
  const AlphaMap plate_change = cv::Mat(cv::max(fill.coverage, shadowed));
  CompositePicture picture = Composite(color, fill.plate, plate_change, foreground, alpha);
  if (!opacity.empty()) {
    const TranslucentPicture translucent = CompositeTranslucent(
        {color, opacity(box)}, fill.plate,
        OpacityBehindHead(opacity(box), regions.removed, fill.layer, face_size), foreground, alpha,
        picture.blend_region);
    picture.color = translucent.color;
    translucent.opacity.copyTo(result.opacity(box));
  }

  picture.color.copyTo(result.color(box));
  fill.plate.copyTo(result.background_fill(box));
  result.blend_region = Placed(picture.blend_region, box, size);
  result.head_alpha = Placed(alpha, box, size);
  const Mask filled_body = regions.removed & (fill.layer != kBackgroundLayer);
  result.body =
      Placed<Mask>(filled_body | (~regions.removed & (regions.neck | regions.clothing)), box, size);
  result.removed = Placed(regions.removed, box, size);
  result.background_patched = fill.background_patched;
  result.clothing_patched = fill.clothing_patched;
  progress.Report(1);
  return result;
}

}  // namespace heser
