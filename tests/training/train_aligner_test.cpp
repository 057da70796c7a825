#include "engine/training/train_aligner.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include <opencv2/imgproc.hpp>
#include <torch/optim/adam.h>
#include <torch/utils.h>

#include "engine/aligner/refinement_tensors.h"
#include "engine/core/error.h"
#include "engine/nn/network_summary.h"
#include "engine/nn/torch_weights.h"
#include "engine/training/aligner_task.h"
#include "synthetic_photos.h"

namespace heser {
namespace {

constexpr int kSize = 64;
constexpr double kMostGmac = 12;
constexpr std::int64_t kMostBytes = 20'000'000;

class TrainAlignerTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  std::filesystem::path root_;
  std::vector<RefinementScene> scenes_;

 private Q_SLOTS:
  void initTestCase() {
    root_ = folder_.path().toStdString();
    test::WriteSyntheticPhotos(root_ / "data", 4);
    const auto photos =
        LoadTrainingPhotos(root_ / "data", 0.3, {}, {.face_height = FaceHeightForScenes(kSize)});
    scenes_ = MakeRefinementScenes(photos, {.copies = 2, .size = kSize}, {});
  }

  void ScenesShowTheirPhotosHead() {
    QVERIFY(scenes_.size() >= 4);
    for (const RefinementScene& scene : scenes_) {
      // Each copy alone, and both together.
      QCOMPARE(scene.inputs.size(), std::size_t{3});
      QVERIFY(cv::countNonZero(scene.truth.alpha > 127) > kSize * kSize / 20);
      for (const RefinementInput& input : scene.inputs) {
        const Mask both = (input.alpha > 127) & (scene.truth.alpha > 127);
        const Mask either = (input.alpha > 127) | (scene.truth.alpha > 127);
        const double overlap =
            cv::countNonZero(both) / static_cast<double>(cv::countNonZero(either));
        QVERIFY2(overlap > 0.6, qPrintable(QString::number(overlap)));
      }
    }
  }

  void TheSameSeedDrawsTheSameSample() {
    const RefinementSampler sampler(scenes_);
    const auto draw = [&](unsigned seed) {
      std::mt19937 random(seed);
      return sampler.Draw(2, random);
    };
    QCOMPARE(cv::norm(draw(1).input.color, draw(1).input.color, cv::NORM_INF), 0.0);
    QVERIFY(cv::norm(draw(1).input.color, draw(2).input.color, cv::NORM_INF) > 0);
  }

  void DrawingLeavesTheScenesAlone() {
    const cv::Mat before = scenes_[0].inputs[0].sources[0].places.clone();
    const RefinementSampler sampler(scenes_);
    std::mt19937 random(1);
    for (int i = 0; i < 20; ++i) sampler.Draw(1, random);
    QCOMPARE(cv::norm(before, scenes_[0].inputs[0].sources[0].places, cv::NORM_INF), 0.0);
  }

  void PlacesAreInSamplingCoordinates() {
    RefinementInput input = scenes_[0].inputs[0];
    const short last = (kSize - 1) * kPlaceUnits;
    input.sources[0].places.setTo(cv::Scalar(0, last));
    const RefinementTensors tensors = UnpackRefinement(PackRefinement(std::span(&input, 1)));
    // Centres of the first and last pixel, where the picture reaches from -1 to 1.
    QVERIFY(std::abs(tensors.places[0][0][0][3][3].item<double>() - (1.0 / kSize - 1)) < 1e-6);
    QVERIFY(std::abs(tensors.places[0][0][1][3][3].item<double>() - (1 - 1.0 / kSize)) < 1e-6);
  }

  void ItLearnsToMendAnError() {
    torch::manual_seed(1);
    RefinementScene scene = scenes_[0];
    scene.held_out = false;
    scene.inputs.resize(1);
    scene.inputs[0].confidence.setTo(0);  // What is sure is not mended.
    scene.truth.color = scene.inputs[0].color + cv::Scalar(40, -20, 0);
    scene.truth.alpha = scene.inputs[0].alpha;
    AlignerTask task(CompactRefinement(), {scene}, 2,
                     {.adversarial_weight = 0, .labels_weight = 0, .landmarks_weight = 0}, {});
    torch::optim::Adam optimizer(task.network().parameters(), torch::optim::AdamOptions(1e-3));
    const TensorBatch batch = task.WholeBatch(1, 0);
    double first = 0;
    double last = 0;
    for (int i = 0; i < 25; ++i) {
      optimizer.zero_grad();
      const torch::Tensor loss = task.Loss(batch, 0);
      last = loss.item<double>();
      if (i == 0) first = last;
      loss.backward();
      optimizer.step();
    }
    QVERIFY2(last < 0.6 * first, qPrintable(QString("%1 to %2").arg(first).arg(last)));
  }

  void TheAdversaryJoinsLate() {
    AlignerTask task(CompactRefinement(), scenes_, 1, {}, {});
    torch::nn::Module& adversary = *task.companions().front();
    const torch::Tensor before = adversary.parameters().front().clone();
    task.Loss(task.WholeBatch(1, 0), 0.1);
    QVERIFY(torch::equal(before, adversary.parameters().front()));
    QVERIFY(std::isfinite(task.Loss(task.WholeBatch(1, 1), 0.9).item<double>()));
    QVERIFY(!torch::equal(before, adversary.parameters().front()));
  }

  void TheShippedNetworkIsSmall() {
    const RefinementPreset preset = CompactRefinement();
    RefinementNetwork network(preset);
    RefinementInput input = scenes_[0].inputs[0];
    const NetworkSummary summary = SummarizeNetwork(*network, [&] {
      network->forward(UnpackRefinement(PackRefinement(std::span(&input, 1))));
    });
    const double gmac = static_cast<double>(summary.multiplications()) / 1e9;
    const double scale = preset.crop / double{kSize};
    QVERIFY2(gmac > 0.05 && gmac * scale * scale < kMostGmac, qPrintable(QString::number(gmac)));
    QVERIFY(2 * summary.parameters() < kMostBytes);
  }

  void TrainingWritesWeightsThatFit() {
    TrainAlignerOptions options;
    options.data = root_ / "data";
    options.loop.out = root_ / "out";
    options.loop.steps = 2;
    options.loop.threads = 1;
    options.batch = 1;
    options.size = kSize;
    options.held_out_share = 0.3;
    options.scenes.copies = 1;
    TrainAligner(options, {});
    const RefinementPreset preset = CompactRefinement();
    RefinementNetwork network(preset);
    LoadInto(*network, root_ / "out" / "aligner_net.hwt", preset.architecture(),
             kRefinementVersion);
    QVERIFY(std::filesystem::exists(root_ / "out" / "aligner_net_sheets" / "sheet_0.jpg"));
    std::ifstream log(root_ / "out" / "aligner_net_log.csv");
    const std::string text{std::istreambuf_iterator<char>(log), {}};
    QVERIFY(text.find("psnr_refined") != std::string::npos);
  }

  void WrongOptionsAreRefused() {
    TrainAlignerOptions options;
    QVERIFY_THROWS_EXCEPTION(Error, options.Check());
    options.data = "x";
    options.loop.out = "y";
    options.Check();
    options.size = 100;
    QVERIFY_THROWS_EXCEPTION(Error, options.Check());
  }
};

}  // namespace
}  // namespace heser

QTEST_APPLESS_MAIN(heser::TrainAlignerTest)
#include "train_aligner_test.moc"
