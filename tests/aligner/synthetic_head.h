#pragma once

#include "engine/analysis/face_analysis.h"

/// A head whose every point is known: the skull's ellipsoid itself, its face mesh lying on it, its
/// colours a smooth function of the place in the photo. It has hair above and a beard below.
namespace heser::test {

class SyntheticHead {
 public:
  /// W = `width` pixels.
  explicit SyntheticHead(double width = 120);

  const FaceMeshModel& model() const { return model_; }
  const HeadView& view() const { return view_; }

  /// The ellipsoid's front at a pixel; NaN outside of the outline.
  double FrontDepth(double x, double y) const;
  /// Colour of the photo at a place.
  static cv::Vec3f ColorAt(double x, double y);

 private:
  Similarity3 view_from_head_;
  FaceMeshModel model_;
  HeadView view_;
};

}  // namespace heser::test
