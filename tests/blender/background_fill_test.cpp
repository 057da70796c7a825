#include "engine/blender/background_fill.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include "engine/blender/backdrop.h"
#include "engine/blender/chin_shadow.h"
#include "engine/blender/decontaminate.h"
#include "engine/blender/defocus.h"
#include "engine/blender/label_growth.h"
#include "engine/blender/patch_fill.h"
#include "engine/core/image_ops.h"
#include "tests/support/placed_mesh.h"

namespace {

using namespace heser;
using test::MeshAt;

constexpr int kSide = 240;
constexpr double kFace = 80;

// A scene of a disc-shaped head in front of a background.
struct Scene {
  ColorImage color;
  AlphaMap matte;
  FaceMesh mesh = MeshAt({kSide / 2.0, kSide / 2.0}, kFace);
  TargetRegions regions;
};

Scene MakeScene(const ColorImage& background) {
  Scene scene;
  scene.color = background.clone();
  Mask head(background.size(), std::uint8_t{0});
  cv::circle(head, {kSide / 2, kSide / 2}, 45, cv::Scalar(255), -1);
  scene.color.setTo(cv::Scalar(0.1, 0.05, 0.05), head);
  scene.matte = AlphaOf(head);
  LabelMap labels(background.size(), std::uint8_t{0});
  labels.setTo(static_cast<int>(Label::kHair), head);
  scene.regions = FindTargetRegions(scene.color, labels, scene.matte, scene.mesh, {});
  return scene;
}

BackgroundFill Fill(const Scene& scene, const FillOptions& options = {}) {
  const Mask visible(scene.color.size(), std::uint8_t{255});
  return FillBehindHead({scene.color, scene.matte, scene.regions, scene.mesh, scene.mesh, visible},
                        options, {});
}

double MeanError(const ColorImage& a, const ColorImage& b, const Mask& mask) {
  return cv::norm(a, b, cv::NORM_L1, mask) / (3.0 * cv::countNonZero(mask));
}

ColorImage Gradient() {
  ColorImage picture(kSide, kSide);
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const float u = static_cast<float>(x) / kSide;
      const float v = static_cast<float>(y) / kSide;
      picture(y, x) = {0.3f + 0.4f * u, 0.5f - 0.2f * v, 0.4f + 0.2f * u * v};
    }
  }
  return picture;
}

ColorImage Stripes(int period) {
  ColorImage picture(kSide, kSide);
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const bool light = (y / (period / 2)) % 2 == 0;
      picture(y, x) = light ? cv::Vec3f(0.8f, 0.75f, 0.7f) : cv::Vec3f(0.3f, 0.2f, 0.2f);
    }
  }
  return picture;
}

// Light and dark pieces as large as the head, out of focus.
ColorImage Bokeh() {
  ColorImage picture(kSide, kSide, cv::Vec3f(0.25f, 0.3f, 0.2f));
  cv::RNG random(11);
  for (int i = 0; i < 12; ++i) {
    const cv::Point at(random.uniform(0, kSide), random.uniform(0, kSide));
    cv::circle(picture, at, random.uniform(15, 40), cv::Scalar::all(random.uniform(0.1, 0.9)), -1);
  }
  return Blur(picture, 5);
}

// Steps of one pixel to the next.
double Steepest(const ColorImage& picture, const Mask& mask) {
  cv::Mat1f grey;
  cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
  cv::Mat1f dx;
  cv::Mat1f dy;
  cv::Sobel(grey, dx, CV_32F, 1, 0, 3, 1.0 / 8);
  cv::Sobel(grey, dy, CV_32F, 0, 1, 3, 1.0 / 8);
  cv::Mat1f steepness;
  cv::magnitude(dx, dy, steepness);
  double most = 0;
  cv::minMaxLoc(steepness, nullptr, &most, nullptr, nullptr, mask);
  return most;
}

}  // namespace

class BackgroundFillTest : public QObject {
  Q_OBJECT

 private slots:
  void AGradientGoesOnBehindTheHead() {
    const ColorImage truth = Gradient();
    const Scene scene = MakeScene(truth);
    const BackgroundFill fill = Fill(scene);
    QVERIFY(!fill.background_patched);
    QVERIFY(MeanError(fill.plate, truth, scene.regions.removed) < 0.006);
  }

