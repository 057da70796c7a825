#pragma once

#include <array>
#include <filesystem>
#include <span>
#include <vector>

#include <Eigen/Core>
#include <opencv2/core.hpp>

#include "engine/core/geometry.h"

namespace heser {

/// Number of points of a face mesh. Point numbers are those of the MediaPipe face mesh, a topology
/// that the field uses; "left" and "right" below are the viewer's.
inline constexpr int kMeshPointCount = 468;

/// 468 x 3, in pixels of the picture it belongs to: x right, y down, z away from the viewer with an
/// arbitrary zero (pixels too).
using FaceMesh = Eigen::Matrix<double, kMeshPointCount, 3, Eigen::RowMajor>;

/// Points by name.
namespace mesh_point {
inline constexpr int kNoseTip = 1;
inline constexpr int kForeheadTop = 10;
inline constexpr int kChin = 152;
inline constexpr int kCheekLeft = 234;
inline constexpr int kCheekRight = 454;
inline constexpr int kEyeLeftOuter = 33;
inline constexpr int kEyeLeftInner = 133;
inline constexpr int kEyeRightInner = 362;
inline constexpr int kEyeRightOuter = 263;
inline constexpr int kMouthLeft = 61;
inline constexpr int kMouthRight = 291;
inline constexpr int kLipUpperInner = 13;
inline constexpr int kLipLowerInner = 14;
}  // namespace mesh_point

/// Points that hardly move with the expression: forehead, nose, eye corners, temples. Poses are
/// fitted to these alone.
std::span<const int> StableMeshPoints();
/// Both rims of the lips (40 points); one eye's rim (16 points each); the jaw line from ear to ear.
std::span<const int> LipMeshPoints();
std::span<const int> LeftEyeMeshPoints();
std::span<const int> RightEyeMeshPoints();
std::span<const int> JawMeshPoints();
/// Closed outlines for drawing: outer and inner rim of the lips.
std::span<const int> OuterLipOutline();
std::span<const int> InnerLipOutline();

/// What is known of every face mesh: the mean shape and how its points hang together. Immutable.
struct FaceMeshModel {
  /// Mean of aligned meshes, symmetric in x, in the head frame: origin at the mean of its points,
  /// unit W = distance of the points 234 and 454, x to the viewer's right, y down, z away.
  FaceMesh mean;
  /// Number of the point on the other side of the face (a point of the middle names itself).
  std::array<int, kMeshPointCount> mirror;
  /// Delaunay on the cylinder unroll; counter-clockwise in picture coordinates (x right, y down: a
  /// positive cross product) where the triangle faces the viewer.
  std::vector<std::array<int, 3>> triangles;
};

/// The shipped model (models/mean_face_mesh.json), read once. Throws Error{kBadModel}. Thread-safe.
const FaceMeshModel& DefaultFaceMeshModel();

/// Reads `file` (JSON: {"points": [[x, y, z] x 468]}), symmetrises nothing, derives mirror order
/// and triangles. Throws Error{kBadModel}.
FaceMeshModel LoadFaceMeshModel(const std::filesystem::path& file);
FaceMeshModel MakeFaceMeshModel(const FaceMesh& mean);

/// Larger side of the box of the mesh's x and y: the face size, "fs" in the design.
double FaceSize(const FaceMesh& mesh);
/// Middle of that box.
cv::Point2d FaceCenter(const FaceMesh& mesh);
/// Tilt of the line through the eyes, degrees, clockwise positive.
double FaceRollDegrees(const FaceMesh& mesh);

/// Picture from head frame, fitted to the stable points: its scale is W in pixels.
Similarity3 PhotoFromHead(const FaceMesh& mesh, const FaceMeshModel& model);

/// Angle in degrees between the head rotations of two meshes (stable points).
double PoseDifferenceDegrees(const FaceMesh& a, const FaceMesh& b);
/// The same without a tilt of the picture, which shows and hides nothing: the angle between the
/// lines of sight, as the head sees them.
double SightDifferenceDegrees(const FaceMesh& a, const FaceMesh& b);

/// The mesh in a picture that is transformed by a 2 x 3 similarity (z scaled alike).
FaceMesh TransformMesh(const cv::Matx23d& to_from, const FaceMesh& mesh);

/// The mesh of the mirrored picture of this width.
FaceMesh MirrorMesh(const FaceMesh& mesh, double picture_width, const FaceMeshModel& model);

/// Unit normals of all points, towards the viewer's side of the surface (out of the head).
FaceMesh MeshNormals(const FaceMesh& mesh, const FaceMeshModel& model);

}  // namespace heser
