#include "engine/training/turned_heads.h"

#include <fstream>
#include <functional>
#include <random>
#include <sstream>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "engine/aligner/destination_mesh.h"
#include "engine/aligner/posed_head.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "engine/training/npy.h"

namespace heser {
namespace {

// What the old head may have touched: its edge is soft.
constexpr double kHeadRim = 0.04;
// Near the body nobody knows whether neck, clothing or background stood behind the old head.
constexpr double kUnknownReach = 0.25;
constexpr double kMatteOfBackground = 0.05;
constexpr int kJpegQuality = 93;

HeadlessScene WithoutHead(const HeadView& view, const LabelMap& judged_labels) {
  const double face_size = view.face_size();
  const Mask body = MaskOf(view.labels, kBodyLabels);
  Mask old_head = Dilate(MaskOf(view.labels, kHeadLabels), kHeadRim * face_size);
  old_head.setTo(0, body);
  Mask background = view.matte < kMatteOfBackground;
  background.setTo(0, old_head);
  if (cv::countNonZero(background) == 0) background = ~old_head;

  const Mask unknown = old_head & Dilate(body, kUnknownReach * face_size);
  HeadlessScene scene;
  scene.color = PushPull(view.color, AlphaOf(background));
  // Under the chin a gap of background would mark the jaw as no photo does: neck goes on there.
  PushPull(view.color, AlphaOf(body)).copyTo(scene.color, unknown);
  view.color.copyTo(scene.color, ~old_head);
  scene.matte = view.matte.clone();
  scene.matte.setTo(0, old_head);
  scene.matte.setTo(1, unknown);
  scene.labels = judged_labels.clone();
  scene.labels.setTo(static_cast<std::uint8_t>(Label::kBackground), old_head);
  scene.labels.setTo(kUnjudged, unknown);
  return scene;
}

TrainingPhoto Composed(const TrainingPhoto& photo, const HeadlessScene& scene,
                       const AlignedHead& head) {
  TrainingPhoto turned;
  turned.name = photo.name;
  turned.identity = photo.identity;
  turned.weight = photo.weight;
  turned.mesh = head.mesh;
  turned.image = ToBytes(Mix(scene.color, head.color, head.alpha));
  turned.labels = scene.labels.clone();
  const Mask covered = MaskAbove(head.alpha, 0.5);
  head.labels.copyTo(turned.labels, covered);
  cv::Mat matte = cv::max(scene.matte, head.alpha);
  matte.convertTo(turned.matte, CV_8U, 255);
  return turned;
}

std::string StemOf(const TrainingPhoto& photo) {
  std::string stem = std::filesystem::path(photo.name).replace_extension().string();
  for (char& letter : stem) {
    if (letter == '/' || letter == '\\') letter = '_';
  }
  return stem;
}

void WritePicture(const std::filesystem::path& file, const cv::Mat& picture) {
  if (!cv::imwrite(file.string(), picture, {cv::IMWRITE_JPEG_QUALITY, kJpegQuality})) {
    throw Error(ErrorKind::kCannotWrite, file.string());
  }
}

void Write(const std::filesystem::path& folder, const std::string& stem,
           const TrainingPhoto& photo) {
  cv::Mat bgr;
  cv::cvtColor(photo.image, bgr, cv::COLOR_RGB2BGR);
  WritePicture(folder / (stem + ".jpg"), bgr);
  WritePicture(folder / (stem + "_labels.png"), photo.labels);
  WritePicture(folder / (stem + "_matte.png"), photo.matte);
  NpyArray mesh{{kMeshPointCount, 3}, {}};
  for (int i = 0; i < kMeshPointCount * 3; ++i) {
    mesh.values.push_back(static_cast<float>(photo.mesh.data()[i]));
  }
  WriteNpy(folder / (stem + "_mesh.npy"), mesh);
}

double Uniform(std::mt19937& random, double largest) {
  return std::uniform_real_distribution<double>(-largest, largest)(random);
}

/// Where a head goes on another body: its pose, some of its expression, and a turn from there.
FaceMesh DestinationOn(const TrainingPhoto& body, const TrainingPhoto& head,
                       const SwappedHeadsOptions& options, std::mt19937& random) {
  DestinationOptions destination;
  destination.expression = (1 + Uniform(random, 1)) / 2;
  destination.yaw = Uniform(random, options.largest_yaw);
  destination.pitch = Uniform(random, options.largest_pitch);
  destination.roll = Uniform(random, options.largest_roll);
  const double trust = 1;
  return MakeDestinationMesh(std::span(&head.mesh, 1), std::span(&trust, 1), 0, body.mesh,
                             DefaultFaceMeshModel(), destination);
}

HeadAngles RandomTurn(const TurnedHeadsOptions& options, std::mt19937& random) {
  std::uniform_real_distribution<double> yaw(options.smallest_yaw, options.largest_yaw);
  std::uniform_real_distribution<double> pitch(-options.largest_pitch, options.largest_pitch);
  HeadAngles turn;
  turn.yaw = yaw(random) * (random() % 2 == 0 ? 1 : -1);
  turn.pitch = pitch(random);
  return turn;
}

/// Photos of people that may be trained on, by number.
std::vector<std::size_t> ShownPhotos(std::span<const TrainingPhoto> photos) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < photos.size(); ++i) {
    if (!photos[i].held_out) shown.push_back(i);
  }
  return shown;
}

