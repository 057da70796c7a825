#include <algorithm>
#include <cmath>
#include <mutex>

#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/opencv.h>
#include <opencv2/imgproc.hpp>

#include "engine/analysis/detector.h"

namespace heser {
namespace {

// The detector's window, and the step of its scale pyramid.
constexpr double kWindow = 80;
constexpr double kPyramidStep = 5.0 / 6;

// Where the mesh lies against the detector's box (brows to chin), in units of the box's width, for
// each of the five filters: medians over 760 portraits and 120 photos of turned heads.
struct MeshOfBox {
  double size;
  double right;
  double down;
  double roll;  // Degrees.
};
constexpr MeshOfBox kMeshOfBox[] = {{1.09, 0, -0.025, 0},    // Looks ahead,
                                    {0.96, 0.12, 0.03, 0},   // to the viewer's left,
                                    {0.96, -0.12, 0.03, 0},  // to the right;
                                    {1.1, -0.09, 0, -14},    // ahead, tilted left,
                                    {1.1, 0.09, 0, 14}};     // tilted right.

FaceProposal FromDetection(const dlib::rect_detection& found, double scale) {
  const MeshOfBox& mesh = kMeshOfBox[std::min<std::size_t>(found.weight_index, 4)];
  const dlib::rectangle& box = found.rect;
  const double width = static_cast<double>(box.width());
  FaceProposal proposal;
  proposal.center = {((box.left() + box.right()) / 2.0 + mesh.right * width) / scale,
                     ((box.top() + box.bottom()) / 2.0 + mesh.down * width) / scale};
  proposal.size = mesh.size * width / scale;
  proposal.roll = mesh.roll;
  proposal.score = found.detection_confidence;
  return proposal;
}

}  // namespace

struct HogDetector::Filters {
  dlib::frontal_face_detector one_level;

  Filters() {
    const dlib::frontal_face_detector all = dlib::get_frontal_face_detector();
    // The pyramid is made here, so that its levels can run side by side.
    dlib::frontal_face_detector::image_scanner_type scanner;
    scanner.copy_configuration(all.get_scanner());
    scanner.set_max_pyramid_levels(1);
    std::vector<dlib::frontal_face_detector::feature_vector_type> weights;
    for (unsigned long i = 0; i < all.num_detectors(); ++i) weights.push_back(all.get_w(i));
    one_level = dlib::frontal_face_detector(scanner, all.get_overlap_tester(), weights);
  }
};

HogDetector::HogDetector()
    : filters_(std::async(std::launch::async, [] {
        return std::unique_ptr<const Filters>(std::make_unique<Filters>());
      })) {}
HogDetector::~HogDetector() = default;

std::vector<FaceProposal> HogDetector::Propose(const cv::Mat3b& picture, double least_score,
                                               const Progress& progress, double largest) const {
  cv::Mat1b grey;
  cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
  std::vector<double> scales;
  for (double scale = 1; std::min(grey.rows, grey.cols) * scale >= kWindow && scale * largest >= 1;
       scale *= kPyramidStep) {
    scales.push_back(scale);
  }
  std::vector<FaceProposal> proposals;
  std::mutex mutex;
  const auto search_level = [&](double scale) {
    progress.Checkpoint();
    cv::Mat1b level = grey;
    if (scale < 1) cv::resize(grey, level, {}, scale, scale, cv::INTER_AREA);
    dlib::frontal_face_detector detector = filters_.get()->one_level;
    std::vector<dlib::rect_detection> found;
    detector(dlib::cv_image<unsigned char>(cv::Mat(level)), found, least_score);
    const std::lock_guard lock(mutex);
    for (const auto& one : found) proposals.push_back(FromDetection(one, scale));
  };
  cv::parallel_for_(
      {0, static_cast<int>(scales.size())},
      [&](const cv::Range& range) {
        for (int i = range.start; i < range.end; ++i) search_level(scales[i]);
      },
      static_cast<double>(scales.size()));
  return WithoutOverlaps(std::move(proposals));
}

}  // namespace heser
