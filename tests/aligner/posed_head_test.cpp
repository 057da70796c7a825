#include <cmath>

#include <QtTest/QtTest>
#include <opencv2/imgproc.hpp>

#include "engine/aligner/aligner.h"
#include "engine/aligner/reduced_view.h"
#include "engine/core/error.h"
#include "engine/core/image_ops.h"
#include "tests/aligner/eared_head.h"
#include "tests/aligner/synthetic_head.h"
#include "tests/support/teacher_view.h"

using namespace heser;

namespace {

HeadSurface Surface(const test::SyntheticHead& head) {
  return BuildHeadSurface(head.view(), head.model(), {}, {});
}

double Psnr(const ColorImage& a, const ColorImage& b, const Mask& where) {
  const double error = cv::norm(a, b, cv::NORM_L2, where);
  return 10 * std::log10(3.0 * cv::countNonZero(where) / (error * error));
}

Eigen::Matrix3d Yaw(double degrees) { return RotationFromAngles({degrees, 0, 0}); }

}  // namespace

class PosedHeadTest : public QObject {
  Q_OBJECT
 private slots:
  void TheSurfaceOfAnEllipsoidIsTheEllipsoid() {
    const test::SyntheticHead head;
    const HeadSurface surface = Surface(head);
    double worst = 0;
    for (int j = 0; j < surface.front.rows; ++j) {
      for (int i = 0; i < surface.front.cols; ++i) {
        const double x = surface.box.x + surface.step * i;
        const double y = surface.box.y + surface.step * j;
        const double truth = head.FrontDepth(x, y);
        // At the very outline the surface stands upright: a depth says little.
        if (!(truth < surface.equator(j, i) - 25)) continue;
        worst = std::max(worst, std::abs(surface.front(j, i) - truth));
      }
    }
    QVERIFY2(worst < 3, qPrintable(QString("off by %1 px of 84").arg(worst)));
  }

  void BothSheetsMeetAtTheOutline() {
    const test::SyntheticHead head;
    const HeadSurface surface = Surface(head);
    for (int j = 0; j < surface.front.rows; ++j) {
      for (int i = 0; i < surface.front.cols; ++i) {
        QVERIFY(surface.back(j, i) >= surface.equator(j, i));
        const double x = surface.box.x + surface.step * i;
        const double y = surface.box.y + surface.step * j;
        if (std::isnan(head.FrontDepth(x, y)) && surface.back_nodes(j, i) != 0) {
          QVERIFY(surface.back(j, i) - surface.front(j, i) < 25);
        }
      }
    }
  }

  void ATurnedEllipsoidShowsItsColoursWhereTheyWent() {
    const test::SyntheticHead head;
    const HeadSurface surface = Surface(head);
    const FaceMesh turned = TurnMesh(surface, Yaw(25));
    const AlignedHead aligned = RenderHead(surface, turned, head.view().color.size(), {});
    const Similarity3 move = FitSimilarity(surface.mesh, turned);
    // At the outline itself alpha is soft.
    const Mask inside = Erode(MaskAbove(aligned.confidence, 0), 3);
    QVERIFY(std::abs(aligned.angle_degrees - 25) < 1e-6);
    int seen = 0;
    // Skin only: hair near the outline may be taken for background, which has the same colours.
    for (int y = 120; y < 200; y += 4) {
      for (int x = 50; x < 190; x += 4) {
        const double depth = head.FrontDepth(x, y);
        if (std::isnan(depth) || depth > 35) continue;
        const Eigen::Vector3d to = move * Eigen::Vector3d(x, y, depth);
        const cv::Point pixel(cvRound(to.x()), cvRound(to.y()));
        if (!cv::Rect(cv::Point(), aligned.alpha.size()).contains(pixel)) continue;
        if (inside(pixel) == 0 || aligned.confidence(pixel) < 0.6f) continue;
        // Places are rounded to a pixel, colours change by at most .02 a pixel.
        const double off =
            cv::norm(aligned.color(pixel) - test::SyntheticHead::ColorAt(x, y), cv::NORM_INF);
        QVERIFY2(off < 0.05, qPrintable(QString("%1 at %2, %3").arg(off).arg(x).arg(y)));
        QVERIFY2(aligned.alpha(pixel) > 0.98f,
                 qPrintable(QString("%1 at %2, %3").arg(aligned.alpha(pixel)).arg(x).arg(y)));
        ++seen;
      }
    }
    QVERIFY2(seen > 150, qPrintable(QString::number(seen)));
  }

