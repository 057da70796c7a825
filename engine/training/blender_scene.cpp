#include "engine/training/blender_scene.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/blender/background_fill.h"
#include "engine/blender/blend_alpha.h"
#include "engine/blender/blender.h"
#include "engine/blender/blending_crop.h"
#include "engine/blender/body_layers.h"
#include "engine/blender/chin_shadow.h"
#include "engine/color_reference/color_reference.h"
#include "engine/color_reference/scene_light.h"
#include "engine/core/image_ops.h"
#include "engine/training/color_jitter.h"
#include "engine/training/other_head.h"
#include "engine/training/random_draws.h"

namespace heser {
namespace {

constexpr int kSize = kBlendingCropSize;
constexpr double kCropFaceHeight = kSize / 2.6;  // What BlendingCropFromPhoto makes of a face.
// References of 7 in 10 heads are made from the mirrored photo, whose light comes from the other
// side: the photo's own would tell the network that references are true.
constexpr double kMirroredShare = 0.7;
constexpr double kSureHead = 0.95;
constexpr double kNormalReach = 0.06;  // Face sizes.
constexpr int kNormalReduction = 4;
constexpr double kHairBlur = 1.5;  // Pixels.
constexpr float kEdgeUnit = 2;     // Of BlenderScene::edge.
constexpr float kEdgeZero = 128;
constexpr float kImportanceUnit = 32;
// The place of a chin's shadow: around the head's edge towards neck and clothing. Face sizes.
constexpr double kJawReach = 0.18;
constexpr float kJawImportance = 2;
// Hidden by the head whatever is done to its edge. Face sizes.
constexpr double kDeepInside = 0.07;
// Patches are dear; smooth fills are what they fall back to.
constexpr double kPatchedShare = 0.25;
// Heads whose hair and skin changed alike, as another exposure changes them.
constexpr double kOneChangeShare = 0.6;
// Heads whose coverage, where it is too wide, shows what surrounded them instead of their own
// colours carried on.
constexpr double kSurroundedShare = 0.4;
// Bodies whose old head was no larger than the new one.
constexpr double kOwnHoleShare = 0.4;
constexpr LabelSet kHairLabels{Label::kHair, Label::kHeadwear};

/// The photo in the crop, cut to what it covers.
struct Frame {
  HeadView view;
  cv::Rect inside;  ///< In the crop.
};

cv::Rect CoveredPart(const cv::Matx23d& crop_from_photo, cv::Size photo) {
  const cv::Point2d low = ApplyAffine(crop_from_photo, {0, 0});
  const cv::Point2d high = ApplyAffine(crop_from_photo, {photo.width - 1.0, photo.height - 1.0});
  return cv::Rect(cv::Point(cvCeil(low.x), cvCeil(low.y)),
                  cv::Point(cvFloor(high.x) + 1, cvFloor(high.y) + 1)) &
         cv::Rect(0, 0, kSize, kSize);
}

template <typename Picture>
Picture Warped(const Picture& picture, const cv::Matx23d& transform, int interpolation,
               int border = cv::BORDER_REPLICATE) {
  Picture warped;
  cv::warpAffine(picture, warped, transform, {kSize, kSize}, interpolation, border);
  return warped;
}

Frame FrameOf(const TrainingPhoto& photo) {
  const cv::Matx23d crop_from_photo = BlendingCropFromPhoto(photo.mesh);
  Frame frame;
  frame.inside = CoveredPart(crop_from_photo, photo.image.size());
  const cv::Rect inside = frame.inside;
  HeadView& view = frame.view;
  view.window = inside;
  view.color = FromBytes(Warped(photo.image, crop_from_photo, cv::INTER_LINEAR)(inside).clone());
  view.labels = Warped(photo.labels, crop_from_photo, cv::INTER_NEAREST)(inside).clone();
  view.labels.setTo(static_cast<std::uint8_t>(Label::kBackground), view.labels == kUnjudged);
  Warped(photo.matte, crop_from_photo, cv::INTER_LINEAR)(inside).convertTo(view.matte, CV_32F,
                                                                           1 / 255.0);
  view.mesh = TransformMesh(crop_from_photo, photo.mesh);
  view.mesh.col(0).array() -= inside.x;
  view.mesh.col(1).array() -= inside.y;
  return frame;
}

HeadView Mirrored(const HeadView& view) {
  HeadView mirrored;  // Of its own pixels: a copy would share the view's.
  mirrored.window = view.window;
  cv::flip(view.color, mirrored.color, 1);
  cv::flip(view.labels, mirrored.labels, 1);
  cv::flip(view.matte, mirrored.matte, 1);
  mirrored.mesh = MirrorMesh(view.mesh, view.color.cols, DefaultFaceMeshModel());
  return mirrored;
}

/// Face normals spread over the frame.
cv::Mat3f NormalsOf(const HeadView& view) {
  LightDifference normals;
  normals.at_point = MeshNormals(view.mesh, DefaultFaceMeshModel());
  return SpreadOverPicture(normals, view.mesh, cv::Rect({}, view.color.size()),
                           kNormalReach * view.face_size());
}

cv::Vec3f RandomDirection(std::mt19937& random) {
  const double angle = Uniform(random, -1.8, 1.8);
  const double height = Uniform(random, -0.8, 0.4);
  return {static_cast<float>(std::sin(angle)), static_cast<float>(height),
          static_cast<float>(-std::cos(angle))};
}

/// Log gain of light from a direction that falls off around the head, and now and then the hard
/// edge of a shadow.
ScalarImage RandomLight(const cv::Mat3f& normals, std::mt19937& random, double strength) {
  const cv::Vec3f direction = RandomDirection(random);
  const auto soft = static_cast<float>(Uniform(random, 0, 0.6) * strength);
  const bool hard = Chance(random, 0.4);
  const cv::Vec3f sun = RandomDirection(random);
  const auto depth = hard ? static_cast<float>(Uniform(random, 0.2, 0.9) * strength) : 0.f;
  const auto sharpness = static_cast<float>(Uniform(random, 6, 30));
  const auto terminator = static_cast<float>(Uniform(random, -0.2, 0.6));
  ScalarImage light(normals.size());
  for (int y = 0; y < light.rows; ++y) {
    for (int x = 0; x < light.cols; ++x) {
      const cv::Vec3f& normal = normals(y, x);
      float gain = soft * normal.dot(direction);
      if (hard) gain -= depth / (1 + std::exp(sharpness * (normal.dot(sun) - terminator)));
      light(y, x) = gain;
    }
  }
  return light;
}

/// Colours inside the head carried on beyond it, as the aligner does before it warps.
ColorImage CarriedOn(const ColorImage& color, const AlphaMap& alpha) {
  const AlphaMap sure = AlphaOf(MaskAbove(alpha, kSureHead));
  return Mix(PushPull(color, sure), color, sure);
}

AlignedHead AlignedHeadOf(const HeadView& view, const ColorImage& color, const AlphaMap& alpha) {
  AlignedHead head;
  head.color = color;
  head.alpha = alpha;
  head.labels = view.labels.clone();
  head.labels.setTo(0, ~MaskOf(view.labels, kHeadLabels));
  head.confidence = AlphaMap(color.size(), 1.f);
  head.mesh = view.mesh;
  head.box = cv::boundingRect(MaskAbove(alpha, 0));
  return head;
}

/// Another head's coverage, laid over this face by the meshes.
Mask OtherHead(const HeadView& view, std::span<const TrainingPhoto> others, std::mt19937& random) {
  const auto outline = [&](std::size_t i) {
    return HeadOutline{MaskOf(others[i].labels, kHeadLabels), others[i].mesh};
  };
  return DrawOtherHead(view.mesh, view.color.size(), others.size(), outline, random);
}

RemovalOptions RandomRemoval(std::mt19937& random) {
  RemovalOptions removal;
  removal.background_margin = Uniform(random, 0.03, 0.09);
  removal.body_margin = Uniform(random, 0.01, 0.08);
  // Chins of other heads reach lower, and their shadows go with them.
  removal.neck_margin =
      Chance(random, 0.5) ? Uniform(random, 0.03, 0.08) : Uniform(random, 0.08, 0.4);
  return removal;
}

struct Plate {
  ColorImage color;
  Mask made_up;
};

/// Takes the own head and another's away as BlendHead does.
Plate WithoutHeads(const HeadView& view, const AlphaMap& alpha, const Mask& other_head,
                   const BlenderSceneOptions& options, std::mt19937& random) {
  LabelMap labels = view.labels.clone();
  const Mask own_head = MaskOf(view.labels, kHeadLabels);
  labels.setTo(static_cast<std::uint8_t>(Label::kHair), other_head & ~own_head);
  const AlphaMap matte = cv::Mat(cv::max(view.matte, AlphaOf(other_head)));
  const RemovalOptions removal = options.protocol ? RemovalOptions{} : RandomRemoval(random);
  const double face_size = view.face_size();
  const TargetRegions regions = FindTargetRegions(view.color, labels, matte, view.mesh, removal);
  const Mask visible = ~Erode(MaskAbove(alpha, kSureHead), kDeepInside * face_size);

  FillOptions fill_options;
  fill_options.patches = options.protocol || Chance(random, kPatchedShare);
  BackgroundFill fill =
      FillBehindHead({view.color, matte, regions, view.mesh, view.mesh, visible}, fill_options, {});
  const Mask neck = (fill.layer == kNeckLayer) & (regions.neck | regions.removed);
  const Mask faces = MaskOf(regions.labels, kFaceLabels);
  const double shadow_amount =
      options.protocol ? BlenderOptions{}.chin_shadow : Uniform(random, 0, 0.8);
  ApplyChinShadow(fill.plate, neck, faces, MaskOf(view.labels, kFaceLabels),
                  MeasureChinShadow(view.color, regions.neck, faces, face_size), shadow_amount,
                  face_size, fill.unshaded);
  Plate plate{fill.plate, Mask(view.color.size(), std::uint8_t{0})};
  for (int y = 0; y < plate.color.rows; ++y) {
    for (int x = 0; x < plate.color.cols; ++x) {
      if (plate.color(y, x) != view.color(y, x)) plate.made_up(y, x) = 255;
    }
  }
  return plate;
}

cv::Mat1b Bytes(const cv::Mat1f& values, double scale, double zero = 0) {
  cv::Mat1b bytes;
  values.convertTo(bytes, CV_8U, scale, zero);
  return bytes;
}

/// What the transfer of colours leaves of a photo that was developed and lit otherwise.
BlenderScene::Head RecoloredHead(const HeadView& view, const AlphaMap& alpha, const AlphaMap& hair,
                                 const cv::Mat3f& normals, const BlenderSceneOptions& options,
                                 std::mt19937& random) {
  const bool protocol = options.protocol;
  const ColorJitter skin = protocol ? DrawProtocolJitter(random) : DrawColorJitter(random, 1);
  const ColorJitter own =
      protocol || Chance(random, kOneChangeShare) ? skin : DrawColorJitter(random, 1);
  const double strength = protocol || Chance(random, 0.2) ? 0 : 1;
  const ColorImage other_photo =
      Recolored(view.color, skin, own, hair, RandomLight(normals, random, strength));
  const AlignedHead head = AlignedHeadOf(view, other_photo, alpha);
  const bool mirrored = !protocol && Chance(random, kMirroredShare);
  const ColorReference reference =
      MakeColorReference(head, mirrored ? Mirrored(view) : view, {}, {});
  if (protocol || Chance(random, kSurroundedShare)) {
    return {ToBytes(reference.color), Bytes(HeadLuma(other_photo), 255)};
  }
  return {ToBytes(CarriedOn(reference.color, alpha)),
          Bytes(HeadLuma(CarriedOn(other_photo, alpha)), 255)};
}

/// The frame's picture in the crop, its border repeated.
template <typename Picture>
Picture InCrop(const Picture& picture, cv::Rect inside, int border = cv::BORDER_REPLICATE) {
  Picture whole;
  cv::copyMakeBorder(picture, whole, inside.y, kSize - inside.br().y, inside.x,
                     kSize - inside.br().x, border);
  return whole;
}

/// More where jaw and neck meet.
AlphaMap ImportanceOf(const HeadView& view) {
  const double reach = kJawReach * view.face_size();
  const ScalarImage to_face = DistanceTo(MaskOf(view.labels, kFaceLabels));
  const ScalarImage to_body = DistanceTo(MaskOf(view.labels, kBodyLabels));
  AlphaMap importance(view.color.size());
  for (int y = 0; y < importance.rows; ++y) {
    for (int x = 0; x < importance.cols; ++x) {
      const auto far = std::max(to_face(y, x), to_body(y, x));
      importance(y, x) = 1 + kJawImportance * std::max(0.f, 1 - far / static_cast<float>(reach));
    }
  }
  return importance;
}

}  // namespace

BlenderScene MakeBlenderScene(const TrainingPhoto& photo, std::span<const TrainingPhoto> others,
                              const BlenderSceneOptions& options, std::uint32_t seed) {
  std::mt19937 random(seed);
  const Frame frame = FrameOf(photo);
  const HeadView& view = frame.view;
  const AlphaMap alpha = BlendAlpha(view.matte, view.labels, view.mesh, {}, {});
  const AlphaMap hair = cv::Mat1f(Blur(AlphaOf(MaskOf(view.labels, kHairLabels)), kHairBlur));
  const cv::Mat3f normals = NormalsOf(view);

  BlenderScene scene;
  scene.identity = photo.identity;
  scene.held_out = photo.held_out;
  scene.weight = photo.weight;
  scene.face_size = view.face_size();
  scene.inside = frame.inside;
  scene.truth = InCrop(ToBytes(view.color), frame.inside);
  scene.alpha = InCrop(Bytes(alpha, 255), frame.inside, cv::BORDER_CONSTANT);
  scene.hair = InCrop(Bytes(hair, 255), frame.inside);
  scene.edge =
      InCrop(Bytes(SignedDistance(MaskAbove(alpha, 0.5)), kEdgeUnit, kEdgeZero), frame.inside);
  scene.importance = InCrop(Bytes(ImportanceOf(view), kImportanceUnit), frame.inside);
  cv::resize(InCrop(ToBytes(normals * 0.5 + cv::Scalar::all(0.5)), frame.inside), scene.normals, {},
             1.0 / kNormalReduction, 1.0 / kNormalReduction, cv::INTER_AREA);
  for (int i = 0; i < options.heads; ++i) {
    BlenderScene::Head head = RecoloredHead(view, alpha, hair, normals, options, random);
    scene.heads.push_back({InCrop(head.color, frame.inside), InCrop(head.luma, frame.inside)});
  }
  for (int i = 0; i < options.bodies; ++i) {
    const bool own_alone = options.protocol ? i == 0 : Chance(random, kOwnHoleShare);
    const Mask other =
        own_alone ? Mask(view.color.size(), std::uint8_t{0}) : OtherHead(view, others, random);
    const Plate plate = WithoutHeads(view, alpha, other, options, random);
    scene.bodies.push_back({InCrop(ToBytes(plate.color), frame.inside),
                            InCrop(plate.made_up, frame.inside, cv::BORDER_CONSTANT)});
  }
  return scene;
}

TrainingCut BlenderCut() {
  return {.half_side = 2, .face_height = kCropFaceHeight, .depth = false};
}

}  // namespace heser
