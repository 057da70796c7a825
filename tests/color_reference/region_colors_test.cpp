#include "engine/color_reference/region_colors.h"

#include <QTest>

namespace heser {
namespace {

constexpr int kFaceSize = 120;
const cv::Size kSize(300, 360);
const cv::Vec3f kBlack(0.05f, 0.05f, 0.06f);
const cv::Vec3f kGrey(0.6f, 0.58f, 0.55f);
const cv::Vec3f kBrown(0.35f, 0.22f, 0.15f);

/// A head of flat colours as it is measured: skin, and whatever is drawn over it.
struct Drawn {
  ColorImage color{kSize, cv::Vec3f(0.8f, 0.6f, 0.5f)};
  LabelMap labels{kSize, static_cast<std::uint8_t>(Label::kSkin)};
  Mask trusted{kSize, std::uint8_t{255}};
  cv::Mat3f log_light;

  void Draw(const cv::Rect& box, Label label, const cv::Vec3f& of_color) {
    labels(box).setTo(static_cast<int>(label));
    color(box).setTo(cv::Scalar(cv::Vec3d(of_color)));
  }
  MeasuredHead Measured() {
    log_light = LogLight(color);
    return {log_light, labels, trusted, kFaceSize};
  }
};

RegionRecipe RecipeFor(Drawn target, const RegionColorOptions& options) {
  Drawn source;
  source.Draw({60, 20, 180, 80}, Label::kHair, kBrown);
  const MeasuredHead from = source.Measured();
  return MakeRegionRecipe(from, source.log_light, target.Measured(), options, {});
}

/// A black cap whose rim is taken for hair.
Drawn WithCap() {
  Drawn target;
  target.Draw({60, 20, 180, 60}, Label::kHeadwear, kBlack);
  target.Draw({60, 80, 180, 10}, Label::kHair, kBlack);
  return target;
}

}  // namespace

class RegionColorsTest : public QObject {
  Q_OBJECT

 private slots:
  void HairOfTheTargetIsTakenWhereItIsSeen() {
    Drawn target;
    target.Draw({60, 20, 180, 60}, Label::kHair, kGrey);
    const RegionRecipe recipe = RecipeFor(target, {.hair = 1});
    QVERIFY(recipe.hair.has_value() && !recipe.hair_unseen);
  }

  void TheRimOfACapIsNoHair() {
    const RegionRecipe recipe = RecipeFor(WithCap(), {.hair = 1});
    QVERIFY(!recipe.hair.has_value());
    QVERIFY(recipe.hair_unseen);
    // Nobody asked for it, or a colour was picked.
    QVERIFY(!RecipeFor(WithCap(), {}).hair_unseen);
    const RegionRecipe picked = RecipeFor(WithCap(), {.hair = 1, .hair_picked = 1});
    QVERIFY(picked.hair.has_value() && !picked.hair_unseen);
  }

  void HairBelowACapIsMeasuredWithoutItsRim() {
    Drawn target = WithCap();
    target.Draw({20, 120, 40, 200}, Label::kHair, kGrey);
    const RegionRecipe recipe = RecipeFor(target, {.hair = 1});
    QVERIFY(recipe.hair.has_value());
    const cv::Vec3f brown = LogLight(ColorImage(1, 1, kBrown))(0, 0);
    const cv::Vec3f grey = LogLight(ColorImage(1, 1, kGrey))(0, 0);
    const cv::Vec3f reached = brown + recipe.hair->Change(brown, LogLuminance(brown), 1);
    QVERIFY2(cv::norm(reached - grey) < 0.1, qPrintable(QString::number(cv::norm(reached - grey))));
  }

  void ScrapsOfHairAreTooLittle() {
    Drawn target;
    target.Draw({60, 20, 14, 14}, Label::kHair, kGrey);
    QVERIFY(RecipeFor(target, {.hair = 1}).hair_unseen);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::RegionColorsTest)
#include "region_colors_test.moc"
