#include "engine/aligner/destination_mesh.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QtTest/QtTest>

#include "engine/aligner/expression.h"
#include "engine/core/error.h"

using namespace heser;

namespace {

/// One factor for each of up to two sources.
const std::vector<double> kTrusted = {1, 1};

/// The mean face, W = 200 px, turned, in the middle of a picture.
FaceMesh Face(const HeadAngles& angles = {}, double scale = 200) {
  Similarity3 picture_from_head;
  picture_from_head.scale = scale;
  picture_from_head.rotation = RotationFromAngles(angles);
  picture_from_head.translation = {300, 280, 0};
  return picture_from_head.Apply(DefaultFaceMeshModel().mean);
}

/// Opens the mouth: what lies below the line between the lips goes down, the jaw's sides less.
FaceMesh WithOpenMouth(FaceMesh mesh, double by = 25) {
  const double middle =
      (mesh(mesh_point::kLipUpperInner, 1) + mesh(mesh_point::kLipLowerInner, 1)) / 2;
  const double center = mesh(mesh_point::kLipLowerInner, 0);
  const double reach = 0.5 * FaceSize(mesh);
  for (int i = 0; i < kMeshPointCount; ++i) {
    const double side = (mesh(i, 0) - center) / reach;
    if (mesh(i, 1) > middle) mesh(i, 1) += by * std::exp(-4 * side * side);
  }
  return mesh;
}

double MouthGap(const FaceMesh& mesh) {
  return mesh(mesh_point::kLipLowerInner, 1) - mesh(mesh_point::kLipUpperInner, 1);
}

/// Of those that do not span the mouth, which may close.
int FlippedTriangles(const FaceMesh& before, const FaceMesh& after) {
  const auto area = [](const FaceMesh& mesh, const std::array<int, 3>& corner) {
    const Eigen::RowVector3d ab = mesh.row(corner[1]) - mesh.row(corner[0]);
    const Eigen::RowVector3d ac = mesh.row(corner[2]) - mesh.row(corner[0]);
    return ab.x() * ac.y() - ac.x() * ab.y();
  };
  int flipped = 0;
  for (const auto& corner : DefaultFaceMeshModel().triangles) {
    if (SpansTheMouth(corner)) continue;
    flipped += area(before, corner) > 0 && area(after, corner) <= 0;
  }
  return flipped;
}

FaceMesh Destination(const FaceMesh& source, const FaceMesh& target,
                     const DestinationOptions& options) {
  return MakeDestinationMesh(std::vector{source}, kTrusted, 0, target, DefaultFaceMeshModel(),
                             options);
}

double LargestDistance(const FaceMesh& a, const FaceMesh& b) {
  return (a - b).rowwise().norm().maxCoeff();
}

}  // namespace

class DestinationMeshTest : public QObject {
  Q_OBJECT
 private slots:
  void TheSourcesShapeTakesTheTargetsPose() {
    DestinationOptions options;
    options.expression = 0;
    const FaceMesh target = Face({30, 10, 5}, 150);
    const FaceMesh destination = Destination(Face({-10, 0, 0}), target, options);
    QVERIFY(LargestDistance(destination, target) < 1e-6);
  }

  void WithoutExpressionTheMouthStaysShut() {
    DestinationOptions options;
    options.expression = 0;
    const FaceMesh source = Face();
    const FaceMesh destination = Destination(source, WithOpenMouth(Face()), options);
    QVERIFY(LargestDistance(destination, source) < 1e-6);
  }

  void WithExpressionTheMouthFollowsByTheAmount() {
    const FaceMesh source = Face();
    const FaceMesh target = WithOpenMouth(Face());
    DestinationOptions options;
    options.expression = 0.5;
    const double half = MouthGap(Destination(source, target, options)) - MouthGap(source);
    options.expression = 1;
    const double full = MouthGap(Destination(source, target, options)) - MouthGap(source);
    QVERIFY2(full > 10, qPrintable(QString::number(full)));
    QVERIFY2(std::abs(half - full / 2) < 0.15 * full, qPrintable(QString::number(half)));
  }

