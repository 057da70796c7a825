#include "engine/aligner/source_choice.h"

#include <algorithm>
#include <cmath>

#include <QtTest/QtTest>

#include "engine/core/error.h"

using namespace heser;

namespace {

constexpr double kWidth = 600;

/// The mean face, W = 200 px, turned, in the middle of a picture.
FaceMesh Face(double yaw, double width_factor = 1) {
  FaceMesh face = DefaultFaceMeshModel().mean;
  face.col(0) *= width_factor;
  Similarity3 turn;
  turn.scale = 200;
  turn.rotation = RotationFromAngles({yaw, 0, 0});
  turn.translation = {kWidth / 2, 300, 0};
  face = turn.Apply(face);
  return face;
}

std::vector<SourceView> Choose(const std::vector<FaceMesh>& sources, double yaw,
                               std::vector<double> trust = {}) {
  trust.resize(sources.size(), 1.0);
  const FaceMeshModel& model = DefaultFaceMeshModel();
  const std::size_t lead = ChooseLead(sources, trust, Face(yaw), model);
  return ChooseViews(sources, trust, lead, kMirroredTrust, Face(yaw), kWidth, model);
}

bool Uses(const std::vector<SourceView>& views, std::size_t source) {
  return std::ranges::any_of(
      views, [&](const SourceView& view) { return view.source == source && !view.mirrored; });
}

}  // namespace

class SourceChoiceTest : public QObject {
  Q_OBJECT
 private slots:
  void TheNearestInAngleComesFirstAndWeighsMost() {
    const auto views = Choose({Face(0), Face(40), Face(-30)}, 30);
    QCOMPARE(views[0].source, std::size_t{1});
    QCOMPARE(views[0].weight, 1.0);
    QVERIFY(std::abs(views[0].angle - 10) < 0.1);
    for (std::size_t i = 1; i < views.size(); ++i) QVERIFY(views[i].weight < 1);
  }

  void WeightsFallWithTheAngle() {
    const auto views = Choose({Face(0), Face(25)}, 0);
    QCOMPARE(views.size(), std::size_t{2});
    QVERIFY(std::abs(views[1].weight - std::exp(-1)) < 1e-3);
  }

  void AFarSourceIsNotRendered() {
    QCOMPARE(Choose({Face(0), Face(60)}, 0).size(), std::size_t{1});
  }

  void OfManyThoseThatShowAnotherSideJoin() {
    // Numbers 0 to 3 show the same; 4 and 5 look from both sides.
    const auto views = Choose({Face(0), Face(1), Face(-1), Face(0.5), Face(25), Face(-25)}, 0);
    QCOMPARE(views.size(), std::size_t{3});
    QVERIFY(Uses(views, 4));
    QVERIFY(Uses(views, 5));
  }

  void TheMirroredPhotoJoinsWhereItIsMuchNearer() {
    const auto views = Choose({Face(-30)}, 30);
    QCOMPARE(views.size(), std::size_t{2});
    QVERIFY(views[1].mirrored && !views[0].mirrored);
    QVERIFY(views[1].angle < 1);
    QCOMPARE(views[1].weight, kMirroredTrust);
    const FaceMesh source = Face(-30);
    QCOMPARE(
        ChooseViews({&source, 1}, std::vector{1.0}, 0, 0, Face(30), kWidth, DefaultFaceMeshModel())
            .size(),
        std::size_t{1});
  }

  void TheMirroredPhotoShowsTheCheekThatTheSourceHides() {
    const auto views = Choose({Face(-25)}, 0);
    QCOMPARE(views.size(), std::size_t{2});
    QVERIFY(views[1].mirrored);
    // Also where the target looks a little the same way.
    QVERIFY(Choose({Face(-45)}, -15).back().mirrored);
    // The other way round it would be of no more use than the source.
    QCOMPARE(Choose({Face(0)}, -25).size(), std::size_t{1});
  }

  void TheMirroredPhotoStaysAwayWhereASourceShowsTheSide() {
    for (const auto& views : {Choose({Face(-30), Face(35)}, 30), Choose({Face(5)}, 10)}) {
      QVERIFY(std::ranges::none_of(views, &SourceView::mirrored));
    }
  }

