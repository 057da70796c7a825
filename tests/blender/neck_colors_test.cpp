#include "engine/blender/neck_colors.h"

#include <QTest>

#include "engine/core/image_ops.h"
#include "tests/support/placed_mesh.h"

namespace heser {
namespace {

constexpr int kSide = 400;
constexpr double kFace = 150;
const cv::Rect kFaceBox(120, 80, 160, 190);
const cv::Rect kSliver(170, 270, 60, 6);  // Between chin and collar.
const cv::Vec3f kSkin(0.7f, 0.5f, 0.4f);
const cv::Vec3f kShirt(0.85f, 0.86f, 0.88f);

/// A face over a white collar; neck is labelled along the chin only.
struct Target {
  ColorImage color = ColorImage(kSide, kSide, kShirt);
  TargetRegions regions;
  FaceMesh mesh = test::MeshAt({kSide / 2, 180}, kFace);

  explicit Target(const cv::Vec3f& sliver, const cv::Rect& neck = kSliver) {
    regions.labels = LabelMap(kSide, kSide, static_cast<std::uint8_t>(Label::kClothing));
    regions.labels(kFaceBox).setTo(static_cast<int>(Label::kSkin));
    regions.labels(neck).setTo(static_cast<int>(Label::kNeck));
    regions.head = MaskOf(regions.labels, {Label::kSkin});
    regions.neck = MaskOf(regions.labels, {Label::kNeck});
    color(kFaceBox).setTo(kSkin);
    color(neck).setTo(sliver);
  }
  Mask Colors() const { return NeckColors(color, regions, regions.neck, mesh); }
};

int Of(const Mask& colors, const cv::Rect& where) { return cv::countNonZero(colors(where)); }

}  // namespace

class NeckColorsTest : public QObject {
  Q_OBJECT

 private slots:
  void ASliverOfTheCollarIsNoNeck() {
    const Mask colors = Target(kShirt).Colors();
    QCOMPARE(Of(colors, kSliver), 0);
    QVERIFY(Of(colors, kFaceBox) > 100);
  }

  void ASliverOfShadedSkinIsNeck() {
    const Mask colors = Target(kSkin * 0.4f).Colors();
    QCOMPARE(Of(colors, kSliver), kSliver.area());
    QCOMPARE(Of(colors, kFaceBox), 0);
  }

  void ABroadNeckIsAsItIsSeen() {
    const cv::Rect broad(150, 270, 100, 60);
    QCOMPARE(Of(Target(kShirt, broad).Colors(), broad), broad.area());
  }

  void InBlackAndWhiteASliverIsNeck() {
    Target target(cv::Vec3f::all(0.8f));
    target.color(kFaceBox).setTo(cv::Scalar::all(0.6));
    QCOMPARE(Of(target.Colors(), kSliver), kSliver.area());
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::NeckColorsTest)
#include "neck_colors_test.moc"
