#include "engine/blender/blender.h"

#include <algorithm>
#include <future>

#include <opencv2/imgproc.hpp>

#include "engine/blender/body_layers.h"
#include "engine/blender/chin_shadow.h"
#include "engine/blender/composite.h"
#include "engine/blender/decontaminate.h"
#include "engine/blender/grain.h"
#include "engine/blender/neck_area.h"
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

void CheckSizes(const HeadView& target, const AlignedHead& head) {
  const cv::Size size = target.color.size();
  if (head.color.size() != size || head.alpha.size() != size || head.labels.size() != size ||
      target.labels.size() != size || target.matte.size() != size) {
    throw Error(ErrorKind::kWrongUse, "blender", "target and head differ in size");
  }
}

void CheckSize(const cv::Mat& picture, const HeadView& target, const char* what) {
  if (picture.size() != target.color.size()) {
    throw Error(ErrorKind::kWrongUse, "blender", what);
  }
}

// Everything outside stays as it is: both heads and what is looked at around them.
cv::Rect WorkBox(const HeadView& target, const AlignedHead& head) {
  const Mask unnamed_person =
      MaskOf(target.labels, {Label::kBackground}) & MaskAbove(target.matte, 0.5);
  const Mask touched = MaskOf(target.labels, kHeadLabels) | MaskOf(head.labels, kHeadLabels) |
                       MaskAbove(head.alpha, 0) | unnamed_person;
  return BoxAround(touched, kSurroundings * target.face_size());
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

// The picture of this size that holds `piece` in `box` and `value` elsewhere.
template <typename Picture>
Picture Placed(const Picture& piece, cv::Rect box, cv::Size size) {
  cv::Mat whole = cv::Mat::zeros(size, piece.type());
  piece.copyTo(whole(box));
  return whole;
}

}  // namespace

BlendScene FindBlendScene(const HeadView& target, const TargetRegions& regions,
                          const AlignedHead& head, const BlenderOptions& options) {
  options.Check();
  CheckSizes(target, head);
  CheckSize(regions.labels, target, "the regions differ in size");
  BlendScene scene;
  scene.box = WorkBox(target, head);
  if (scene.box.empty()) return scene;
  const cv::Rect& box = scene.box;
  const Mask neck_place = MaskOf(target.labels(box), kHeadLabels | LabelSet{Label::kNeck});
  scene.regions = {regions.labels(box),
                   regions.head(box),
                   regions.neck(box),
                   regions.clothing(box),
                   regions.removed(box),
                   regions.bare_skin(box),
                   regions.strands.empty() ? Mask() : Mask(regions.strands(box))};
  scene.alpha = BlendAlpha(head.alpha(box), head.labels(box), Moved(head.mesh, -box.tl()),
                           neck_place, options.edge);
  // What the old head had of neck beside the new one's is filled anew like the head itself.
  const Mask outside =
      FindNeckShape(scene.regions, Moved(target.mesh, -box.tl()), Moved(head.mesh, -box.tl()),
                    MaskAbove(scene.alpha, kHiddenAlpha))
          .outside;
  // A mask of its own: the caller's regions hold for other heads, too.
  scene.regions.removed = Mask(scene.regions.removed | outside);
  return scene;
}

BackgroundFill FillScene(const HeadView& target, const AlignedHead& head, const BlendScene& scene,
                         const BlenderOptions& options, const BodyCompleter* completer,
                         const Progress& progress) {
  if (scene.box.empty()) return {};
  const cv::Rect& box = scene.box;
  Mask visible;
  cv::bitwise_not(MaskAbove(scene.alpha, kHiddenAlpha), visible);
  const FaceMesh mesh = Moved(target.mesh, -box.tl());
  const FaceMesh new_mesh = Moved(head.mesh, -box.tl());
  return FillBehindHead(
      {target.color(box), target.matte(box), scene.regions, mesh, new_mesh, visible, completer},
      options.fill, progress);
}

