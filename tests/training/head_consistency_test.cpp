#include "engine/training/head_consistency.h"

#include <QtTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/utils.h>

#include "engine/analysis/face_crops.h"
#include "engine/core/error.h"
#include "engine/core/resources.h"
#include "engine/nn/device.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/training/picture_losses.h"

namespace heser {
namespace {

/// The head of the README's portrait as HeadNet sees heads, moved to the right by `shift` pixels.
torch::Tensor Portrait(double shift = 0) {
  // The left upper corner of the crop and its side in the photo's pixels.
  constexpr double kLeft = 77;
  constexpr double kTop = -6;
  constexpr double kSide = 196;
  const cv::Mat photo = cv::imread(HESER_SOURCE_DIR "/docs/images/source.jpg");
  if (photo.empty()) qFatal("docs/images/source.jpg cannot be read");
  cv::Mat rgb;
  cv::cvtColor(photo, rgb, cv::COLOR_BGR2RGB);
  ColorImage image;
  rgb.convertTo(image, CV_32F, 1.0 / 255);
  constexpr double kScale = kHeadCropSize / kSide;
  const cv::Matx23d crop_from_photo(kScale, 0, shift - kScale * kLeft, 0, kScale, -kScale * kTop);
  const ColorImage crop = SampleCrop(image, crop_from_photo, kHeadCropSize);
  return TensorFromImages(std::span(&crop, 1), {});
}

torch::Tensor Everywhere(const torch::Tensor& pictures) {
  return torch::ones_like(pictures.narrow(1, 0, 1));
}

}  // namespace

class HeadConsistencyTest : public QObject {
  Q_OBJECT

 private:
  HeadConsistency consistency_{nullptr};

  HeadConsistencyImpl::Terms Of(const torch::Tensor& picture) {
    const torch::NoGradGuard no_gradients;
    const torch::Tensor truth = Portrait();
    return consistency_->forward(picture, truth, Everywhere(truth));
  }

 private Q_SLOTS:
  void initTestCase() {
    SetThreadCount(1);
    consistency_ = HeadConsistency(ModelPath("head_net.hwt"));
  }

  void TheTruthCostsNothing() {
    const HeadConsistencyImpl::Terms terms = Of(Portrait());
    QVERIFY(std::abs(terms.labels.item<double>()) < 1e-6);
    QVERIFY(std::abs(terms.landmarks.item<double>()) < 1e-6);
  }

  void WhatIsDisplacedCostsMoreTheFartherItIs() {
    double labels = 0;
    double landmarks = 0;
    for (const double shift : {4, 12, 30}) {
      const HeadConsistencyImpl::Terms terms = Of(Portrait(shift));
      QVERIFY(terms.labels.item<double>() > 1.5 * labels);
      QVERIFY(terms.landmarks.item<double>() > 1.5 * landmarks);
      labels = terms.labels.item<double>();
      landmarks = terms.landmarks.item<double>();
    }
    // One coordinate of three is off by the shift, in sides of the crop.
    const double expected = 30.0 / kHeadCropSize / 3;
    QVERIFY2(std::abs(landmarks - expected) < 0.5 * expected,
             qPrintable(QStringLiteral("%1, not %2").arg(landmarks).arg(expected)));
  }

  void WhatIsNotJudgedCostsNothing() {
    const torch::NoGradGuard no_gradients;
    const torch::Tensor truth = Portrait();
    const torch::Tensor nowhere = torch::zeros_like(Everywhere(truth));
    QCOMPARE(consistency_->forward(Portrait(30), truth, nowhere).labels.item<double>(), 0.0);
  }

  void WithoutAFaceThereAreNoLandmarks() {
    const torch::NoGradGuard no_gradients;
    const torch::Tensor grey = torch::zeros({1, 3, kHeadCropSize, kHeadCropSize});
    const auto terms = consistency_->forward(Portrait(), grey, Everywhere(grey));
    QCOMPARE(terms.landmarks.item<double>(), 0.0);
  }

  void GradientsReachThePictureAndNothingElse() {
    const torch::Tensor picture = Portrait(8).contiguous().requires_grad_(true);
    const torch::Tensor truth = Portrait().contiguous().requires_grad_(true);
    const auto terms = consistency_->forward(picture, truth, Everywhere(truth));
    for (const torch::Tensor& term : {terms.labels, terms.landmarks}) {
      picture.mutable_grad().reset();
      term.backward({}, /*retain_graph=*/true);
      QVERIFY(picture.grad().abs().sum().item<double>() > 0);
    }
    QVERIFY(!truth.grad().defined());
    QVERIFY(!consistency_->parameters().empty());
    for (const torch::Tensor& parameter : consistency_->parameters()) {
      QVERIFY(!parameter.requires_grad() && !parameter.grad().defined());
    }
    for (const auto& module : consistency_->modules()) {
      if (module.get() != consistency_.get()) QVERIFY(!module->is_training());
    }
  }

  void OtherSidesAreBroughtToHeadNets() {
    const torch::NoGradGuard no_gradients;
    for (const std::int64_t side : {64, 512}) {
      const torch::Tensor picture = torch::rand({2, 3, side, side}) * 2 - 1;
      const auto terms = consistency_->forward(picture, picture, Everywhere(picture));
      QVERIFY(std::abs(terms.labels.item<double>()) < 1e-6);
    }
  }

  void PictureLossesCountThemByTheirWeights() {
    const torch::NoGradGuard no_gradients;
    const torch::Tensor truth = Portrait();
    const torch::Tensor shown = Portrait(12);
    const HeadConsistencyImpl::Terms terms = Of(shown);
    const auto loss = [&](double labels, double landmarks) {
      PictureLosses losses(
          {.adversarial_weight = 0, .labels_weight = labels, .landmarks_weight = landmarks}, 8);
      return losses.Loss(shown, truth, Everywhere(truth), 0).item<double>();
    };
    QCOMPARE(loss(0, 0), 0.0);
    QVERIFY(std::abs(loss(2, 0) - 2 * terms.labels.item<double>()) < 1e-5);
    QVERIFY(std::abs(loss(0, 3) - 3 * terms.landmarks.item<double>()) < 1e-5);
  }

  void AForeignFileIsRefused() {
    QVERIFY_EXCEPTION_THROWN(HeadConsistency(ModelPath("mesh_net.hwt")), Error);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::HeadConsistencyTest)
#include "head_consistency_test.moc"
