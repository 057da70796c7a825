#include "engine/evaluation/identity_judge.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <dlib/dnn.h>
#include <dlib/image_transforms.h>
#include <dlib/opencv.h>

#include "engine/core/error.h"
#include "engine/core/resources.h"

namespace heser {
namespace {

constexpr const char* kWeightsFile = "dlib_face_recognition_resnet_model_v1.dat";

// How the network's training pictures were cut.
constexpr unsigned long kChipSize = 150;
constexpr double kChipPadding = 0.25;

constexpr int kNoseBase = 2;

// He et al. (CVPR 2016) in dlib's shape (layers as in its example programs): five levels of
// residual blocks, 128 outputs.
template <template <int, template <typename> class, int, typename> class Block, int count,
          template <typename> class Norm, typename Below>
using Residual = dlib::add_prev1<Block<count, Norm, 1, dlib::tag1<Below>>>;
template <template <int, template <typename> class, int, typename> class Block, int count,
          template <typename> class Norm, typename Below>
using ResidualDown = dlib::add_prev2<
    dlib::avg_pool<2, 2, 2, 2, dlib::skip1<dlib::tag2<Block<count, Norm, 2, dlib::tag1<Below>>>>>>;
template <int count, template <typename> class Norm, int stride, typename Below>
using Bottleneck = Norm<
    dlib::con<count, 3, 3, 1, 1, dlib::relu<Norm<dlib::con<count, 3, 3, stride, stride, Below>>>>>;
template <int count, typename Below>
using Res = dlib::relu<Residual<Bottleneck, count, dlib::affine, Below>>;
template <int count, typename Below>
using ResDown = dlib::relu<ResidualDown<Bottleneck, count, dlib::affine, Below>>;
template <typename Below>
using Level0 = ResDown<256, Below>;
template <typename Below>
using Level1 = Res<256, Res<256, ResDown<256, Below>>>;
template <typename Below>
using Level2 = Res<128, Res<128, ResDown<128, Below>>>;
template <typename Below>
using Level3 = Res<64, Res<64, Res<64, ResDown<64, Below>>>>;
template <typename Below>
using Level4 = Res<32, Res<32, Res<32, Below>>>;
using Stem = dlib::max_pool<
    3, 3, 2, 2,
    dlib::relu<dlib::affine<dlib::con<32, 7, 7, 2, 2, dlib::input_rgb_image_sized<kChipSize>>>>>;
using RecognitionNet = dlib::loss_metric<
    dlib::fc_no_bias<128, dlib::avg_pool_everything<Level0<Level1<Level2<Level3<Level4<Stem>>>>>>>>;

dlib::point PointOf(const FaceMesh& mesh, int index) {
  return {std::lround(mesh(index, 0)), std::lround(mesh(index, 1))};
}

/// What dlib's predictor of five landmarks would say.
dlib::full_object_detection FiveLandmarks(const FaceMesh& mesh) {
  return {{},
          {PointOf(mesh, mesh_point::kEyeRightOuter), PointOf(mesh, mesh_point::kEyeRightInner),
           PointOf(mesh, mesh_point::kEyeLeftOuter), PointOf(mesh, mesh_point::kEyeLeftInner),
           PointOf(mesh, kNoseBase)}};
}

using Chip = dlib::matrix<dlib::rgb_pixel>;

Chip FaceChip(const ColorImage& picture, const FaceMesh& mesh) {
  cv::Mat bytes = ToBytes(picture);
  const dlib::cv_image<dlib::rgb_pixel> view(bytes);
  Chip chip;
  dlib::extract_image_chip(
      view, dlib::get_face_chip_details(FiveLandmarks(mesh), kChipSize, kChipPadding), chip);
  return chip;
}

}  // namespace

struct IdentityJudge::Network {
  RecognitionNet net;
};

bool IdentityJudge::IsAvailable() { return !FindDlibModel(kWeightsFile).empty(); }

IdentityJudge::IdentityJudge() : network_(std::make_unique<Network>()) {
  const std::string file = FindDlibModel(kWeightsFile).string();
  if (file.empty()) throw Error(ErrorKind::kBadModel, kWeightsFile, "not found");
  try {
    dlib::deserialize(file) >> network_->net;
  } catch (const dlib::error&) {
    throw Error(ErrorKind::kBadModel, file, "not the network that is needed");
  }
}

IdentityJudge::~IdentityJudge() = default;

std::vector<double> IdentityJudge::Features(const ColorImage& picture, const FaceMesh& mesh) {
  std::vector<Chip> chips = {FaceChip(picture, mesh)};
  chips.push_back(dlib::fliplr(chips.front()));
  const std::vector<dlib::matrix<float, 0, 1>> described = network_->net(chips);
  std::vector<double> features(static_cast<std::size_t>(described.front().size()));
  for (std::size_t i = 0; i < features.size(); ++i) {
    features[i] = described[0](static_cast<long>(i)) + described[1](static_cast<long>(i));
  }
  const double length = std::sqrt(Similarity(features, features));
  for (double& value : features) value /= length;
  return features;
}

double Similarity(const std::vector<double>& a, const std::vector<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace heser
