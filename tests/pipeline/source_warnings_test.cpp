#include <algorithm>
#include <cmath>

#include <QtTest/QtTest>

#include "engine/pipeline/swap_warnings.h"

namespace heser {

using Kind = SwapWarning::Kind;

/// What is said of sources before they are swapped.
class SourceWarningsTest : public QObject {
  Q_OBJECT

 private:
  /// The mean face, turned, so many pixels wide.
  static FaceMesh Face(double yaw, double width = 200) {
    Similarity3 turn;
    turn.scale = width;
    turn.rotation = RotationFromAngles({yaw, 0, 0});
    turn.translation = {300, 300, 0};
    return turn.Apply(DefaultFaceMeshModel().mean);
  }
  static FaceMesh FaceAt(cv::Point2d middle, double width) {
    FaceMesh mesh = Face(0, width);
    const cv::Point2d center = FaceCenter(mesh);
    return TransformMesh({1, 0, middle.x - center.x, 0, 1, middle.y - center.y}, mesh);
  }
  static FaceFacts Facts(double yaw, double width = 200) {
    FaceFacts facts;
    facts.mesh = Face(yaw, width);
    facts.angles.yaw = yaw;
    facts.blur = 1;
    return facts;
  }
  static bool Says(const std::vector<SwapWarning>& warnings, Kind kind, int source) {
    return std::ranges::any_of(warnings, [&](const SwapWarning& warning) {
      return warning.kind == kind && warning.source == source;
    });
  }

 private slots:
  void NothingIsSaidOfGoodSources() {
    const FaceMesh target = Face(10);
    QVERIFY(FindSourceWarnings({}, &target).empty());
    QVERIFY(FindSourceWarnings(std::vector{Facts(0), Facts(30)}, &target).empty());
    QVERIFY(FindSourceWarnings(std::vector{Facts(0)}, nullptr).empty());
  }

  void ABlurredOneIsToldAndAmongSharpOnesThatItIsSofter() {
    FaceFacts blurred = Facts(0);
    blurred.blur = 4;
    QVERIFY(Says(FindSourceWarnings(std::vector{blurred}, nullptr), Kind::kSourceBlurred, 0));
    const auto warnings = FindSourceWarnings(std::vector{Facts(0), blurred}, nullptr);
    QCOMPARE(warnings.size(), std::size_t{1});
    QVERIFY(Says(warnings, Kind::kSourceSofter, 1));
  }

  void ASmallOneIsToldBesideTheTarget() {
    const FaceMesh target = Face(0, 400);
    const auto warnings = FindSourceWarnings(std::vector{Facts(0, 100), Facts(0, 300)}, &target);
    QCOMPARE(warnings.size(), std::size_t{1});
    QVERIFY(Says(warnings, Kind::kSourceSmall, 0));
    QVERIFY(std::abs(warnings[0].value - 0.25) < 1e-6);
  }

  void OfSeveralOnlyTheNearestMustLookTheTargetsWay() {
    const FaceMesh target = Face(0);
    QVERIFY(Says(FindSourceWarnings(std::vector{Facts(50)}, &target), Kind::kLargeAngle, 0));
    QVERIFY(FindSourceWarnings(std::vector{Facts(50), Facts(5)}, &target).empty());
    const auto warnings = FindSourceWarnings(std::vector{Facts(80), Facts(5)}, &target);
    QVERIFY(Says(warnings, Kind::kSourceNoUse, 0));
  }

  void ThePinnedOneMustLookTheTargetsWay() {
    const FaceMesh target = Face(0);
    const auto warnings = FindSourceWarnings(std::vector{Facts(50), Facts(5)}, &target, 0);
    QCOMPARE(warnings.size(), std::size_t{1});
    QVERIFY(Says(warnings, Kind::kLargeAngle, 0));
  }

  void APhotoOnItsSideIsToldToBeRotated() {
    FaceFacts tilted = Facts(0);
    tilted.angles.roll = -170;
    const auto warnings = FindSourceWarnings(std::vector{Facts(0), tilted}, nullptr);
    QCOMPARE(warnings.size(), std::size_t{1});
    QVERIFY(Says(warnings, Kind::kNotUpright, 1));
    QCOMPARE(warnings[0].value, 170.0);
  }

  void AHeadWithoutColoursIsGrey() {
    HeadView view;
    view.labels = LabelMap(20, 20, static_cast<std::uint8_t>(Label::kSkin));
    view.color = ColorImage(20, 20, cv::Vec3f(0.5f, 0.505f, 0.5f));
    QVERIFY(IsGrey(view));
    // What stands behind it does not count.
    view.labels.rowRange(10, 20).setTo(0);
    view.color.rowRange(10, 20).setTo(cv::Vec3f(0.9f, 0.1f, 0.2f));
    QVERIFY(IsGrey(view));
    view.color.rowRange(0, 10).setTo(cv::Vec3f(0.6f, 0.5f, 0.5f));
    QVERIFY(!IsGrey(view));
    view.labels.setTo(0);
    QVERIFY(!IsGrey(view));
  }

