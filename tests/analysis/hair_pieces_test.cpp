#include "engine/analysis/hair_pieces.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "tests/support/placed_mesh.h"

namespace heser {
namespace {

constexpr int kSide = 400;
constexpr double kFace = 120;
const cv::Point kMiddle(200, 130);
const cv::Rect kPieceBeside(240, 290, 40, 40);
const cv::Rect kPieceAbove(282, 100, 16, 40);

const cv::Scalar kHairColor(0.2, 0.13, 0.1);
const cv::Scalar kClothColor(0.1, 0.3, 0.7);
const cv::Scalar kSkinColor(0.8, 0.6, 0.5);

int Id(Label label) { return static_cast<int>(label); }

/// Long dark hair on both sides of a face, down over blue clothing; the labels take it all for
/// hair.
struct HairPhoto {
  HeadView view;

  HairPhoto() {
    view.color = ColorImage(kSide, kSide, cv::Vec3f(0.9f, 0.9f, 0.9f));
    view.labels = LabelMap(kSide, kSide, std::uint8_t{0});
    view.matte = AlphaMap(kSide, kSide, 0.f);
    view.mesh = test::MeshAt(kMiddle, kFace);
    Paint(cv::Rect(80, 240, 240, 160), kClothColor, Label::kClothing);
    Paint(cv::Rect(100, 50, 200, 280), kHairColor, Label::kHair);
    Paint(cv::Rect(160, 180, 80, 220), kSkinColor, Label::kNeck);
    Paint(cv::Rect(155, 80, 90, 115), kSkinColor, Label::kSkin);
    cv::Mat3f noise(kSide, kSide);
    cv::RNG random(7);
    random.fill(noise, cv::RNG::NORMAL, 0, 0.01);
    view.color += noise;
  }
  void Paint(cv::Rect where, const cv::Scalar& color, Label label) {
    view.color(where).setTo(color);
    view.labels(where).setTo(Id(label));
    view.matte(where).setTo(1);
  }
  int Count(cv::Rect where, Label label) const {
    return cv::countNonZero(view.labels(where) == Id(label));
  }
};

}  // namespace

class HairPiecesTest : public QObject {
  Q_OBJECT

 private slots:
  void ClothingBetweenLocksIsNoHair() {
    HairPhoto photo;
    photo.view.color(kPieceBeside).setTo(kClothColor);
    TakeStrangersFromHair(photo.view);
    QVERIFY(photo.Count(kPieceBeside, Label::kClothing) > 0.85 * kPieceBeside.area());
    // The hair around it stays.
    const cv::Rect lock(105, 60, 45, 260);
    QCOMPARE(photo.Count(lock, Label::kHair), lock.area());
  }

  void SkinBetweenLocksIsTheNecks() {
    HairPhoto photo;
    photo.view.color(kPieceBeside).setTo(kSkinColor);
    TakeStrangersFromHair(photo.view);
    QVERIFY(photo.Count(kPieceBeside, Label::kNeck) > 0.85 * kPieceBeside.area());
  }

  void HairAboveTheChinStays() {
    HairPhoto photo;
    photo.view.color(kPieceAbove).setTo(kClothColor);
    TakeStrangersFromHair(photo.view);
    QCOMPARE(photo.Count(kPieceAbove, Label::kHair), kPieceAbove.area());
  }

  void HairOfTheClothingsColourStays() {
    HairPhoto photo;
    Mask hair = MaskOf(photo.view.labels, {Label::kHair});
    photo.view.color.setTo(kClothColor, hair);
    const LabelMap before = photo.view.labels.clone();
    TakeStrangersFromHair(photo.view);
    QCOMPARE(cv::countNonZero(before != photo.view.labels), 0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::HairPiecesTest)
#include "hair_pieces_test.moc"
