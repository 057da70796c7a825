#include "engine/analysis/face_cover.h"

#include <QtTest>
#include <vector>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_hull.h"
#include "engine/analysis/face_reader.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr int kSide = 512;
const cv::Rect kBar(130, 200, 252, 40);

/// A face of 256 pixels' size with the grain of skin, lit from the side.
HeadView Face() {
  HeadView view;
  view.color.create(kSide, kSide);
  cv::RNG random(7);
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const float light = 0.4f + 0.4f * static_cast<float>(x) / kSide;
      const auto grain = static_cast<float>(random.gaussian(0.01));
      view.color(y, x) = cv::Vec3f(1, 0.8f, 0.7f) * (light + grain);
    }
  }
  view.mesh = MeshOfProposal({{255.5, 255.5}, 256, 0, 1});
  return view;
}

/// With its lower part, from the middle on, under one colour.
HeadView Masked(double noise) {
  HeadView view = Face();
  cv::RNG random(8);
  for (int y = kSide / 2; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      view.color(y, x) =
          cv::Vec3f(0.4f, 0.6f, 0.7f) + cv::Vec3f::all(static_cast<float>(random.gaussian(noise)));
    }
  }
  return view;
}

}  // namespace

class FaceCoverTest : public QObject {
  Q_OBJECT

 private:
  static double Share(const HeadView& view) { return FindFaceCover(view).share; }
  /// A bar of one colour over both eyes, in a file of this quality.
  static HeadView Barred(const cv::Scalar& color, int jpeg_quality) {
    HeadView view = Face();
    cv::Mat bytes;
    view.color.convertTo(bytes, CV_8U, 255);
    cv::rectangle(bytes, kBar, color, cv::FILLED);
    std::vector<std::uint8_t> file;
    cv::imencode(".jpg", bytes, file, {cv::IMWRITE_JPEG_QUALITY, jpeg_quality});
    cv::imdecode(file, cv::IMREAD_COLOR).convertTo(view.color, CV_32F, 1 / 255.0);
    return view;
  }

 private slots:
  void AMaskOfOneColorIsMeasured() {
    const HeadView view = Masked(0.0008);
    const Mask hull = FaceHull(view.mesh, view.color.size());
    const cv::Rect lower(0, kSide / 2, kSide, kSide / 2);
    const double share = cv::countNonZero(hull(lower)) / double(cv::countNonZero(hull));
    const FaceCover cover = FindFaceCover(view);
    QVERIFY2(std::abs(cover.share - share) < 0.05, qPrintable(QString::number(cover.share)));
    QCOMPARE(cover.mask.size(), view.color.size());
    QVERIFY(cover.mask(kSide * 5 / 8, kSide / 2) != 0 && cover.mask(kSide * 3 / 8, kSide / 2) == 0);
  }

  void ABarOverTheEyesIsFoundWhateverItsColorAndFile() {
    for (const cv::Scalar& color : {cv::Scalar(0, 0, 0), {255, 255, 255}, {40, 90, 200}}) {
      for (const int quality : {100, 75}) {
        const FaceCover cover = FindFaceCover(Barred(color, quality));
        QVERIFY2(cover.share > 0.1 && cover.share < 0.25, qPrintable(QString::number(cover.share)));
        // Its rim, which JPEG spoils, belongs to it; what lies around it does not.
        QVERIFY(cv::countNonZero(cover.mask(kBar)) > 0.9 * kBar.area());
        QVERIFY(cv::countNonZero(cover.mask) < 1.4 * kBar.area());
      }
    }
  }

  void OverexposedSkinIsNoCover() {
    HeadView view = Face();
    // Its middle goes softly into white.
    const cv::Mat1f glow = Blur(AlphaOf(FaceHull(view.mesh, view.color.size())), 40);
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        for (int c = 0; c < 3; ++c) {
          view.color(y, x)[c] = std::min(1.0F, view.color(y, x)[c] + 0.8F * glow(y, x));
        }
      }
    }
    QCOMPARE(Share(view), 0.0);
  }

  void WhatIsUnderACoverIsOfNoClass() {
    HeadView view = Masked(0.0008);
    view.labels = LabelMap(view.color.size(), static_cast<std::uint8_t>(Label::kSkin));
    const HeadView bare = WithoutCover(view);
    QCOMPARE(bare.labels(kSide * 5 / 8, kSide / 2), static_cast<std::uint8_t>(Label::kBackground));
    QCOMPARE(bare.labels(kSide * 3 / 8, kSide / 2), static_cast<std::uint8_t>(Label::kSkin));
    QCOMPARE(view.labels(kSide * 5 / 8, kSide / 2), static_cast<std::uint8_t>(Label::kSkin));
  }

  void SkinAndClothAreNotEven() {
    QCOMPARE(Share(Face()), 0.0);
    QCOMPARE(Share(Masked(0.01)), 0.0);
  }

  void BlurIsNoCover() {
    HeadView view = Face();
    view.color = Blur(view.color, 12);
    QCOMPARE(Share(view), 0.0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::FaceCoverTest)
#include "face_cover_test.moc"