  void TheBackOfATurnedHeadIsItsHair() {
    const test::SyntheticHead head;
    const HeadSurface surface = Surface(head);
    const AlignedHead aligned =
        RenderHead(surface, TurnMesh(surface, Yaw(60)), head.view().color.size(), {});
    QCOMPARE(surface.cover.material, Label::kHair);
    const Mask back = cv::Mat(aligned.confidence > 0) & cv::Mat(aligned.confidence < 0.03);
    QVERIFY(cv::countNonZero(back) > 1000);
    const Mask certain = back & MaskAbove(aligned.alpha, 0.9);
    QVERIFY(cv::countNonZero(certain) > 0.8 * cv::countNonZero(back));
    QCOMPARE(cv::countNonZero(certain & cv::Mat(aligned.labels != static_cast<int>(Label::kHair))),
             0);
  }

  void AHeadThatNodsALittleHardlyShowsItsCrown() {
    const test::SyntheticHead head;
    const HeadSurface surface = Surface(head);
    const auto back_above_face = [&](double pitch) {
      const FaceMesh nodding = TurnMesh(surface, RotationFromAngles({.pitch = pitch}));
      const AlignedHead aligned = RenderHead(surface, nodding, head.view().color.size(), {});
      const Mask back = cv::Mat(aligned.confidence > 0) & cv::Mat(aligned.confidence < 0.03);
      const int top = std::clamp(cvRound(nodding.col(1).minCoeff()), 0, back.rows);
      return cv::countNonZero(back.rowRange(0, top));
    };
    const int little = back_above_face(-15);
    const int much = back_above_face(-40);
    QVERIFY(much > 100);
    // As round as the surface has it, an eighth.
    QVERIFY2(little < 0.03 * much, qPrintable(QString("%1 and %2").arg(little).arg(much)));
  }

  void BelowShortHairTheBackIsANapeOfSkin() {
    const test::SyntheticHead head;
    HeadView shaven = head.view();
    shaven.labels = head.view().labels.clone();
    const int below = cvRound(FaceCenter(shaven.mesh).y);
    cv::Mat beard = shaven.labels.rowRange(below, shaven.labels.rows);
    beard.setTo(static_cast<int>(Label::kSkin), beard == static_cast<int>(Label::kHair));
    const HeadSurface surface = BuildHeadSurface(shaven, head.model(), {}, {});
    const AlignedHead aligned =
        RenderHead(surface, TurnMesh(surface, Yaw(60)), shaven.color.size(), {});
    const Mask back = cv::Mat(aligned.confidence > 0) & cv::Mat(aligned.confidence < 0.03) &
                      MaskAbove(aligned.alpha, 0.9);
    const cv::Rect hair = cv::boundingRect(back & MaskOf(aligned.labels, {Label::kHair}));
    const Mask nape = back & MaskOf(aligned.labels, {Label::kSkin});
    QVERIFY2(cv::countNonZero(nape) > 50, qPrintable(QString::number(cv::countNonZero(nape))));
    const cv::Rect skin = cv::boundingRect(nape);
    QVERIFY(skin.br().y > hair.br().y);
    QVERIFY(skin.y > hair.y + hair.height / 2);
  }

  void ShortHairFollowsTheNapeAndLongHairHangs() {
    const test::SyntheticHead head;
    const auto middle_depth = [&](bool long_hair) {
      HeadView view = head.view();
      view.labels = head.view().labels.clone();
      const int below = cvRound(FaceCenter(view.mesh).y);
      cv::Mat lower = view.labels.rowRange(below, view.labels.rows);
      const auto from = long_hair ? Label::kSkin : Label::kHair;
      const auto to = long_hair ? Label::kHair : Label::kSkin;
      lower.setTo(static_cast<int>(to), lower == static_cast<int>(from));
      const HeadSurface surface = BuildHeadSurface(view, head.model(), {}, {});
      // Depth behind the equator below the ears, over that in the middle of the skull.
      const double size = FaceSize(view.mesh);
      const cv::Point2d face = FaceCenter(view.mesh);
      const auto depth = [&](double y) {
        const cv::Point node(cvRound((face.x - surface.box.x) / surface.step),
                             cvRound((y - surface.box.y) / surface.step));
        return surface.back(node) - surface.equator(node);
      };
      return depth(face.y + 0.22 * size) / depth(face.y - 0.4 * size);
    };
    const double short_hair = middle_depth(false);
    const double long_hair = middle_depth(true);
    QVERIFY2(short_hair < 0.5 * long_hair,
             qPrintable(QStringLiteral("%1 and %2").arg(short_hair).arg(long_hair)));
  }

