#include "engine/training/train_analysis.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include <torch/optim/adamw.h>

#include "engine/analysis/head_net.h"
#include "engine/core/error.h"
#include "engine/training/analysis_task.h"
#include "synthetic_photos.h"

namespace heser {
namespace {

std::string Contents(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The loss before and after a few steps on one batch.
std::pair<double, double> LossesOnOneBatch(AnalysisTask& task, const TrainingBatch& batch) {
  torch::optim::AdamW optimizer(task.network().parameters(), torch::optim::AdamWOptions(1e-3));
  task.network().train();
  double first = 0;
  double last = 0;
  for (int i = 0; i < 6; ++i) {
    optimizer.zero_grad();
    const torch::Tensor loss = task.Loss(batch);
    last = loss.item<double>();
    if (i == 0) first = last;
    loss.backward();
    optimizer.step();
  }
  return {first, last};
}

}  // namespace

class TrainAnalysisTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  std::filesystem::path root_;

  TrainAnalysisOptions Options(const char* out) const {
    TrainAnalysisOptions options;
    options.data = root_ / "data";
    options.loop.out = root_ / out;
    options.loop.steps = 4;
    options.batch = 4;
    options.size = 64;
    options.held_out_share = 0.3;
    options.loop.threads = 1;
    return options;
  }

 private Q_SLOTS:
  void RotationsAreMeasuredWhateverTheSize() {
    constexpr double kDegrees = 180 / 3.14159265358979;
    const FaceMesh& mean = DefaultFaceMeshModel().mean;
    const torch::Tensor truth = TensorOfMesh(mean).unsqueeze(0);
    for (const double size : {0.7, 1.0, 1.4}) {
      const Similarity3 turn{size, RotationFromAngles({.pitch = 5}), {0.1, -0.2, 0.3}};
      const torch::Tensor turned = TensorOfMesh(turn.Apply(mean)).unsqueeze(0);
      const double degrees =
          RotationError(turned, truth).square().sum().sqrt().item<double>() * kDegrees;
      QVERIFY2(std::abs(degrees - 5) < 0.1, qPrintable(QString::number(degrees)));
    }
  }

  void initTestCase() {
    root_ = folder_.path().toStdString();
    test::WriteSyntheticPhotos(root_ / "data", 12);
  }

  void StepsLowerTheLossOfBothNetworks() {
    torch::manual_seed(1);
    const auto photos = LoadTrainingPhotos(root_ / "data", 0.3, {});
    for (const CropKind kind : {CropKind::kHead, CropKind::kMesh}) {
      const SampleMaker maker(photos, kind, kind == CropKind::kHead ? 64 : 128, {});
      std::mt19937 random(3);
      std::vector<TrainingSample> samples;
      for (int i = 0; i < 4; ++i) samples.push_back(maker.Draw(random));
      const auto task =
          kind == CropKind::kHead ? MakeHeadTask(FaceMesh::Zero()) : MakeMeshTask(FaceMesh::Zero());
      const auto [first, last] = LossesOnOneBatch(*task, FromBytes(BytesOfSamples(samples)));
      QVERIFY2(last < 0.95 * first, qPrintable(QString("%1 -> %2").arg(first).arg(last)));
    }
  }

  void AnInterruptedRunEndsLikeAnUninterruptedOne() {
    TrainAnalysis(Options("whole"), {});
    CancelSwitch cancel;
    const Progress half(
        [&](double fraction, std::string_view) {
          if (fraction > 0.5) cancel.Cancel();
        },
        cancel);
    QVERIFY_EXCEPTION_THROWN(TrainAnalysis(Options("parts"), half), Cancelled);
    QVERIFY(!std::filesystem::exists(root_ / "parts" / "head_net.hwt"));
    TrainAnalysisOptions rest = Options("parts");
    rest.loop.resume = true;
    TrainAnalysis(rest, {});
    const std::string whole = Contents(root_ / "whole" / "head_net.hwt");
    QVERIFY(whole.size() > 1000000);
    QVERIFY(whole == Contents(root_ / "parts" / "head_net.hwt"));
    HeadNet::Load(root_ / "whole" / "head_net.hwt", {});
  }

  void OtherSeedsGiveOtherWeights() {
    TrainAnalysisOptions options = Options("other");
    options.loop.steps = 1;
    TrainAnalysis(options, {});
    const std::string first = Contents(root_ / "other" / "head_net.hwt");
    options.loop.out = root_ / "another";
    options.loop.seed = 2;
    TrainAnalysis(options, {});
    QVERIFY(first != Contents(root_ / "another" / "head_net.hwt"));
  }

  void ResumingWithoutACheckpointIsAnError() {
    TrainAnalysisOptions options = Options("nothing");
    options.loop.resume = true;
    QVERIFY_EXCEPTION_THROWN(TrainAnalysis(options, {}), Error);
  }

  void SettingsOutOfRangeAreRefused() {
    TrainAnalysisOptions options = Options("refused");
    options.size = 100;
    QVERIFY_EXCEPTION_THROWN(options.Check(), Error);
    options = Options("refused");
    options.batch = 1;
    QVERIFY_EXCEPTION_THROWN(options.Check(), Error);
    options = Options("refused");
    options.data.clear();
    QVERIFY_EXCEPTION_THROWN(options.Check(), Error);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::TrainAnalysisTest)
#include "train_analysis_test.moc"
