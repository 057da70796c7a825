#include "engine/training/training_sample.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_crops.h"
#include "engine/training/drawn_backgrounds.h"
#include "engine/training/random_draws.h"

namespace heser {
namespace {

/// Nearly normal: the sum of three uniform numbers, deviation 1/3 of `range`.
double Bell(std::mt19937& random, double range) {
  return (Uniform(random, -1, 1) + Uniform(random, -1, 1) + Uniform(random, -1, 1)) / 3 * range;
}

/// A change of a crop about its middle: shift in sides, turn in degrees, scales.
cv::Matx23d CropChange(int size, cv::Point2d shift, double degrees, double scale, double aspect) {
  const double middle = (size - 1) / 2.0;
  const double radians = degrees * std::numbers::pi / 180;
  const double sx = scale * aspect;
  const double sy = scale / aspect;
  const double c = std::cos(radians);
  const double s = std::sin(radians);
  cv::Matx23d m(sx * c, -sx * s, 0, sy * s, sy * c, 0);
  m(0, 2) = middle + shift.x * size - m(0, 0) * middle - m(0, 1) * middle;
  m(1, 2) = middle + shift.y * size - m(1, 0) * middle - m(1, 1) * middle;
  return m;
}

/// Wide: HeadNet is asked about crops of a detector's box, MeshNet about crops of HeadNet's labels
/// and mesh, which are nearer.
cv::Matx23d RandomCropChange(int size, CropKind kind, std::mt19937& random) {
  const bool head = kind == CropKind::kHead;
  const double shift = head ? 0.2 : 0.1;
  const double turn = head ? 50 : 28;
  return CropChange(size, {Bell(random, shift), Bell(random, shift)}, Bell(random, turn),
                    std::exp(Bell(random, head ? 0.5 : 0.33)), std::exp(Bell(random, 0.08)));
}

cv::Matx23d HalfFromWhole() { return {0.5, 0, -0.25, 0, 0.5, -0.25}; }

// Beyond this offset, in sides of the crop, a crop does not show the whole face.
constexpr double kFaceReach = 0.5;

int BorderModeOf(std::uint32_t choice) {
  return choice % 4 == 0 ? cv::BORDER_CONSTANT : cv::BORDER_REPLICATE;
}

}  // namespace

SampleMaker::SampleMaker(std::span<const TrainingPhoto> photos, CropKind kind, int size,
                         AugmentationOptions options)
    : photos_(photos), kind_(kind), size_(size), options_(options) {
  for (std::size_t i = 0; i < photos.size(); ++i) {
    if (photos[i].held_out) continue;
    Pool& pool = photos[i].prepared ? prepared_ : plain_;
    const double sum = pool.weights.empty() ? 0 : pool.weights.back();
    pool.photos.push_back(i);
    pool.weights.push_back(sum + photos[i].weight);
  }
}

const TrainingPhoto& SampleMaker::DrawPhoto(const Pool& pool, std::mt19937& random) const {
  const double place = Uniform(random, 0, pool.weights.back());
  const auto found = std::upper_bound(pool.weights.begin(), pool.weights.end(), place);
  const auto k = std::min<std::size_t>(static_cast<std::size_t>(found - pool.weights.begin()),
                                       pool.photos.size() - 1);
  return photos_[pool.photos[k]];
}

TrainingSample SampleMaker::Sample(const TrainingPhoto& photo, const HeadAngles& turn,
                                   const cv::Matx23d& crop_from_plain_crop, bool mirrored) const {
  const bool turned = turn.yaw != 0 || turn.pitch != 0;
  const FaceMesh mesh = turned ? TurnMesh(photo.mesh, photo.depth, turn) : photo.mesh;
  cv::Matx23d crop_from_photo =
      kind_ == CropKind::kHead ? HeadCropFromPhoto(mesh, size_) : MeshCropFromPhoto(mesh, size_);
  crop_from_photo = ComposeAffine(crop_from_plain_crop, crop_from_photo);

  TrainingSample sample;
  const cv::Size whole(size_, size_);
  const cv::Size half(size_ / 2, size_ / 2);
  if (turned) {
    const cv::Mat2f places = TurnedPlaces(photo.depth, turn, crop_from_photo, size_);
    cv::remap(photo.image, sample.image, places, cv::noArray(), cv::INTER_LINEAR,
              cv::BORDER_REPLICATE);
    if (kind_ == CropKind::kHead) {
      cv::Mat2f coarse;
      cv::resize(places, coarse, half, 0, 0, cv::INTER_AREA);
      cv::remap(photo.labels, sample.labels, coarse, cv::noArray(), cv::INTER_NEAREST,
                cv::BORDER_CONSTANT, kUnjudged);
      cv::remap(photo.matte, sample.matte, coarse, cv::noArray(), cv::INTER_LINEAR,
                cv::BORDER_REPLICATE);
    }
  } else {
    cv::warpAffine(photo.image, sample.image, crop_from_photo, whole, cv::INTER_LINEAR,
                   BorderModeOf(static_cast<std::uint32_t>(std::abs(crop_from_photo(0, 2)) * 100)));
    if (kind_ == CropKind::kHead) {
      const cv::Matx23d half_from_photo = ComposeAffine(HalfFromWhole(), crop_from_photo);
      cv::warpAffine(photo.labels, sample.labels, half_from_photo, half, cv::INTER_NEAREST,
                     cv::BORDER_CONSTANT, kUnjudged);
      cv::warpAffine(photo.matte, sample.matte, half_from_photo, half, cv::INTER_LINEAR,
                     cv::BORDER_REPLICATE);
    }
  }
  FaceMesh in_crop = TransformMesh(crop_from_photo, mesh);
  if (mirrored) {
    for (cv::Mat* picture :
         {static_cast<cv::Mat*>(&sample.image), static_cast<cv::Mat*>(&sample.labels),
          static_cast<cv::Mat*>(&sample.matte)}) {
      if (!picture->empty()) cv::flip(*picture, *picture, 1);
    }
    in_crop = MirrorMesh(in_crop, size_, DefaultFaceMeshModel());
  }
  const double middle = (size_ - 1) / 2.0;
  in_crop.leftCols<2>().array() -= middle;
  // Depth has no zero of its own: the mean is as good as any.
  in_crop.col(2).array() -= in_crop.col(2).mean();
  sample.mesh = in_crop / size_;
  return sample;
}

TrainingSample SampleMaker::Plain(const TrainingPhoto& photo, const HeadAngles& turn) const {
  return Sample(photo, turn, cv::Matx23d(1, 0, 0, 0, 1, 0), false);
}

TrainingSample SampleMaker::Jittered(const TrainingPhoto& photo, const HeadAngles& turn,
                                     std::mt19937& random) const {
  return Sample(photo, turn, RandomCropChange(size_, kind_, random), Chance(random, 0.5));
}

cv::Matx23d SampleMaker::CropBesideTheFace(const TrainingPhoto& photo, std::mt19937& random) const {
  const cv::Matx23d plain = kind_ == CropKind::kHead ? HeadCropFromPhoto(photo.mesh, size_)
                                                     : MeshCropFromPhoto(photo.mesh, size_);
  const double middle = (size_ - 1) / 2.0;
  while (true) {
    const cv::Point2d place = ApplyAffine(
        plain, {Uniform(random, 0, photo.image.cols), Uniform(random, 0, photo.image.rows)});
    const double scale = std::exp(Uniform(random, std::log(0.5), std::log(6.0)));
    const cv::Point2d shift = (cv::Point2d(middle, middle) - place) * (scale / size_);
    const bool shows_face = scale < 2 && cv::norm(shift) < kFaceReach * std::max(1.0, scale);
    if (!shows_face) return CropChange(size_, shift, Bell(random, 40), scale, 1);
  }
}

TrainingSample SampleMaker::Faceless(std::mt19937& random) const {
  const TrainingPhoto& photo = DrawPhoto(plain_, random);
  cv::Matx23d change;
  switch (random() % 6) {
    case 0:  // Far off: half a face at most.
    {
      const double angle = Uniform(random, 0, 2 * std::numbers::pi);
      const double distance = Uniform(random, kFaceReach, 0.9);
      change = CropChange(size_, {distance * std::cos(angle), distance * std::sin(angle)},
                          Bell(random, 60), std::exp(Bell(random, 0.4)), 1);
      break;
    }
    case 1:  // Much too far.
      change = CropChange(size_, {Bell(random, 0.3), Bell(random, 0.3)}, Bell(random, 30),
                          Uniform(random, 0.2, 0.4), 1);
      break;
    case 2:  // Lying or upside down.
      change = CropChange(size_, {Bell(random, 0.2), Bell(random, 0.2)}, Uniform(random, 90, 270),
                          std::exp(Bell(random, 0.3)), 1);
      break;
    default:  // Clothing, hands, badges, background, parts of a face seen too near.
      change = CropBesideTheFace(photo, random);
  }
  TrainingSample sample = Sample(photo, {}, change, Chance(random, 0.5));
  sample.has_face = false;
  if (!sample.labels.empty()) sample.labels.setTo(kUnjudged);
  return sample;
}

cv::Mat3b SampleMaker::PieceOfAnotherPhoto(std::mt19937& random) const {
  const TrainingPhoto& other = DrawPhoto(plain_, random);
  const int side = std::min(other.image.cols, other.image.rows);
  const int window = static_cast<int>(side * Uniform(random, 0.2, 0.9));
  const cv::Rect place(static_cast<int>(Uniform(random, 0, other.image.cols - window)),
                       static_cast<int>(Uniform(random, 0, other.image.rows - window)), window,
                       window);
  cv::Mat piece;
  cv::resize(other.image(place), piece, {size_, size_});
  cv::blur(piece, piece, {5, 5});
  return piece;
}

TrainingSample SampleMaker::BeforeDrawnBackground(TrainingSample sample,
                                                  std::mt19937& random) const {
  const cv::Mat1b hair = sample.labels == static_cast<int>(Label::kHair);
  cv::Mat small;
  cv::resize(sample.image, small, sample.labels.size(), 0, 0, cv::INTER_AREA);
  const cv::Scalar mean = cv::mean(small, hair);
  const cv::Vec3b color(cv::saturate_cast<std::uint8_t>(mean[0]),
                        cv::saturate_cast<std::uint8_t>(mean[1]),
                        cv::saturate_cast<std::uint8_t>(mean[2]));
  sample.image = sample.image.clone();
  const bool as_hair = Chance(random, 0.5) && cv::countNonZero(hair) > 0;
  PutBefore(DrawBackground({size_, size_}, as_hair ? &color : nullptr, random), sample);
  return sample;
}

void SampleMaker::PutBefore(const cv::Mat3b& background, TrainingSample& sample) const {
  cv::Mat alpha;
  cv::resize(sample.matte, alpha, sample.image.size());
  for (int y = 0; y < size_; ++y) {
    auto* pixel = sample.image.ptr<cv::Vec3b>(y);
    const auto* behind = background.ptr<cv::Vec3b>(y);
    const auto* weight = alpha.ptr<std::uint8_t>(y);
    for (int x = 0; x < size_; ++x) {
      const int w = weight[x];
      for (int k = 0; k < 3; ++k) {
        pixel[x][k] = static_cast<std::uint8_t>((pixel[x][k] * w + behind[x][k] * (255 - w)) / 255);
      }
    }
  }
}

TrainingSample SampleMaker::Draw(std::mt19937& random) const {
  TrainingSample sample;
  if (Chance(random, options_.faceless_share)) {
    sample = Faceless(random);
  } else {
    const bool prepared = !prepared_.photos.empty() && Chance(random, options_.prepared_share);
    const TrainingPhoto& photo = DrawPhoto(prepared ? prepared_ : plain_, random);
    HeadAngles turn;
    if (!prepared && Chance(random, options_.turned_share)) {
      turn.yaw = Uniform(random, -options_.largest_yaw, options_.largest_yaw);
      turn.pitch = Bell(random, options_.largest_pitch * 1.5);
    }
    sample = Jittered(photo, turn, random);
    if (kind_ == CropKind::kHead && Chance(random, options_.background_share)) {
      if (Chance(random, options_.drawn_share)) {
        sample = BeforeDrawnBackground(std::move(sample), random);
      } else {
        PutBefore(PieceOfAnotherPhoto(random), sample);
      }
    }
  }
  DisturbColors(sample, random);
  return sample;
}

namespace {

void ChangeTones(cv::Mat3b& image, std::mt19937& random) {
  const double gain = std::exp(Bell(random, 0.7));
  const double gamma = std::exp(Bell(random, 0.6));
  cv::Mat table(1, 256, CV_8UC3);
  for (int k = 0; k < 3; ++k) {
    const double channel_gain = gain * std::exp(Bell(random, 0.25));
    const double lift = Bell(random, 0.08);
    for (int i = 0; i < 256; ++i) {
      const double value = channel_gain * std::pow(i / 255.0, gamma) + lift;
      table.at<cv::Vec3b>(0, i)[k] = cv::saturate_cast<std::uint8_t>(value * 255);
    }
  }
  cv::LUT(image, table, image);
}

void ChangeSaturation(cv::Mat3b& image, std::mt19937& random) {
  const float s = Chance(random, 0.12) ? 0.F : static_cast<float>(std::exp(Bell(random, 0.8)));
  const float r = (1 - s) * 0.3F;
  const float g = (1 - s) * 0.59F;
  const float b = (1 - s) * 0.11F;
  cv::transform(image, image, cv::Matx33f(r + s, g, b, r, g + s, b, r, g, b + s));
}

void LoseResolution(cv::Mat3b& image, std::mt19937& random) {
  if (Chance(random, 0.5)) {
    cv::GaussianBlur(image, image, {0, 0}, Uniform(random, 0.5, 2.0) * image.cols / 256.0);
    return;
  }
  const double factor = Uniform(random, 0.25, 0.7);
  cv::Mat small;
  cv::resize(image, small, {}, factor, factor, cv::INTER_AREA);
  cv::resize(small, image, image.size(), 0, 0,
             Chance(random, 0.3) ? cv::INTER_NEAREST : cv::INTER_LINEAR);
}

void AddNoise(cv::Mat3b& image, std::mt19937& random) {
  const int strength = 1 + static_cast<int>(random() % 9);
  std::uint32_t state = random() | 1U;
  for (int y = 0; y < image.rows; ++y) {
    std::uint8_t* row = image.ptr<std::uint8_t>(y);
    for (int x = 0; x < image.cols * 3; ++x) {
      state ^= state << 13;
      state ^= state >> 17;
      state ^= state << 5;
      // Two uniform numbers: a triangle, near enough to sensor noise.
      const int noise = static_cast<int>(state & 255) + static_cast<int>((state >> 8) & 255) - 255;
      row[x] = cv::saturate_cast<std::uint8_t>(row[x] + noise * strength / 128);
    }
  }
}

/// A disc or bar of a colour or of the picture's own other side, over part of it.
void CoverPart(TrainingSample& sample, std::mt19937& random) {
  const int size = sample.image.cols;
  cv::Mat1b cover(size, size, std::uint8_t{0});
  const cv::Point2f middle(static_cast<float>(Uniform(random, 0.1, 0.9) * size),
                           static_cast<float>(Uniform(random, 0.2, 1.0) * size));
  const cv::Size2f extent(static_cast<float>(Uniform(random, 0.05, 0.35) * size),
                          static_cast<float>(Uniform(random, 0.05, 0.35) * size));
  cv::ellipse(cover, cv::RotatedRect(middle, extent, static_cast<float>(Uniform(random, 0, 180))),
              255, cv::FILLED);
  if (Chance(random, 0.5)) {
    sample.image.setTo(
        cv::Scalar(Uniform(random, 0, 255), Uniform(random, 0, 255), Uniform(random, 0, 255)),
        cover);
  } else {
    cv::Mat turned;
    cv::flip(sample.image, turned, 0);
    turned.copyTo(sample.image, cover);
  }
  if (sample.labels.empty()) return;
  cv::Mat coarse;
  cv::resize(cover, coarse, sample.labels.size(), 0, 0, cv::INTER_AREA);
  sample.labels.setTo(kUnjudged, coarse > 0);
}

}  // namespace

void DisturbColors(TrainingSample& sample, std::mt19937& random) {
  ChangeTones(sample.image, random);
  ChangeSaturation(sample.image, random);
  if (Chance(random, 0.2)) LoseResolution(sample.image, random);
  if (Chance(random, 0.12)) CoverPart(sample, random);
  if (Chance(random, 0.4)) AddNoise(sample.image, random);
}

}  // namespace heser
