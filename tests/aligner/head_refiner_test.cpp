#include "engine/aligner/head_refiner.h"

#include <QTemporaryDir>
#include <QtTest>

#include <opencv2/imgproc.hpp>

#include "engine/aligner/posed_head.h"
#include "engine/aligner/refinement_input.h"
#include "engine/aligner/refinement_network.h"
#include "engine/analysis/face_crops.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "engine/nn/torch_weights.h"
#include "synthetic_head.h"

namespace heser {
namespace {

constexpr int kPictureSize = 400;

AlignerInput InputOf(const HeadSurface& surface) {
  AlignerInput input;
  input.sources = {std::make_shared<const HeadSurface>(surface)};
  input.target = surface.mesh;
  input.size = {kPictureSize, kPictureSize};
  return input;
}

bool SamePictures(const AlignedHead& a, const AlignedHead& b) {
  return cv::norm(a.color, b.color, cv::NORM_INF) == 0 &&
         cv::norm(a.alpha, b.alpha, cv::NORM_INF) == 0 &&
         cv::norm(a.labels, b.labels, cv::NORM_INF) == 0 &&
         cv::norm(a.confidence, b.confidence, cv::NORM_INF) == 0 && a.box == b.box;
}

/// Weights that change much.
void WriteRandomWeights(const std::filesystem::path& file, const RefinementPreset& preset) {
  torch::manual_seed(3);
  RefinementNetwork network(preset);
  const torch::NoGradGuard no_gradients;
  for (torch::Tensor& parameter : network->parameters()) {
    parameter.add_(torch::randn_like(parameter) * 0.02);
  }
  SaveWeights(file, WeightsOf(*network, preset.architecture(), kRefinementVersion));
}

}  // namespace

class HeadRefinerTest : public QObject {
  Q_OBJECT

 private:
  test::SyntheticHead synthetic_;
  HeadSurface surface_;
  AlignedHead head_;
  QTemporaryDir folder_;
  std::filesystem::path weights_;

 private Q_SLOTS:
  void initTestCase() {
    surface_ = BuildHeadSurface(synthetic_.view(), synthetic_.model(), {}, {});
    // Turned far, and still towards the camera.
    const FaceMesh turned = TurnMesh(surface_, RotationFromAngles({.yaw = 8, .pitch = 20}));
    head_ = AlignHeadAt(InputOf(surface_), turned, {});
    weights_ = std::filesystem::path(folder_.path().toStdString()) / "aligner_net.hwt";
    WriteRandomWeights(weights_, CompactRefinement());
  }

  void AnUntrainedNetworkChangesNothing() {
    const HeadRefiner refiner = HeadRefiner::Untrained({});
    const HeadCorrection correction = refiner.Correct(head_, InputOf(surface_), {});
    QCOMPARE(cv::norm(correction.color, cv::NORM_INF), 0.0);
    QVERIFY(SamePictures(ApplyCorrection(head_, correction, 1), head_));
  }

  void AmountZeroChangesNothing() {
    const HeadRefiner refiner = HeadRefiner::Load(weights_, {});
    const HeadCorrection correction = refiner.Correct(head_, InputOf(surface_), {});
    QVERIFY(cv::norm(correction.color, cv::NORM_INF) > 0.01);
    QVERIFY(SamePictures(ApplyCorrection(head_, correction, 0), head_));
    QVERIFY(!SamePictures(ApplyCorrection(head_, correction, 1), head_));
  }

  void WhatWasSeenWellStays() {
    const HeadRefiner refiner = HeadRefiner::Load(weights_, {});
    const AlignedHead refined =
        ApplyCorrection(head_, refiner.Correct(head_, InputOf(surface_), {}), 1);
    const Mask doubtful = Mask(head_.confidence < 0.5f) & Mask(head_.alpha > 0.5f);
    QVERIFY(cv::countNonZero(doubtful) > 0);
    const cv::Matx23d crop = HeadCropFromPhoto(head_.mesh, kHeadCropSize);
    const double crop_pixel = 1 / std::hypot(crop(0, 0), crop(1, 0));
    const Mask seen = ~cv::Mat(Dilate(doubtful, 30 * crop_pixel)) & Mask(head_.alpha > 0.5f);
    QVERIFY(cv::countNonZero(seen) > 0);
    cv::Mat difference;
    cv::absdiff(refined.color, head_.color, difference);
    QVERIFY(cv::norm(difference, cv::NORM_INF, seen) < 0.004);
    QVERIFY(cv::norm(difference, cv::NORM_INF, doubtful) > 0.02);
  }

  void HeadsThatWereHardlyTurnedOrLookAsideStay() {
    const HeadRefiner refiner = HeadRefiner::Load(weights_, {});
    for (const double yaw : {8.0, 25.0, 50.0}) {
      const FaceMesh turned = TurnMesh(surface_, RotationFromAngles({.yaw = yaw}));
      const AlignedHead head = AlignHeadAt(InputOf(surface_), turned, {});
      const HeadCorrection correction = refiner.Correct(head, InputOf(surface_), {});
      QVERIFY(SamePictures(ApplyCorrection(head, correction, 1), head));
    }
  }

  void NothingOfTheTargetIsSeen() {
    // The target is a mesh to the aligner, and to the refinement not even that: only the head that
    // was made in its pose counts.
    const HeadRefiner refiner = HeadRefiner::Load(weights_, {});
    AlignerInput input = InputOf(surface_);
    const HeadCorrection one = refiner.Correct(head_, input, {});
    for (int i = 0; i < kMeshPointCount; ++i) input.target(i, 0) *= 1.2;
    const HeadCorrection other = refiner.Correct(head_, input, {});
    QCOMPARE(cv::norm(one.color, other.color, cv::NORM_INF), 0.0);
    QCOMPARE(cv::norm(one.alpha, other.alpha, cv::NORM_INF), 0.0);
  }

