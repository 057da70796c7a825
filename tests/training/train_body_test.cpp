#include "engine/training/train_body.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include <torch/optim/adamw.h>

#include "engine/blender/body_net.h"
#include "engine/blender/body_network.h"
#include "engine/core/error.h"
#include "engine/training/body_task.h"
#include "tests/training/synthetic_photos.h"

namespace heser {
namespace {

bool Equal(const cv::Mat1b& a, const cv::Mat1b& b) { return cv::countNonZero(a != b) == 0; }

std::string TextOf(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

class TrainBodyTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  std::filesystem::path data_;
  std::vector<BodyScene> scenes_;

  TrainBodyOptions SmallRun(const char* out) const {
    TrainBodyOptions options;
    options.data = data_;
    options.loop.out = std::filesystem::path(folder_.path().toStdString()) / out;
    options.loop.steps = 2;
    options.loop.threads = 1;
    options.batch = 2;
    options.held_out_share = 0.3;
    return options;
  }

 private Q_SLOTS:
  void initTestCase() {
    data_ = std::filesystem::path(folder_.path().toStdString()) / "data";
    test::WriteSyntheticPhotos(data_, 6);
    for (const TrainingPhoto& photo : LoadTrainingPhotos(data_, 0.3, {}, BodyCut())) {
      scenes_.push_back(MakeBodyScene(photo));
    }
  }

  void SamplesDependOnTheirSeedAlone() {
    std::mt19937 first(3);
    std::mt19937 same(3);
    std::mt19937 other(4);
    const BodySample sample = DrawBodySample(scenes_[0], scenes_, {}, first);
    const BodySample again = DrawBodySample(scenes_[0], scenes_, {}, same);
    QVERIFY(Equal(sample.seen.layer, again.seen.layer) && Equal(sample.truth, again.truth));
    QVERIFY(!Equal(sample.seen.layer, DrawBodySample(scenes_[0], scenes_, {}, other).seen.layer));
  }

  void WithoutJitterWhatIsSeenIsTrue() {
    std::mt19937 random(5);
    const BodySample sample =
        DrawBodySample(scenes_[0], scenes_, {.others = true, .jitter = false}, random);
    int hidden = 0;
    for (int y = 0; y < kBodyCropSize; ++y) {
      for (int x = 0; x < kBodyCropSize; ++x) {
        const std::uint8_t seen = sample.seen.layer(y, x);
        if (seen == SeenBody::kOutside) {
          QCOMPARE(int(sample.truth(y, x)), int(kUnjudged));
        } else if (seen == SeenBody::kHidden) {
          ++hidden;
        } else {
          QCOMPARE(int(sample.truth(y, x)), int(seen));
        }
      }
    }
    QVERIFY(hidden > 500);
  }

  void OthersHideMore() {
    const auto hidden = [&](bool others) {
      std::mt19937 random(5);
      int pixels = 0;
      for (const BodyScene& scene : scenes_) {
        const BodySample sample =
            DrawBodySample(scene, scenes_, {.others = others, .jitter = false}, random);
        pixels += cv::countNonZero(sample.seen.layer == int{SeenBody::kHidden});
      }
      return pixels;
    };
    QVERIFY(hidden(true) > hidden(false));
  }

  void TheNetworkLearnsAHandfulOfSamples() {
    torch::manual_seed(2);
    std::vector<BodyScene> shown(scenes_.begin(), scenes_.begin() + 2);
    for (BodyScene& scene : shown) scene.held_out = false;
    const auto task = MakeBodyTask(std::move(shown), 2, {});
    torch::optim::AdamW optimizer(task->network().parameters(), torch::optim::AdamWOptions(2e-3));
    const TensorBatch batch = task->WholeBatch(1, 1);
    double first = 0;
    double last = 0;
    for (int step = 0; step < 30; ++step) {
      optimizer.zero_grad();
      const torch::Tensor loss = task->Loss(batch, 0);
      loss.backward();
      optimizer.step();
      last = loss.item<double>();
      if (step == 0) first = last;
    }
    QVERIFY2(last < 0.5 * first, qPrintable(QStringLiteral("%1, then %2").arg(first).arg(last)));
  }

  void AShortRunWritesWeightsThatTheProductReads() {
    const TrainBodyOptions options = SmallRun("run");
    TrainBody(options, {});
    QVERIFY(TextOf(options.loop.out / "body_net_log.csv").find("clothing_iou") !=
            std::string::npos);
    QVERIFY(std::filesystem::exists(options.loop.out / "body_net_sheet.jpg"));
    const BodyNet net = BodyNet::Load(options.loop.out / "body_net.hwt", {});
    std::mt19937 random(5);
    const cv::Mat3f shares = net.Complete(DrawBodySample(scenes_[0], scenes_, {}, random).seen);
    QCOMPARE(shares.size(), cv::Size(kBodyCropSize, kBodyCropSize));
    const cv::Vec3f share = shares(60, 60);
    QVERIFY(std::abs(share[0] + share[1] + share[2] - 1) < 1e-4);
  }

  void ForeignWeightsAreRefused() {
    const std::filesystem::path file =
        std::filesystem::path(folder_.path().toStdString()) / "foreign.hwt";
    std::ofstream(file) << "no weights";
    QVERIFY_EXCEPTION_THROWN(BodyNet::Load(file, {}), Error);
  }

  void WrongOptionsAreRefused() {
    TrainBodyOptions options = SmallRun("wrong");
    options.batch = 0;
    QVERIFY_EXCEPTION_THROWN(TrainBody(options, {}), Error);
    options = SmallRun("wrong");
    options.data.clear();
    QVERIFY_EXCEPTION_THROWN(TrainBody(options, {}), Error);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::TrainBodyTest)
#include "train_body_test.moc"
