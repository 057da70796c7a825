#include "engine/aligner/mouth_opening.h"

#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr double kApart = 0.04;
// With more confidence than this in the gap (less stretched), the source shows its own mouth.
// Labels do not say: closed lips often have a strip of inner mouth.
constexpr double kOwnConfidence = 0.6;
// Own teeth stay the person's when they are drawn out more. They are at least this bright against
// the lips.
constexpr double kTeethConfidence = 0.35;
constexpr double kTeethBrightness = 0.9;
constexpr int kFewestPixels = 12;
// The inside of a mouth against its lips, sRGB: dark, and redder.
const cv::Scalar kInsideOfLips(0.34, 0.24, 0.24);
// Softness of the gap's rim, face sizes.
constexpr double kRim = 0.004;

Mask Gap(const AlignedHead& head) {
  constexpr int kShift = 4;
  std::vector<cv::Point> outline;
  for (const int point : InnerLipOutline()) {
    // Far outside of the picture, integers overflow.
    const auto fixed = [&](int axis) {
      return cvRound(std::clamp(head.mesh(point, axis), -3e4, 3e4) * (1 << kShift));
    };
    outline.emplace_back(fixed(0), fixed(1));
  }
  Mask gap = Mask::zeros(head.labels.size());
  cv::fillPoly(gap, std::vector{outline}, 255, cv::LINE_8, kShift);
  gap.setTo(0, Mask(head.alpha <= 0));
  return gap;
}

double Brightness(const cv::Scalar& color) { return (color[0] + color[1] + color[2]) / 3; }

}  // namespace

bool HasLipsApart(const FaceMesh& mesh) {
  using namespace mesh_point;
  const double gap = (mesh.row(kLipUpperInner) - mesh.row(kLipLowerInner)).norm();
  const double width = (mesh.row(kMouthLeft) - mesh.row(kMouthRight)).norm();
  return gap > kApart * width;
}

void OpenMouth(AlignedHead& head) {
  if (!HasLipsApart(head.mesh)) return;
  const Mask gap = Gap(head);
  if (cv::countNonZero(gap) < kFewestPixels) return;
  const Mask lips = MaskOf(head.labels, {Label::kUpperLip, Label::kLowerLip});
  const bool has_teeth = Brightness(cv::mean(head.color, gap)) >
                         kTeethBrightness * Brightness(cv::mean(head.color, lips & ~gap));
  const double confidence = cv::mean(head.confidence, gap)[0];
  if (confidence > (has_teeth ? kTeethConfidence : kOwnConfidence)) return;

  const double face_size = FaceSize(head.mesh);
  const cv::Scalar dark = cv::mean(head.color, lips | gap).mul(kInsideOfLips);
  const ColorImage painted(head.color.size(), cv::Vec3f(dark[0], dark[1], dark[2]));
  head.color = Mix(head.color, painted, Blur(AlphaOf(gap), std::max(0.7, kRim * face_size)));
  head.labels.setTo(static_cast<std::uint8_t>(Label::kInnerMouth), gap);
  head.confidence.setTo(kMadeUpConfidence, gap);
}

}  // namespace heser