  void AnOpenMouthClosesWholly() {
    FaceMesh shut = Face();
    for (const auto& [upper, lower] : {std::pair{191, 95},
                                       {80, 88},
                                       {81, 178},
                                       {82, 87},
                                       {13, 14},
                                       {312, 317},
                                       {311, 402},
                                       {310, 318},
                                       {415, 324}}) {
      shut.row(lower) = shut.row(upper);
    }
    const FaceMesh closed =
        FollowExpression(WithOpenMouth(Face()), shut, DefaultFaceMeshModel(), 1);
    QVERIFY2(MouthGap(closed) < 0.3, qPrintable(QString::number(MouthGap(closed))));
  }

  void LipsKeepTheirThickness() {
    FaceMesh thin = WithOpenMouth(Face());
    // The lower lip's outer rim goes half of the way to its inner one.
    thin(17, 1) = (thin(17, 1) + thin(mesh_point::kLipLowerInner, 1)) / 2;
    const auto thickness = [](const FaceMesh& mesh) {
      return (mesh.row(17) - mesh.row(mesh_point::kLipLowerInner)).norm();
    };
    const FaceMesh followed = FollowExpression(Face(), thin, DefaultFaceMeshModel(), 1);
    QVERIFY(std::abs(thickness(followed) - thickness(Face())) < 0.1 * thickness(Face()));
  }

  void TheOwnExpressionChangesNothing() {
    const FaceMesh source = WithOpenMouth(Face({20, 5, 0}));
    QVERIFY(LargestDistance(FollowExpression(source, source, DefaultFaceMeshModel(), 1), source) <
            1e-6);
  }

  void AWideOpenMouthTakesTheChinAlong() {
    FaceMesh wide = WithOpenMouth(Face(), 50);
    const FaceMesh source = Face();
    const FaceMesh followed = FollowExpression(source, wide, DefaultFaceMeshModel(), 1);
    const int chin = mesh_point::kChin;
    QVERIFY(followed(chin, 1) > source(chin, 1) + 10);
  }

  void ExpressionLeavesTheForeheadAlone() {
    DestinationOptions options;
    options.expression = 1;
    const FaceMesh source = Face();
    const FaceMesh destination = Destination(source, WithOpenMouth(Face()), options);
    const int top = mesh_point::kForeheadTop;
    QVERIFY((destination.row(top) - source.row(top)).norm() < 0.5);
  }

  void NoTriangleIsTurnedOverByAnExpression() {
    FaceMesh twisted = Face();
    // Lips drawn upside down: no real face, but it must not tear the source's.
    for (const int i : LipMeshPoints()) twisted(i, 1) = 2 * twisted(13, 1) - twisted(i, 1);
    const FaceMesh source = Face({25, 0, 0});
    const FaceMesh followed = FollowExpression(source, twisted, DefaultFaceMeshModel(), 1);
    QCOMPARE(FlippedTriangles(source, followed), 0);
  }

  void PoseIsFollowedByTheAmount() {
    DestinationOptions options;
    options.expression = 0;
    const FaceMesh source = Face();
    const FaceMesh target = Face({40, 0, 0});
    options.pose = 0;
    QVERIFY(PoseDifferenceDegrees(Destination(source, target, options), source) < 1e-3);
    options.pose = 0.5;
    const double half = PoseDifferenceDegrees(Destination(source, target, options), source);
    QVERIFY2(std::abs(half - 20) < 0.1, qPrintable(QString::number(half)));
  }