using MakeCopies = std::function<std::vector<TrainingPhoto>(const TrainingPhoto&, std::mt19937&)>;

/// Writes the copies that `make` makes of each photo, on all cores, and their manifest. Each
/// photo has random numbers of its own.
void PrepareHeads(std::span<const TrainingPhoto> photos, const std::filesystem::path& folder,
                  const std::string& suffix, std::uint32_t seed, const MakeCopies& make,
                  const Progress& progress) {
  std::filesystem::create_directories(folder);
  std::ofstream manifest(folder / "manifest.csv");
  manifest << "file,identity\n";
  const std::vector<std::size_t> shown = ShownPhotos(photos);
  std::vector<std::string> lines(shown.size());
  constexpr int kBlock = 64;
  const int count = static_cast<int>(shown.size());
  for (int begin = 0; begin < count; begin += kBlock) {
    progress.Report(static_cast<double>(begin) / count);
    const int end = std::min(count, begin + kBlock);
    cv::parallel_for_({begin, end}, [&](const cv::Range& range) {
      for (auto k = static_cast<std::size_t>(range.start); k < static_cast<std::size_t>(range.end);
           ++k) {
        const TrainingPhoto& photo = photos[shown[k]];
        std::seed_seq seeds{seed, static_cast<std::uint32_t>(shown[k])};
        std::mt19937 random(seeds);
        int copy = 0;
        for (const TrainingPhoto& made : make(photo, random)) {
          const std::string stem = StemOf(photo) + suffix + std::to_string(copy++);
          Write(folder, stem, made);
          lines[k] += stem + ".jpg," + photo.identity + '\n';
        }
      }
    });
    for (int k = begin; k < end; ++k) manifest << lines[static_cast<std::size_t>(k)];
    manifest.flush();
  }
  if (!manifest) throw Error(ErrorKind::kCannotWrite, (folder / "manifest.csv").string());
}

/// What Write wrote.
void ReadPrepared(const std::filesystem::path& folder, TrainingPhoto& photo) {
  const std::string stem = (folder / photo.name).replace_extension().string();
  photo.image = ReadTrainingPicture(stem + ".jpg", cv::IMREAD_COLOR);
  cv::cvtColor(photo.image, photo.image, cv::COLOR_BGR2RGB);
  photo.labels = ReadTrainingPicture(stem + "_labels.png", cv::IMREAD_GRAYSCALE);
  photo.matte = ReadTrainingPicture(stem + "_matte.png", cv::IMREAD_GRAYSCALE);
  photo.mesh = ReadMeshFile(stem + "_mesh.npy");
}

}  // namespace

