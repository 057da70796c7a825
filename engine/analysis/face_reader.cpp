#include "engine/analysis/face_reader.h"

#include <algorithm>

#include "engine/analysis/face_crops.h"

namespace heser {
namespace {

// A first look need not be sure: the crop is only as good as the detector's box.
constexpr double kFirstLookShare = 0.2;
constexpr int kHeadRounds = 2;
constexpr int kMeshRounds = 2;

DetectedFace Describe(const FaceMesh& mesh, double presence) {
  DetectedFace face;
  face.mesh = mesh;
  face.presence = presence;
  face.angles = AnglesFromRotation(PhotoFromHead(mesh, DefaultFaceMeshModel()).rotation);
  face.expression = MeasureExpression(mesh);
  return face;
}

struct Look {
  FaceMesh mesh;  // Photo pixels.
  double presence = 0;
};

Look LookAtHead(const HeadNet& net, const CropSampler& photo, const FaceMesh& guess) {
  const cv::Matx23d crop_from_photo = HeadCropFromPhoto(guess);
  const HeadPrediction seen = net.Run(photo(crop_from_photo, kHeadCropSize));
  return {TransformMesh(InvertAffine(crop_from_photo), seen.mesh), seen.presence};
}

Look LookAtFace(const MeshNet& net, const CropSampler& photo, const FaceMesh& guess) {
  const cv::Matx23d crop_from_photo = MeshCropFromPhoto(guess);
  const MeshPrediction seen = net.Run(photo(crop_from_photo, kMeshCropSize));
  return {TransformMesh(InvertAffine(crop_from_photo), seen.mesh), seen.presence};
}

}  // namespace

FaceMesh MeshOfProposal(const FaceProposal& proposal) {
  const FaceMesh& mean = DefaultFaceMeshModel().mean;
  const cv::Point2d middle = FaceCenter(mean);
  // A crop of one pixel that holds the whole mean face, turned against the roll, then brought out.
  const double half = proposal.size / FaceSize(mean) / 2;
  const cv::Matx23d mean_from_photo = CropFromPhoto(proposal.center, half, proposal.roll, 1);
  const cv::Matx23d middle_to_origin(1, 0, -middle.x, 0, 1, -middle.y);
  return TransformMesh(ComposeAffine(InvertAffine(mean_from_photo), middle_to_origin), mean);
}

std::optional<DetectedFace> FaceReader::Read(const CropSampler& photo, const FaceProposal& proposal,
                                             double least_presence) const {
  Look look{MeshOfProposal(proposal), 0};
  for (int round = 0; round < kHeadRounds; ++round) {
    look = LookAtHead(head_net_, photo, look.mesh);
    const bool is_last = round + 1 == kHeadRounds;
    if (look.presence < least_presence * (is_last ? 1 : kFirstLookShare)) return std::nullopt;
  }
  double presence = look.presence;
  for (int round = 0; round < kMeshRounds; ++round) {
    look = LookAtFace(mesh_net_, photo, look.mesh);
  }
  presence = std::min(presence, look.presence);
  if (presence < least_presence) return std::nullopt;
  return Describe(look.mesh, presence);
}

DetectedFace FaceReader::Measure(const CropSampler& photo, const FaceMesh& guess) const {
  Look look{guess, 0};
  for (int round = 0; round < kMeshRounds; ++round) {
    look = LookAtFace(mesh_net_, photo, look.mesh);
  }
  return Describe(look.mesh, look.presence);
}

}  // namespace heser