  void WithoutATargetTheCameraCounts() {
    const auto warnings = FindSourceWarnings(std::vector{Facts(0), Facts(-50)}, nullptr);
    QCOMPARE(warnings.size(), std::size_t{1});
    QVERIFY(Says(warnings, Kind::kTurnedAway, 1));
    QCOMPARE(warnings[0].value, 50.0);
  }

  void AnotherPersonThanTheFirstIsToldWhereThatIsKnown() {
    std::vector<FaceFacts> sources(3, Facts(0));
    sources[0].identity = {1, 0};
    sources[1].identity = {0.995, 0.0998};
    sources[2].identity = {0.6, 0.8};
    const auto warnings = FindSourceWarnings(sources, nullptr);
    QCOMPARE(warnings.size(), std::size_t{1});
    QVERIFY(Says(warnings, Kind::kOtherPerson, 2));
    sources[0].identity.clear();
    QVERIFY(FindSourceWarnings(sources, nullptr).empty());
  }

  void WhereNothingElseIsKnownTheLookTellsPeopleApart() {
    const auto facts = [](double yaw, std::vector<float> edges) {
      FaceFacts face = Facts(yaw);
      face.look.edges = std::move(edges);
      return face;
    };
    const auto told = [](const FaceFacts& first, const FaceFacts& second) {
      return FindSourceWarnings(std::vector{first, second}, nullptr);
    };
    const std::vector<float> one{1, 0};
    const std::vector<float> other{-0.3f, 0.954f};
    const auto warnings = told(facts(0, one), facts(5, other));
    QCOMPARE(warnings.size(), std::size_t{1});
    QVERIFY(Says(warnings, Kind::kOtherPerson, 1));
    QVERIFY2(std::abs(warnings[0].value + 0.3) < 0.01,
             qPrintable(QString::number(warnings[0].value)));
    QVERIFY(told(facts(0, one), facts(5, {-0.1f, 0.995f})).empty());
    // Another shape adds to it.
    FaceFacts wide = facts(0, {-0.1f, 0.995f});
    wide.mesh.col(0) = (wide.mesh.col(0).array() - 300) * 1.1 + 300;
    QVERIFY(Says(told(facts(0, one), wide), Kind::kOtherPerson, 1));
    // Faces that are seen from other sides, or from aside, cannot be compared.
    QVERIFY(told(facts(0, one), facts(25, other)).empty());
    QVERIFY(told(facts(38, one), facts(38, other)).empty());
    // The recognition network knows better.
    FaceFacts first = facts(0, one);
    FaceFacts second = facts(5, other);
    first.identity = second.identity = {1, 0};
    QVERIFY(told(first, second).empty());
  }

  void AHeadIsCutByThePhotosBorderAlone() {
    HeadView view;
    Mask head(100, 100, std::uint8_t{0});
    head(cv::Rect(20, 0, 40, 60)).setTo(255);
    // The view may be a part of the photo.
    QCOMPARE(CutShare(view, head), 0.0);
    view.cut_top = true;
    const double share = CutShare(view, head);
    QVERIFY2(share > 0.18 && share < 0.3, qPrintable(QString::number(share)));
    head(cv::Rect(20, 0, 40, 1)).setTo(0);
    QCOMPARE(CutShare(view, head), 0.0);
  }

  void WhatOneBorderCutsOffExcusesNoOtherBorder() {
    HeadView view;
    view.cut_left = view.cut_top = true;
    const auto head_at = [](int x, int width) {
      Mask head(200, 200, std::uint8_t{0});
      head(cv::Rect(50, 20, 100, 120)).setTo(255);
      head(cv::Rect(x, 0, width, 40)).setTo(255);
      return head;
    };
    const Mask at_top = head_at(60, 30);
    const Mask at_left = at_top.t();
    QVERIFY(!CutBeyond(view, at_top, at_top));
    QVERIFY(CutBeyond(view, at_top, at_left) == CutShare(view, at_top));
    // A little more than it was is no matter, nor is less.
    QVERIFY(!CutBeyond(view, head_at(60, 35), at_top));
    QVERIFY(!CutBeyond(view, at_top, head_at(60, 60)));
    // Much of it is, however it was.
    const Mask wide = head_at(60, 60);
    QVERIFY(CutBeyond(view, wide, wide) == CutShare(view, wide));
  }

