#include <QTemporaryDir>
#include <QtTest>

#include "engine/analysis/face_crops.h"
#include "engine/analysis/head_net.h"
#include "engine/analysis/head_network.h"
#include "engine/analysis/mesh_net.h"
#include "engine/analysis/mesh_network.h"
#include "engine/core/error.h"
#include "engine/nn/torch_weights.h"

namespace heser {
namespace {

ColorImage Noise(int size) {
  ColorImage image(size, size);
  cv::theRNG().state = 7;
  cv::randu(image, 0, 1);
  return image;
}

}  // namespace

class NetworksTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::filesystem::path File(const char* name) const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

 private Q_SLOTS:
  void HeadNetworkAnswersAtHalfSizeForEverySide() {
    HeadNetwork network;
    network->eval();
    const torch::NoGradGuard no_gradients;
    for (const int side : {64, 256}) {
      const HeadNetworkOutput output = network->forward(torch::zeros({2, 3, side, side}));
      QVERIFY(output.scores.sizes() == torch::IntArrayRef({2, kLabelCount, side / 2, side / 2}));
      QVERIFY(output.matte.sizes() == torch::IntArrayRef({2, 1, side / 2, side / 2}));
      QVERIFY(output.mesh.sizes() == torch::IntArrayRef({2, kMeshPointCount, 3}));
      QVERIFY(output.presence.sizes() == torch::IntArrayRef({2}));
    }
  }

  void FoldingTheNormalisationKeepsTheAnswer() {
    torch::manual_seed(1);
    HeadNetwork network;
    const torch::Tensor crops = torch::randn({4, 3, 64, 64});
    network->train();
    for (int i = 0; i < 3; ++i) network->forward(crops);
    network->eval();
    const torch::NoGradGuard no_gradients;
    const HeadNetworkOutput before = network->forward(crops);
    PrepareForInference(*network);
    const HeadNetworkOutput after = network->forward(crops);
    QVERIFY(torch::allclose(before.scores, after.scores, 1e-3, 1e-4));
    QVERIFY(torch::allclose(before.mesh, after.mesh, 1e-3, 1e-4));
  }

  void SavedHeadWeightsRunBehindThePlainInterface() {
    torch::manual_seed(2);
    HeadNetwork network;
    SaveWeights(File("head.hwt"), WeightsOf(*network, kHeadNetworkName, kHeadNetworkVersion));
    const HeadNet head_net = HeadNet::Load(File("head.hwt"), {});
    const ColorImage crop = Noise(kHeadCropSize);
    const HeadPrediction one = head_net.Run(crop);
    QCOMPARE(one.probabilities.size(), cv::Size(128, 128));
    QCOMPARE(one.probabilities.channels(), kLabelCount);
    QCOMPARE(one.matte.size(), cv::Size(128, 128));
    QVERIFY(one.presence > 0 && one.presence < 1);
    const cv::Scalar middle_sum = cv::sum(one.probabilities(cv::Rect(60, 60, 1, 1)).reshape(1));
    QVERIFY(std::abs(middle_sum[0] - 1) < 1e-4);
    const std::vector<ColorImage> crops = {ColorImage::zeros(256, 256), crop};
    const std::vector<HeadPrediction> batch = head_net.Run(crops);
    QCOMPARE(batch.size(), std::size_t{2});
    QVERIFY((batch[1].mesh - one.mesh).cwiseAbs().maxCoeff() < 0.05);
    QVERIFY_EXCEPTION_THROWN(head_net.Run(Noise(128)), Error);
  }

  void SavedMeshWeightsRunBehindThePlainInterface() {
    torch::manual_seed(3);
    MeshNetwork network;
    torch::Tensor start = torch::zeros({kMeshPointCount, 3});
    start[mesh_point::kNoseTip][0] = 0.25F;
    network->SetMeanMesh(start);
    SaveWeights(File("mesh.hwt"), WeightsOf(*network, kMeshNetworkName, kMeshNetworkVersion));
    const MeshNet mesh_net = MeshNet::Load(File("mesh.hwt"), {});
    const MeshPrediction prediction = mesh_net.Run(ColorImage::zeros(128, 128));
    // The mean mesh lies a quarter of the crop to the right of its middle.
    QVERIFY(std::abs(prediction.mesh(mesh_point::kNoseTip, 0) - (63.5 + 32)) < 8);
    QVERIFY_EXCEPTION_THROWN(mesh_net.Run(Noise(256)), Error);
  }

  void WeightsOfAnotherNetworkAreRefused() {
    MeshNetwork network;
    SaveWeights(File("mesh.hwt"), WeightsOf(*network, kMeshNetworkName, kMeshNetworkVersion));
    try {
      HeadNet::Load(File("mesh.hwt"), {});
      QFAIL("was loaded");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), ErrorKind::kBadModel);
      QCOMPARE(error.detail(), std::string("holds weights of mesh_network where head_network is "
                                           "wanted"));
    }
  }

  void AnotherShapeAMissingAndAnUnknownArrayAreRefused() {
    MeshNetwork network;
    const NetworkWeights good = WeightsOf(*network, kMeshNetworkName, kMeshNetworkVersion);
    const auto refusal = [&](const NetworkWeights& weights) {
      SaveWeights(File("bad.hwt"), weights);
      try {
        MeshNet::Load(File("bad.hwt"), {});
      } catch (const Error& error) {
        return error.detail();
      }
      return std::string();
    };
    NetworkWeights bad = good;
    bad.arrays[0].shape.push_back(1);
    QCOMPARE(refusal(bad), good.arrays[0].name + " has another shape");
    bad = good;
    const std::string lost = bad.arrays.back().name;
    bad.arrays.pop_back();
    QCOMPARE(refusal(bad), "lacks " + lost);
    bad = good;
    bad.arrays[0].name = "unheard_of";
    QCOMPARE(refusal(bad), std::string("holds unheard_of, which the network does not have"));
  }

  void CropsShowTheFaceUprightAndInTheMiddle() {
    const FaceMeshModel& model = DefaultFaceMeshModel();
    const Eigen::Matrix3d rotation = RotationFromAngles({.yaw = 60, .pitch = 10, .roll = 25});
    const Similarity3 photo_from_head{200, rotation, {500, 400, 0}};
    const FaceMesh mesh = photo_from_head.Apply(model.mean);
    QVERIFY(std::abs(HeadRollDegrees(mesh) - 25) < 0.5);
    const FaceMesh in_crop = TransformMesh(MeshCropFromPhoto(mesh), mesh);
    QVERIFY(cv::norm(FaceCenter(in_crop) - cv::Point2d(63.5, 63.5)) < 0.5);
    QVERIFY(std::abs(FaceSize(in_crop) - 128 / 1.5) < 0.5);
    const FaceMesh in_head_crop = TransformMesh(HeadCropFromPhoto(mesh), mesh);
    const double height =
        (in_head_crop.row(mesh_point::kForeheadTop) - in_head_crop.row(mesh_point::kChin)).norm();
    QVERIFY(std::abs(height - 256 / 2.3) < 0.5);
    const double middle =
        (in_head_crop(mesh_point::kForeheadTop, 1) + in_head_crop(mesh_point::kChin, 1)) / 2;
    QVERIFY(std::abs(middle - (127.5 + 0.12 * height)) < 0.5);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::NetworksTest)
#include "networks_test.moc"
