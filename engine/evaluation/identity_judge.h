#pragma once

#include <memory>
#include <vector>

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"

namespace heser {

/// dlib's face recognition network (a ResNet of 29 layers trained by metric loss, CC0): no part of
/// the product, so that it judges it from outside. Its weights
/// (dlib_face_recognition_resnet_model_v1.dat) are looked for by FindDlibModel. One call at a time.
class IdentityJudge {
 public:
  /// Whether the weights are there.
  static bool IsAvailable();

  /// Reads the weights. Throws Error{kBadModel} if they are missing or damaged.
  IdentityJudge();
  ~IdentityJudge();

  /// The person's features, 128 values of length 1, mean of the picture and its mirror image; the
  /// face is cut out by the eye corners and the base of the nose of `mesh` (pixels of `picture`).
  std::vector<double> Features(const ColorImage& picture, const FaceMesh& mesh);

 private:
  struct Network;
  std::unique_ptr<Network> network_;
};

/// Cosine similarity of two feature vectors of length 1.
double Similarity(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace heser
