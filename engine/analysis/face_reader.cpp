#include "engine/analysis/face_reader.h"

#include <algorithm>
#include <future>
#include <vector>

#include <opencv2/core.hpp>

#include "engine/analysis/face_crops.h"
#include "engine/analysis/label_alignment.h"

namespace heser {
namespace {

// From a detector's box the head settles in this many looks of HeadNet, then the face in this many
// of MeshNet.
constexpr int kHeadRounds = 2;
constexpr int kMeshRounds = 2;
// From a mesh that is nearly right one look of MeshNet does.
constexpr int kMeasuringRounds = 1;
// The first look's crop is only as good as the detector's box: it need not be sure.
constexpr double kFirstLookShare = 0.2;

// A look that is so sure needs no second one: MeshNet looks once more instead, and closer.
constexpr double kSurePresence = 0.9;

// HeadNet's mesh is set on the labels unless it lies this near to them (face sizes). MeshNet's is
// nearer to the truth than labels of eyes and mouth: setting it on them doubled its error.
constexpr double kCoarseTolerance = 0.02;

DetectedFace Describe(const FaceMesh& mesh, double presence) {
  DetectedFace face;
  face.mesh = mesh;
  face.presence = presence;
  face.angles = AnglesFromRotation(PhotoFromHead(mesh, DefaultFaceMeshModel()).rotation);
  face.expression = MeasureExpression(mesh);
  return face;
}

/// What HeadNet says: a mesh in photo pixels, how sure it is that there is a face, and its labels.
struct Look {
  FaceMesh mesh;
  double presence = 0;
  cv::Mat probabilities;
  cv::Matx23d crop_from_photo;
};

Look LookAtHead(const HeadNet& net, const CropSampler& photo, const FaceMesh& guess) {
  Look look;
  look.crop_from_photo = HeadCropFromPhoto(guess);
  const HeadPrediction seen = net.Run(photo(look.crop_from_photo, kHeadCropSize));
  const FaceMesh mesh = AlignedToLabels(seen.mesh, seen.probabilities, kCoarseTolerance);
  look.mesh = TransformMesh(InvertAffine(look.crop_from_photo), mesh);
  // Two witnesses: the score, and that there are a face's labels where the mesh lies.
  look.presence = std::min(seen.presence, FaceShare(mesh, seen.probabilities));
  look.probabilities = seen.probabilities;
  return look;
}

/// The mesh of a crop, crop pixels: the mean of what the network says of the crop and of its mirror
/// image, whose errors differ. So with the presence.
MeshPrediction ReadCrop(const MeshNet& net, const ColorImage& crop) {
  std::future<MeshPrediction> beside = std::async(std::launch::async, [&] {
    ColorImage mirrored;
    cv::flip(crop, mirrored, 1);
    return net.Run(mirrored);
  });
  const MeshPrediction straight = net.Run(crop);
  const MeshPrediction mirrored = beside.get();
  MeshPrediction mean;
  mean.mesh = (straight.mesh + MirrorMesh(mirrored.mesh, crop.cols, DefaultFaceMeshModel())) / 2;
  mean.presence = (straight.presence + mirrored.presence) / 2;
  return mean;
}

/// What MeshNet says of the face near `guess`: mesh in photo pixels, presence.
MeshPrediction LookAtFace(const MeshNet& net, const CropSampler& photo, const FaceMesh& guess,
                          int rounds) {
  MeshPrediction face{guess};
  for (int round = 0; round < rounds; ++round) {
    const cv::Matx23d crop_from_photo = MeshCropFromPhoto(face.mesh);
    face = ReadCrop(net, photo(crop_from_photo, kMeshCropSize));
    face.mesh = TransformMesh(InvertAffine(crop_from_photo), face.mesh);
  }
  return face;
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
  Look look;
  look.mesh = MeshOfProposal(proposal);
  int unused_rounds = 0;
  for (int round = 1; round <= kHeadRounds; ++round) {
    look = LookAtHead(head_net_, photo, look.mesh);
    const double least = least_presence * (round < kHeadRounds ? kFirstLookShare : 1);
    if (look.presence < least) return std::nullopt;
    if (look.presence > kSurePresence) {
      unused_rounds = kHeadRounds - round;
      break;
    }
  }
  const MeshPrediction face = LookAtFace(mesh_net_, photo, look.mesh, kMeshRounds + unused_rounds);
  const double presence = std::min(look.presence, face.presence);
  if (presence < least_presence) return std::nullopt;
  return Describe(face.mesh, presence);
}

DetectedFace FaceReader::Measure(const CropSampler& photo, const FaceMesh& guess) const {
  const MeshPrediction face = LookAtFace(mesh_net_, photo, guess, kMeasuringRounds);
  return Describe(face.mesh, face.presence);
}

}  // namespace heser
