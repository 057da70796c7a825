#include "engine/analysis/analyzer.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_crops.h"
#include "engine/analysis/face_finder.h"
#include "engine/analysis/face_reader.h"
#include "engine/analysis/label_reader.h"
#include "engine/analysis/lip_fit.h"
#include "engine/core/error.h"
#include "engine/core/process_memory.h"
#include "engine/core/resources.h"

namespace heser {
namespace {

cv::Rect OuterRect(const cv::Rect2d& box) {
  const cv::Point low(cvFloor(box.x), cvFloor(box.y));
  const cv::Point high(cvCeil(box.x + box.width), cvCeil(box.y + box.height));
  return {low, high};
}

/// The box around a quadrilateral's corners.
cv::Rect2d BoxAround(const std::vector<cv::Point2d>& corners) {
  cv::Point2d low = corners.front();
  cv::Point2d high = low;
  for (const cv::Point2d& corner : corners) {
    low = {std::min(low.x, corner.x), std::min(low.y, corner.y)};
    high = {std::max(high.x, corner.x), std::max(high.y, corner.y)};
  }
  return {low, high};
}

/// The window with sides that can be halved as often as `scale` asks: reducing is several times
/// faster then. What is cut off (a pixel or so of the reduced picture) lies where the photo goes
/// on.
cv::Rect Halvable(cv::Rect window, cv::Size photo, double scale) {
  const int step = 1 << std::max(0, cvFloor(-std::log2(scale)));
  const auto trim = [step](int& begin, int& length, int end) {
    const int excess = length % step;
    if (excess == length || (begin == 0 && length == end)) return;
    if (begin > 0) begin += excess;
    length -= excess;
  };
  trim(window.x, window.width, photo.width);
  trim(window.y, window.height, photo.height);
  return window;
}

/// A box of the photo brought to another scale.
struct PhotoPart {
  ColorImage pixels;
  cv::Matx23d part_from_photo;
};

PhotoPart CutPart(const Photo& photo, const cv::Rect& window, double scale) {
  PhotoPart part;
  part.pixels = photo.WorkingPixels(window, scale);
  const double x = static_cast<double>(part.pixels.cols) / window.width;
  const double y = static_cast<double>(part.pixels.rows) / window.height;
  part.part_from_photo = {x, 0, (0.5 - window.x) * x - 0.5, 0, y, (0.5 - window.y) * y - 0.5};
  return part;
}

ColorImage SamplePhoto(const Photo& photo, const cv::Matx23d& crop_from_photo, int size) {
  const cv::Matx23d photo_from_crop = InvertAffine(crop_from_photo);
  const double end = size;
  std::vector<cv::Point2d> corners;
  for (const cv::Point2d& corner :
       {cv::Point2d(-1, -1), cv::Point2d(end, -1), cv::Point2d(-1, end), cv::Point2d(end, end)}) {
    corners.push_back(ApplyAffine(photo_from_crop, corner));
  }
  const cv::Rect box = OuterRect(BoxAround(corners)) & photo.bounds();
  if (box.empty()) return ColorImage(size, size, cv::Vec3f(0, 0, 0));
  const double scale = std::hypot(crop_from_photo(0, 0), crop_from_photo(1, 0));
  const double part_scale = std::min(1.0, kSamplingReserve * scale);
  const PhotoPart part = CutPart(photo, Halvable(box, photo.size(), part_scale), part_scale);
  return SampleCrop(part.pixels, ComposeAffine(crop_from_photo, InvertAffine(part.part_from_photo)),
                    size);
}

/// The window of a head, within the photo: turned with the head, then the upright box around it.
cv::Rect HeadWindow(const FaceMesh& mesh, cv::Size photo, const AnalyzerOptions& options) {
  const double fs = FaceSize(mesh);
  const cv::Matx23d photo_from_upright =
      InvertAffine(CropFromPhoto(FaceCenter(mesh), 0.5, HeadRollDegrees(mesh), 1));
  const double side = options.view_left_right * fs;
  std::vector<cv::Point2d> corners;
  for (const double x : {-side, side}) {
    for (const double y : {-options.view_above * fs, options.view_below * fs}) {
      corners.push_back(ApplyAffine(photo_from_upright, {x, y}));
    }
  }
  return OuterRect(BoxAround(corners)) & cv::Rect({0, 0}, photo);
}

}  // namespace

struct Analyzer::Networks {
  explicit Networks(const Device& device)
      : head_net(HeadNet::Load(ModelPath("head_net.hwt"), device)),
        mesh_net(MeshNet::Load(ModelPath("mesh_net.hwt"), device)) {}

  FaceFinder finder;  // First: its detector unpacks itself while the networks are read.
  HeadNet head_net;
  MeshNet mesh_net;
};

Analyzer::Analyzer(const Device& device) {
  ReserveNetworkMemory();
  networks_ = std::make_unique<Networks>(device);
}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::vector<DetectedFace> Analyzer::DetectFaces(const Photo& photo, const AnalyzerOptions& options,
                                                const Progress& progress) const {
  options.Check();
  const FaceReader reader(networks_->head_net, networks_->mesh_net);
  const CropSampler sampler = [&](const cv::Matx23d& crop_from_photo, int size) {
    return SamplePhoto(photo, crop_from_photo, size);
  };
  const ReadFace read = [&](const FaceProposal& proposal) {
    return reader.Read(sampler, proposal, options.least_presence);
  };
  const SearchPicture picture{photo.size(), [&](int side) { return photo.Proxy(side); }};
  std::vector<DetectedFace> faces = networks_->finder.Find(picture, read, progress);
  // Only now: while searching, a face that is too small is a reason to stop, not to look on.
  std::erase_if(faces, [&](const auto& face) { return FaceSize(face.mesh) < options.least_face; });
  return faces;
}

HeadView Analyzer::ViewHead(const Photo& photo, const DetectedFace& face, double largest_face_size,
                            const AnalyzerOptions& options, const Progress& progress) const {
  options.Check();
  HeadView view;
  view.scale = std::min(1.0, largest_face_size / FaceSize(face.mesh));
  view.window = Halvable(HeadWindow(face.mesh, photo.size(), options), photo.size(), view.scale);
  if (view.window.empty()) throw Error(ErrorKind::kWrongUse, "face", "lies outside the photo");
  PhotoPart part = CutPart(photo, view.window, view.scale);
  progress.Report(0.2);
  view.color = std::move(part.pixels);
  view.mesh = TransformMesh(part.part_from_photo, face.mesh);
  HeadLabels read =
      ReadHeadLabels(networks_->head_net, view.color, view.mesh, progress.Part(0.2, 1));
  view.labels = std::move(read.labels);
  view.mesh = FitLips(view.mesh, view.color, view.labels);
  view.matte = std::move(read.matte);
  view.cut_left = view.window.x == 0;
  view.cut_top = view.window.y == 0;
  view.cut_right = view.window.br().x == photo.size().width;
  view.cut_bottom = view.window.br().y == photo.size().height;
  return view;
}

DetectedFace Analyzer::MeasureFace(const ColorImage& picture, const FaceMesh& guess) const {
  const FaceReader reader(networks_->head_net, networks_->mesh_net);
  return reader.Measure([&](const cv::Matx23d& crop_from_photo,
                            int size) { return SampleCrop(picture, crop_from_photo, size); },
                        guess);
}

}  // namespace heser
