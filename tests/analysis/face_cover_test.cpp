#include "engine/analysis/face_cover.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_hull.h"
#include "engine/analysis/face_reader.h"
#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr int kSide = 512;

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

 private slots:
  void AMaskOfOneColorIsMeasured() {
    const HeadView view = Masked(0.0008);
    const Mask hull = FaceHull(view.mesh, view.color.size());
    const cv::Rect lower(0, kSide / 2, kSide, kSide / 2);
    const double share = cv::countNonZero(hull(lower)) / double(cv::countNonZero(hull));
    const double found = CoveredShare(view);
    QVERIFY2(std::abs(found - share) < 0.05, qPrintable(QString::number(found)));
  }

  void SkinAndClothAreNotEven() {
    QVERIFY(CoveredShare(Face()) < 0.01);
    QVERIFY(CoveredShare(Masked(0.01)) < 0.01);
  }

  void BlurIsNoCover() {
    HeadView view = Face();
    view.color = Blur(view.color, 12);
    QCOMPARE(CoveredShare(view), 0.0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::FaceCoverTest)
#include "face_cover_test.moc"
