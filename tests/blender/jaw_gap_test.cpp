#include "engine/blender/jaw_gap.h"

#include <QtTest/QtTest>

#include "engine/blender/body_layers.h"

using namespace heser;

namespace {

constexpr int kSize = 600;
constexpr double kWidth = 200;
const cv::Scalar kNeck(kNeckLayer);
const cv::Scalar kClothing(kClothingLayer);

/// A head that ends above a neck; `gap` rows of background, where the old head was, lie between.
struct Scene {
  FaceMesh mesh;
  Mask head = Mask(kSize, kSize, std::uint8_t{0});
  Mask removed = Mask(kSize, kSize, std::uint8_t{255});
  cv::Mat1b layer = cv::Mat1b(kSize, kSize, static_cast<std::uint8_t>(kBackgroundLayer));
  int jaw = 400;

  explicit Scene(int gap, const cv::Scalar& below = kNeck) {
    Similarity3 pose;
    pose.scale = kWidth;
    pose.translation = {300, 300, 0};
    mesh = pose.Apply(DefaultFaceMeshModel().mean);
    head(cv::Rect(200, 150, 200, jaw - 150)).setTo(255);
    layer(cv::Rect(150, jaw + gap, 300, kSize - jaw - gap)).setTo(below);
  }
  void Close() { CloseJawGap(head, removed, mesh, layer); }
};

}  // namespace

class JawGapTest : public QObject {
  Q_OBJECT
 private slots:
  void ASlitBetweenJawAndNeckBecomesNeck() {
    Scene scene(12);
    scene.Close();
    QCOMPARE(cv::countNonZero(scene.layer(cv::Rect(250, scene.jaw, 100, 12)) != kNeckLayer), 0);
    // Beside the jaw it is air.
    QCOMPARE(int(scene.layer(scene.jaw + 5, 160)), int(kBackgroundLayer));
    QCOMPARE(int(scene.layer(scene.jaw + 5, 440)), int(kBackgroundLayer));
  }

  void WhatIsNoSlitStays() {
    for (Scene scene : {Scene(80), Scene(12, kClothing)}) {
      const cv::Mat1b before = scene.layer.clone();
      scene.Close();
      QCOMPARE(cv::norm(before, scene.layer), 0.0);
    }
  }

  void BackgroundThatIsSeenStays() {
    Scene scene(12);
    scene.removed(cv::Rect(280, scene.jaw + 4, 20, 4)).setTo(0);
    scene.Close();
    QCOMPARE(int(scene.layer(scene.jaw + 5, 290)), int(kBackgroundLayer));
    QCOMPARE(int(scene.layer(scene.jaw + 5, 310)), int(kNeckLayer));
  }

  void WithoutAHeadNothingChanges() {
    Scene scene(12);
    const cv::Mat1b before = scene.layer.clone();
    CloseJawGap({}, scene.removed, scene.mesh, scene.layer);
    scene.head.setTo(0);
    scene.Close();
    QCOMPARE(cv::norm(before, scene.layer), 0.0);
  }
};

QTEST_GUILESS_MAIN(JawGapTest)
#include "jaw_gap_test.moc"
