#include "engine/training/refinement_samples.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include <opencv2/imgproc.hpp>

#include "engine/aligner/aligner.h"
#include "engine/aligner/head_exposure.h"
#include "engine/analysis/face_crops.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "engine/training/turned_heads.h"

namespace heser {
namespace {

// A little above the largest source in the product, 1.3 times the target's face.
constexpr double kFaceOverCropsFace = 1.45;
constexpr double kFaceHeightsPerCrop = 2.3;
// Turns from where on the product mends heads (HeadRefiner), drawn with this power: more of the
// smaller ones, because what a turn hides is made up, and there is no truth for what should be
// there.
constexpr double kLeastYaw = 12;
constexpr double kTurnPower = 1.3;
// How crops differ from HeadCropFromPhoto, so that frames are not learnt: share of the crop, log
// size, degrees.
constexpr double kCropShift = 0.03;
constexpr double kCropScale = 0.08;
constexpr double kCropRoll = 5;
// Copies are made coarser down to this, as sources are that are small.
constexpr double kCoarsest = 0.65;
// Photos that look aside show what turned targets look like, and are rare.
constexpr double kTurnedDegrees = 12;
constexpr double kTurnedWeight = 2;
// A pair's source is a photo as it was taken: what the product works with.
constexpr double kPairWeight = 3;

constexpr double kGain = 0.18;
constexpr double kGamma = 0.16;
constexpr double kCast = 0.05;
constexpr double kSoftShare = 0.2;
constexpr double kSoftest = 0.8;
constexpr double kNoiseShare = 0.2;
constexpr double kMostNoise = 5;

double Uniform(std::mt19937& random, double least, double most) {
  return std::uniform_real_distribution<double>(least, most)(random);
}

double Normal(std::mt19937& random, double sigma) {
  return std::normal_distribution<double>(0, sigma)(random);
}

/// Away from the photo's pose, the copies to both sides in turn.
HeadAngles RandomTurn(const RefinementSceneOptions& options, int copy, bool right,
                      std::mt19937& random) {
  HeadAngles turn;
  const double size = std::pow(Uniform(random, 0, 1), kTurnPower);
  const double side = (copy % 2 == 0) == right ? 1 : -1;
  turn.yaw = side * (kLeastYaw + size * (options.largest_yaw - kLeastYaw));
  turn.pitch = Uniform(random, -options.largest_pitch, options.largest_pitch);
  turn.roll = Uniform(random, -options.largest_roll, options.largest_roll);
  return turn;
}

cv::Matx23d RandomCrop(const FaceMesh& mesh, int size, std::mt19937& random) {
  const double half = size / 2.0;
  const double shift = kCropShift * size;
  const cv::Point2d center(half - 0.5 + Uniform(random, -shift, shift),
                           half - 0.5 + Uniform(random, -shift, shift));
  const double scale = std::exp(Uniform(random, -kCropScale, kCropScale));
  const cv::Matx23d off =
      CropFromPhoto(center, half * scale, Uniform(random, -kCropRoll, kCropRoll), size);
  return ComposeAffine(off, HeadCropFromPhoto(mesh, size));
}

/// The mesh as an analysis that errs would read it: turned a little about its middle.
FaceMesh Misread(const FaceMesh& mesh, double sigma, std::mt19937& random) {
  const Eigen::Matrix3d turn = RotationFromAngles({.yaw = Normal(random, sigma),
                                                   .pitch = Normal(random, sigma),
                                                   .roll = Normal(random, sigma / 4)});
  const Eigen::RowVector3d center = mesh.colwise().mean();
  FaceMesh misread;
  misread = ((mesh.rowwise() - center) * turn.transpose()).rowwise() + center;
  return misread;
}

/// The photo reduced.
TrainingPhoto Reduced(const TrainingPhoto& photo, double factor) {
  const cv::Size size(cvRound(photo.image.cols * factor), cvRound(photo.image.rows * factor));
  TrainingPhoto reduced = photo;
  cv::resize(photo.image, reduced.image, size, 0, 0, cv::INTER_AREA);
  cv::resize(photo.labels, reduced.labels, size, 0, 0, cv::INTER_NEAREST);
  cv::resize(photo.matte, reduced.matte, size, 0, 0, cv::INTER_AREA);
  const double scale = static_cast<double>(size.width) / photo.image.cols;
  const double shift = (scale - 1) / 2;
  reduced.mesh = TransformMesh(cv::Matx23d(scale, 0, shift, 0, scale, shift), photo.mesh);
  return reduced;
}

RefinementTruth TruthOf(const TrainingPhoto& photo, const HeadSurface& surface,
                        const cv::Matx23d& crop_from_photo, int size) {
  RefinementTruth truth;
  const SurfaceCrop crop = CropSurface(surface, crop_from_photo, size);
  truth.color = crop.color;
  truth.alpha = crop.alpha;
  cv::warpAffine(photo.labels != kUnjudged, truth.judged, crop_from_photo, {size, size},
                 cv::INTER_NEAREST, cv::BORDER_CONSTANT);
  return truth;
}

/// What the product's aligner makes of these surfaces where `mesh` (in a crop) is.
RefinementInput AlignInCrop(std::vector<std::shared_ptr<const HeadSurface>> surfaces,
                            const FaceMesh& mesh, int size, const Progress& progress) {
  AlignerInput input;
  input.sources = std::move(surfaces);
  input.target = mesh;
  input.size = {size, size};
  const AlignedHead head = AlignHeadAt(input, mesh, progress);
  std::vector<const HeadSurface*> shown;
  for (const std::size_t i : SourcesShown(input, mesh)) shown.push_back(input.sources[i].get());
  return MakeRefinementInput(head, shown, cv::Matx23d::eye(), size, progress);
}

std::shared_ptr<const HeadSurface> SurfaceOf(const TrainingPhoto& photo, const Progress& progress) {
  return std::make_shared<const HeadSurface>(
      BuildHeadSurface(ViewOf(photo), DefaultFaceMeshModel(), {}, progress));
}

RefinementScene TurnedScene(const TrainingPhoto& photo, std::uint32_t number,
                            const RefinementSceneOptions& options, const Progress& progress) {
  std::seed_seq seeds{options.seed, number};
  std::mt19937 random(seeds);
  const PhotoTurner turner(photo, progress);
  const cv::Matx23d crop_from_photo = RandomCrop(photo.mesh, options.size, random);
  const FaceMesh mesh = TransformMesh(crop_from_photo, photo.mesh);
  RefinementScene scene;
  scene.truth = TruthOf(photo, turner.surface(), crop_from_photo, options.size);

  const bool right = random() % 2 == 0;
  std::vector<std::shared_ptr<const HeadSurface>> copies;
  for (int copy = 0; copy < options.copies; ++copy) {
    TrainingPhoto turned = turner.Turned(RandomTurn(options, copy, right, random), progress);
    turned = Reduced(turned, Uniform(random, kCoarsest, 1));
    turned.mesh = Misread(turned.mesh, options.pose_error, random);
    copies.push_back(SurfaceOf(turned, progress));
    scene.inputs.push_back(AlignInCrop({copies.back()}, mesh, options.size, progress));
  }
  for (std::size_t count = 2; count <= std::min(copies.size(), kMostRefinementSources); ++count) {
    scene.inputs.push_back(
        AlignInCrop({copies.begin(), copies.begin() + static_cast<std::ptrdiff_t>(count)}, mesh,
                    options.size, progress));
  }
  const double angle =
      std::abs(AnglesFromRotation(PhotoFromHead(photo.mesh, DefaultFaceMeshModel()).rotation).yaw);
  scene.weight = angle > kTurnedDegrees ? kTurnedWeight : 1;
  return scene;
}

/// The truth in the exposure of the head that it is compared with.
void MatchExposure(const RefinementInput& input, RefinementTruth& truth) {
  AlignedHead head;
  head.color = FromBytes(input.color);
  input.alpha.convertTo(head.alpha, CV_32F, 1 / 255.0);
  input.confidence.convertTo(head.confidence, CV_32F, 1 / 255.0);
  head.labels = input.labels;
  AlignedHead other = head;
  other.color = FromBytes(truth.color);
  truth.color = ToBytes(Expose(other.color, ExposureGain(other, head)));
}

RefinementScene PairScene(const TrainingPhoto& photo, const TrainingPhoto& source,
                          std::uint32_t number, const RefinementSceneOptions& options,
                          const Progress& progress) {
  std::seed_seq seeds{options.seed, number, 2U};
  std::mt19937 random(seeds);
  const cv::Matx23d crop_from_photo = RandomCrop(photo.mesh, options.size, random);
  const FaceMesh mesh = TransformMesh(crop_from_photo, photo.mesh);
  RefinementScene scene;
  scene.truth = TruthOf(photo, *SurfaceOf(photo, progress), crop_from_photo, options.size);
  scene.inputs.push_back(AlignInCrop({SurfaceOf(source, progress)}, mesh, options.size, progress));
  MatchExposure(scene.inputs.front(), scene.truth);
  scene.weight = kPairWeight;
  return scene;
}

/// What is to be made: a photo's number and, for a pair, that of the other photo.
struct Task {
  std::size_t photo;
  std::optional<std::size_t> source;
};

std::vector<Task> TasksOf(std::span<const TrainingPhoto> photos) {
  std::vector<Task> tasks;
  std::map<std::string, std::vector<std::size_t>> people;
  for (std::size_t i = 0; i < photos.size(); ++i) {
    tasks.push_back({i, {}});
    if (photos[i].name.starts_with("same_person/")) people[photos[i].identity].push_back(i);
  }
  for (const auto& [identity, own] : people) {
    for (const std::size_t photo : own) {
      for (const std::size_t source : own) {
        if (photo != source) tasks.push_back({photo, source});
      }
    }
  }
  return tasks;
}

/// The same change of colours for several pictures.
class ColorChange {
 public:
  explicit ColorChange(std::mt19937& random) : table_(1, 256) {
    const double gain = std::exp(Uniform(random, -kGain, kGain));
    const double gamma = std::exp(Uniform(random, -kGamma, kGamma));
    for (int k = 0; k < 3; ++k) {
      const double channel = gain * std::exp(Uniform(random, -kCast, kCast));
      for (int i = 0; i < 256; ++i) {
        table_(i)[k] = cv::saturate_cast<std::uint8_t>(255 * channel * std::pow(i / 255.0, gamma));
      }
    }
  }
  void operator()(cv::Mat3b& picture) const {
    cv::Mat3b changed;
    cv::LUT(picture, table_, changed);
    picture = changed;
  }

