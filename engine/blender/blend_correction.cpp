#include "engine/blender/blend_correction.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/blender/blending_crop.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr int kSmallCrop = 256;
// A view that shows less than this many pixels across the square gains nothing from the large crop.
constexpr int kWorthLargeCrop = 384;
// Room around the blend region that the network sees, and the widest square, face sizes.
constexpr double kRegionMargin = 0.1;
constexpr double kWidest = 4.5;
// Share of the square's side over which corrections fade at its sides: what lies beyond gets none.
constexpr double kSideFade = 0.03;
// Within the head only what is smoother than this counts, deeper than this from its edge. Face
// sizes.
constexpr double kHeadSmoothness = 0.03;
constexpr double kHeadDepth = 0.08;
constexpr double kSureHead = 0.95;
// What is corrected: the body, and the head as far as this from it. Face sizes. Measured on
// portraits: further in the network only moves the skin's colour (skin_target_dE 1.6 to 2.0,
// identity .932 to .925), and towards the background it draws halos.
constexpr double kHeadReach = 0.06;
constexpr double kReachSoftness = 0.01;
constexpr float kCovered = 0.5f;
// Blend region from which on corrections count in full; as RegionOf has it.
constexpr float kFullCoverage = 0.25f;

cv::Rect SquareOf(const HeadView& target, const AlphaMap& region) {
  const cv::Matx23d view_from_crop = InvertAffine(BlendingCropFromPhoto(target.mesh));
  const double side = view_from_crop(0, 0) * kBlendingCropSize;
  const cv::Point2d low = ApplyAffine(view_from_crop, {-0.5, -0.5});
  cv::Rect2d square(low.x, low.y, side, side);
  const cv::Rect touched = cv::boundingRect(MaskAbove(region, 0));
  if (!touched.empty()) {
    const double margin = kRegionMargin * target.face_size();
    square |= cv::Rect2d(touched.x - margin, touched.y - margin, touched.width + 2 * margin,
                         touched.height + 2 * margin);
  }
  const int length =
      cvRound(std::min(std::max(square.width, square.height), kWidest * target.face_size()));
  return {cvRound(square.x + (square.width - length) / 2),
          cvRound(square.y + (square.height - length) / 2), length, length};
}

/// The part of a picture in a square that may reach beyond it, at the crop's size.
template <typename Picture>
Picture Cropped(const Picture& picture, cv::Rect square, int side, int border) {
  const cv::Rect seen = square & cv::Rect({}, picture.size());
  Picture part;
  cv::copyMakeBorder(picture(seen), part, seen.y - square.y, square.br().y - seen.br().y,
                     seen.x - square.x, square.br().x - seen.br().x, border);
  Picture crop;
  cv::resize(part, crop, {side, side}, 0, 0,
             square.width > side ? cv::INTER_AREA : cv::INTER_LINEAR);
  return crop;
}

/// Plate as the composite shows it and where it is not the target's own: hand edits may have given
/// pixels back.
struct SeenPlate {
  ColorImage color;
  AlphaMap made_up;
};

SeenPlate PlateOf(const HeadView& target, const BlendResult& blend, cv::Rect part) {
  SeenPlate plate{target.color(part).clone(), AlphaMap(part.size(), 0.f)};
  for (int y = 0; y < part.height; ++y) {
    for (int x = 0; x < part.width; ++x) {
      const cv::Point at(part.x + x, part.y + y);
      if (blend.blend_region(at) == 0) continue;
      const cv::Vec3f& fill = blend.background_fill(at);
      if (fill == plate.color(y, x)) continue;
      plate.color(y, x) = fill;
      plate.made_up(y, x) = 1;
    }
  }
  return plate;
}

BlendingPicture PictureOf(const HeadView& target, const AlignedHead& head, const BlendResult& blend,
                          cv::Rect square, int side) {
  const cv::Rect part = square & cv::Rect({}, target.color.size());
  const cv::Rect moved = square - part.tl();
  const SeenPlate plate = PlateOf(target, blend, part);
  BlendingPicture picture;
  picture.color = Cropped<ColorImage>(blend.color(part), moved, side, cv::BORDER_REPLICATE);
  picture.plate = Cropped<ColorImage>(plate.color, moved, side, cv::BORDER_REPLICATE);
  picture.alpha = Cropped<AlphaMap>(blend.head_alpha(part), moved, side, cv::BORDER_CONSTANT);
  picture.made_up = Cropped<AlphaMap>(plate.made_up, moved, side, cv::BORDER_CONSTANT);
  picture.luma = HeadLuma(Cropped<ColorImage>(head.color(part), moved, side, cv::BORDER_REPLICATE));
  return picture;
}

