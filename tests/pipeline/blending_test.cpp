#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <fstream>
#include <memory>

#include <opencv2/imgproc.hpp>

#include "engine/blender/blending_unet.h"
#include "engine/core/resources.h"
#include "engine/nn/torch_weights.h"
#include "engine/photo/photo_reader.h"
#include "engine/pipeline/swap_pipeline.h"
#include "tests/support/teacher_view.h"

namespace heser {
namespace {

constexpr char kSource[] = "portraits/faker/male_034.jpg";
constexpr char kTarget[] = "portraits/faker/female_016.jpg";

SwapRequest RequestWith(double network) {
  const auto read = [](const char* file) {
    return std::make_shared<const Photo>(ReadPhoto(test::SharedPhoto(file)));
  };
  SwapRequest request;
  request.sources.push_back({read(kSource), {}});
  request.target = {read(kTarget), {}};
  request.settings.resolution.largest_face = 160;
  request.settings.blender.network = network;
  return request;
}

const StageTime* TimeOf(const SwapResult& result, const std::string& stage) {
  const auto found = std::ranges::find(result.times, stage, &StageTime::stage);
  return found == result.times.end() ? nullptr : &*found;
}

bool Warns(const SwapResult& result) {
  return std::ranges::count(result.warnings, SwapWarning::Kind::kNoBlendingNetwork,
                            &SwapWarning::kind) == 1;
}

int Difference(const Photo& a, const Photo& b) {
  cv::Mat difference;
  cv::absdiff(a.samples(), b.samples(), difference);
  return cv::countNonZero(difference.reshape(1));
}

/// Weights that change something everywhere they may.
void WriteBusyWeights(const std::filesystem::path& file) {
  torch::manual_seed(5);
  BlendingUnet network(CompactBlendingUnet());
  {
    const torch::NoGradGuard no_gradients;
    for (auto& item : network->named_parameters()) {
      if (item.key() == "answer.weight") item.value().normal_(0, 0.05);
    }
  }
  SaveWeights(file, WeightsOf(*network, network->options().architecture, kBlendingUnetVersion));
}

}  // namespace

/// The blending network in the whole engine, with weights of its own.
class BlendingTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  std::filesystem::path weights_;
  std::unique_ptr<SwapPipeline> pipeline_;

 private Q_SLOTS:
  void initTestCase() {
    if (!test::SharedFolder()) QSKIP("the shared photos are not beside this checkout");
    const std::filesystem::path resources = ResourceFolder();
    const std::filesystem::path own = folder_.path().toStdString();
    std::filesystem::copy(resources / "models", own / "models");
    weights_ = own / "models" / "blending_unet.hwt";
    qputenv("HESER_RESOURCES", folder_.path().toUtf8());
  }

  void init() {
    WriteBusyWeights(weights_);
    pipeline_ = std::make_unique<SwapPipeline>(ResolvedDevice());
  }

  void ItChangesThePictureWithinTheBlendRegionAlone() {
    const SwapRequest request = RequestWith(1);
    const SwapResult without = pipeline_->Run(RequestWith(0), {});
    QVERIFY(TimeOf(without, "find_correction") == nullptr);
    const SwapResult result = pipeline_->Run(request, {});
    QVERIFY(Difference(*without.picture, *result.picture) > 1000);
    const cv::Rect window = result.target_view->window;
    Mask region(request.target.photo->size(), std::uint8_t{0});
    AlphaMap enlarged;
    cv::resize(result.blend->blend_region, enlarged, window.size(), 0, 0, cv::INTER_NEAREST);
    cv::Mat(enlarged > 0).copyTo(region(window));
    cv::Mat difference;
    cv::absdiff(request.target.photo->samples(), result.picture->samples(), difference);
    difference.setTo(0, region);
    QCOMPARE(cv::countNonZero(difference.reshape(1)), 0);
  }

  void ItsAmountRunsNeitherTheBlenderNorTheNetworkAgain() {
    SwapRequest request = RequestWith(1);
    pipeline_->Run(request, {});
    request.settings.blender.network = 0.5;
    const SwapResult result = pipeline_->Run(request, {});
    for (const char* stage : {"blend", "find_correction"}) {
      QVERIFY2(TimeOf(result, stage)->cached, stage);
    }
    QVERIFY(!TimeOf(result, "correct")->cached);
  }

  void PreviewsShowItToo() {
    SwapRequest request = RequestWith(1);
    request.quality = SwapQuality::kPreview;
    const SwapResult preview = pipeline_->Run(request, {});
    QVERIFY(TimeOf(preview, "correct") != nullptr);
    QVERIFY(cv::norm(preview.blend->color, preview.automatic_blend->color, cv::NORM_INF) > 0);
  }

  void WithoutItsWeightsGeometryGoesOnAndSaysSo() {
    const SwapResult geometry = pipeline_->Run(RequestWith(0), {});
    QVERIFY(!Warns(geometry));
    std::filesystem::remove(weights_);
    SwapPipeline without{ResolvedDevice()};
    const SwapResult result = without.Run(RequestWith(1), {});
    QVERIFY(Warns(result));
    QCOMPARE(Difference(*geometry.picture, *result.picture), 0);
  }

  void WithoutTheBodysNetworkRulesGoOnAndSaySo() {
    const std::filesystem::path file = weights_.parent_path() / "body_net.hwt";
    const std::filesystem::path aside = weights_.parent_path() / "aside.hwt";
    const auto warns = [](const SwapResult& result) {
      return std::ranges::count(result.warnings, SwapWarning::Kind::kNoBodyNetwork,
                                &SwapWarning::kind) == 1;
    };
    const SwapResult completed = pipeline_->Run(RequestWith(0), {});
    QVERIFY(!warns(completed));
    SwapRequest by_rules = RequestWith(0);
    by_rules.settings.blender.fill.complete_body = false;
    const SwapResult rules = pipeline_->Run(by_rules, {});
    QVERIFY(!warns(rules));
    QVERIFY(Difference(*completed.picture, *rules.picture) > 1000);
    std::filesystem::rename(file, aside);
    SwapPipeline without{ResolvedDevice()};
    const SwapResult result = without.Run(RequestWith(0), {});
    std::filesystem::rename(aside, file);
    QVERIFY(warns(result));
    QCOMPARE(Difference(*rules.picture, *result.picture), 0);
  }

  void ForeignWeightsAreRefusedInOneSentence() {
    std::ofstream(weights_) << "no weights";
    SwapPipeline foreign{ResolvedDevice()};
    QVERIFY(Warns(foreign.Run(RequestWith(1), {})));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::BlendingTest)
#include "blending_test.moc"