  void ADistrustedSourceDoesNotLead() {
    const auto views = Choose({Face(0), Face(20)}, 0, {0.1, 1});
    QCOMPARE(views[0].source, std::size_t{1});
  }

  void WithoutSourcesThereIsAnError() { QVERIFY_EXCEPTION_THROWN(Choose({}, 0), Error); }

  void AnyOfThemCanLead() {
    const std::vector<FaceMesh> sources = {Face(0), Face(20)};
    const std::vector<double> trust = {1, 1};
    const FaceMeshModel& model = DefaultFaceMeshModel();
    const auto views = ChooseViews(sources, trust, 1, 0, Face(0), kWidth, model);
    QCOMPARE(views[0].source, std::size_t{1});
    QCOMPARE(views[0].weight, 1.0);
    // The nearer one joins, and counts no more than the one that leads.
    QCOMPARE(views[1].source, std::size_t{0});
    QCOMPARE(views[1].weight, 1.0);
    QVERIFY_EXCEPTION_THROWN(ChooseViews(sources, trust, 2, 0, Face(0), kWidth, model), Error);
  }

  void TheSettledOneLeadsUntilAnotherIsClearlyNearer() {
    const std::vector<FaceMesh> sources = {Face(-10), Face(10)};
    const std::vector<double> trust = {1, 1};
    const FaceMeshModel& model = DefaultFaceMeshModel();
    const std::size_t first = 0;
    QCOMPARE(ChooseLead(sources, trust, Face(2), model), std::size_t{1});
    QCOMPARE(ChooseLead(sources, trust, Face(2), model, first), first);
    QCOMPARE(ChooseLead(sources, trust, Face(8), model, first), std::size_t{1});
    QCOMPARE(ChooseLead(sources, trust, Face(-2), model, first), first);
  }

  void AFaceOfAnotherShapeIsDistrusted() {
    const std::vector<FaceMesh> sources = {Face(0, 1.25), Face(20), Face(-20), Face(5)};
    const auto judgements = JudgeSources(sources, std::vector{1.0, 1.0, 1.0, 1.0});
    QVERIFY(judgements[0].other_shape);
    QVERIFY(judgements[0].trust < 0.2);
    QVERIFY(judgements[0].shape_difference > 0.03);
    for (int i = 1; i < 4; ++i) {
      QVERIFY(!judgements[i].other_shape);
      QCOMPARE(judgements[i].trust, 1.0);
    }
  }

  void OfTwoThatDifferTheFirstIsBelieved() {
    const auto judgements =
        JudgeSources(std::vector{Face(0, 1.25), Face(0)}, std::vector{1.0, 1.0});
    QVERIFY(!judgements[0].other_shape);
    QVERIFY(judgements[1].other_shape);
  }

  void APinnedOneIsBelievedWhateverSpeaksAgainstIt() {
    const std::vector<FaceMesh> sources = {Face(0), Face(10), Face(0, 1.25)};
    const std::vector<double> blur = {1.0, 1.0, 4.0};
    QVERIFY(JudgeSources(sources, blur)[2].trust < 0.2);
    const auto judgements = JudgeSources(sources, blur, 2);
    QCOMPARE(judgements[2].trust, 1.0);
    QVERIFY(!judgements[2].other_shape);
    QVERIFY(judgements[2].blurred);
    QVERIFY(judgements[0].other_shape);
    QVERIFY(judgements[1].other_shape);
  }

  void ABlurredSourceIsDistrustedOnlyBesideASharpOne() {
    const std::vector<FaceMesh> sources = {Face(0), Face(10)};
    const auto beside_sharp = JudgeSources(sources, std::vector{1.0, 4.0});
    QVERIFY(!beside_sharp[0].blurred);
    QVERIFY(beside_sharp[1].blurred);
    QVERIFY(beside_sharp[1].trust < 0.2);
    QVERIFY(!JudgeSources(sources, std::vector{3.5, 4.0})[1].blurred);
    QCOMPARE(JudgeSources(std::vector{Face(0)}, std::vector{9.0})[0].trust, 1.0);
  }
};

QTEST_GUILESS_MAIN(SourceChoiceTest)
#include "source_choice_test.moc"