  void ATargetThatShowsNothingIsTold() {
    HeadView view;
    view.window = {0, 0, 40, 60};
    view.color = ColorImage(60, 40, cv::Vec3f::all(0.5F));
    view.mesh = FaceAt({20, 53}, 10);
    const auto warnings_of = [&](int alpha, int rows) {
      cv::Mat samples(60, 40, CV_8UC4, cv::Scalar(90, 90, 90, 255));
      samples.rowRange(0, rows).setTo(cv::Scalar(90, 90, 90, alpha));
      std::vector<SwapWarning> warnings;
      WarnOfTransparentTarget(Photo(samples), view, warnings);
      return warnings;
    };
    QVERIFY(Says(warnings_of(0, 60), Kind::kTargetTransparent, -1));
    QVERIFY(Says(warnings_of(20, 60), Kind::kTargetTransparent, -1));
    // A ghost.
    QVERIFY(Says(warnings_of(128, 60), Kind::kTargetThin, -1));
    QVERIFY(warnings_of(128, 45).empty());
    // A person who was cut out.
    QVERIFY(warnings_of(0, 45).empty());
    QVERIFY(warnings_of(255, 60).empty());
    std::vector<SwapWarning> warnings;
    WarnOfTransparentTarget(Photo(cv::Mat(60, 40, CV_8UC3, cv::Scalar::all(9))), view, warnings);
    QVERIFY(warnings.empty());
  }

  void ACoveredTargetIsTold() {
    HeadView view;
    view.mesh = Face(0);
    view.color.create(600, 600);
    cv::RNG random(3);
    for (cv::Vec3f& pixel : view.color) {
      pixel =
          cv::Vec3f(0.8F, 0.6F, 0.5F) + cv::Vec3f::all(static_cast<float>(random.gaussian(0.02)));
    }
    std::vector<SwapWarning> warnings;
    WarnOfCoveredTarget(view, warnings);
    QVERIFY(warnings.empty());
    view.color.rowRange(0, 300).setTo(cv::Scalar(0.1, 0.2, 0.9));
    WarnOfCoveredTarget(view, warnings);
    QVERIFY(Says(warnings, Kind::kTargetCovered, -1));
    QVERIFY(warnings[0].value > 0.2);
  }

  void TheBodyUnderAFaceIsLookedFor() {
    HeadView view;
    view.mesh = Face(0);
    view.labels = LabelMap(600, 600, std::uint8_t{0});
    QCOMPARE(BodyShare(view), 0.0);
    const auto chin = cvRound(view.mesh(mesh_point::kChin, 1));
    view.labels.rowRange(chin, 600).setTo(static_cast<int>(Label::kNeck));
    QCOMPARE(BodyShare(view), 1.0);
    view.labels.rowRange(chin, chin + 70).setTo(static_cast<int>(Label::kSkin));
    QCOMPARE(BodyShare(view), 0.0);
    // A photo that ends there says nothing.
    view.labels = LabelMap(chin + 10, 600, std::uint8_t{0});
    QCOMPARE(BodyShare(view), 1.0);
  }

  void ABodyThatHairHidesIsMeasured() {
    HeadView view;
    view.mesh = Face(0);
    const cv::Size size(600, 800);
    view.labels = LabelMap(size, std::uint8_t{0});
    const auto chin = cvRound(view.mesh(mesh_point::kChin, 1));
    const cv::Rect body(100, chin, 400, size.height - chin);
    view.labels(body).setTo(static_cast<int>(Label::kClothing));
    BlendResult blend;
    blend.removed = blend.body = Mask(size, std::uint8_t{0});
    blend.head_alpha = AlphaMap(size, 0.f);
    QCOMPARE(MadeUpBodyShare(view, blend), 0.0);
    // Hair over the left half, whatever is filled in for it.
    const cv::Rect hair(100, chin, 200, size.height - chin);
    view.labels(hair).setTo(static_cast<int>(Label::kHair));
    blend.removed = blend.body.clone();
    blend.removed(hair) = 255;
    const double half = MadeUpBodyShare(view, blend);
    QVERIFY2(std::abs(half - 0.5) < 0.03, qPrintable(QString::number(half)));
    // What the new head covers need not be known.
    blend.head_alpha(hair).setTo(1);
    QCOMPARE(MadeUpBodyShare(view, blend), 0.0);
    // A photo that ends under the chin says nothing.
    blend.head_alpha.setTo(0);
    view.mesh.col(1).array() += size.height - chin - 10;
    QCOMPARE(MadeUpBodyShare(view, blend), 0.0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::SourceWarningsTest)
#include "source_warnings_test.moc"
