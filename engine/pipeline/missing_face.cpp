#include "engine/pipeline/missing_face.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

// Longer side, pixels: a face that is cut in the middle is mostly a large one.
constexpr int kMirroredPhoto = 1024;
// Half a face and its mirror image look like a face, and now and then other things may. Of 27 faces
// of which the border leaves a third 20 are told so, and none of 24 photos of chests is.
constexpr double kLeastPresence = 0.7;
// What is seen more thinly than this is not seen; of a face, less than this share shown is too
// little.
constexpr float kHardlySeen = 0.25F;
constexpr double kLeastFaceHidden = 0.2;

double HiddenShare(const Photo& photo, const cv::Rect& box) {
  return box.empty() ? 0 : 1 - cv::mean(AlphaOf(MaskAbove(photo.Alpha(box), kHardlySeen)))[0];
}

Photo Opaque(const Photo& photo) {
  std::vector<cv::Mat> channels;
  cv::split(photo.samples(), channels);
  channels.pop_back();
  cv::Mat samples;
  cv::merge(channels, samples);
  return Photo(samples, photo.metadata(), photo.origin());
}

/// The share of a face that is transparent, where that hides one.
std::optional<double> ErasedFace(const Analyzer& networks, const Photo& photo,
                                 const AnalyzerOptions& options, const Progress& progress) {
  const auto faces = networks.DetectFaces(Opaque(photo), options, progress);
  if (faces.empty()) return {};
  const double hidden = HiddenShare(photo, cv::Rect(faces.front().Box()) & photo.bounds());
  if (hidden < kLeastFaceHidden) return {};
  return hidden;
}

/// How far a face reaches beyond the border that cuts it, face sizes, where there is one: half a
/// face beside its mirror image is found where it is not found alone.
std::optional<double> CutFace(const Analyzer& networks, const Photo& photo,
                              const AnalyzerOptions& options, const Progress& progress) {
  const cv::Mat3b whole = photo.Proxy(kMirroredPhoto);
  const int aside = whole.cols / 2;
  const int above = whole.rows / 2;
  cv::Mat mirrored;
  cv::copyMakeBorder(whole, mirrored, above, above, aside, aside, cv::BORDER_REFLECT);
  for (const DetectedFace& face : networks.DetectFaces(Photo(mirrored), options, progress)) {
    const FaceMesh mesh = TransformMesh(
        {1, 0, -static_cast<double>(aside), 0, 1, -static_cast<double>(above)}, face.mesh);
    const double reach = ReachBeyondBorder(mesh, whole.size());
    if (face.presence > kLeastPresence && reach > kMostReachBeyondBorder) return reach;
  }
  return {};
}

/// The settings that keep a face from being found which is found without them; empty: none does.
std::string HidingSettings(const Analyzer& networks, const Photo& photo,
                           const AnalyzerOptions& options, const Progress& progress) {
  const AnalyzerOptions usual;
  const bool hides_faint = options.least_presence > usual.least_presence;
  const bool hides_small = options.least_face > usual.least_face;
  const auto is_found_with = [&](double least_presence, double least_face, const Progress& own) {
    AnalyzerOptions tried = options;
    tried.least_presence = least_presence;
    tried.least_face = least_face;
    return !networks.DetectFaces(photo, tried, own).empty();
  };
  std::string faint = "analyzer.least_presence";
  std::string small = "analyzer.least_face";
  if (hides_small &&
      is_found_with(options.least_presence, usual.least_face, progress.Part(0, 0.3))) {
    return small;
  }
  if (hides_faint &&
      is_found_with(usual.least_presence, options.least_face, progress.Part(0.3, 0.6))) {
    return faint;
  }
  const bool both = hides_small && hides_faint &&
                    is_found_with(usual.least_presence, usual.least_face, progress.Part(0.6, 1));
  return both ? faint + ", " + small : std::string();
}

}  // namespace

Error WhyNoFace(const Analyzer& networks, const Photo& photo, const AnalyzerOptions& options,
                const Progress& progress) {
  const std::string name = photo.origin().path.string();
  const double hidden = photo.HasAlpha() ? HiddenShare(photo, photo.bounds()) : 0;
  if (const std::string settings = HidingSettings(networks, photo, options, progress.Part(0, 0.3));
      !settings.empty()) {
    return {ErrorKind::kNoFace, name, settings, hidden};
  }
  if (hidden > 0) {
    if (const auto share = ErasedFace(networks, photo, options, progress.Part(0.3, 0.6))) {
      return {ErrorKind::kFaceErased, name, "", *share, kLeastFaceHidden};
    }
  }
  if (const auto reach = CutFace(networks, photo, options, progress.Part(0.6, 1))) {
    return {ErrorKind::kFaceCut, name, "face sizes beyond the border", *reach,
            kMostReachBeyondBorder};
  }
  return {ErrorKind::kNoFace, name, "", hidden};
}

}  // namespace heser