/// Keeps only low frequencies deep within the head.
void KeepHeadDetails(cv::Mat3f& change, const AlphaMap& alpha, double face_size) {
  const Mask deep = Erode(MaskAbove(alpha, kSureHead), kHeadDepth * face_size);
  const AlphaMap weight = cv::Mat1f(Blur(AlphaOf(deep), kHeadDepth / 2 * face_size));
  change = Mix(change, Blur(change, kHeadSmoothness * face_size), weight);
}

/// Where body and head meet, and the body.
AlphaMap SeamShare(const Mask& body, const AlphaMap& alpha, double face_size) {
  const Mask covered = MaskAbove(alpha, kCovered);
  const ScalarImage to_body = DistanceTo(body & ~covered);
  AlphaMap share(alpha.size(), 0.f);
  const double reach = kHeadReach * face_size;
  for (int y = 0; y < share.rows; ++y) {
    for (int x = 0; x < share.cols; ++x) {
      const double far = to_body(y, x) / reach;
      if (covered(y, x) != 0) {
        share(y, x) = static_cast<float>(std::exp(-far * far));
      } else {
        share(y, x) = body(y, x) != 0 ? 1.f : 0.f;
      }
    }
  }
  return cv::Mat1f(Blur(share, kReachSoftness * face_size));
}

void FadeAtSides(cv::Mat3f& change) {
  const auto reach = static_cast<float>(kSideFade * change.cols);
  for (int y = 0; y < change.rows; ++y) {
    for (int x = 0; x < change.cols; ++x) {
      const int to_side = std::min({x, y, change.cols - 1 - x, change.rows - 1 - y});
      change(y, x) *= std::min(1.f, static_cast<float>(to_side) / reach);
    }
  }
}

}  // namespace

BlendCorrection FindBlendCorrection(const HeadView& target, const AlignedHead& head,
                                    const BlendResult& blend, const BlendingNet& network,
                                    const Progress& progress) {
  progress.Report(0);
  BlendCorrection correction;
  correction.square = SquareOf(target, blend.blend_region);
  const int side = correction.square.width < kWorthLargeCrop ? kSmallCrop : kBlendingCropSize;
  const BlendingPicture picture = PictureOf(target, head, blend, correction.square, side);
  progress.Report(0.3);
  correction.change = network.Correction(picture);
  progress.Report(0.9);
  const double face_size = target.face_size() * side / correction.square.width;
  KeepHeadDetails(correction.change, picture.alpha, face_size);
  const cv::Rect part = correction.square & cv::Rect({}, blend.body.size());
  const AlphaMap body = Cropped<AlphaMap>(AlphaOf(blend.body(part)), correction.square - part.tl(),
                                          side, cv::BORDER_CONSTANT);
  correction.change =
      Multiply(correction.change, SeamShare(MaskAbove(body, kCovered), picture.alpha, face_size));
  FadeAtSides(correction.change);
  progress.Report(1);
  return correction;
}

BlendResult WithCorrection(const BlendResult& blend, const BlendCorrection& correction,
                           double amount) {
  BlendResult corrected = blend;
  const cv::Rect& square = correction.square;
  const cv::Rect part = square & cv::Rect({}, blend.color.size());
  if (amount == 0 || part.empty()) return corrected;
  cv::Mat3f change;
  cv::resize(correction.change, change, square.size(), 0, 0,
             square.width > correction.change.cols ? cv::INTER_CUBIC : cv::INTER_AREA);
  corrected.color = blend.color.clone();
  for (int y = part.y; y < part.br().y; ++y) {
    for (int x = part.x; x < part.br().x; ++x) {
      const float region = blend.blend_region(y, x);
      if (region == 0) continue;
      const float share = static_cast<float>(amount) * std::min(1.f, region / kFullCoverage);
      corrected.color(y, x) += share * change(y - square.y, x - square.x);
    }
  }
  return corrected;
}

}  // namespace heser
