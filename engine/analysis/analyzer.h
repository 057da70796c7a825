#pragma once

#include <memory>
#include <vector>

#include "engine/analysis/face_analysis.h"
#include "engine/core/options.h"
#include "engine/core/progress.h"
#include "engine/nn/device.h"
#include "engine/photo/photo.h"

namespace heser {

/// Tunables of finding and reading heads.
struct AnalyzerOptions {
  double least_presence = 0.5;
  double least_face = 48;
  double view_left_right = 2.2;
  double view_above = 1.9;
  double view_below = 3.0;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.least_presence, OptionInfo{"least_presence", "score", 0, 1,
                                          "A proposal counts as a face from this score on."});
    visit(self.least_face, OptionInfo{"least_face", "px", 16, 4096,
                                      "Faces whose mesh is smaller than this are left out."});
    visit(self.view_left_right, OptionInfo{"view_left_right", "face sizes", 1, 6,
                                           "How far the head view reaches to either side."});
    visit(self.view_above, OptionInfo{"view_above", "face sizes", 1, 6,
                                      "How far the head view reaches above the face's middle."});
    visit(self.view_below, OptionInfo{"view_below", "face sizes", 1, 8,
                                      "How far the head view reaches below the face's middle."});
  }
  void Check() const { CheckOptions(*this, "analyzer"); }
};

/// Finds faces and reads heads: detectors propose (face_finder.h), MeshNet reads the mesh, HeadNet
/// presence, labels and matte. Holds the networks; making one reads their weights
/// (models/head_net.hwt and mesh_net.hwt; throws Error{kBadModel}, std::bad_alloc). Const functions
/// are thread-safe.
class Analyzer {
 public:
  explicit Analyzer(const Device& device);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// All faces of a photo, largest first, each with its mesh in photo pixels. Empty if there is
  /// none. From frontal to profile, at any tilt, down to `least_face` and to a fortieth of the
  /// photo's longer side. Throws Cancelled.
  std::vector<DetectedFace> DetectFaces(const Photo& photo, const AnalyzerOptions& options,
                                        const Progress& progress) const;

  /// Cuts one head out and reads labels and matte. `largest_face_size` bounds the face size in view
  /// pixels (the photo is reduced to fit); the photo is never enlarged. The view is upright and
  /// holds the window of the options turned with the head, as far as the photo reaches; what
  /// does not hang together with the face, and what lies more than 2.5 face sizes beside it, is
  /// background or clothing with matte 0. Throws Cancelled.
  HeadView ViewHead(const Photo& photo, const DetectedFace& face, double largest_face_size,
                    const AnalyzerOptions& options, const Progress& progress) const;

  /// The mesh of the face in `picture` near `guess` (both in its pixels), and its presence. For
  /// checking a composed head: no detection is done.
  DetectedFace MeasureFace(const ColorImage& picture, const FaceMesh& guess) const;

 private:
  struct Networks;
  std::unique_ptr<Networks> networks_;
};

/// Sharpness, exposure and clipping of a head's face. Thread-safe.
FaceQuality MeasureQuality(const HeadView& view);

}  // namespace heser
