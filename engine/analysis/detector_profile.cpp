#include <algorithm>
#include <filesystem>

#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include "engine/analysis/detector.h"

namespace heser {
namespace {

// Where Debian's and OpenCV's own installations put the cascades.
constexpr const char* kCascadeFolders[] = {"/usr/share/opencv4/haarcascades",
                                           "/usr/local/share/opencv4/haarcascades",
                                           "/usr/share/opencv/haarcascades"};
constexpr const char* kCascadeFile = "haarcascade_profileface.xml";

// The cascade's scale step and how many overlapping answers make a face.
constexpr double kScaleStep = 1.1;
constexpr int kLeastNeighbours = 3;

// The mesh's box in units of the cascade's: medians over 120 photos of turned heads.
constexpr double kSizeOfBox = 0.91;
constexpr double kCenterDown = 0.06;

std::filesystem::path FindCascade() {
  for (const char* folder : kCascadeFolders) {
    const std::filesystem::path file = std::filesystem::path(folder) / kCascadeFile;
    if (std::filesystem::exists(file)) return file;
  }
  return {};
}

std::vector<FaceProposal> Search(const std::filesystem::path& file, const cv::Mat1b& grey,
                                 double least_size) {
  cv::CascadeClassifier cascade;
  if (!cascade.load(file.string())) return {};
  std::vector<cv::Rect> boxes;
  std::vector<int> neighbours;
  const int least = static_cast<int>(least_size / kSizeOfBox);
  cascade.detectMultiScale(grey, boxes, neighbours, kScaleStep, kLeastNeighbours, 0,
                           {least, least});
  std::vector<FaceProposal> proposals;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const cv::Rect& box = boxes[i];
    FaceProposal proposal;
    proposal.center = {box.x + box.width / 2.0,
                       box.y + box.height / 2.0 + kCenterDown * box.height};
    proposal.size = kSizeOfBox * box.width;
    proposal.score = neighbours[i];
    proposals.push_back(proposal);
  }
  return proposals;
}

}  // namespace

std::vector<FaceProposal> ProfileDetector::Propose(const cv::Mat3b& picture, double least_size,
                                                   const Progress& progress) const {
  static const std::filesystem::path cascade = FindCascade();
  if (cascade.empty()) return {};
  cv::Mat1b grey;
  cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
  std::vector<FaceProposal> proposals = Search(cascade, grey, least_size);
  progress.Checkpoint();
  cv::Mat1b mirrored;
  cv::flip(grey, mirrored, 1);
  for (FaceProposal proposal : Search(cascade, mirrored, least_size)) {
    proposal.center.x = grey.cols - 1 - proposal.center.x;
    proposals.push_back(proposal);
  }
  progress.Checkpoint();
  return WithoutOverlaps(std::move(proposals));
}

}  // namespace heser
