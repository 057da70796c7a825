#include "engine/analysis/face_finder.h"

#include <QtTest>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/analysis/face_reader.h"
#include "engine/core/error.h"
#include "tests/support/teacher_view.h"

namespace heser {
namespace {

constexpr const char* kPortrait = "same_person/london/001_neutral.jpg";

SearchPicture PictureOf(const cv::Mat3b& photo) {
  return {photo.size(), [photo](int side) -> cv::Mat3b {
            const double scale =
                std::min(1.0, static_cast<double>(side) / std::max(photo.rows, photo.cols));
            cv::Mat3b reduced;
            cv::resize(photo, reduced, {}, scale, scale, cv::INTER_AREA);
            return reduced;
          }};
}

cv::Mat3b Noise(cv::Size size) {
  cv::Mat3b noise(size);
  cv::theRNG().state = 7;
  cv::randu(noise, cv::Scalar::all(0), cv::Scalar::all(255));
  return noise;
}

DetectedFace FaceAt(const FaceProposal& proposal, double presence = 1) {
  DetectedFace face;
  face.mesh = MeshOfProposal(proposal);
  face.presence = presence;
  return face;
}

/// Believes every proposal that lies on one of the true faces and nearly has its size and tilt.
ReadFace Believe(const std::vector<FaceMesh>& truths) {
  return [truths](const FaceProposal& proposal) -> std::optional<DetectedFace> {
    for (const FaceMesh& truth : truths) {
      const cv::Point2d apart = proposal.center - FaceCenter(truth);
      const double ratio = proposal.size / FaceSize(truth);
      const double turn = std::remainder(proposal.roll - FaceRollDegrees(truth), 360);
      if (std::hypot(apart.x, apart.y) < 0.3 * FaceSize(truth) && ratio > 0.6 && ratio < 1.6 &&
          std::abs(turn) < 40) {
        return FaceAt(proposal);
      }
    }
    return std::nullopt;
  };
}

std::optional<DetectedFace> BelieveNothing(const FaceProposal&) { return std::nullopt; }

/// One of the judges' portraits at a scale, with its true mesh.
struct Portrait {
  cv::Mat3b photo;
  FaceMesh mesh;
};

Portrait ReadPortrait(double scale = 1) {
  const auto file = test::SharedPhoto(kPortrait);
  Portrait portrait{ToBytes(test::ReadPhoto(file)), test::ReadTeacherMesh(file)};
  cv::resize(portrait.photo, portrait.photo, {}, scale, scale,
             scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
  portrait.mesh =
      TransformMesh({scale, 0, (scale - 1) / 2, 0, scale, (scale - 1) / 2}, portrait.mesh);
  return portrait;
}

}  // namespace

class FaceFinderTest : public QObject {
  Q_OBJECT

 private slots:
  void MeshOfAProposalHasItsPlaceSizeAndTilt() {
    const FaceMesh mesh = MeshOfProposal({{120, 80}, 50, 0, 1});
    QVERIFY(std::abs(FaceSize(mesh) - 50) < 1e-6);
    QVERIFY(std::abs(FaceCenter(mesh).x - 120) < 1e-6);
    QVERIFY(std::abs(FaceCenter(mesh).y - 80) < 1e-6);
    const FaceMesh tilted = MeshOfProposal({{120, 80}, 50, 30, 1});
    QVERIFY(std::abs(FaceRollDegrees(tilted) - 30) < 0.5);
  }

  void ProposalsFollowTheirPicture() {
    const cv::Matx23d turn_and_double(0, -2, 10, 2, 0, 20);
    const auto moved = TransformProposals(turn_and_double, {{{3, 4}, 50, 10, 1}});
    QVERIFY(std::abs(moved.front().center.x - 2) < 1e-9);
    QVERIFY(std::abs(moved.front().center.y - 26) < 1e-9);
    QVERIFY(std::abs(moved.front().size - 100) < 1e-9);
    QVERIFY(std::abs(moved.front().roll - 100) < 1e-9);
  }

  void OverlappingProposalsLeaveTheBest() {
    const auto kept =
        WithoutOverlaps({{{50, 50}, 40, 0, 0.2}, {{55, 48}, 44, 0, 0.9}, {{150, 50}, 40, 0, 0.1}});
    QCOMPARE(kept.size(), std::size_t{2});
    QCOMPARE(kept.front().score, 0.9);
    QCOMPARE(kept.back().center.x, 150.0);
  }

  void DoublesLeaveTheSurerFaceAndTheLargestComesFirst() {
    const auto faces =
        WithoutDoubles({FaceAt({{300, 100}, 40, 0, 0}, 0.9), FaceAt({{100, 100}, 100, 0, 0}, 0.7),
                        FaceAt({{105, 95}, 96, 0, 0}, 0.8)});
    QCOMPARE(faces.size(), std::size_t{2});
    QCOMPARE(faces[0].presence, 0.8);
    QCOMPARE(faces[1].presence, 0.9);
  }

  void NoiseHasNoFaceThatAnybodyConfirms() {
    const auto faces = FaceFinder().Find(PictureOf(Noise({500, 400})), BelieveNothing, {});
    QVERIFY(faces.empty());
  }

