#include "engine/blender/blender.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include "engine/blender/composite.h"
#include "engine/blender/opacity.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "tests/support/teacher_view.h"

namespace {

using namespace heser;

const char* const kFace = "portraits/congress/deb_fischer.jpg";
const char* const kOtherFace = "portraits/congress/mark_pocan.jpg";

HeadView ReadView(const char* file, double face_size) {
  return test::ReadTeacherView(test::SharedPhoto(file), face_size);
}

// The view's own head, as an aligner that changes nothing gives it.
AlignedHead HeadOf(const HeadView& view) {
  AlignedHead head;
  const Mask own = MaskOf(view.labels, kHeadLabels);
  Mask rest;
  cv::bitwise_not(own, rest);
  head.color = view.color.clone();
  head.labels = view.labels.clone();
  head.labels.setTo(0, rest);
  head.alpha = view.matte.clone();
  head.alpha.setTo(1, own);
  head.alpha.setTo(0, MaskOf(view.labels, kBodyLabels));
  head.confidence = head.alpha.clone();
  head.mesh = view.mesh;
  return head;
}

// The head moved and scaled so that its box of the face lies on the target's.
AlignedHead Placed(const AlignedHead& head, const HeadView& target) {
  const double scale = FaceSize(target.mesh) / FaceSize(head.mesh);
  const cv::Point2d from = FaceCenter(head.mesh);
  const cv::Point2d to = FaceCenter(target.mesh);
  const cv::Matx23d move(scale, 0, to.x - scale * from.x, 0, scale, to.y - scale * from.y);
  const auto warp = [&](const cv::Mat& image, int interpolation, int border) {
    cv::Mat warped;
    cv::warpAffine(image, warped, move, target.color.size(), interpolation, border);
    return warped;
  };
  AlignedHead placed;
  placed.color = warp(head.color, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  placed.alpha = warp(head.alpha, cv::INTER_LINEAR, cv::BORDER_CONSTANT);
  placed.labels = warp(head.labels, cv::INTER_NEAREST, cv::BORDER_CONSTANT);
  placed.confidence = placed.alpha.clone();
  placed.mesh = TransformMesh(move, head.mesh);
  return placed;
}

BlendResult Blend(const HeadView& target, const AlignedHead& head, const Progress& progress = {}) {
  return BlendHead(target, head, MakeColorReference(head, target, {}, {}), {}, progress);
}

int ChangedOutsideTheRegion(const HeadView& target, const BlendResult& result) {
  cv::Mat difference;
  cv::absdiff(target.color, result.color, difference);
  cv::Mat changed;
  cv::transform(difference, changed, cv::Matx13f(1, 1, 1));
  return cv::countNonZero((changed > 0) & (result.blend_region == 0));
}

bool IsFinite(const ColorImage& color) { return cv::checkRange(color, true, nullptr, -0.5, 2); }

HeadView CutOut(const HeadView& view, cv::Rect window) {
  HeadView piece = view;
  piece.color = view.color(window).clone();
  piece.labels = view.labels(window).clone();
  piece.matte = view.matte(window).clone();
  piece.mesh.col(0).array() -= window.x;
  piece.mesh.col(1).array() -= window.y;
  return piece;
}

HeadView Resized(const HeadView& view, cv::Size size) {
  HeadView small = view;
  cv::resize(view.color, small.color, size, 0, 0, cv::INTER_AREA);
  cv::resize(view.labels, small.labels, size, 0, 0, cv::INTER_NEAREST);
  cv::resize(view.matte, small.matte, size, 0, 0, cv::INTER_AREA);
  small.mesh.col(0) *= double(size.width) / view.color.cols;
  small.mesh.col(1) *= double(size.height) / view.color.rows;
  return small;
}

}  // namespace

class BlenderTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (!test::SharedFolder()) QSKIP("the shared folder with the judges' photos is absent");
  }

  void AHeadPutBackInItsOwnPlaceGivesThePhotoAgain() {
    const HeadView view = ReadView(kFace, 200);
    const BlendResult result = Blend(view, HeadOf(view));
    const Mask head = MaskOf(view.labels, kHeadLabels);
    cv::Mat3f own(view.color.size(), cv::Vec3f::all(0));
    cv::Mat3f made = own.clone();
    view.color.copyTo(own, head);
    result.color.copyTo(made, head);
    const double share = double(cv::countNonZero(head)) / double(head.total());
    const double psnr = cv::PSNR(made, own, 1.0) + 10 * std::log10(share);
    qInfo("PSNR over the head: %.1f dB", psnr);
    QVERIFY(psnr > 35);
  }

  void PixelsOutsideTheBlendRegionAreTheTargetsOwn() {
    const HeadView target = ReadView(kFace, 200);
    const BlendResult result = Blend(target, Placed(HeadOf(ReadView(kOtherFace, 200)), target));
    QCOMPARE(ChangedOutsideTheRegion(target, result), 0);
    const Mask region = result.blend_region > 0;
    QVERIFY(cv::countNonZero(region) < int(0.8 * double(region.total())));
    // All of the old head was worked on, and the new one is within the region.
    const Mask old_head = MaskOf(target.labels, kHeadLabels);
    QCOMPARE(cv::countNonZero(old_head & ~region), 0);
    QCOMPARE(cv::countNonZero((result.head_alpha > 0.01) & ~region), 0);
  }

  void TheOldHairGoesWhereTheNewHeadHasNone() {
    const HeadView target = ReadView(kFace, 200);
    const BlendResult result = Blend(target, Placed(HeadOf(ReadView(kOtherFace, 200)), target));
    const Mask bared = Erode(MaskOf(target.labels, {Label::kHair}), 3) & (result.head_alpha == 0);
    QVERIFY(cv::countNonZero(bared) > 200);
    cv::Mat difference;
    cv::absdiff(result.color, target.color, difference);
    QVERIFY(cv::mean(difference, bared)[0] > 0.05);
    QCOMPARE(cv::countNonZero(bared & ~result.removed), 0);
  }

  void AFaceWithoutHairNeckOrClothingIsBlended() {
    HeadView target = ReadView(kFace, 120);
    target.labels.setTo(0, MaskOf(target.labels, {Label::kHair, Label::kNeck, Label::kClothing}));
    const BlendResult result = Blend(target, HeadOf(target));
    QVERIFY(IsFinite(result.color));
    QCOMPARE(ChangedOutsideTheRegion(target, result), 0);
  }

  void NoHeadLeavesTheTargetWithoutOne() {
    const HeadView target = ReadView(kFace, 120);
    AlignedHead nobody = HeadOf(target);
    nobody.alpha = 0;
    nobody.labels = 0;
    const BlendResult result = Blend(target, nobody);
    QVERIFY(IsFinite(result.color));
    QCOMPARE(cv::countNonZero(result.head_alpha), 0);
    QCOMPARE(cv::norm(result.color, result.background_fill, cv::NORM_INF), 0.0);
  }

  void OddAndTinyViewsAreBlended() {
    const HeadView view = ReadView(kFace, 200);
    for (const cv::Size size : {cv::Size(65, 80), cv::Size(33, 31), cv::Size(301, 257)}) {
      const HeadView small = Resized(view, size);
      const BlendResult result = Blend(small, HeadOf(small));
      QVERIFY(result.color.size() == size);
      QVERIFY(IsFinite(result.color));
      QCOMPARE(ChangedOutsideTheRegion(small, result), 0);
    }
  }

  void AHeadThatTouchesTheBordersIsBlended() {
    const HeadView view = ReadView(kFace, 200);
    const cv::Point2d center = FaceCenter(view.mesh);
    const cv::Rect tight(cvRound(center.x) - 90, cvRound(center.y) - 95, 170, 185);
    const HeadView cut = CutOut(view, tight & cv::Rect({}, view.color.size()));
    const BlendResult result = Blend(cut, HeadOf(cut));
    QVERIFY(IsFinite(result.color));
    QCOMPARE(ChangedOutsideTheRegion(cut, result), 0);
  }

  void TheSameInputGivesTheSamePicture() {
    const HeadView target = ReadView(kOtherFace, 150);
    const AlignedHead head = Placed(HeadOf(ReadView(kFace, 150)), target);
    QCOMPARE(cv::norm(Blend(target, head).color, Blend(target, head).color, cv::NORM_INF), 0.0);
  }

  void ACompositeTouchesOnlyItsRegion() {
    const cv::Size size(9, 7);
    const ColorImage target(size, cv::Vec3f::all(0.3f));
    const ColorImage plate(size, cv::Vec3f::all(0.5f));
    const ColorImage head(size, cv::Vec3f::all(0.9f));
    AlphaMap alpha(size, 0.f);
    AlphaMap change(size, 0.f);
    alpha(3, 4) = 0.5f;
    change(2, 2) = 1.f;
    const CompositePicture picture = Composite(target, plate, change, head, alpha);
    QCOMPARE(cv::countNonZero(picture.blend_region), 2);
    QVERIFY(std::abs(picture.color(3, 4)[0] - 0.7f) < 1e-6f);
    QCOMPARE(picture.color(2, 2)[0], 0.5f);
    QCOMPARE(picture.color(0, 0)[0], 0.3f);
  }

  void AHeadCutOutOfItsSurroundingsLeavesNothingBehind() {
    // The body is opaque, everything else is not; the new head is smaller than the old one.
    const int side = 60;
    Mask removed(side, side, std::uint8_t{0});
    removed(cv::Rect(15, 5, 30, 30)) = 255;
    cv::Mat1b layer(side, side, static_cast<std::uint8_t>(kBackgroundLayer));
    layer(cv::Rect(0, 30, side, 30)) = static_cast<std::uint8_t>(kClothingLayer);
    AlphaMap opacity(side, side, 0.f);
    opacity(cv::Rect(0, 30, side, 30)) = 1;
    opacity.setTo(1, removed);
    const AlphaMap behind = OpacityBehindHead(opacity, removed, layer, 40);
    QCOMPARE(behind(15, 20), 0.f);
    QCOMPARE(behind(33, 30), 1.f);
    AlphaMap head(side, side, 0.f);
    head(cv::Rect(20, 10, 20, 20)) = 0.5f;
    const ColorImage red(side, side, cv::Vec3f(0.8f, 0.1f, 0.1f));
    const ColorImage black(side, side, cv::Vec3f(0, 0, 0));
    const TranslucentPicture picture =
        CompositeTranslucent({black, opacity}, black, behind, red, head, AlphaOf(removed));
    QCOMPARE(picture.opacity(20, 30), 0.5f);
    QVERIFY(cv::norm(picture.color(20, 30) - red(20, 30)) < 1e-5);
    QCOMPARE(picture.opacity(7, 17), 0.f);
    QCOMPARE(picture.opacity(50, 5), 1.f);
  }

  void WorkStopsWhenCancelled() {
    const HeadView target = ReadView(kFace, 120);
    const AlignedHead head = HeadOf(target);
    CancelSwitch cancel;
    const Progress progress(
        [&](double fraction, std::string_view) {
          if (fraction > 0.3) cancel.Cancel();
        },
        cancel);
    QVERIFY_EXCEPTION_THROWN(Blend(target, head, progress), Cancelled);
  }

  void WrongInputIsRefused() {
    const HeadView target = ReadView(kFace, 120);
    const AlignedHead head = HeadOf(target);
    const ColorReference colors = MakeColorReference(head, target, {}, {});
    BlenderOptions bad;
    bad.edge.feather = -1;
    QVERIFY_EXCEPTION_THROWN(BlendHead(target, head, colors, bad, {}), Error);
    AlignedHead small = head;
    small.alpha = AlphaMap(5, 5);
    QVERIFY_EXCEPTION_THROWN(BlendHead(target, small, colors, {}, {}), Error);
  }
};

QTEST_GUILESS_MAIN(BlenderTest)
#include "blender_test.moc"
