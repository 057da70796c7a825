#include "engine/aligner/posed_ears.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "engine/aligner/outline_sampling.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Face sizes. Where an ear joins the head both are at about one depth: up to this far behind the
// head it is seen.
constexpr double kJoined = 0.04;
constexpr float kMostlyEar = 0.5f;

}  // namespace

PosedEars SampleEars(const HeadSurface& surface, const PosedMesh& posed, const SurfaceSamples& head,
                     const cv::Rect& window, double face_size, const Progress& progress) {
  PosedEars ears;
  const cv::Rect part = EarWindowOf(posed, cv::Size(window.br()), 2) & window;
  if (part.empty()) return ears;
  ears.box = part - window.tl();
  ears.samples = SampleEarSheet(surface, posed, part, progress);
  ears.alpha = SampleCoverage(surface.ears.alpha, ears.samples.place, ears.samples.hit,
                              OutlineSoftness(face_size));
  AlphaMap before(part.size(), 0.0f);
  const auto joined = static_cast<float>(kJoined * face_size);
  for (int y = 0; y < part.height; ++y) {
    for (int x = 0; x < part.width; ++x) {
      if (ears.samples.hit(y, x) == 0) continue;
      const cv::Point at = cv::Point(x, y) + ears.box.tl();
      const bool shown = head.hit(at) == 0 || ears.samples.depth(y, x) < head.depth(at) + joined;
      before(y, x) = shown ? 1.0f : 0.0f;
      // Where the ear was stretched, so was its soft outline: it is drawn as sharp as it was.
      float& alpha = ears.alpha(y, x);
      if (alpha > 0) {
        alpha = std::clamp((alpha - 0.5f) / ears.samples.confidence(y, x) + 0.5f, 0.0f, 1.0f);
      }
    }
  }
  cv::multiply(ears.alpha, Blur(before, 1), ears.alpha);
  ears.alpha.setTo(0, ears.samples.hit == 0);
  return ears;
}

EarLayer PaintEars(const HeadSurface& surface, const PosedEars& ears, const cv::Rect& window) {
  EarLayer layer;
  if (ears.box.empty()) return layer;
  const cv::Rect box = cv::boundingRect(MaskAbove(ears.alpha, 0));
  if (box.empty()) return layer;
  layer.box = box + ears.box.tl() + window.tl();
  cv::Mat color;
  cv::remap(surface.ears.color, color, ears.samples.place(box), cv::noArray(), cv::INTER_CUBIC,
            cv::BORDER_REPLICATE);
  layer.color = color;
  layer.alpha = ears.alpha(box).clone();
  cv::Mat own;
  cv::remap(surface.ears.own, own, ears.samples.place(box), cv::noArray(), cv::INTER_NEAREST,
            cv::BORDER_CONSTANT);
  layer.own = own;
  layer.confidence = ears.samples.confidence(box).clone();
  return layer;
}

void PutEarPlaces(const PosedEars& ears, SurfaceSamples& head) {
  if (ears.box.empty()) return;
  const Mask mostly = MaskAbove(ears.alpha, kMostlyEar);
  ears.samples.place.copyTo(head.place(ears.box), mostly);
  ears.samples.confidence.copyTo(head.confidence(ears.box), mostly);
}

}  // namespace heser
