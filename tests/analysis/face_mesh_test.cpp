#include "engine/analysis/face_mesh.h"

#include <QtTest>
#include <cmath>

#include "engine/analysis/face_analysis.h"

namespace heser {
namespace {

const FaceMeshModel& Model() { return DefaultFaceMeshModel(); }

/// The mean face of W = 200 pixels around (300, 250), its head turned.
FaceMesh TurnedFace(const HeadAngles& angles) {
  Similarity3 picture_from_head;
  picture_from_head.scale = 200;
  picture_from_head.rotation = RotationFromAngles(angles);
  picture_from_head.translation = {300, 250, 0};
  return picture_from_head.Apply(Model().mean);
}

HeadAngles AnglesOf(const FaceMesh& mesh) {
  return AnglesFromRotation(PhotoFromHead(mesh, Model()).rotation);
}

double LargestDifference(const FaceMesh& a, const FaceMesh& b) {
  return (a - b).cwiseAbs().maxCoeff();
}

}  // namespace

class FaceMeshTest : public QObject {
  Q_OBJECT

 private slots:
  void SizeIsTheLargerSideOfTheBoxAndCenterItsMiddle() {
    FaceMesh mesh = FaceMesh::Zero();
    mesh.row(3) << -10, 4, 50;
    mesh.row(7) << 30, 24, -900;
    QCOMPARE(FaceSize(mesh), 40.0);
    QCOMPARE(FaceCenter(mesh).x, 10.0);
    QCOMPARE(FaceCenter(mesh).y, 12.0);
  }

  void RollIsTheTiltOfTheEyesClockwise() {
    QVERIFY(std::abs(FaceRollDegrees(TurnedFace({}))) < 0.5);
    QVERIFY(std::abs(FaceRollDegrees(TurnedFace({0, 0, 20})) - 20) < 0.5);
    QVERIFY(std::abs(FaceRollDegrees(TurnedFace({0, 0, -35})) + 35) < 0.5);
  }

  void PoseOfATurnedMeanFaceIsFound() {
    for (const double yaw : {-60.0, 0.0, 25.0}) {
      for (const double pitch : {-20.0, 0.0, 15.0}) {
        for (const double roll : {-30.0, 0.0, 10.0}) {
          const HeadAngles found = AnglesOf(TurnedFace({yaw, pitch, roll}));
          QVERIFY(std::abs(found.yaw - yaw) < 1e-6);
          QVERIFY(std::abs(found.pitch - pitch) < 1e-6);
          QVERIFY(std::abs(found.roll - roll) < 1e-6);
        }
      }
    }
    QVERIFY(std::abs(PhotoFromHead(TurnedFace({25, 0, 0}), Model()).scale - 200) < 1e-6);
  }

  void PositiveYawTurnsTheNoseToTheViewersRight() {
    const double ahead = TurnedFace({})(mesh_point::kNoseTip, 0);
    QVERIFY(TurnedFace({30, 0, 0})(mesh_point::kNoseTip, 0) > ahead + 20);
  }

  void PositivePitchLiftsTheNose() {
    const double level = TurnedFace({})(mesh_point::kNoseTip, 1);
    QVERIFY(TurnedFace({0, 20, 0})(mesh_point::kNoseTip, 1) < level - 10);
  }

  void PositiveRollLowersTheViewersRightEye() {
    const FaceMesh tilted = TurnedFace({0, 0, 15});
    QVERIFY(tilted(mesh_point::kEyeRightOuter, 1) > tilted(mesh_point::kEyeLeftOuter, 1) + 10);
  }

  void PoseDifferenceIsTheAngleBetweenTwoHeads() {
    QVERIFY(PoseDifferenceDegrees(TurnedFace({10, 5, 0}), TurnedFace({10, 5, 0})) < 1e-3);
    const double apart = PoseDifferenceDegrees(TurnedFace({-15, 0, 0}), TurnedFace({25, 0, 0}));
    QVERIFY(std::abs(apart - 40) < 1e-3);
  }

  void ATiltOfThePictureIsNoDifferenceOfSight() {
    QVERIFY(SightDifferenceDegrees(TurnedFace({10, 5, -20}), TurnedFace({10, 5, 25})) < 0.1);
    const double apart = SightDifferenceDegrees(TurnedFace({-15, 0, 20}), TurnedFace({25, 0, 0}));
    QVERIFY(std::abs(apart - 40) < 0.1);
  }