HeadView ViewOf(const TrainingPhoto& photo) {
  HeadView view;
  view.window = cv::Rect({0, 0}, photo.image.size());
  view.color = FromBytes(photo.image);
  view.labels = photo.labels.clone();
  view.labels.setTo(static_cast<std::uint8_t>(Label::kBackground), photo.labels == kUnjudged);
  photo.matte.convertTo(view.matte, CV_32F, 1 / 255.0);
  view.mesh = photo.mesh;
  return view;
}

PhotoTurner::PhotoTurner(const TrainingPhoto& photo, const Progress& progress)
    : photo_(photo),
      view_(ViewOf(photo)),
      scene_(WithoutHead(view_, photo.labels)),
      surface_(BuildHeadSurface(view_, DefaultFaceMeshModel(), {}, progress)) {}

TrainingPhoto PhotoTurner::On(const TrainingPhoto& body, const FaceMesh& destination,
                              const Progress& progress) const {
  const HeadlessScene scene = WithoutHead(ViewOf(body), body.labels);
  return Composed(photo_, scene, RenderHead(surface_, destination, body.image.size(), progress));
}

TrainingPhoto PhotoTurner::Turned(const HeadAngles& turn, const Progress& progress) const {
  const FaceMesh destination = TurnMesh(surface_, RotationFromAngles(turn));
  return Composed(photo_, scene_, RenderHead(surface_, destination, photo_.image.size(), progress));
}

TrainingPhoto TurnedPhoto(const TrainingPhoto& photo, const HeadAngles& turn,
                          const Progress& progress) {
  return PhotoTurner(photo, progress).Turned(turn, progress);
}

void PrepareTurnedHeads(std::span<const TrainingPhoto> photos, const std::filesystem::path& folder,
                        const TurnedHeadsOptions& options, const Progress& progress) {
  const auto turn = [&](const TrainingPhoto& photo, std::mt19937& random) {
    const PhotoTurner turner(photo, progress);
    std::vector<TrainingPhoto> copies;
    copies.reserve(static_cast<std::size_t>(options.copies));
    for (int copy = 0; copy < options.copies; ++copy) {
      copies.push_back(turner.Turned(RandomTurn(options, random), progress));
    }
    return copies;
  };
  PrepareHeads(photos, folder, "_turned", options.seed, turn, progress);
}

void PrepareSwappedHeads(std::span<const TrainingPhoto> photos, const std::filesystem::path& folder,
                         const SwappedHeadsOptions& options, const Progress& progress) {
  const std::vector<std::size_t> bodies = ShownPhotos(photos);
  const auto swap = [&](const TrainingPhoto& photo, std::mt19937& random) {
    const PhotoTurner head(photo, progress);
    std::vector<TrainingPhoto> copies;
    copies.reserve(static_cast<std::size_t>(options.copies));
    for (int copy = 0; copy < options.copies; ++copy) {
      const TrainingPhoto& body = photos[bodies[random() % bodies.size()]];
      copies.push_back(head.On(body, DestinationOn(body, photo, options, random), progress));
    }
    return copies;
  };
  PrepareHeads(photos, folder, "_swapped", options.seed, swap, progress);
}

std::vector<TrainingPhoto> LoadTurnedHeads(const std::filesystem::path& folder,
                                           const Progress& progress) {
  std::ifstream manifest(folder / "manifest.csv");
  if (!manifest) throw Error(ErrorKind::kFileNotFound, (folder / "manifest.csv").string());
  std::vector<TrainingPhoto> photos;
  std::string line;
  std::getline(manifest, line);
  while (std::getline(manifest, line)) {
    const std::size_t comma = line.find(',');
    if (comma == std::string::npos) continue;
    TrainingPhoto& photo = photos.emplace_back();
    photo.name = line.substr(0, comma);
    photo.identity = line.substr(comma + 1);
    photo.prepared = true;
  }
  cv::parallel_for_({0, static_cast<int>(photos.size())}, [&](const cv::Range& range) {
    for (int k = range.start; k < range.end; ++k) {
      progress.Checkpoint();
      ReadPrepared(folder, photos[static_cast<std::size_t>(k)]);
    }
  });
  if (photos.empty()) throw Error(ErrorKind::kBadFile, folder.string(), "holds no turned heads");
  return photos;
}

}  // namespace heser