  void EarsAreSeenWiderTheMoreTheyTurnToTheViewer() {
    const test::SyntheticHead head;
    const HeadView view = test::WithEars(head);
    const HeadSurface surface = BuildHeadSurface(view, head.model(), {}, {});
    const int middle = cvRound(FaceCenter(view.mesh).x);
    // Width of the ear on the viewer's left, which is hidden when the face turns there.
    const auto width = [&](double yaw) {
      const AlignedHead turned =
          RenderHead(surface, TurnMesh(surface, Yaw(yaw)), view.color.size(), {});
      const Mask ears = MaskOf(turned.labels, {Label::kEar});
      const cv::Rect box = cv::boundingRect(Mask(ears.colRange(0, middle)));
      return box.height == 0 ? 0.0 : cv::countNonZero(ears(box)) / static_cast<double>(box.height);
    };
    const double own = width(0);
    QVERIFY(own > 8);
    QVERIFY2(width(20) > 1.2 * own, qPrintable(QString("%1 of %2").arg(width(20)).arg(own)));
    QVERIFY2(width(-20) < 0.85 * own, qPrintable(QString("%1 of %2").arg(width(-20)).arg(own)));
  }

  void AnEarInItsOwnPoseIsItself() {
    const test::SyntheticHead head;
    const HeadView view = test::WithEars(head);
    const HeadSurface surface = BuildHeadSurface(view, head.model(), {}, {});
    const AlignedHead same = RenderHead(surface, view.mesh, view.color.size(), {});
    const Mask ears = Erode(MaskOf(view.labels, {Label::kEar}), 3);
    QVERIFY(cv::countNonZero(ears) > 200);
    QVERIFY(Psnr(same.color, view.color, ears) > 35);
    QVERIFY(cv::mean(same.alpha, ears)[0] > 0.99);
    QCOMPARE(cv::countNonZero(ears & ~MaskOf(same.labels, {Label::kEar})), 0);
  }

  void ATurnedEarIsOnePieceWithASmoothRim() {
    const test::SyntheticHead head;
    const HeadView view = test::WithEars(head);
    const HeadSurface surface = BuildHeadSurface(view, head.model(), {}, {});
    const AlignedHead turned =
        RenderHead(surface, TurnMesh(surface, Yaw(30)), view.color.size(), {});
    const int middle = cvRound(FaceCenter(view.mesh).x);
    Mask ears = MaskOf(turned.labels, {Label::kEar});
    ears.colRange(middle, ears.cols).setTo(0);
    const cv::Rect box = cv::boundingRect(ears);
    QVERIFY(box.height > 0.2 * view.face_size());
    QCOMPARE(cv::countNonZero(LargestPiece(ears)), cv::countNonZero(ears));
    // Row by row, where the ear ends towards the back of the head.
    int last = -1;
    for (int y = box.y + box.height / 4; y < box.br().y - box.height / 4; ++y) {
      int x = box.x;
      while (x < box.br().x && ears(y, x) == 0) ++x;
      if (last >= 0) QVERIFY2(std::abs(x - last) <= 2, qPrintable(QString::number(y)));
      last = x;
    }
  }

  void BehindAnEarIsWhatIsAroundIt() {
    const test::SyntheticHead head;
    for (const bool bald : {false, true}) {
      HeadView view = test::WithEars(head);
      if (bald)
        view.labels.setTo(static_cast<int>(Label::kSkin), MaskOf(view.labels, {Label::kHair}));
      const HeadSurface surface = BuildHeadSurface(view, head.model(), {}, {});
      const PosedHead parts =
          RenderParts(surface, TurnMesh(surface, Yaw(40)), view.color.size(), {});
      QVERIFY(!parts.ears.box.empty());
      const Mask made_up = Mask(parts.head.confidence > 0) & Mask(parts.head.confidence < 0.03) &
                           MaskAbove(parts.head.alpha, 0.9);
      QVERIFY(cv::countNonZero(made_up) > 200);
      const LabelSet allowed = bald ? LabelSet{Label::kSkin} : LabelSet{Label::kHair, Label::kSkin};
      // But for a few pixels of ear that lie on the face.
      const int others = cv::countNonZero(made_up & ~MaskOf(parts.head.labels, allowed));
      QVERIFY2(others < 0.02 * cv::countNonZero(made_up), qPrintable(QString::number(others)));
    }
  }

