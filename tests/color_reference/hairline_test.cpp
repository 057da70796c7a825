#include "engine/color_reference/hairline.h"

#include <QTest>
#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "engine/core/labels.h"

namespace heser {
namespace {

constexpr double kFaceSize = 200;
constexpr int kSide = 300;
constexpr int kBorder = 150;  // Labels: hair above, skin below. Pixels.
const cv::Vec3f kSkinColor(0.6f, 0.42f, 0.33f);
const cv::Vec3f kHairColor(0.1f, 0.08f, 0.06f);

LabelMap Labels() {
  LabelMap labels(kSide, kSide, static_cast<std::uint8_t>(Label::kSkin));
  labels.rowRange(0, kBorder).setTo(static_cast<int>(Label::kHair));
  return labels;
}

AlphaMap SharesOfLabels() { return AlphaOf(MaskOf(Labels(), {Label::kSkin})); }

AlphaMap Followed(const ColorImage& color, const LabelMap& labels) {
  AlphaMap share = SharesOfLabels();
  FollowHairline(color, labels, kFaceSize, share);
  return share;
}

float InMiddle(const AlphaMap& share, int y) { return share(y, kSide / 2); }

}  // namespace

class HairlineTest : public QObject {
  Q_OBJECT

 private slots:
  void TheBorderIsWhereThePictureHasIt() {
    // Hair ends 5 pixels below its label.
    ColorImage color(kSide, kSide, kSkinColor);
    color.rowRange(0, kBorder + 5).setTo(kHairColor);
    const AlphaMap share = Followed(color, Labels());
    QVERIFY(InMiddle(share, kBorder + 2) < 0.5);
    QVERIFY(InMiddle(share, kBorder + 8) > 0.95);
  }

  void StrandsOverSkinAreHair() {
    ColorImage color(kSide, kSide, kSkinColor);
    color.rowRange(0, kBorder).setTo(kHairColor);
    color(cv::Rect(kSide / 2 - 1, kBorder, 3, 8)).setTo(kHairColor);
    const AlphaMap share = Followed(color, Labels());
    QVERIFY(InMiddle(share, kBorder + 4) < 0.4);
    QVERIFY(share(kBorder + 4, kSide / 2 + 6) > 0.95);
  }

  void WithoutABorderInThePictureItIsGradual() {
    const AlphaMap share = Followed(ColorImage(kSide, kSide, kSkinColor), Labels());
    float steepest = 0;
    for (int y = 1; y < kSide; ++y) {
      steepest = std::max(steepest, InMiddle(share, y) - InMiddle(share, y - 1));
    }
    QVERIFY2(steepest < 0.12, qPrintable(QString::number(steepest)));
  }

  void FarFromHairAndInBrowsLabelsDecide() {
    ColorImage color(kSide, kSide, kSkinColor);
    color.rowRange(0, kBorder).setTo(kHairColor);
    color(cv::Rect(0, 250, kSide, 20)).setTo(kHairColor);  // A shadow.
    LabelMap labels = Labels();
    const cv::Rect brow(100, kBorder + 4, 40, 6);
    labels(brow).setTo(static_cast<int>(Label::kBrow));
    color(brow).setTo(kHairColor);
    const AlphaMap share = Followed(color, labels);
    QCOMPARE(InMiddle(share, 260), 1.0f);
    QCOMPARE(InMiddle(share, 20), 0.0f);
    QVERIFY(share(kBorder + 7, 120) > 0.99);
  }

  void WithoutHairNothingChanges() {
    AlphaMap share(kSide, kSide, 1.f);
    const LabelMap labels(kSide, kSide, static_cast<std::uint8_t>(Label::kSkin));
    FollowHairline(ColorImage(kSide, kSide, kSkinColor), labels, kFaceSize, share);
    QCOMPARE(cv::countNonZero(share == 1), kSide * kSide);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::HairlineTest)
#include "hairline_test.moc"
