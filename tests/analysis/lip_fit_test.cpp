#include "engine/analysis/lip_fit.h"

#include <vector>

#include <QtTest/QtTest>
#include <opencv2/imgproc.hpp>

#include "engine/analysis/lip_rims.h"
#include "engine/core/labels.h"

using namespace heser;

namespace {

constexpr int kSide = 400;
constexpr int kMiddle = kRimPoints / 2;
const cv::Vec3f kSkin(0.8F, 0.6F, 0.5F);
const cv::Scalar kLips(0.7, 0.4, 0.4);
const cv::Scalar kTeeth(0.85, 0.85, 0.8);
const cv::Vec3f kLine(0.3F, 0.15F, 0.15F);

/// The mean face, W = 250 px.
FaceMesh Face() {
  FaceMesh mesh = DefaultFaceMeshModel().mean * 250;
  mesh.col(0).array() += 200;
  mesh.col(1).array() += 150;
  return mesh;
}

double Gap(const FaceMesh& mesh) {
  return mesh(kLowerLipRims.front()[kMiddle], 1) - mesh(kUpperLipRims.front()[kMiddle], 1);
}

double Line(const FaceMesh& mesh) {
  return (mesh(kLowerLipRims.front()[kMiddle], 1) + mesh(kUpperLipRims.front()[kMiddle], 1)) / 2;
}

double Width(const FaceMesh& mesh) {
  return mesh(kUpperLipRims.front().back(), 0) - mesh(kUpperLipRims.front().front(), 0);
}

/// Between the lips, pixels from the top, at this x.
double LineAt(const FaceMesh& mesh, double x) {
  const auto middle = [&](int i) -> cv::Point2d {
    const int upper = kUpperLipRims.front()[i];
    const int lower = kLowerLipRims.front()[i];
    return {(mesh(upper, 0) + mesh(lower, 0)) / 2, (mesh(upper, 1) + mesh(lower, 1)) / 2};
  };
  int i = 0;
  while (i + 2 < kRimPoints && middle(i + 1).x < x) ++i;
  const cv::Point2d a = middle(i);
  const cv::Point2d b = middle(i + 1);
  return a.y + (b.y - a.y) * std::clamp((x - a.x) / (b.x - a.x), 0.0, 1.0);
}

/// A photo of a face: lips 18 pixels high on both sides of an opening from `top` to `bottom`, both
/// against the line between the mesh's lips.
struct Scene {
  ColorImage picture{cv::Size(kSide, kSide), kSkin};
  LabelMap labels{cv::Size(kSide, kSide), static_cast<std::uint8_t>(Label::kSkin)};

  Scene(const FaceMesh& mesh, int top, int bottom, const cv::Scalar& inside) {
    const int left = cvRound(mesh(kUpperLipRims.back().front(), 0)) - 4;
    const int right = cvRound(mesh(kUpperLipRims.back().back(), 0)) + 4;
    for (int x = left; x < right; ++x) {
      const int line = cvRound(LineAt(mesh, x));
      const auto fill = [&](int first, int last, Label label, const cv::Scalar& color) {
        const cv::Rect area(x, line + first, 1, last - first);
        labels(area).setTo(static_cast<std::uint8_t>(label));
        picture(area).setTo(color);
      };
      fill(top - 18, top, Label::kUpperLip, kLips);
      fill(top, bottom, Label::kInnerMouth, inside);
      fill(bottom, bottom + 18, Label::kLowerLip, kLips);
    }
  }
};

}  // namespace

class LipFitTest : public QObject {
  Q_OBJECT
 private slots:
  void RimsOfAnOpenMouthFollowTheLabels() {
    const FaceMesh face = Face();
    const Scene scene(face, -3, 14, kTeeth);
    const FaceMesh fitted = FitLips(face, scene.picture, scene.labels);
    QVERIFY(std::abs(fitted(kUpperLipRims.front()[kMiddle], 1) - (Line(face) - 3)) < 1.5);
    QVERIFY(std::abs(fitted(kLowerLipRims.front()[kMiddle], 1) - (Line(face) + 14)) < 1.5);
  }

  void ClosedLipsMeetOnTheDarkLine() {
    const FaceMesh face = Face();
    // The labels' strip lies below the line and has the colour of the lower lip's upper side.
    Scene scene(face, -1, 7, kLips);
    for (int x = 0; x < kSide; ++x) scene.picture(cvRound(LineAt(face, x)), x) = kLine;
    const FaceMesh fitted = FitLips(face, scene.picture, scene.labels);
    QVERIFY(Gap(fitted) >= 0);
    QVERIFY(Gap(fitted) < 0.01 * Width(face));
    QVERIFY(std::abs(Line(fitted) - Line(face)) < 1.5);
  }

  void AWideGapIsOpenWithoutTeeth() {
    const FaceMesh face = Face();
    const cv::Scalar dark(kLine[0], kLine[1], kLine[2]);
    const Scene scene(face, -8, 12, dark);
    QVERIFY(Gap(FitLips(face, scene.picture, scene.labels)) > 16);
  }

  void OtherPointsStay() {
    const FaceMesh face = Face();
    const Scene scene(face, -3, 14, kTeeth);
    const FaceMesh fitted = FitLips(face, scene.picture, scene.labels);
    QVERIFY(Gap(fitted) != Gap(face));
    for (const int point : StableMeshPoints()) QVERIFY(fitted.row(point) == face.row(point));
    QVERIFY(fitted.row(mesh_point::kChin) == face.row(mesh_point::kChin));
  }

  void WithoutLipsInSightOnlyADrawnGapOfClosedLipsGoes() {
    const FaceMesh face = Face();
    const ColorImage picture(cv::Size(kSide, kSide), kSkin);
    const LabelMap nothing(cv::Size(kSide, kSide), static_cast<std::uint8_t>(Label::kSkin));
    const auto with_gap = [&](double gap) {
      FaceMesh mesh = face;
      const double more = (gap * Width(face) - Gap(face)) / 2;
      for (int i = 1; i + 1 < kRimPoints; ++i) {
        mesh(kUpperLipRims.front()[i], 1) -= more;
        mesh(kLowerLipRims.front()[i], 1) += more;
      }
      return mesh;
    };
    const FaceMesh closed = with_gap(0.02);
    QVERIFY(Gap(FitLips(closed, picture, nothing)) < 0.2 * Gap(closed));
    const FaceMesh open = with_gap(0.2);
    QVERIFY(std::abs(Gap(FitLips(open, picture, nothing)) - Gap(open)) < 1e-6);
  }

  void LabelsFarFromTheMeshDoNotPull() {
    const FaceMesh face = Face();
    const Scene scene(face, 60, 70, kTeeth);
    const FaceMesh fitted = FitLips(face, scene.picture, scene.labels);
    QVERIFY(std::abs(Line(fitted) - Line(face)) < 1e-6);
  }
};

QTEST_GUILESS_MAIN(LipFitTest)
#include "lip_fit_test.moc"