  void StretchedSkinAtTheOutlineIsThatFromFurtherInside() {
    const test::SyntheticHead head(240);
    HeadView view = head.view();
    view.color = head.view().color.clone();
    // A wall shines onto the cheeks, further in than pixels are mixed.
    const Mask solid = MaskOf(view.labels, kHeadLabels);
    const Mask cheeks = MaskOf(view.labels, {Label::kSkin}) & ~cv::Mat(Erode(solid, 6));
    QVERIFY(cv::countNonZero(cheeks) > 100);
    const cv::Scalar wall(0, 0, 3);
    view.color.setTo(wall, cheeks);
    const HeadSurface surface = BuildHeadSurface(view, head.model(), {}, {});
    const Mask rim = cheeks(surface.box).clone();
    QVERIFY(cv::mean(surface.color, rim)[2] > 1.5);
    QVERIFY2(cv::mean(surface.steep, rim)[2] < 1.0,
             qPrintable(QString::number(cv::mean(surface.steep, rim)[2])));
  }

  void NoSlitOpensInATurnedHead() {
    const test::SyntheticHead head;
    const HeadSurface surface = Surface(head);
    for (const double degrees : {-50.0, -20.0, 20.0, 50.0}) {
      const AlignedHead aligned =
          RenderHead(surface, TurnMesh(surface, Yaw(degrees)), head.view().color.size(), {});
      const Mask solid = MaskAbove(aligned.alpha, 0.9);
      const Mask filled = FillHoles(solid, 1e9);
      QCOMPARE(cv::countNonZero(filled), cv::countNonZero(solid));
    }
  }

  void ATurnedHeadsOutlineIsSoft() {
    const test::SyntheticHead head;
    const HeadSurface surface = Surface(head);
    const AlignedHead turned =
        RenderHead(surface, TurnMesh(surface, Yaw(35)), head.view().color.size(), {});
    int crossings = 0;
    int hard = 0;
    // Upright parts of the outline, where a row crosses it.
    const int middle = cvRound(FaceCenter(turned.mesh).y);
    for (int y = middle - 40; y < middle + 40; ++y) {
      for (int x = 1; x < turned.alpha.cols; ++x) {
        const float left = turned.alpha(y, x - 1);
        const float right = turned.alpha(y, x);
        if ((left < 0.5F) == (right < 0.5F)) continue;
        ++crossings;
        if (std::abs(left - right) > 0.75F) ++hard;
        // What is there to be seen has a colour.
        if (right > 0.05F) QVERIFY(cv::norm(turned.color(y, x)) > 0);
        if (left > 0.05F) QVERIFY(cv::norm(turned.color(y, x - 1)) > 0);
      }
    }
    QVERIFY(crossings >= 160);
    QVERIFY2(hard <= crossings / 20, qPrintable(QString("%1 of %2").arg(hard).arg(crossings)));
  }

  void AHeadOutOfThePictureIsEmpty() {
    const test::SyntheticHead head;
    FaceMesh away = head.view().mesh;
    away.col(0).array() += 5000;
    const AlignedHead aligned = RenderHead(Surface(head), away, {200, 200}, {});
    QCOMPARE(cv::countNonZero(aligned.alpha), 0);
    QVERIFY(aligned.box.empty());
    QCOMPARE(aligned.color.size(), cv::Size(200, 200));
  }

  void TheNearestSourceIsTaken() {
    const test::SyntheticHead head;
    const auto frontal = std::make_shared<HeadSurface>(Surface(head));
    auto turned = std::make_shared<HeadSurface>(*frontal);
    turned->mesh = TurnMesh(*frontal, Yaw(40));
    AlignerInput input;
    input.sources = {frontal, turned};
    input.target = TurnMesh(*frontal, Yaw(30));
    input.size = head.view().color.size();
    const AlignedHead aligned = AlignHeadAt(input, FindDestination(input, head.model(), {}), {});
    QCOMPARE(aligned.source, 1);
    QVERIFY(std::abs(aligned.angle_degrees - 10) < 1);
  }

