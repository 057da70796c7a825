#include "engine/analysis/clothing_spill.h"

#include <QtTest>

#include "engine/core/image_ops.h"
#include "tests/support/placed_mesh.h"

namespace heser {
namespace {

constexpr int kSide = 300;
constexpr double kFace = 120;
const cv::Rect kHair(60, 40, 60, 160);
const cv::Rect kClothing(20, 200, 200, 80);
const cv::Rect kTips(60, 194, 60, 6);  // The lowest hair: half of it is clothing.
const cv::Vec3f kBlond(0.7f, 0.6f, 0.4f);
const cv::Vec3f kPink(0.9f, 0.1f, 0.5f);

HeadView Photo(const cv::Vec3f& clothing) {
  HeadView view;
  view.color = ColorImage(kSide, kSide, cv::Vec3f(0.5f, 0.5f, 0.5f));
  view.labels = LabelMap(kSide, kSide, std::uint8_t{0});
  view.matte = AlphaMap(kSide, kSide, 1.f);
  view.mesh = test::MeshAt({150, 120}, kFace);
  view.color(kHair).setTo(kBlond);
  view.color(kClothing).setTo(clothing);
  cv::Mat3f shades(kSide, kSide);
  cv::RNG(3).fill(shades, cv::RNG::NORMAL, 0, 0.01);
  view.color += shades;
  view.color(kTips) = view.color(kTips) * 0.5 + cv::Scalar(clothing * 0.5);
  view.labels(kHair).setTo(static_cast<int>(Label::kHair));
  view.labels(kClothing).setTo(static_cast<int>(Label::kClothing));
  return view;
}

double DistanceOf(const ColorImage& color, const cv::Rect& where, const cv::Vec3f& from) {
  const cv::Scalar mean = cv::mean(color(where));
  return cv::norm(cv::Vec3d(mean[0], mean[1], mean[2]) - cv::Vec3d(from));
}

}  // namespace

class ClothingSpillTest : public QObject {
  Q_OBJECT

 private slots:
  void ClothingIsTakenOutOfHairAboveIt() {
    HeadView view = Photo(kPink);
    const ColorImage shared = view.color;
    const ColorImage photo = view.color.clone();
    QVERIFY(DistanceOf(photo, kTips, kBlond) > 0.2);
    SuppressClothingSpill(view);
    QVERIFY(DistanceOf(view.color, kTips, kBlond) < 0.08);
    // The photo itself, the clothing and hair further up stay.
    QCOMPARE(cv::norm(shared, photo, cv::NORM_INF), 0.0);
    QCOMPARE(cv::norm(view.color(kClothing), photo(kClothing), cv::NORM_INF), 0.0);
    const cv::Rect upper(kHair.x, kHair.y, kHair.width, 100);
    QCOMPARE(cv::norm(view.color(upper), photo(upper), cv::NORM_INF), 0.0);
  }

  void ClothingOfTheHairsColourChangesNothing() {
    HeadView view = Photo(kBlond * 0.95);
    const ColorImage photo = view.color.clone();
    SuppressClothingSpill(view);
    QCOMPARE(cv::norm(view.color, photo, cv::NORM_INF), 0.0);
  }

  void HairOfManyShadesKeepsThem() {
    HeadView view = Photo(cv::Vec3f(0.95f, 0.95f, 0.95f));
    // Locks as light as the shirt, down to the tips.
    for (int x = kHair.x; x < kHair.br().x; x += 8) {
      view.color(cv::Rect(x, kHair.y, 3, kHair.height)).setTo(cv::Vec3f(0.95f, 0.95f, 0.95f));
    }
    const ColorImage photo = view.color.clone();
    SuppressClothingSpill(view);
    QCOMPARE(cv::norm(view.color, photo, cv::NORM_INF), 0.0);
  }

  void WithoutHairNearClothingNothingHappens() {
    HeadView view = Photo(kPink);
    view.labels.setTo(static_cast<int>(Label::kBackground), MaskOf(view.labels, {Label::kHair}));
    const ColorImage photo = view.color.clone();
    SuppressClothingSpill(view);
    QCOMPARE(cv::norm(view.color, photo, cv::NORM_INF), 0.0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::ClothingSpillTest)
#include "clothing_spill_test.moc"