  void StripesGoOnBehindTheHead() {
    const ColorImage truth = Stripes(24);
    const Scene scene = MakeScene(truth);
    const BackgroundFill fill = Fill(scene);
    QVERIFY(fill.background_patched);
    FillOptions smooth;
    smooth.patches = false;
    const double by_patches = MeanError(fill.plate, truth, scene.regions.removed);
    const double smoothly = MeanError(Fill(scene, smooth).plate, truth, scene.regions.removed);
    qInfo("stripes: patches %.3f, smooth %.3f", by_patches, smoothly);
    QVERIFY(by_patches < 0.4 * smoothly);
  }

  void AnEdgeStaysSharp() {
    ColorImage truth(kSide, kSide, cv::Vec3f(0.2f, 0.3f, 0.5f));
    truth(cv::Rect(kSide / 2, 0, kSide / 2, kSide)).setTo(cv::Scalar(0.8, 0.7, 0.6));
    // Weak structure makes both sides textures, as walls are.
    cv::RNG random(5);
    cv::Mat3f noise(truth.size());
    random.fill(noise, cv::RNG::NORMAL, 0, 0.05);
    truth += cv::Mat3f(Blur(noise, 0.8));
    const BackgroundFill fill = Fill(MakeScene(truth));
    QVERIFY(fill.background_patched);
    // Across the middle of the hole the step happens within a few pixels.
    const cv::Rect left(kSide / 2 - 20, kSide / 2 - 8, 10, 16);
    const cv::Rect right(kSide / 2 + 10, kSide / 2 - 8, 10, 16);
    QVERIFY(cv::mean(fill.plate(right))[0] - cv::mean(fill.plate(left))[0] > 0.45);
  }

  void DefocusIsTheBlurOfTheSharperEdges() {
    ColorImage step(kSide, kSide, cv::Vec3f::all(0.2f));
    step(cv::Rect(kSide / 2, 0, kSide / 2, kSide)).setTo(cv::Scalar::all(0.8));
    const Mask all(kSide, kSide, std::uint8_t{255});
    const Defocus sharp = MeasureDefocus(step, all);
    QVERIFY(sharp.sigma < 1);
    QVERIFY(std::abs(sharp.contrast - 0.6) < 0.01);
    const double sigma = MeasureDefocus(Blur(step, 4), all).sigma;
    QVERIFY2(std::abs(sigma - 4) < 0.4, qPrintable(QString::number(sigma)));
    QCOMPARE(MeasureDefocus(ColorImage(kSide, kSide, cv::Vec3f::all(0.5f)), all).sigma, 0.0);
    QCOMPARE(MeasureDefocus(step, Mask(kSide, kSide, std::uint8_t{0})).sigma, 0.0);
  }

  void PiecesOfABackgroundOutOfFocusMeetSoftly() {
    const ColorImage truth = Bokeh();
    const Scene scene = MakeScene(truth);
    FillOptions options;
    options.grain = 0;
    const BackgroundFill fill = Fill(scene, options);
    QVERIFY(fill.background_patched);
    const Mask all(kSide, kSide, std::uint8_t{255});
    const double filled = Steepest(fill.plate, scene.regions.removed);
    const double own = Steepest(truth, all);
    QVERIFY2(filled < 1.3 * own, qPrintable(QString("%1 %2").arg(filled).arg(own)));
  }

  void AFlagBesideAPlainWallDoesNotCloudIt() {
    ColorImage truth(kSide, kSide, cv::Vec3f(0.3f, 0.4f, 0.6f));
    Stripes(24)(cv::Rect(0, 0, 88, kSide)).copyTo(truth(cv::Rect(0, 0, 88, kSide)));
    const Scene scene = MakeScene(truth);
    const BackgroundFill fill = Fill(scene);
    QVERIFY(fill.background_patched);
    // Well beyond the flag's edge the wall is the wall.
    const cv::Rect wall(kSide / 2 - 5, kSide / 2 - 20, 40, 40);
    const Mask all(wall.size(), std::uint8_t{255});
    QVERIFY(MeanError(fill.plate(wall), truth(wall), all) < 0.02);
  }

