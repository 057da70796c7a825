#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/analysis/detector.h"
#include "engine/analysis/face_analysis.h"

namespace heser {

/// A photo as the search sees it.
struct SearchPicture {
  cv::Size size;  ///< Of the photo, pixels.
  /// The photo as 8-bit RGB with no side longer than this; never enlarged.
  std::function<cv::Mat3b(int longest_side)> reduced;
};

/// Reads the face near a proposal (photo pixels): its mesh, or nothing if there is no face.
using ReadFace = std::function<std::optional<DetectedFace>(const FaceProposal&)>;

/// Faces from this size on, pixels, are found in photos of up to about 24 megapixels.
inline constexpr double kSmallestFace = 64;

/// Looks for faces from the likely to the unlikely and stops as soon as some were found: large
/// ones; small ones (also where those found are small, for then there may be more); a face that the
/// photo's border cuts; profiles; whatever a convolutional detector says; faces that lie or stand
/// on their heads; a face that fills the photo; at last faces as small as kSmallestFace. Holds the
/// detectors. Const functions are
/// thread-safe.
class FaceFinder {
 public:
  /// Every face that `read` confirms, each once, largest first. Throws Cancelled.
  std::vector<DetectedFace> Find(const SearchPicture& picture, const ReadFace& read,
                                 const Progress& progress) const;

 private:
  HogDetector hog_;
  ProfileDetector profile_;
  CnnDetector cnn_;
};

/// The faces without doubles (mesh boxes that share a third of their union; the higher presence
/// stays), largest first.
std::vector<DetectedFace> WithoutDoubles(std::vector<DetectedFace> faces);

}  // namespace heser