  void AFileOfAnotherNetworkIsRefused() {
    QVERIFY_THROWS_EXCEPTION(Error, HeadRefiner::Load("/nonexistent.hwt", {}));
    const std::filesystem::path foreign = weights_.parent_path() / "foreign.hwt";
    SaveWeights(foreign, {"head_network", kRefinementVersion, {{"x", {1}, {0}}}});
    QVERIFY_THROWS_EXCEPTION(Error, HeadRefiner::Load(foreign, {}));
  }

  void PlacesLeadToTheSamePointOfTheSource() {
    const int size = kHeadCropSize;
    const cv::Matx23d crop = HeadCropFromPhoto(head_.mesh, size);
    const HeadSurface* shown[] = {&surface_};
    const RefinementInput input = MakeRefinementInput(head_, shown, crop, size, {});
    const cv::Matx23d source_crop = HeadCropFromPhoto(surface_.mesh, size);
    // Of the nose's tip, in both crops.
    const auto in = [](const cv::Matx23d& transform, const FaceMesh& mesh) {
      return ApplyAffine(transform, {mesh(mesh_point::kNoseTip, 0), mesh(mesh_point::kNoseTip, 1)});
    };
    const cv::Point2d here = in(crop, head_.mesh);
    const cv::Point2d there = in(source_crop, surface_.mesh);
    const cv::Vec2s place =
        input.sources[0].places(cvRound((here.y - 0.5) / 2), cvRound((here.x - 0.5) / 2));
    QVERIFY(std::abs(place[0] / double{kPlaceUnits} - there.x) < 3);
    QVERIFY(std::abs(place[1] / double{kPlaceUnits} - there.y) < 3);
  }

  void ACorrectionStandsWhereTheCropStands() {
    HeadCorrection correction{cv::Mat3f::zeros(kHeadCropSize, kHeadCropSize),
                              cv::Mat1f::zeros(kHeadCropSize, kHeadCropSize)};
    const cv::Matx23d crop = HeadCropFromPhoto(head_.mesh, kHeadCropSize);
    const cv::Point2d nose(head_.mesh(mesh_point::kNoseTip, 0),
                           head_.mesh(mesh_point::kNoseTip, 1));
    const cv::Point2d middle = ApplyAffine(crop, nose);
    cv::circle(correction.color, middle, 12, cv::Scalar(-0.2, 0, 0), cv::FILLED);
    const AlignedHead refined = ApplyCorrection(head_, correction, 0.5);
    const int x = cvRound(nose.x);
    const int y = cvRound(nose.y);
    QVERIFY(std::abs(refined.color(y, x)[0] - head_.color(y, x)[0] + 0.1) < 0.01);
    QCOMPARE(refined.color(y, x)[1], head_.color(y, x)[1]);
    QCOMPARE(cv::norm(refined.alpha, head_.alpha, cv::NORM_INF), 0.0);
  }

  void AHazeBecomesAnOutline() {
    const auto lost_by = [&](float haze) {
      const HeadCorrection correction{cv::Mat3f::zeros(kHeadCropSize, kHeadCropSize),
                                      cv::Mat1f(kHeadCropSize, kHeadCropSize, -haze)};
      return cv::sum(head_.alpha)[0] - cv::sum(ApplyCorrection(head_, correction, 1).alpha)[0];
    };
    const double all = lost_by(1);
    QVERIFY(all > 0);
    const double little = lost_by(0.35f) / all;
    QVERIFY2(little < 0.08, qPrintable(QString::number(little)));
    const double much = lost_by(0.65f) / all;
    QVERIFY2(much > 0.92, qPrintable(QString::number(much)));
  }

  void TheOutlineGrowsByAFewPixelsOnly() {
    const HeadCorrection correction{cv::Mat3f::zeros(kHeadCropSize, kHeadCropSize),
                                    cv::Mat1f(kHeadCropSize, kHeadCropSize, 1.0f)};
    const AlignedHead refined = ApplyCorrection(head_, correction, 1);
    const Mask head = head_.alpha > 0.5f;
    const Mask grown = Mask(refined.alpha > 0.5f) & ~cv::Mat(head);
    QVERIFY(cv::countNonZero(grown) > 0);
    const Mask near_head = Dilate(head, 0.015 * FaceSize(head_.mesh) + 2);
    QCOMPARE(cv::countNonZero(grown & ~cv::Mat(near_head)), 0);
  }

  void WhereAlphaGrowsThereAreColorsAndLabels() {
    HeadCorrection correction{cv::Mat3f::zeros(kHeadCropSize, kHeadCropSize),
                              cv::Mat1f(kHeadCropSize, kHeadCropSize, 0.0f)};
    correction.alpha(cv::Rect(64, 64, 128, 128)).setTo(1);
    const AlignedHead refined = ApplyCorrection(head_, correction, 1);
    const Mask grown = MaskAbove(refined.alpha, 0) & Mask(head_.alpha == 0);
    QVERIFY(cv::countNonZero(grown) > 0);
    QCOMPARE(cv::countNonZero(grown & Mask(refined.labels == 0)), 0);
    QCOMPARE(cv::countNonZero(grown & Mask(refined.confidence == 0)), 0);
    QCOMPARE(refined.box, cv::boundingRect(Mask(refined.alpha > 0)));
  }
};

}  // namespace heser

QTEST_APPLESS_MAIN(heser::HeadRefinerTest)
#include "head_refiner_test.moc"