  void OffsetsTurnMoveAndScale() {
    DestinationOptions options;
    options.expression = 0;
    options.yaw = 10;
    options.size = 1.2;
    options.shift_x = 0.1;
    const FaceMesh source = Face();
    const FaceMesh moved = Destination(source, source, options);
    const Similarity3 step = FitSimilarity(source, moved);
    QVERIFY(std::abs(step.scale - 1.2) < 1e-6);
    QVERIFY(std::abs(AnglesFromRotation(step.rotation).yaw - 10) < 1e-3);
    const auto stable = [](const FaceMesh& mesh) {
      return SelectRows(mesh, StableMeshPoints()).colwise().mean().eval();
    };
    QVERIFY(std::abs(stable(moved).x() - stable(source).x() - 0.1 * FaceSize(source)) < 1e-6);
  }

  void SeveralSourcesAreAveragedByTheirAngle() {
    DestinationOptions options;
    options.expression = 0;
    FaceMesh wide = Face({45, 0, 0});
    wide.col(0) *= 1.2;
    const std::vector<FaceMesh> sources = {Face(), wide};
    const FaceMesh destination =
        MakeDestinationMesh(sources, kTrusted, 0, Face(), DefaultFaceMeshModel(), options);
    const double to_near = LargestDistance(destination, Face());
    const double to_far = LargestDistance(destination, Destination(wide, Face(), options));
    QVERIFY(to_near > 0.1);
    QVERIFY(to_near < to_far);
  }

  void ADistrustedSourceHardlyShapesTheFace() {
    DestinationOptions options;
    options.expression = 0;
    FaceMesh wide = Face();
    wide.col(0) *= 1.2;
    const std::vector<FaceMesh> sources = {Face(), wide};
    const auto distance = [&](double trust) {
      const FaceMesh destination = MakeDestinationMesh(sources, std::vector{1.0, trust}, 0, Face(),
                                                       DefaultFaceMeshModel(), options);
      return LargestDistance(destination, Face());
    };
    QVERIFY(distance(0.1) < 0.3 * distance(1));
    QVERIFY(distance(0) < 1e-6);
  }

  void BadOptionsAreRefused() {
    DestinationOptions options;
    options.expression = 1.5;
    QVERIFY_EXCEPTION_THROWN(Destination(Face(), Face(), options), Error);
    QVERIFY_EXCEPTION_THROWN(MakeDestinationMesh({}, {}, 0, Face(), DefaultFaceMeshModel(), {}),
                             Error);
  }

  void CorrectionTakesBackTheMeasuredError() {
    const FaceMesh target = Face({20, 0, 0});
    const FaceMesh measured = Face({16, 0, 0}, 196);
    const FaceMesh corrected =
        CorrectDestination(target, target, measured, target, {1, 12, 0.085, 0.1});
    const Similarity3 step = FitSimilarity(target, corrected);
    QVERIFY(std::abs(RotationAngleDegrees(step.rotation) - 4) < 0.01);
    QVERIFY(std::abs(step.scale - 200.0 / 196) < 1e-4);
    QVERIFY(PoseDifferenceDegrees(measured, corrected) > 4);
  }

  void CorrectionsTogetherStayWithinTheirLimits() {
    const FaceMesh target = Face({40, 0, 0});
    const FaceMesh measured = Face({20, 0, 0}, 120);
    FaceMesh current = target;
    for (int round = 0; round < 4; ++round) {
      current = CorrectDestination(target, current, measured, target, kGentleCorrection);
    }
    const Similarity3 all = FitSimilarity(target, current);
    QVERIFY(std::abs(RotationAngleDegrees(all.rotation) - kGentleCorrection.largest_degrees) <
            0.01);
    QVERIFY(all.scale < 1 + kGentleCorrection.largest_scale + 1e-6);
  }

  void ARightPoseNeedsNoCorrection() {
    const FaceMesh target = Face({20, 5, -3});
    const FaceMesh corrected =
        CorrectDestination(target, target, target, target, kStrongCorrection);
    QVERIFY(LargestDistance(corrected, target) < 1e-6);
    QVERIFY(PoseError(target, target) < 1e-4);
    QVERIFY(PoseError(Face({25, 5, -3}), target) > 4);
  }
};

QTEST_GUILESS_MAIN(DestinationMeshTest)
#include "destination_mesh_test.moc"
