#include "app/jobs/source_people.h"

#include <QTest>

#include "tests/support/placed_mesh.h"

namespace heser {

using Kind = SwapWarning::Kind;

/// Who the sources of a finished swap show, by the recognition network.
class SourcePeopleTest : public QObject {
  Q_OBJECT

 private:
  /// Three sources, of which the first was left out; the views show the photos at half their size.
  struct Fixture {
    SwapRequest request;
    SwapResult result;
    std::vector<std::vector<double>> identities{{1, 0}, {1, 0}};
    std::vector<FaceMesh> seen;

    Fixture() {
      for (int i = 0; i < 3; ++i) {
        request.sources.push_back(
            {std::make_shared<const Photo>(cv::Mat(400, 400, CV_8UC3, cv::Scalar::all(90))), {}});
      }
      auto view = std::make_shared<HeadView>();
      view->window = {20, 40, 300, 300};
      view->scale = 0.5;
      view->mesh = test::MeshAt({75, 75}, 60);
      result.used_sources = {1, 2};
      result.source_views = {view, view};
      result.source_judgements.resize(2);
      result.warnings = {{Kind::kSourceBlurred, 1, 3}, {Kind::kSourceGrey, 2, 0}};
    }
    void Tell() {
      TellPeopleApart(
          request,
          [this](const Photo&, const DetectedFace& face, FaceQuestion question) {
            FaceFacts facts;
            facts.mesh = face.mesh;
            if (question == FaceQuestion::kIdentity) facts.identity = identities[seen.size()];
            seen.push_back(face.mesh);
            return facts;
          },
          {}, result);
    }
    std::vector<SwapWarning> Of(Kind kind) const {
      std::vector<SwapWarning> found;
      for (const SwapWarning& warning : result.warnings) {
        if (warning.kind == kind) found.push_back(warning);
      }
      return found;
    }
  };

 private slots:
  void AnotherPersonIsToldWhomTheSwapDidNotTell() {
    Fixture f;
    f.identities[1] = {0, 1};
    f.result.source_judgements[1] = {.shape_difference = 0.05, .other_shape = true};
    f.result.warnings.insert(f.result.warnings.begin() + 1, {Kind::kSourceUnlike, 2, 0.05});
    f.Tell();
    QCOMPARE(f.result.warnings.size(), std::size_t(3));
    const SwapWarning& told = f.result.warnings[1];  // Where the swap's own word stood.
    QVERIFY(told.kind == Kind::kOtherPerson);
    QCOMPARE(told.source, 2);
    QCOMPARE(told.other, 1);
    QCOMPARE(told.value, 0.0);
    // Faces are looked at in their photos.
    const FaceMesh& mesh = f.seen.at(0);
    const FaceMesh& in_view = f.result.source_views[0]->mesh;
    QVERIFY(std::abs(mesh(10, 0) - (20 + 2 * in_view(10, 0) + 0.5)) < 1e-4);
    QVERIFY(std::abs(mesh(10, 1) - (40 + 2 * in_view(10, 1) + 0.5)) < 1e-4);
  }

  void TheSamePersonIsNotToldApart() {
    Fixture f;
    f.result.warnings.push_back({Kind::kOtherPerson, 2, -0.3, {}, 1});
    f.Tell();
    QCOMPARE(f.result.warnings.size(), std::size_t(2));
    // What weighed a source down is still said.
    Fixture unlike;
    unlike.result.source_judgements[1] = {.shape_difference = 0.05, .other_shape = true};
    unlike.result.warnings.push_back({Kind::kOtherPerson, 2, -0.3, {}, 1});
    unlike.Tell();
    QVERIFY(unlike.Of(Kind::kOtherPerson).empty());
    QCOMPARE(unlike.Of(Kind::kSourceUnlike).size(), std::size_t(1));
    QCOMPARE(unlike.Of(Kind::kSourceUnlike)[0].source, 2);
  }

  void WhereIdentitiesAreNotKnownTheSwapsWordStands() {
    Fixture f;
    f.identities = {{}, {}};
    f.result.warnings.push_back({Kind::kOtherPerson, 2, -0.3, {}, 1});
    f.Tell();
    QCOMPARE(f.Of(Kind::kOtherPerson).size(), std::size_t(1));
  }

  void ASingleSourceIsNotLookedAt() {
    Fixture f;
    f.result.used_sources = {2};
    f.Tell();
    QVERIFY(f.seen.empty());
    QCOMPARE(f.result.warnings.size(), std::size_t(2));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::SourcePeopleTest)
#include "source_people_test.moc"
