#pragma once

#include "engine/core/image.h"
#include "engine/core/progress.h"

namespace heser {

/// Hair that is seen, and where more of it is wanted. Pictures of one size.
struct QuiltInput {
  ScalarImage detail;  ///< Share by which it is lighter than what lies around; read where `seen`.
  Mask seen;
  Mask unseen;
  cv::Point2d middle;      ///< A place on the middle line of the face, pixels.
  cv::Point2d down{0, 1};  ///< Direction of that line.
  double face_size = 0;    ///< Pixels.
};

/// Detail for the unseen hair: squares of seen detail laid so that they go on in what is there
/// (Efros and Freeman, SIGGRAPH 2001). Hair falls to the sides, so squares from the other side of
/// the face come mirrored; none is laid twice near to itself, and they keep about their height, the
/// direction of their strands and the contrast of the seen hair next to them. Where squares overlap
/// their contrast is kept (Heitz and Neyret, 2018). Where `unseen` reaches into `seen`, laid and
/// seen detail are mixed. Empty where too little is seen to take from. Repeatable. Throws
/// Cancelled. Thread-safe.
ScalarImage QuiltHair(const QuiltInput& input, const Progress& progress);

}  // namespace heser