  void AHeadThatItsPhotoCutsLeadsOnlyBeforeOnesThatLookElsewhere() {
    test::SyntheticHead head;
    HeadView cut = head.view();
    const cv::Rect hair = cv::boundingRect(MaskOf(cut.labels, {Label::kHair}));
    const cv::Rect below(0, hair.y + hair.height / 4, cut.color.cols,
                         cut.color.rows - hair.y - hair.height / 4);
    cut.color = cut.color(below);
    cut.labels = cut.labels(below);
    cut.matte = cut.matte(below);
    cut.mesh.col(1).array() -= below.y;
    cut.cut_top = true;
    const auto whole = std::make_shared<HeadSurface>(Surface(head));
    const auto half = std::make_shared<HeadSurface>(BuildHeadSurface(cut, head.model(), {}, {}));
    QCOMPARE(whole->cut, 0.0);
    QVERIFY2(half->cut > 0.05, qPrintable(QString::number(half->cut)));
    AlignerInput input;
    input.sources = {half, whole};
    input.size = head.view().color.size();
    const auto lead = [&](double yaw, double of_whole) {
      auto turned = std::make_shared<HeadSurface>(*whole);
      turned->mesh = TurnMesh(*whole, Yaw(of_whole));
      input.sources[1] = turned;
      input.target = TurnMesh(*whole, Yaw(yaw));
      return DraftHeadAt(input, FindDestination(input, head.model(), {}), {}).source;
    };
    QCOMPARE(lead(0, 2), 1);
    QCOMPARE(lead(0, 40), 0);
  }

  void WithoutSourcesThereIsAnError() {
    QVERIFY_EXCEPTION_THROWN(FindDestination({}, DefaultFaceMeshModel(), {}), Error);
  }

  void WorkStopsWhenToldTo() {
    const test::SyntheticHead head;
    const HeadSurface surface = Surface(head);
    CancelSwitch cancel;
    cancel.Cancel();
    const Progress progress({}, cancel);
    QVERIFY_EXCEPTION_THROWN(BuildHeadSurface(head.view(), head.model(), {}, progress), Cancelled);
    QVERIFY_EXCEPTION_THROWN(RenderHead(surface, surface.mesh, {100, 100}, progress), Cancelled);
  }

  void AViewIsReducedToTheFaceSizeAskedFor() {
    const test::SyntheticHead head;
    const double face = head.view().face_size();
    const HeadView reduced = ReduceView(head.view(), face / 2);
    QVERIFY(std::abs(reduced.face_size() - face / 2) < 1);
    QVERIFY(std::abs(reduced.scale - 0.5) < 0.01);
    const cv::Point tip(cvRound(reduced.mesh(mesh_point::kNoseTip, 0)),
                        cvRound(reduced.mesh(mesh_point::kNoseTip, 1)));
    const cv::Vec3f there = test::SyntheticHead::ColorAt(head.view().mesh(mesh_point::kNoseTip, 0),
                                                         head.view().mesh(mesh_point::kNoseTip, 1));
    QVERIFY(cv::norm(reduced.color(tip) - there, cv::NORM_INF) < 0.05);
    QCOMPARE(ReduceView(head.view(), 2 * face).color.size(), head.view().color.size());
  }

  void APhotoInItsOwnPoseIsItself() {
    if (!test::SharedFolder()) QSKIP("the shared folder with the judges' photos is absent");
    for (const char* file : {"portraits/faker/male_009.jpg", "portraits/faker/female_032.jpg"}) {
      const HeadView view = test::ReadTeacherView(test::SharedPhoto(file));
      const HeadSurface surface = BuildHeadSurface(view, DefaultFaceMeshModel(), {}, {});
      const AlignedHead aligned = RenderHead(surface, view.mesh, view.color.size(), {});
      const Mask head =
          LargestPiece(MaskOf(view.labels, kHeadLabels) & MaskAbove(view.matte, 0.98));
      const Mask inside = Erode(head, 0.03 * view.face_size());
      QVERIFY(cv::countNonZero(inside) > 10000);
      const double psnr = Psnr(aligned.color, view.color, inside);
      QVERIFY2(psnr > 40, qPrintable(QString("%1: %2 dB").arg(file).arg(psnr)));
      QVERIFY(cv::mean(aligned.alpha, inside)[0] > 0.995);
      QCOMPARE(cv::norm(aligned.labels, view.labels, cv::NORM_INF, inside), 0.0);
    }
  }
};

QTEST_GUILESS_MAIN(PosedHeadTest)
#include "posed_head_test.moc"
