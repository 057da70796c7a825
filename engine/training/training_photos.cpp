#include "engine/training/training_photos.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "engine/core/error.h"
#include "engine/training/npy.h"

namespace heser {
namespace {

constexpr double kGlassesWeight = 3;
constexpr double kHeadwearWeight = 6;
// Share of the cached picture above which glasses or headwear count as there.
constexpr double kGlassesShare = 0.002;
constexpr double kHeadwearShare = 0.01;

bool MayTrainOn(const std::string& file) {
  return file.starts_with("portraits/") || file.starts_with("same_person/");
}

/// Photo file -> identity, in the manifest's order of names.
std::map<std::string, std::string> ReadManifest(const std::filesystem::path& data) {
  const std::filesystem::path file = data / "manifest.csv";
  std::ifstream stream(file);
  if (!stream) throw Error(ErrorKind::kFileNotFound, file.string());
  std::map<std::string, std::string> identities;
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    std::istringstream fields(line);
    std::string photo;
    std::string identity;
    std::getline(fields, photo, ',');
    std::getline(fields, identity, ',');
    if (MayTrainOn(photo)) identities[photo] = identity;
  }
  return identities;
}

/// Cuts the head's surroundings out of a photo and reduces them.
void CutHead(const cv::Mat3b& image, const LabelMap& labels, const cv::Mat1b& matte,
             const FaceMesh& mesh, const TrainingCut& cut, TrainingPhoto& photo) {
  const Eigen::RowVector3d top = mesh.row(mesh_point::kForeheadTop);
  const Eigen::RowVector3d chin = mesh.row(mesh_point::kChin);
  const double face_height = (top - chin).norm();
  const Eigen::RowVector3d middle = (top + chin) / 2;
  const double half = cut.half_side * face_height;
  const cv::Rect wanted(static_cast<int>(middle.x() - half), static_cast<int>(middle.y() - half),
                        static_cast<int>(2 * half), static_cast<int>(2 * half));
  const cv::Rect window = wanted & cv::Rect({0, 0}, image.size());
  const double scale = std::min(1.0, cut.face_height / face_height);
  const cv::Size size(cvRound(window.width * scale), cvRound(window.height * scale));
  const double sx = static_cast<double>(size.width) / window.width;
  const double sy = static_cast<double>(size.height) / window.height;
  cv::resize(image(window), photo.image, size, 0, 0, cv::INTER_AREA);
  cv::resize(labels(window), photo.labels, size, 0, 0, cv::INTER_NEAREST);
  cv::resize(matte(window), photo.matte, size, 0, 0, cv::INTER_AREA);
  for (int i = 0; i < kMeshPointCount; ++i) {
    photo.mesh.row(i) << (mesh(i, 0) - window.x + 0.5) * sx - 0.5,
        (mesh(i, 1) - window.y + 0.5) * sy - 0.5, mesh(i, 2) * sx;
  }
}

double DrawingWeight(const LabelMap& labels) {
  const double pixels = static_cast<double>(labels.total());
  const double glasses = cv::countNonZero(MaskOf(labels, {Label::kGlasses})) / pixels;
  const double headwear = cv::countNonZero(MaskOf(labels, {Label::kHeadwear})) / pixels;
  if (headwear > kHeadwearShare) return kHeadwearWeight;
  return glasses > kGlassesShare ? kGlassesWeight : 1;
}

TrainingPhoto ReadPhoto(const std::filesystem::path& data, const std::string& file,
                        const TrainingCut& cut) {
  const std::filesystem::path photo_file = data / file;
  const std::string stem = (photo_file.parent_path() / photo_file.stem()).string();
  cv::Mat3b image = ReadTrainingPicture(photo_file, cv::IMREAD_COLOR);
  cv::cvtColor(image, image, cv::COLOR_BGR2RGB);
  const LabelMap labels =
      LabelsFromCelebAMask(ReadTrainingPicture(stem + "_parse.png", cv::IMREAD_GRAYSCALE));
  const cv::Mat1b matte = ReadTrainingPicture(stem + "_matte.png", cv::IMREAD_GRAYSCALE);
  if (labels.size() != image.size() || matte.size() != image.size()) {
    throw Error(ErrorKind::kBadFile, photo_file.string(), "and its labels differ in size");
  }
  TrainingPhoto photo;
  photo.name = file;
  CutHead(image, labels, matte, ReadMeshFile(stem + "_mesh.npy"), cut, photo);
  photo.weight = DrawingWeight(photo.labels);
  if (cut.depth) photo.depth = MakeHeadDepth(photo.labels, photo.mesh);
  return photo;
}

bool HasLabels(const std::filesystem::path& photo_file) {
  const std::string stem = (photo_file.parent_path() / photo_file.stem()).string();
  return std::filesystem::exists(stem + "_parse.png") &&
         std::filesystem::exists(stem + "_mesh.npy") &&
         std::filesystem::exists(stem + "_matte.png");
}

}  // namespace

FaceMesh ReadMeshFile(const std::filesystem::path& file) {
  const NpyArray array = ReadNpy(file);
  if (array.shape != std::vector<int>{kMeshPointCount, 3}) {
    throw Error(ErrorKind::kBadFile, file.string(), "does not hold 468 x 3 values");
  }
  FaceMesh mesh;
  for (int i = 0; i < kMeshPointCount; ++i) {
    for (int k = 0; k < 3; ++k) mesh(i, k) = array.values[static_cast<std::size_t>(i * 3 + k)];
  }
  return mesh;
}

cv::Mat ReadTrainingPicture(const std::filesystem::path& file, int flags) {
  cv::Mat picture = cv::imread(file.string(), flags);
  if (picture.empty()) throw Error(ErrorKind::kBadFile, file.string(), "cannot be read");
  return picture;
}

bool IsHeldOut(const std::string& identity, double held_out_share) {
  // FNV-1a: std::hash may differ from library to library.
  std::uint64_t hash = 14695981039346656037U;
  for (const char letter : identity) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211U;
  }
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdU;
  hash ^= hash >> 33;
  return static_cast<double>(hash % 10000) < held_out_share * 10000;
}

std::vector<TrainingPhoto> LoadTrainingPhotos(const std::filesystem::path& data,
                                              double held_out_share, const Progress& progress,
                                              const TrainingCut& cut) {
  std::vector<std::pair<std::string, std::string>> wanted;
  for (const auto& [file, identity] : ReadManifest(data)) {
    if (HasLabels(data / file)) wanted.emplace_back(file, identity);
  }
  if (wanted.empty()) throw Error(ErrorKind::kBadFile, data.string(), "holds no labelled photos");
  DefaultFaceMeshModel();
  std::vector<TrainingPhoto> photos(wanted.size());
  constexpr int kBlock = 32;
  const int count = static_cast<int>(wanted.size());
  for (int begin = 0; begin < count; begin += kBlock) {
    progress.Report(static_cast<double>(begin) / count);
    cv::parallel_for_({begin, std::min(count, begin + kBlock)}, [&](const cv::Range& range) {
      for (int i = range.start; i < range.end; ++i) {
        const auto k = static_cast<std::size_t>(i);
        photos[k] = ReadPhoto(data, wanted[k].first, cut);
        photos[k].identity = wanted[k].second;
        photos[k].held_out = IsHeldOut(photos[k].identity, held_out_share);
      }
    });
  }
  return photos;
}

}  // namespace heser
