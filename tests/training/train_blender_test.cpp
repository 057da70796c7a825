#include "engine/training/train_blender.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include <torch/optim/adamw.h>

#include "engine/blender/blending_crop.h"
#include "engine/core/error.h"
#include "engine/nn/weights.h"
#include "engine/training/blender_sample.h"
#include "engine/training/blender_scene.h"
#include "engine/training/blender_task.h"
#include "tests/training/synthetic_photos.h"

namespace heser {
namespace {

std::vector<std::uint8_t> BytesOf(const cv::Mat& picture) {
  return {picture.data, picture.data + picture.total() * picture.elemSize()};
}

std::string TextOf(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

class TrainBlenderTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  std::filesystem::path data_;
  std::vector<TrainingPhoto> photos_;

  TrainBlenderOptions SmallRun(const char* out) const {
    TrainBlenderOptions options;
    options.data = data_;
    options.loop.out = std::filesystem::path(folder_.path().toStdString()) / out;
    options.loop.steps = 2;
    options.loop.threads = 1;
    options.batch = 2;
    options.size = 64;
    options.scenes = 1;
    options.held_out_share = 0.3;
    return options;
  }

 private Q_SLOTS:
  void initTestCase() {
    data_ = std::filesystem::path(folder_.path().toStdString()) / "data";
    test::WriteSyntheticPhotos(data_, 6);
    photos_ = LoadTrainingPhotos(data_, 0.3, {}, BlenderCut());
  }

  void ScenesTakeTheHeadOffAndLeaveTheRest() {
    const BlenderScene scene = MakeBlenderScene(photos_[0], photos_, {.heads = 2, .bodies = 2}, 7);
    QCOMPARE(scene.truth.size(), cv::Size(kBlendingCropSize, kBlendingCropSize));
    QCOMPARE(scene.heads.size(), std::size_t{2});
    QCOMPARE(scene.bodies.size(), std::size_t{2});
    for (const BlenderScene::Body& body : scene.bodies) {
      const cv::Mat head = scene.alpha > 250;
      QVERIFY(cv::countNonZero(head & (body.made_up == 0)) < 0.02 * cv::countNonZero(head));
      cv::Mat difference;
      cv::absdiff(scene.truth, body.plate, difference);
      difference.setTo(0, body.made_up > 0);
      difference = difference(scene.inside);
      QCOMPARE(cv::norm(difference, cv::NORM_INF), 0.0);
    }
  }

  void SamplesDependOnTheirSeedAlone() {
    const BlenderScene scene = MakeBlenderScene(photos_[0], photos_, {}, 7);
    std::mt19937 first(3);
    std::mt19937 same(3);
    std::mt19937 other(4);
    const auto bytes = BytesOf(DrawBlenderSample(scene, 128, first));
    QCOMPARE(bytes, BytesOf(DrawBlenderSample(scene, 128, same)));
    QVERIFY(bytes != BytesOf(DrawBlenderSample(scene, 128, other)));
  }

  void WhereNothingCoversSamplesAreTheTruth() {
    const BlenderScene scene = MakeBlenderScene(photos_[1], photos_, {}, 9);
    std::mt19937 random(5);
    for (int i = 0; i < 8; ++i) {
      const cv::Mat sample = DrawBlenderSample(scene, 160, random);
      for (int y = 0; y < sample.rows; ++y) {
        for (int x = 0; x < sample.cols; ++x) {
          const std::uint8_t* pixel =
              sample.ptr<std::uint8_t>(y) + std::ptrdiff_t{x} * kBlenderSampleChannels;
          if (pixel[6] != 0 || pixel[7] != 0 || pixel[12] == 0) continue;
          for (int c = 0; c < 3; ++c) QVERIFY(std::abs(pixel[c] - pixel[9 + c]) <= 1);
        }
      }
    }
  }

  void TheNetworkLearnsAHandfulOfSamples() {
    torch::manual_seed(2);
    std::vector<BlenderScene> scenes;
    scenes.push_back(MakeBlenderScene(photos_[0], photos_, {}, 7));
    scenes.back().held_out = false;
    PictureLossOptions losses;
    losses.adversarial_weight = 0;
    losses.labels_weight = 0;
    losses.landmarks_weight = 0;
    const auto task = MakeBlenderTask(CompactBlendingUnet(), std::move(scenes), 4, 64, losses, {});
    torch::optim::AdamW optimizer(task->network().parameters(), torch::optim::AdamWOptions(2e-3));
    const TensorBatch batch = task->WholeBatch(1, 1);
    double first = 0;
    double last = 0;
    for (int step = 0; step < 60; ++step) {
      optimizer.zero_grad();
      const torch::Tensor loss = task->Loss(batch, 0);
      loss.backward();
      optimizer.step();
      last = loss.item<double>();
      if (step == 0) first = last;
    }
    QVERIFY2(last < 0.6 * first, qPrintable(QStringLiteral("%1, then %2").arg(first).arg(last)));
  }

  void AShortRunWritesWeightsLogAndSheet() {
    const TrainBlenderOptions options = SmallRun("run");
    TrainBlender(options, {});
    const NetworkWeights weights =
        LoadWeights(options.loop.out / "blending_unet.hwt", "blending_unet", 1);
    QVERIFY(!weights.arrays.empty());
    const std::string log = TextOf(options.loop.out / "blending_unet_log.csv");
    QVERIFY(log.find("composite_psnr") != std::string::npos);
    QVERIFY(log.find("wide_ssim") != std::string::npos);
    QVERIFY(std::filesystem::exists(options.loop.out / "blending_unet_sheet.jpg"));
  }

  void ADryRunNeedsNoPhotos() {
    TrainBlenderOptions options;
    options.dry_run = true;
    options.size = 64;
    const std::string text = DescribeBlenderTraining(options);
    QVERIFY(text.find("GMAC") != std::string::npos);
    QVERIFY(text.find("one step: loss") != std::string::npos);
  }

  void WrongOptionsAreRefused() {
    TrainBlenderOptions options = SmallRun("wrong");
    options.size = 100;
    QVERIFY_EXCEPTION_THROWN(TrainBlender(options, {}), Error);
    options = SmallRun("wrong");
    options.data.clear();
    QVERIFY_EXCEPTION_THROWN(TrainBlender(options, {}), Error);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::TrainBlenderTest)
#include "train_blender_test.moc"