  void WhatStandsBesideTheHeadGoesOnRatherThanWhatIsFar() {
    // A narrow panel between the head and a frame, before a wall that looks like the frame.
    const cv::Vec3f wall(0.85f, 0.85f, 0.83f);
    const cv::Vec3f panel(0.2f, 0.6f, 0.6f);
    ColorImage truth(kSide, kSide, wall);
    const int edge = kSide / 2;
    truth(cv::Rect(40, 0, edge - 40, kSide)).setTo(cv::Scalar(panel[0], panel[1], panel[2]));
    const Scene scene = MakeScene(truth);
    const BackgroundFill fill = Fill(scene);
    QVERIFY(fill.background_patched);
    const cv::Rect beside(edge - 44, edge - 20, 24, 40);
    const Mask all(beside.size(), std::uint8_t{255});
    QVERIFY(MeanError(fill.plate(beside), truth(beside), all) < 0.03);
  }

  void ASingleOutlineThatMeetsTheHeadIsNoCloud() {
    ColorImage truth(kSide, kSide, cv::Vec3f(0.7f, 0.7f, 0.7f));
    truth(cv::Rect(150, 90, kSide - 150, 60)).setTo(cv::Scalar(0.1, 0.1, 0.1));
    const BackgroundFill fill = Fill(MakeScene(truth));
    QVERIFY(fill.background_patched);
    // Above the dark thing the wall stays as light as it is.
    const cv::Vec3f above = fill.plate(80, 150);
    QVERIFY(above[0] > 0.6f);
  }

  void PixelsOutsideOfTheRemovedHeadStay() {
    const Scene scene = MakeScene(Gradient());
    const BackgroundFill fill = Fill(scene);
    const Mask untouched = fill.coverage == 0;
    QVERIFY(cv::countNonZero(untouched) > kSide * kSide / 2);
    QCOMPARE(cv::norm(fill.plate, scene.color, cv::NORM_INF, untouched), 0.0);
    QCOMPARE(cv::countNonZero(scene.regions.removed & untouched), 0);
  }

  void NoBackgroundAtAllLeavesThePicture() {
    Scene scene = MakeScene(Gradient());
    scene.regions.labels = static_cast<int>(Label::kHair);
    scene.regions.head = 255;
    scene.regions.removed = 255;
    scene.matte = 1;
    const BackgroundFill fill = Fill(scene);
    QCOMPARE(cv::norm(fill.plate, scene.color, cv::NORM_INF), 0.0);
    QCOMPARE(cv::countNonZero(fill.coverage), 0);
  }

  void FlyawayHairGoesFromAPlainBackdropAloneAndToItsFaintEnds() {
    // Strands whose labels and matte say background: half of the hair's colour at one end and an
    // eighth of it along the rest, near the hair and further away than any hair flies; and one that
    // is faint all along.
    const cv::Rect strand(kSide / 2 - 20, 45, 40, 3);
    const cv::Rect far_away(10, 10, 40, 3);
    const cv::Rect faint(45, kSide / 2 - 20, 3, 40);
    const auto tint = [](const cv::Mat& part, double share) {
      cv::Mat(part * (1 - share) + cv::Scalar(0.1, 0.05, 0.05) * share).copyTo(part);
    };
    const auto removed_of = [&](const ColorImage& background) {
      Scene scene = MakeScene(background);
      for (const cv::Rect& box : {strand, far_away}) {
        tint(scene.color(box), 0.125);
        tint(scene.color(cv::Rect(box.tl(), cv::Size(6, 3))), 0.5);
      }
      tint(scene.color(faint), 0.125);
      return FindTargetRegions(scene.color, scene.regions.labels, scene.matte, scene.mesh, {})
          .removed;
    };
    const Mask plain = removed_of(Gradient());
    QVERIFY(cv::countNonZero(plain(strand)) > 0.8 * strand.area());
    QCOMPARE(cv::countNonZero(plain(far_away)), 0);
    QCOMPARE(cv::countNonZero(plain(faint)), 0);
    QCOMPARE(cv::countNonZero(removed_of(Stripes(24))(strand)), 0);
  }

