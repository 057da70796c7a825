#pragma once

#include <optional>
#include <vector>

#include "engine/analysis/face_mesh.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"

namespace heser {

/// How open and how curved a face is; ratios, without unit.
struct ExpressionMeasures {
  double mouth_open = 0;   ///< Gap of the inner lips over the mouth's width.
  double mouth_width = 0;  ///< Mouth's width over the distance of the inner eye corners.
  double eye_left_open = 0;
  double eye_right_open = 0;  ///< Gap of the lids over the eye's width.
  double brow_left_raise = 0;
  double brow_right_raise = 0;  ///< Brow above the eye over the distance of the inner eye corners.
  double smile = 0;  ///< Mouth corners above the upper lip over the mouth's width, down positive.
};

ExpressionMeasures MeasureExpression(const FaceMesh& mesh);

/// A face found in a photo. Coordinates are pixels of the upright photo.
struct DetectedFace {
  FaceMesh mesh;
  double presence = 0;  ///< HeadNet's score, 0 to 1.
  HeadAngles angles;
  ExpressionMeasures expression;
  cv::Rect2d Box() const;  ///< Box of the mesh.
};

/// How far a face reaches beyond its photo's border, face sizes; 0 where it lies within.
double ReachBeyondBorder(const FaceMesh& mesh, cv::Size photo);

/// A source's face may reach this far beyond the border. Of 86 crops of 6 portraits those below
/// lost a rim of cheek, chin or forehead; in those above the border went through an eye, the brows
/// or the mouth, and what the photo lacks was smeared over the face.
inline constexpr double kMostReachBeyondBorder = 0.19;

/// A head cut out of its photo at a working resolution: what the aligner and the blender work on.
/// All pictures have the same size; mesh in their pixels. Immutable once made.
struct HeadView {
  cv::Rect window;   ///< In pixels of the upright photo, within it.
  double scale = 1;  ///< View pixels per photo pixel, at most 1.
  ColorImage color;
  LabelMap labels;  ///< Everywhere judged; background where nothing is known.
  AlphaMap matte;   ///< Coverage of the whole person.
  /// Where the matte holds whatever the labels say: painted by hand, or keyed out of a plain
  /// backdrop (KeyPlainBackdrop). Empty: nowhere.
  Mask exact_matte;
  FaceMesh mesh;
  /// Which sides of the view are the photo's own border: there the head may be cut off.
  bool cut_left = false;
  bool cut_top = false;
  bool cut_right = false;
  bool cut_bottom = false;

  double face_size() const { return FaceSize(mesh); }
};

/// What the photo is good for, measured in the face.
struct FaceQuality {
  double sharpness =
      0;  ///< Blur radius estimate (sigma) in view pixels at face size 256; small is sharp.
  double exposure = 0;  ///< Median luminance of the skin, linear 0 to 1.
  /// Share of skin pixels with two channels at their upper end, or black.
  double clipped_share = 0;
};

}  // namespace heser
