#pragma once

#include <filesystem>
#include <future>
#include <limits>
#include <memory>
#include <vector>

#include <opencv2/core.hpp>

#include "engine/core/progress.h"

/// Classical and optional face detectors, all behind one kind of answer. They only propose: whether
/// a proposal is a face is for the networks to say (face_finder.h). Pictures are 8-bit RGB.
namespace heser {

/// Where a face may be, in the terms of the face mesh that should be found there.
struct FaceProposal {
  cv::Point2d center;  ///< Middle of the mesh's box, pixels.
  double size = 0;     ///< Face size, pixels.
  double roll = 0;     ///< Tilt of the head, degrees, clockwise positive.
  double score = 0;    ///< The detector's own; comparable only within one detector.
};

/// dlib's histogram-of-gradients face detector (King, arXiv 1502.00046): five linear filters over
/// an 80-pixel window, for faces turned by up to 45 degrees to a side and tilted by up to 30. Needs
/// no file. Thread-safe.
class HogDetector {
 public:
  /// Unpacks the filters on a thread of its own (0.2 s); the first search waits for it.
  HogDetector();
  ~HogDetector();

  /// Faces of at least the window's size in this picture (a face size of 100 pixels) that score
  /// above `least_score` (0 is the detector's own threshold), best first, without overlaps. All
  /// cores; time goes with the number of pixels. `largest` bounds the faces looked for, in windows:
  /// coarser pictures of the same photo were searched before.
  std::vector<FaceProposal> Propose(const cv::Mat3b& picture, double least_score,
                                    const Progress& progress,
                                    double largest = std::numeric_limits<double>::infinity()) const;

 private:
  struct Filters;
  std::shared_future<std::unique_ptr<const Filters>> filters_;
};

/// OpenCV's cascade for profiles (Viola and Jones), run on the picture and on its mirror image. Its
/// file comes with Debian's opencv-data; without it there are no proposals. Thread-safe.
class ProfileDetector {
 public:
  /// Faces of at least `least_size` pixels, best first.
  std::vector<FaceProposal> Propose(const cv::Mat3b& picture, double least_size,
                                    const Progress& progress) const;
};

/// dlib's convolutional detector, the surest and slowest. Its weights
/// (mmod_human_face_detector.dat, CC0) are looked for by FindDlibModel; without them there are no
/// proposals. Thread-safe: one call at a time works, others wait.
class CnnDetector {
 public:
  CnnDetector();
  ~CnnDetector();

  /// Whether the weights were found (they are read on the first use).
  bool IsAvailable() const;

  /// Faces of at least 40 pixels in this picture, best first. About 1 s a megapixel.
  std::vector<FaceProposal> Propose(const cv::Mat3b& picture, const Progress& progress) const;

 private:
  struct Network;
  std::unique_ptr<Network> network_;
};

/// Proposals found in a picture that was made from another, as proposals in that other.
/// `to_from` is a 2 x 3 similarity.
std::vector<FaceProposal> TransformProposals(const cv::Matx23d& to_from,
                                             const std::vector<FaceProposal>& proposals);

/// Leaves out proposals that cover a better one of the list (best first) by more than half of the
/// smaller one's area.
std::vector<FaceProposal> WithoutOverlaps(std::vector<FaceProposal> proposals);

}  // namespace heser