  void ABackdropIsTakenOnlyForAPlainOne() {
    const Mask everything(kSide, kSide, std::uint8_t{255});
    QVERIFY(FitBackdrop(Gradient(), everything).has_value());
    QVERIFY(!FitBackdrop(Stripes(24), everything).has_value());
  }

  void ABackdropTakesNoTintThatIsNotSeen() {
    // Nearly grey at the left; the channels' slight bends would run apart towards the right.
    ColorImage wall(kSide, kSide);
    Mask seen(kSide, kSide, std::uint8_t{0});
    seen(cv::Rect(0, 0, kSide / 3, kSide)) = 255;
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        const float bend = 0.01f * std::pow(3.f * x / kSide - 0.5f, 2.f);
        wall(y, x) = {0.6f + 0.1f * y / kSide + bend, 0.6f + 0.1f * y / kSide - bend,
                      0.6f + 0.1f * y / kSide + bend};
      }
    }
    const auto backdrop = FitBackdrop(wall, seen);
    QVERIFY(backdrop.has_value());
    const cv::Vec3f far = (*backdrop)(kSide / 2, kSide - 1);
    QVERIFY2(far[0] - far[1] < 0.008f, qPrintable(QString::number(far[0] - far[1])));
    QVERIFY(far[1] > 0.59f && far[1] < 0.71f);
  }

  void PatchesNeedWholePatchesToCopy() {
    const ColorImage picture = Gradient();
    const Mask hole(kSide, kSide, std::uint8_t{255});
    const Mask nothing(kSide, kSide, std::uint8_t{0});
    QVERIFY(!FindPatchSources(picture, hole, nothing, {}).has_value());
  }

  void PatchesAreTheSameEachTime() {
    const ColorImage picture = Stripes(20);
    Mask hole(kSide, kSide, std::uint8_t{0});
    hole(cv::Rect(80, 90, 60, 50)) = 255;
    Mask usable;
    cv::bitwise_not(hole, usable);
    const auto first = FindPatchSources(picture, hole, usable, {});
    const auto second = FindPatchSources(picture, hole, usable, {});
    QVERIFY(first.has_value() && second.has_value());
    QCOMPARE(cv::norm(first->place, second->place, cv::NORM_INF), 0.0);
  }

  void ForegroundColoursAreFoundUnderASoftAlpha() {
    const int side = 120;
    const cv::Vec3f hair(0.2f, 0.1f, 0.05f);
    const cv::Vec3f sky(0.7f, 0.8f, 1.f);
    AlphaMap alpha(side, side);
    ColorImage mixed(side, side);
    for (int y = 0; y < side; ++y) {
      for (int x = 0; x < side; ++x) {
        alpha(y, x) = std::clamp((70.f - static_cast<float>(x)) / 8.f, 0.f, 1.f);
        mixed(y, x) = hair * alpha(y, x) + sky * (1 - alpha(y, x));
      }
    }
    const ColorImage found = Decontaminate(mixed, alpha, 16, 3);
    const ColorImage truth(side, side, hair);
    double before = 0;
    double after = 0;
    for (int y = 0; y < side; ++y) {
      for (int x = 0; x < side; ++x) {
        before += alpha(y, x) * cv::norm(mixed(y, x) - truth(y, x));
        after += alpha(y, x) * cv::norm(found(y, x) - truth(y, x));
      }
    }
    qInfo("decontamination: %.1f before, %.1f after", before, after);
    QVERIFY(after < 0.45 * before);
    QCOMPARE(found(60, 10), mixed(60, 10));
  }

  void HairBeyondTheLabelsIsFound() {
    const int side = 200;
    ColorImage color(side, side, cv::Vec3f(0.7f, 0.7f, 0.6f));
    LabelMap labels(side, side, std::uint8_t{0});
    AlphaMap matte(side, side, 0.f);
    const cv::Rect hair(80, 20, 40, 160);
    const cv::Rect clothing(20, 120, 60, 80);
    color(hair).setTo(cv::Scalar(0.2, 0.12, 0.08));
    color(clothing).setTo(cv::Scalar(0.2, 0.3, 0.8));
    matte(hair) = 1;
    matte(clothing) = 1;
    labels(hair & cv::Rect(0, 0, side, 100)).setTo(static_cast<int>(Label::kHair));
    labels(clothing & cv::Rect(0, 0, side, 160)).setTo(static_cast<int>(Label::kClothing));
    const LabelMap grown = GrowLabels(color, labels, matte, 100);
    QCOMPARE(int(grown(150, 100)), static_cast<int>(Label::kHair));
    QVERIFY(grown(180, 50) != static_cast<int>(Label::kHair));
    QCOMPARE(int(grown(20, 20)), 0);
  }

  void EveryChinCastsAFaintShadow() {
    // Evenly lit neck: the target shows no shadow.
    const int side = 200;
    const double size = 150;
    Mask old_head(side, side, std::uint8_t{0});
    old_head(cv::Rect(50, 0, 100, 60)) = 255;
    Mask neck(side, side, std::uint8_t{0});
    neck(cv::Rect(60, 40, 80, 160)) = 255;
    const ColorImage color(side, side, cv::Vec3f(0.7f, 0.55f, 0.45f));
    const ChinShadow shadow = MeasureChinShadow(color, neck, old_head, size);
    Mask new_head(side, side, std::uint8_t{0});
    new_head(cv::Rect(50, 0, 100, 90)) = 255;
    ColorImage plate = color.clone();
    ApplyChinShadow(plate, neck, old_head, new_head, shadow, 1, size);
    QVERIFY(plate(92, 100)[0] < 0.95f * color(92, 100)[0]);
    QVERIFY(plate(92, 100)[0] > 0.6f * color(92, 100)[0]);
    QCOMPARE(plate(150, 100), color(150, 100));
  }

  void TheChinShadowMovesWithTheChin() {
    const int side = 200;
    const double size = 150;
    Mask old_head(side, side, std::uint8_t{0});
    old_head(cv::Rect(50, 0, 100, 60)) = 255;
    Mask neck(side, side, std::uint8_t{0});
    neck(cv::Rect(60, 60, 80, 140)) = 255;
    ColorImage color(side, side, cv::Vec3f(0.7f, 0.55f, 0.45f));
    for (int y = 60; y < 75; ++y) color.row(y) *= 0.7;
    const ChinShadow shadow = MeasureChinShadow(color, neck, old_head, size);
    QVERIFY(shadow.At(4) < -0.3f);
    QCOMPARE(shadow.At(100), 0.f);
    Mask new_head(side, side, std::uint8_t{0});
    new_head(cv::Rect(50, 0, 100, 90)) = 255;
    ColorImage plate = color.clone();
    const AlphaMap change = ApplyChinShadow(plate, neck, old_head, new_head, shadow, 1, size);
    QVERIFY(plate(96, 100)[0] < 0.85f * color(96, 100)[0]);
    QCOMPARE(plate(180, 100), color(180, 100));
    QCOMPARE(cv::norm(plate, color, cv::NORM_INF, change == 0), 0.0);
  }

  void AChinThatEndsHigherCastsItsShadowOnANeckWithoutTheOldOnes() {
    const int side = 200;
    const double size = 150;
    Mask old_head(side, side, std::uint8_t{0});
    old_head(cv::Rect(50, 0, 100, 90)) = 255;
    Mask new_head(side, side, std::uint8_t{0});
    new_head(cv::Rect(50, 0, 100, 60)) = 255;
    Mask neck(side, side, std::uint8_t{0});
    neck(cv::Rect(60, 60, 80, 140)) = 255;
    const ColorImage color(side, side, cv::Vec3f(0.7f, 0.55f, 0.45f));
    const ChinShadow shadow = MeasureChinShadow(color, neck & ~old_head, old_head, size);
    const AlphaMap unshaded(side, side, 1.f);
    ColorImage plate = color.clone();
    ApplyChinShadow(plate, neck, old_head, new_head, shadow, 1, size, unshaded);
    QVERIFY(plate(62, 100)[0] < 0.95f * color(62, 100)[0]);
    QCOMPARE(plate(95, 100), color(95, 100));
    // One that has the old shadow yet is dark enough.
    ColorImage shaded = color.clone();
    ApplyChinShadow(shaded, neck, old_head, new_head, shadow, 1, size);
    QVERIFY(shaded(62, 100)[0] > plate(62, 100)[0]);
  }
};

QTEST_GUILESS_MAIN(BackgroundFillTest)
#include "background_fill_test.moc"