  void APhotoOfOnePixelIsSearchedInVain() {
    const auto faces =
        FaceFinder().Find(PictureOf(cv::Mat3b(1, 1, cv::Vec3b(9, 9, 9))), BelieveNothing, {});
    QVERIFY(faces.empty());
  }

  void PanoramasAreSearchedInVainHoweverThin() {
    for (const cv::Size size : {cv::Size(200, 30000), {30000, 200}, {16, 1200}, {1200, 16}}) {
      QVERIFY(FaceFinder().Find(PictureOf(Noise(size)), BelieveNothing, {}).empty());
    }
  }

  void TheSearchStopsWhenTold() {
    CancelSwitch cancel;
    const Progress progress([](double, std::string_view) {}, cancel);
    cancel.Cancel();
    QVERIFY_THROWS_EXCEPTION(
        Cancelled, FaceFinder().Find(PictureOf(Noise({300, 300})), BelieveNothing, progress));
  }

  void APortraitsFaceIsProposed() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait();
    const auto faces = FaceFinder().Find(PictureOf(portrait.photo), Believe({portrait.mesh}), {});
    QCOMPARE(faces.size(), std::size_t{1});
  }

  void TwoFacesSideBySideAreBothProposed() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait(0.6);
    cv::Mat3b pair;
    cv::hconcat(portrait.photo, portrait.photo, pair);
    const cv::Matx23d to_the_right(1, 0, portrait.photo.cols, 0, 1, 0);
    const auto faces = FaceFinder().Find(
        PictureOf(pair), Believe({portrait.mesh, TransformMesh(to_the_right, portrait.mesh)}), {});
    QCOMPARE(faces.size(), std::size_t{2});
  }

  void AFaceOfSixtyFourPixelsIsProposed() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const double scale = 64 / FaceSize(ReadPortrait().mesh);
    const Portrait portrait = ReadPortrait(scale);
    cv::Mat3b scene(700, 1000, cv::Vec3b(120, 130, 140));
    const cv::Rect place(600, 200, portrait.photo.cols, portrait.photo.rows);
    portrait.photo.copyTo(scene(place));
    const cv::Matx23d there(1, 0, place.x, 0, 1, place.y);
    const auto faces =
        FaceFinder().Find(PictureOf(scene), Believe({TransformMesh(there, portrait.mesh)}), {});
    QCOMPARE(faces.size(), std::size_t{1});
  }

  void ASmallFaceInALargePhotoIsProposed() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait(kSmallestFace / FaceSize(ReadPortrait().mesh));
    cv::Mat3b scene(3000, 4000, cv::Vec3b(120, 130, 140));
    const cv::Rect place(2600, 1200, portrait.photo.cols, portrait.photo.rows);
    portrait.photo.copyTo(scene(place));
    const cv::Matx23d there(1, 0, place.x, 0, 1, place.y);
    const auto faces =
        FaceFinder().Find(PictureOf(scene), Believe({TransformMesh(there, portrait.mesh)}), {});
    QCOMPARE(faces.size(), std::size_t{1});
  }

  void TurnedPhotosAreProposedWithNearlyTheirTilt_data() {
    QTest::addColumn<double>("turn");
    for (const double turn : {-30.0, 30.0, 90.0, -90.0, 180.0}) {
      QTest::newRow(qPrintable(QString::number(turn))) << turn;
    }
  }
  void TurnedPhotosAreProposedWithNearlyTheirTilt() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    QFETCH(double, turn);
    const Portrait portrait = ReadPortrait(0.5);
    const int side = portrait.photo.rows;
    // A crop against the turn shows the head turned by it.
    const cv::Matx23d turned_from_photo = CropFromPhoto(
        {portrait.photo.cols / 2.0, portrait.photo.rows / 2.0}, 0.7 * side, -turn, side);
    cv::Mat3b turned;
    cv::warpAffine(portrait.photo, turned, turned_from_photo, {side, side}, cv::INTER_LINEAR,
                   cv::BORDER_REPLICATE);
    const FaceMesh truth = TransformMesh(turned_from_photo, portrait.mesh);
    QVERIFY(std::abs(std::remainder(FaceRollDegrees(truth) - turn, 360)) < 8);
    const auto faces = FaceFinder().Find(PictureOf(turned), Believe({truth}), {});
    QCOMPARE(faces.size(), std::size_t{1});
  }

  void AFaceFromBrowToChinIsProposed() {
    if (!test::SharedFolder()) QSKIP("the judges' photos are not here");
    const Portrait portrait = ReadPortrait();
    const double fs = FaceSize(portrait.mesh);
    const cv::Point2d middle = FaceCenter(portrait.mesh);
    const cv::Rect tight(cvRound(middle.x - 0.42 * fs), cvRound(middle.y - 0.3 * fs),
                         cvRound(0.84 * fs), cvRound(0.78 * fs));
    const cv::Matx23d tight_from_photo(1, 0, -tight.x, 0, 1, -tight.y);
    const auto faces =
        FaceFinder().Find(PictureOf(portrait.photo(tight).clone()),
                          Believe({TransformMesh(tight_from_photo, portrait.mesh)}), {});
    QCOMPARE(faces.size(), std::size_t{1});
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::FaceFinderTest)
#include "face_finder_test.moc"
