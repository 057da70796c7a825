#include "engine/evaluation/pair_judge.h"

#include <algorithm>
#include <vector>

#include "engine/core/error.h"
#include "engine/evaluation/face_judges.h"
#include "engine/evaluation/identity_judge.h"
#include "engine/evaluation/perceptual_judge.h"
#include "engine/evaluation/picture_judges.h"

namespace heser {
namespace {

// A face farther from the target's, in face sizes, is another one.
constexpr double kFaceReach = 0.5;

/// The face of the finished picture that stands where the target's stood.
DetectedFace FindResultFace(const Photo& picture, const FaceMesh& target, const std::string& name,
                            const Analyzer& networks, const AnalyzerOptions& options,
                            const Progress& progress) {
  const std::vector<DetectedFace> faces = networks.DetectFaces(picture, options, progress);
  const auto distance = [&](const DetectedFace& face) {
    return cv::norm(FaceCenter(face.mesh) - FaceCenter(target)) / FaceSize(target);
  };
  const auto nearest = std::ranges::min_element(faces, {}, distance);
  if (nearest == faces.end() || distance(*nearest) > kFaceReach) {
    throw Error(ErrorKind::kNoFace, name);
  }
  return *nearest;
}

}  // namespace

PairJudge::PairJudge(const std::filesystem::path& perceptual_file) {
  if (IdentityJudge::IsAvailable()) identity_ = std::make_unique<IdentityJudge>();
  if (!perceptual_file.empty()) perceptual_ = std::make_unique<PerceptualJudge>(perceptual_file);
}

PairJudge::~PairJudge() = default;

Figures PairJudge::Judge(const SwapRequest& request, const SwapResult& result, bool has_truth,
                         const std::string& name, const Analyzer& networks,
                         const Progress& progress) {
  const Photo& picture = *result.picture;
  const Photo& photo = *request.target.photo;
  const HeadView& target = *result.target_view;
  const FaceMesh target_mesh = PhotoMesh(target);
  const AnalyzerOptions& options = request.settings.analyzer;
  const DetectedFace face = FindResultFace(picture, target_mesh, name, networks, options, progress);
  const HeadView composed =
      networks.ViewHead(picture, face, request.settings.resolution.largest_face, options, progress);

  Figures figures;
  if (has_truth) JudgeAgainstTruth(picture, photo, target_mesh, figures);
  if (identity_) JudgeIdentity(result, composed, has_truth, figures);
  JudgeFace(composed, target, figures);
  figures[Figure::kBackground] =
      LargestChangeOutside(picture, photo, target.window, BlendRegionInPhoto(result));
  return figures;
}

void PairJudge::JudgeIdentity(const SwapResult& result, const HeadView& composed, bool has_truth,
                              Figures& figures) {
  const auto features = [this](const HeadView& view) {
    return identity_->Features(view.color, view.mesh);
  };
  const std::vector<double> own = features(composed);
  double sum = 0;
  for (const auto& source : result.source_views) sum += Similarity(own, features(*source));
  figures[Figure::kIdentitySource] = sum / static_cast<double>(result.source_views.size());
  figures[has_truth ? Figure::kIdentityTruth : Figure::kIdentityTarget] =
      Similarity(own, features(*result.target_view));
}

void PairJudge::JudgeAgainstTruth(const Photo& picture, const Photo& truth, const FaceMesh& mesh,
                                  Figures& figures) {
  const cv::Mat3b a = HeadBoxPicture(picture, mesh);
  const cv::Mat3b b = HeadBoxPicture(truth, mesh);
  figures[Figure::kPsnr] = Psnr(a, b);
  figures[Figure::kSsim] = Ssim(a, b);
  if (perceptual_) figures[Figure::kPerceptual] = perceptual_->Distance(a, b);
}

}  // namespace heser