 private:
  cv::Mat3b table_;
};

template <typename Picture>
void Flip(Picture& picture) {
  Picture mirrored;
  cv::flip(picture, mirrored, 1);
  picture = mirrored;
}

void Mirror(RefinementSample& sample) {
  RefinementInput& input = sample.input;
  Flip(input.color);
  Flip(input.alpha);
  Flip(input.confidence);
  Flip(input.labels);
  Flip(input.normals);
  // x of 128 + 127 n turns its sign; 0 stands for -128 and does not occur.
  input.normals.forEach(
      [](cv::Vec3b& n, const int*) { n[0] = cv::saturate_cast<std::uint8_t>(256 - n[0]); });
  for (RefinementSource& source : input.sources) {
    Flip(source.color);
    Flip(source.alpha);
    Flip(source.places);
    Flip(source.trust);
    const int last = (source.color.cols - 1) * kPlaceUnits;
    source.places.forEach([last](cv::Vec2s& place, const int*) {
      place[0] = cv::saturate_cast<short>(last - place[0]);
    });
  }
  Flip(sample.truth.color);
  Flip(sample.truth.alpha);
  Flip(sample.truth.judged);
}

void Soften(RefinementInput& input, double sigma) {
  const auto soften = [sigma](cv::Mat3b& picture) {
    cv::Mat3b soft;
    cv::GaussianBlur(picture, soft, {5, 5}, sigma);
    picture = soft;
  };
  soften(input.color);
  for (RefinementSource& source : input.sources) soften(source.color);
}

void AddNoise(RefinementInput& input, double sigma, std::mt19937& random) {
  cv::RNG generator(random());
  const auto spoil = [&](cv::Mat3b& picture) {
    cv::Mat3s noise(picture.size());
    generator.fill(noise, cv::RNG::NORMAL, 0, sigma);
    cv::Mat3b spoilt;
    cv::add(picture, noise, spoilt, cv::noArray(), CV_8U);
    picture = spoilt;
  };
  spoil(input.color);
  for (RefinementSource& source : input.sources) spoil(source.color);
}

}  // namespace

double FaceHeightForScenes(int crop_size) {
  return kFaceOverCropsFace * crop_size / kFaceHeightsPerCrop;
}

std::vector<RefinementScene> MakeRefinementScenes(std::span<const TrainingPhoto> photos,
                                                  const RefinementSceneOptions& options,
                                                  const Progress& progress) {
  DefaultFaceMeshModel();
  const std::vector<Task> tasks = TasksOf(photos);
  std::vector<RefinementScene> scenes(tasks.size());
  const int count = static_cast<int>(tasks.size());
  constexpr int kBlock = 256;
  for (int begin = 0; begin < count; begin += kBlock) {
    progress.Report(static_cast<double>(begin) / count);
    cv::parallel_for_(
        {begin, std::min(count, begin + kBlock)},
        [&](const cv::Range& range) {
          for (int i = range.start; i < range.end; ++i) {
            const auto& [photo, source] = tasks[static_cast<std::size_t>(i)];
            const auto number = static_cast<std::uint32_t>(i);
            RefinementScene& scene = scenes[static_cast<std::size_t>(i)];
            scene = source ? PairScene(photos[photo], photos[*source], number, options, {})
                           : TurnedScene(photos[photo], number, options, {});
            scene.name = photos[photo].name;
            scene.held_out = photos[photo].held_out;
          }
        },
        kBlock);
  }
  return scenes;
}

RefinementSampler::RefinementSampler(std::span<const RefinementScene> scenes)
    : choices_(kMostRefinementSources), sums_(kMostRefinementSources) {
  for (const RefinementScene& scene : scenes) {
    if (scene.held_out) continue;
    for (const RefinementInput& input : scene.inputs) {
      const std::size_t k = input.sources.size() - 1;
      choices_[k].push_back({&scene, &input});
      sums_[k].push_back(scene.weight + (sums_[k].empty() ? 0 : sums_[k].back()));
    }
  }
  if (choices_[0].empty()) throw Error(ErrorKind::kBadFile, "photos", "none to learn from");
}

RefinementSample RefinementSampler::Draw(std::size_t sources, std::mt19937& random) const {
  std::size_t k = std::min(sources, kMostRefinementSources) - 1;
  while (choices_[k].empty()) --k;
  const auto place = std::ranges::upper_bound(sums_[k], Uniform(random, 0, sums_[k].back()));
  const auto index = std::min<std::ptrdiff_t>(place - sums_[k].begin(),
                                              static_cast<std::ptrdiff_t>(sums_[k].size()) - 1);
  const Choice& choice = choices_[k][static_cast<std::size_t>(index)];
  // Pictures are shared with the scene: each change makes new ones.
  RefinementSample sample{*choice.input, choice.scene->truth};
  if (random() % 2 == 0) Mirror(sample);
  const ColorChange change(random);
  change(sample.input.color);
  for (RefinementSource& source : sample.input.sources) change(source.color);
  change(sample.truth.color);
  if (Uniform(random, 0, 1) < kSoftShare) Soften(sample.input, Uniform(random, 0.3, kSoftest));
  if (Uniform(random, 0, 1) < kNoiseShare) {
    AddNoise(sample.input, Uniform(random, 1, kMostNoise), random);
  }
  return sample;
}

}  // namespace heser
