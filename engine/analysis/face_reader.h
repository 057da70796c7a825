#pragma once

#include <functional>
#include <optional>

#include "engine/analysis/detector.h"
#include "engine/analysis/face_analysis.h"
#include "engine/analysis/head_net.h"
#include "engine/analysis/mesh_net.h"

namespace heser {

/// Cuts a size x size crop, RGB 0 to 1, out of a photo (see SampleCrop).
using CropSampler = std::function<ColorImage(const cv::Matx23d& crop_from_photo, int size)>;

/// From a guess to a face: HeadNet reads the crop that the guess asks for, which gives a better
/// crop, and so on; MeshNet has the last word on the mesh unless the labels
/// contradict it (label_alignment.h). Presence is the lowest of both networks' scores and of the
/// share of mesh points that lie on a face's labels. Keeps references to the networks.
/// Thread-safe.
class FaceReader {
 public:
  FaceReader(const HeadNet& head_net, const MeshNet& mesh_net)
      : head_net_(head_net), mesh_net_(mesh_net) {}

  /// The face near a proposal, or nothing if the networks see none of at least this presence.
  std::optional<DetectedFace> Read(const CropSampler& photo, const FaceProposal& proposal,
                                   double least_presence) const;

  /// The face near a mesh that is nearly right, and how sure that is: MeshNet's word alone.
  DetectedFace Measure(const CropSampler& photo, const FaceMesh& guess) const;

 private:
  const HeadNet& head_net_;
  const MeshNet& mesh_net_;
};

/// The mean face, upright in space, where a proposal says that a face is.
FaceMesh MeshOfProposal(const FaceProposal& proposal);

}  // namespace heser