ColorImage FinishHead(const HeadView& target, const AlignedHead& head, const ColorReference& colors,
                      const BlendScene& scene, const BlenderOptions& options) {
  CheckSize(colors.color, target, "the colours differ in size");
  if (scene.box.empty()) return {};
  const double face_size = target.face_size();
  const ColorImage own = colors.color(scene.box);
  ColorImage finished =
      options.decontaminate
          ? Decontaminate(own, scene.alpha, kWideFusion * face_size, kNarrowFusion * face_size)
          : own.clone();
  if (options.finish > 0) {
    MatchFinish(finished, scene.alpha, head.labels(scene.box), target.color(scene.box),
                scene.regions.labels, face_size, options.finish);
  }
  return finished;
}

BlendResult ComposeBlend(const HeadView& target, const AlignedHead& head, const BlendScene& scene,
                         const BackgroundFill& fill, const ColorImage& foreground,
                         const BlenderOptions& options, const AlphaMap& opacity) {
  if (!opacity.empty()) CheckSize(opacity, target, "the target's opacity differs in size");
  const cv::Size size = target.color.size();
  BlendResult result;
  result.color = target.color.clone();
  result.background_fill = target.color.clone();
  result.opacity = opacity.clone();
  if (scene.box.empty()) {
    result.blend_region = AlphaMap(size, 0.f);
    result.head_alpha = AlphaMap(size, 0.f);
    result.body = Mask(size, std::uint8_t{0});
    result.removed = Mask(size, std::uint8_t{0});
    return result;
  }
  const cv::Rect& box = scene.box;
  const TargetRegions& regions = scene.regions;
  const ColorImage color = target.color(box);
  const double face_size = target.face_size();
  ColorImage plate = fill.plate.clone();
  const Mask plate_neck = (fill.layer == kNeckLayer) & (regions.neck | regions.removed);
  const Mask old_face = MaskOf(regions.labels, kFaceLabels);
  const Mask new_face = MaskOf(head.labels(box), kFaceLabels);
  const ChinShadow shadow = MeasureChinShadow(color, regions.neck, old_face, face_size);
  const AlphaMap shadowed = ApplyChinShadow(plate, plate_neck, old_face, new_face, shadow,
                                            options.chin_shadow, face_size, fill.unshaded);
  const AlphaMap plate_change = cv::Mat(cv::max(fill.coverage, shadowed));
  CompositePicture picture = Composite(color, plate, plate_change, foreground, scene.alpha);
  if (!opacity.empty()) {
    const TranslucentPicture translucent = CompositeTranslucent(
        {color, opacity(box)}, plate,
        OpacityBehindHead(opacity(box), regions.removed, fill.layer, face_size), foreground,
        scene.alpha, picture.blend_region);
    picture.color = translucent.color;
    translucent.opacity.copyTo(result.opacity(box));
  }

  picture.color.copyTo(result.color(box));
  plate.copyTo(result.background_fill(box));
  result.blend_region = Placed(picture.blend_region, box, size);
  result.head_alpha = Placed(scene.alpha, box, size);
  const Mask filled_body = regions.removed & (fill.layer != kBackgroundLayer);
  result.body =
      Placed<Mask>(filled_body | (~regions.removed & (regions.neck | regions.clothing)), box, size);
  result.removed = Placed(regions.removed, box, size);
  result.background_patched = fill.background_patched;
  result.clothing_patched = fill.clothing_patched;
  return result;
}

BlendResult BlendHead(const HeadView& target, const AlignedHead& head, const ColorReference& colors,
                      const BlenderOptions& options, const Progress& progress,
                      const AlphaMap& opacity) {
  options.Check();
  CheckSizes(target, head);
  progress.Report(0);
  const TargetRegions regions =
      FindTargetRegions(target.color, target.labels, target.matte, target.mesh, options.removal);
  progress.Report(0.2);
  const BlendScene scene = FindBlendScene(target, regions, head, options);
  // The new head needs nothing of what is filled behind it: both are made side by side.
  std::future<ColorImage> foreground = std::async(
      std::launch::async, [&] { return FinishHead(target, head, colors, scene, options); });
  const BackgroundFill fill =
      FillScene(target, head, scene, options, nullptr, progress.Part(0.35, 0.75));
  progress.Report(0.8);
  BlendResult result = ComposeBlend(target, head, scene, fill, foreground.get(), options, opacity);
  progress.Report(1);
  return result;
}

}  // namespace heser