  void MirrorOrderIsAnInvolutionThatSwapsSides() {
    const auto& mirror = Model().mirror;
    for (int i = 0; i < kMeshPointCount; ++i) QCOMPARE(mirror[mirror[i]], i);
    QCOMPARE(mirror[mesh_point::kEyeLeftOuter], mesh_point::kEyeRightOuter);
    QCOMPARE(mirror[mesh_point::kMouthLeft], mesh_point::kMouthRight);
    QCOMPARE(mirror[mesh_point::kCheekLeft], mesh_point::kCheekRight);
    QCOMPARE(mirror[mesh_point::kChin], mesh_point::kChin);
  }

  void EveryTriangleFacesTheViewerAndEveryPointHasOne() {
    const FaceMesh& mean = Model().mean;
    std::array<int, kMeshPointCount> uses{};
    for (const auto& corner : Model().triangles) {
      const auto unrolled = [&](int i) {
        return Eigen::Vector2d(std::atan2(mean(i, 0), 0.6 - mean(i, 2)), mean(i, 1));
      };
      const Eigen::Vector2d a = unrolled(corner[1]) - unrolled(corner[0]);
      const Eigen::Vector2d b = unrolled(corner[2]) - unrolled(corner[0]);
      QVERIFY(a.x() * b.y() - a.y() * b.x() > 0);
      for (const int i : corner) ++uses[i];
    }
    QVERIFY(Model().triangles.size() > 800);
    for (const int count : uses) QVERIFY(count > 0);
  }

  void NormalsPointOutOfTheHead() {
    const FaceMesh normals = MeshNormals(TurnedFace({}), Model());
    QVERIFY(normals(mesh_point::kForeheadTop, 1) < 0);
    QVERIFY(normals(mesh_point::kCheekLeft, 0) < -0.5);
    QVERIFY(normals(mesh_point::kCheekRight, 0) > 0.5);
    QVERIFY(normals(mesh_point::kLipUpperInner, 2) < 0);
    for (int i = 0; i < kMeshPointCount; ++i) {
      QVERIFY(std::abs(normals.row(i).norm() - 1) < 1e-9);
    }
  }

  void TransformedMeshScalesDepthAlike() {
    const FaceMesh mesh = TurnedFace({20, 0, 0});
    const cv::Matx23d quarter_turn_and_double(0, -2, 7, 2, 0, -5);
    const FaceMesh moved = TransformMesh(quarter_turn_and_double, mesh);
    for (int i = 0; i < kMeshPointCount; ++i) {
      QVERIFY(std::abs(moved(i, 0) - (7 - 2 * mesh(i, 1))) < 1e-9);
      QVERIFY(std::abs(moved(i, 1) - (2 * mesh(i, 0) - 5)) < 1e-9);
      QVERIFY(std::abs(moved(i, 2) - 2 * mesh(i, 2)) < 1e-9);
    }
    const FaceMesh back = TransformMesh(InvertAffine(quarter_turn_and_double), moved);
    QVERIFY(LargestDifference(back, mesh) < 1e-9);
  }

  void MirroringTwiceChangesNothingAndOnceTurnsTheYaw() {
    const FaceMesh mesh = TurnedFace({20, 10, 5});
    const FaceMesh mirrored = MirrorMesh(mesh, 640, Model());
    QVERIFY(LargestDifference(MirrorMesh(mirrored, 640, Model()), mesh) < 1e-9);
    const HeadAngles angles = AnglesOf(mirrored);
    QVERIFY(std::abs(angles.yaw + 20) < 0.5);
    QVERIFY(std::abs(angles.pitch - 10) < 0.5);
    QVERIFY(std::abs(angles.roll + 5) < 0.5);
  }

  void OpenMouthReadsAsOpen() {
    const FaceMesh closed = TurnedFace({});
    FaceMesh open = closed;
    open(mesh_point::kLipLowerInner, 1) += 30;
    QVERIFY(MeasureExpression(open).mouth_open > MeasureExpression(closed).mouth_open + 0.2);
    QCOMPARE(MeasureExpression(open).mouth_width, MeasureExpression(closed).mouth_width);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::FaceMeshTest)
#include "face_mesh_test.moc"
