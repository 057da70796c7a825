#include "engine/aligner/head_refiner.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <opencv2/imgproc.hpp>

#include "engine/aligner/mouth_opening.h"
#include "engine/aligner/outline_sampling.h"
#include "engine/aligner/refinement_input.h"
#include "engine/aligner/refinement_tensors.h"
#include "engine/analysis/face_crops.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "engine/nn/conv_blocks.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/nn/torch_weights.h"

namespace heser {
namespace {

// Alpha that files of 8 bits do not hold.
constexpr float kNoAlpha = 0.5f / 255;
// Changes of alpha up to the first are taken as they are, from the second on they are a haze.
constexpr float kFaintHaze = 0.04f;
constexpr float kHaze = 0.15f;
// How far it thins out, face sizes.
constexpr double kHazeEnd = 0.03;
// Around the crop, so that cubic sampling has all its neighbours.
constexpr int kMargin = 3;

// Heads are mended wholly up to this turn of the face, degrees, and not at all beyond the other:
// the photos that it learnt from look into the camera. To heads that look aside it adds ears where
// it knows them from, and a haze around.
constexpr double kWholeYaw = 12;
constexpr double kLastYaw = 20;
// Degrees between a source and its place up to which geometry misses nothing, and from which on it
// is mended wholly: nearer than that, what the network adds was there already (second ears).
constexpr double kNoAngle = 12;
constexpr double kWholeAngle = 24;

/// What lies over a head is nothing to mend another with: a source that lacks part of its face is
/// looked at only where all do.
std::vector<const HeadSurface*> SurfacesShown(const AlignedHead& head, const AlignerInput& input) {
  std::vector<const HeadSurface*> surfaces;
  for (const std::size_t i : SourcesShown(input, head.mesh)) {
    surfaces.push_back(input.sources[i].get());
  }
  const auto is_whole = [](const HeadSurface* surface) { return surface->missing.empty(); };
  if (std::ranges::any_of(surfaces, is_whole)) std::erase_if(surfaces, std::not_fn(is_whole));
  if (surfaces.empty()) throw Error(ErrorKind::kWrongUse, "sources", "none is given");
  surfaces.resize(std::min(surfaces.size(), kMostRefinementSources));
  return surfaces;
}

/// Share of the correction by how far the head looks aside, and was turned.
double ShareOfPose(const AlignedHead& head) {
  const double yaw =
      std::abs(AnglesFromRotation(PhotoFromHead(head.mesh, DefaultFaceMeshModel()).rotation).yaw);
  const double by_yaw = (kLastYaw - yaw) / (kLastYaw - kWholeYaw);
  const double by_turn = (head.angle_degrees - kNoAngle) / (kWholeAngle - kNoAngle);
  return std::clamp(by_yaw, 0.0, 1.0) * std::clamp(by_turn, 0.0, 1.0);
}

// The network learnt from heads whose ears stood off, and hangs a second lobe beside narrow ones:
// the outline grows by this much at most. Face sizes.
constexpr double kMostGrowth = 0.015;

/// Leaves what the sources showed well as it is.
void KeepWhatWasSeen(const RefinementInput& input, double share, HeadCorrection& correction) {
  const MendableParts parts = FindMendableParts(input);
  correction.alpha = correction.alpha.mul(AlphaMap(parts.outline * share));
  correction.color = Multiply(correction.color, AlphaMap(parts.color * share));
}

/// Part of the view that the crop covers.
cv::Rect WindowOf(const cv::Matx23d& crop_from_view, int size, const cv::Size& view) {
  const cv::Matx23d view_from_crop = InvertAffine(crop_from_view);
  std::vector<cv::Point2f> corners;
  for (const auto& [x, y] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
    corners.emplace_back(ApplyAffine(view_from_crop, {x * (size - 1.0), y * (size - 1.0)}));
  }
  return cv::boundingRect(corners) & cv::Rect({0, 0}, view);
}

/// A picture of the crop as a window of the view sees it.
cv::Mat InWindow(const cv::Mat& crop, const cv::Matx23d& crop_from_view, const cv::Rect& window) {
  cv::Mat wide;
  cv::copyMakeBorder(crop, wide, kMargin, kMargin, kMargin, kMargin, cv::BORDER_CONSTANT);
  const cv::Matx23d wide_from_window =
      ComposeAffine(cv::Matx23d(1, 0, kMargin, 0, 1, kMargin),
                    ComposeAffine(crop_from_view, cv::Matx23d(1, 0, window.x, 0, 1, window.y)));
  cv::Mat seen;
  cv::warpAffine(wide, seen, wide_from_window, window.size(),
                 cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT);
  return seen;
}

/// The network cannot tell how an outline runs that no photo shows, and answers with the mean of
/// what it might be: a haze. Where it changes much, an outline is drawn where the haze is half.
void AddToAlpha(const cv::Mat1f& whole_change, double amount, double face_size,
                AlphaMap& whole_alpha) {
  const int reach = cvCeil(kHazeEnd * face_size);
  const cv::Rect box =
      BoxAround(Mask(whole_change != 0), 2.0 * reach) & cv::Rect({}, whole_alpha.size());
  if (box.empty()) return;
  const cv::Mat1f change = whole_change(box);
  AlphaMap alpha = whole_alpha(box);
  const AlphaMap moved = cv::max(cv::min(AlphaMap(alpha + amount * change), 1.0), 0.0);
  const auto softness = static_cast<float>(OutlineSoftness(face_size));
  const ScalarImage distance =
      Blur(SignedDistance(MaskAbove(Blur(moved, softness / 2), 0.5)), softness / 2);
  AlphaMap nearby = cv::abs(amount * change);  // The haze's thin end belongs to it.
  cv::dilate(nearby, nearby,
             cv::getStructuringElement(cv::MORPH_RECT, {2 * reach + 1, 2 * reach + 1}));
  for (int y = 0; y < alpha.rows; ++y) {
    for (int x = 0; x < alpha.cols; ++x) {
      if (change(y, x) == 0) continue;
      const float much = std::clamp((nearby(y, x) - kFaintHaze) / (kHaze - kFaintHaze), 0.0f, 1.0f);
      const float drawn = std::clamp(distance(y, x) / softness + 0.5f, 0.0f, 1.0f);
      const float value = moved(y, x) + (drawn - moved(y, x)) * much;
      alpha(y, x) = value < kNoAlpha ? 0 : value;
    }
  }
}

/// Within `mask`. Colours beyond the range of 0 to 1 are kept, not made.
void AddToColor(const cv::Mat3f& change, double amount, const Mask& mask, ColorImage& color) {
  for (int y = 0; y < color.rows; ++y) {
    for (int x = 0; x < color.cols; ++x) {
      if (mask(y, x) == 0) continue;
      cv::Vec3f& pixel = color(y, x);
      for (int k = 0; k < 3; ++k) {
        const auto value = static_cast<float>(pixel[k] + amount * change(y, x)[k]);
        pixel[k] = std::clamp(value, std::min(pixel[k], 0.0f), std::max(pixel[k], 1.0f));
      }
    }
  }
}

/// Labels where alpha is, the nearest where there was none.
void SpreadLabels(const AlphaMap& alpha, LabelMap& labels) {
  const Mask covered = MaskAbove(alpha, 0);
  labels.setTo(0, covered == 0);
  const Mask known = labels > 0;
  const Mask missing = covered & Mask(labels == 0);
  if (cv::countNonZero(missing) == 0 || cv::countNonZero(known) == 0) return;
  const cv::Mat2i nearest = NearestSelected(known);
  const LabelMap before = labels.clone();
  for (int y = 0; y < labels.rows; ++y) {
    for (int x = 0; x < labels.cols; ++x) {
      if (missing(y, x) != 0) labels(y, x) = before(nearest(y, x)[1], nearest(y, x)[0]);
    }
  }
}

}  // namespace

struct HeadRefiner::Network {
  explicit Network(const Device& used) : device(used) {}
  RefinementPreset preset = CompactRefinement();
  RefinementNetwork module{preset};
  Device device;
};

HeadRefiner HeadRefiner::Load(const std::filesystem::path& file, const Device& device) {
  auto network = std::make_unique<Network>(device);
  LoadInto(*network->module, file, network->preset.architecture(), kRefinementVersion);
  return HeadRefiner(std::move(network));
}

HeadRefiner HeadRefiner::Untrained(const Device& device) {
  return HeadRefiner(std::make_unique<Network>(device));
}

HeadRefiner::HeadRefiner(std::unique_ptr<Network> network) : network_(std::move(network)) {
  PrepareForInference(*network_->module);
  network_->module->to(TorchDevice(network_->device));
}
HeadRefiner::HeadRefiner(HeadRefiner&&) noexcept = default;
HeadRefiner& HeadRefiner::operator=(HeadRefiner&&) noexcept = default;
HeadRefiner::~HeadRefiner() = default;

HeadCorrection HeadRefiner::Correct(const AlignedHead& head, const AlignerInput& input,
                                    const Progress& progress) const {
  const int size = network_->preset.crop;
  const double share = ShareOfPose(head);
  if (share == 0) return {cv::Mat3f::zeros(size, size), cv::Mat1f::zeros(size, size)};
  const RefinementInput pictures =
      MakeRefinementInput(head, SurfacesShown(head, input), HeadCropFromPhoto(head.mesh, size),
                          size, progress.Part(0, 0.3));
  progress.Report(0.3);
  const torch::InferenceMode inference;
  std::vector<torch::Tensor> packed = PackRefinement(std::span(&pictures, 1));
  for (torch::Tensor& tensor : packed) tensor = tensor.to(TorchDevice(network_->device));
  const RefinementOutput output = network_->module->forward(UnpackRefinement(packed));
  progress.Report(1);
  // From a range of [-1, 1] to one of [0, 1].
  HeadCorrection correction{ImageFromTensor((output.gate * output.residual / 2)[0]),
                            ImageFromTensor((output.gate * output.alpha_change)[0])};
  KeepWhatWasSeen(pictures, share, correction);
  return correction;
}

AlignedHead ApplyCorrection(const AlignedHead& head, const HeadCorrection& correction,
                            double amount) {
  if (head.box.empty() || amount == 0) return head;
  const int size = correction.color.rows;
  const cv::Matx23d crop_from_view = HeadCropFromPhoto(head.mesh, size);
  const cv::Rect window = WindowOf(crop_from_view, size, head.color.size());
  if (window.empty()) return head;

  AlignedHead refined = head;
  refined.color = head.color.clone();
  refined.alpha = head.alpha.clone();
  refined.labels = head.labels.clone();
  refined.confidence = head.confidence.clone();
  AlphaMap alpha = refined.alpha(window);
  cv::Mat1f alpha_change = InWindow(correction.alpha, crop_from_view, window);
  const Mask near_head = Dilate(MaskAbove(alpha, 0.5), kMostGrowth * FaceSize(head.mesh));
  alpha_change.setTo(0, Mask(alpha_change > 0) & ~cv::Mat(near_head));
  AddToAlpha(alpha_change, amount, FaceSize(head.mesh), alpha);

  const Mask colored = MaskAbove(head.confidence(window), 0) | MaskAbove(head.alpha(window), 0);
  const Mask grown = MaskAbove(alpha, 0) & ~cv::Mat(colored);
  ColorImage color = refined.color(window);
  if (cv::countNonZero(grown) > 0) {
    ColorImage(PushPull(color, AlphaOf(colored))).copyTo(color, grown);
    refined.confidence(window).setTo(kMadeUpConfidence, grown);
  }
  AddToColor(InWindow(correction.color, crop_from_view, window), amount, colored | grown, color);

  LabelMap labels = refined.labels(window);
  SpreadLabels(alpha, labels);
  refined.box = cv::boundingRect(MaskAbove(refined.alpha, 0));
  return refined;
}

}  // namespace heser
