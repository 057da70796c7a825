#include <algorithm>
#include <mutex>

#include <dlib/dnn.h>
#include <dlib/opencv.h>

#include "engine/analysis/detector.h"
#include "engine/core/error.h"
#include "engine/core/resources.h"

namespace heser {
namespace {

constexpr const char* kWeightsFile = "mmod_human_face_detector.dat";

// The mesh's box in units of the detector's.
constexpr double kSizeOfBox = 1.06;
constexpr double kCenterDown = 0.075;

// The smallest face that the network knows, pixels. In pictures of a few columns or rows its layers
// shrink to nothing, which dlib does not check.
constexpr int kLeastSide = 40;

// dlib's max-margin face network (King, arXiv 1502.00046; layers as in its example programs).
template <long count, typename Below>
using Down = dlib::con<count, 5, 5, 2, 2, Below>;
template <long count, typename Below>
using Same = dlib::con<count, 5, 5, 1, 1, Below>;
template <typename Below>
using Downsampler = dlib::relu<dlib::affine<
    Down<32, dlib::relu<dlib::affine<Down<32, dlib::relu<dlib::affine<Down<16, Below>>>>>>>>>;
template <typename Below>
using Block = dlib::relu<dlib::affine<Same<45, Below>>>;
using FaceNet = dlib::loss_mmod<dlib::con<
    1, 9, 9, 1, 1,
    Block<Block<Block<Downsampler<dlib::input_rgb_image_pyramid<dlib::pyramid_down<6>>>>>>>>;

}  // namespace

struct CnnDetector::Network {
  std::filesystem::path file = FindDlibModel(kWeightsFile);
  std::mutex mutex;
  bool is_loaded = false;
  FaceNet net;

  void LoadOnce() {
    if (is_loaded) return;
    try {
      dlib::deserialize(file.string()) >> net;
    } catch (const dlib::error&) {
      throw Error(ErrorKind::kBadModel, file.string(), "not the network that is needed");
    }
    is_loaded = true;
  }
};

CnnDetector::CnnDetector() : network_(std::make_unique<Network>()) {}
CnnDetector::~CnnDetector() = default;

bool CnnDetector::IsAvailable() const { return !network_->file.empty(); }

std::vector<FaceProposal> CnnDetector::Propose(const cv::Mat3b& picture,
                                               const Progress& progress) const {
  if (!IsAvailable() || std::min(picture.rows, picture.cols) < kLeastSide) return {};
  const std::lock_guard lock(network_->mutex);
  progress.Checkpoint();
  network_->LoadOnce();
  dlib::matrix<dlib::rgb_pixel> pixels(picture.rows, picture.cols);
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; ++x) {
      const cv::Vec3b& p = picture(y, x);
      pixels(y, x) = dlib::rgb_pixel(p[0], p[1], p[2]);
    }
  }
  std::vector<FaceProposal> proposals;
  for (const dlib::mmod_rect& found : network_->net(pixels)) {
    const dlib::rectangle& box = found.rect;
    FaceProposal proposal;
    proposal.size = kSizeOfBox * static_cast<double>(box.width());
    proposal.center = {(box.left() + box.right()) / 2.0,
                       (box.top() + box.bottom()) / 2.0 + kCenterDown * proposal.size};
    proposal.score = found.detection_confidence;
    proposals.push_back(proposal);
  }
  progress.Checkpoint();
  return WithoutOverlaps(std::move(proposals));
}

}  // namespace heser
