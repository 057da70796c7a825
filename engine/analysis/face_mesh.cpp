#include "engine/analysis/face_mesh.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numbers>

#include <Eigen/Geometry>
#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include "engine/core/error.h"
#include "engine/core/resources.h"

namespace heser {
namespace {

constexpr int kStable[] = {10,  151, 9,   8,   168, 6,   197, 195, 5,   4,   1,   33,
                           133, 362, 263, 127, 356, 234, 454, 93,  323, 132, 361, 54,
                           284, 103, 332, 67,  297, 109, 338, 21,  251, 162, 389};
constexpr int kLips[] = {61,  146, 91,  181, 84,  17,  314, 405, 321, 375, 291, 185, 40,  39,
                         37,  0,   267, 269, 270, 409, 78,  95,  88,  178, 87,  14,  317, 402,
                         318, 324, 308, 191, 80,  81,  82,  13,  312, 311, 310, 415};
constexpr int kLeftEye[] = {33,  7,   163, 144, 145, 153, 154, 155,
                            133, 173, 157, 158, 159, 160, 161, 246};
constexpr int kRightEye[] = {362, 382, 381, 380, 374, 373, 390, 249,
                             263, 466, 388, 387, 386, 385, 384, 398};
constexpr int kJaw[] = {58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288};
constexpr int kOuterLips[] = {61,  146, 91,  181, 84,  17, 314, 405, 321, 375,
                              291, 409, 270, 269, 267, 0,  37,  39,  40,  185};
constexpr int kInnerLips[] = {78,  95,  88,  178, 87,  14, 317, 402, 318, 324,
                              308, 415, 310, 311, 312, 13, 82,  81,  80,  191};

// Head frame units. The axis of the unrolling cylinder lies this far behind the mesh's middle, so
// that it runs through the skull; triangles with a longer side would bridge the outline's dents.
constexpr double kCylinderDepth = 0.6;
constexpr double kLongestSide = 0.3;

cv::Point2d Unroll(const FaceMesh& mean, int point) {
  return {std::atan2(mean(point, 0), kCylinderDepth - mean(point, 2)) * kCylinderDepth,
          mean(point, 1)};
}

std::vector<std::array<int, 3>> Triangulate(const FaceMesh& mean) {
  // Subdiv2D wants float points inside its rectangle; scaled up to keep them apart.
  constexpr float kScale = 1000;
  cv::Subdiv2D subdivision(cv::Rect(-4000, -4000, 8000, 8000));
  std::vector<cv::Point2f> places(kMeshPointCount);
  std::vector<int> point_of_vertex;
  for (int i = 0; i < kMeshPointCount; ++i) {
    places[i] = cv::Point2f(Unroll(mean, i)) * kScale;
    const int vertex = subdivision.insert(places[i]);
    if (vertex >= static_cast<int>(point_of_vertex.size())) point_of_vertex.resize(vertex + 1, -1);
    point_of_vertex[vertex] = i;
  }
  const auto nearest_point = [&](cv::Point2f place) {
    int nearest = -1;
    float smallest = 1;
    for (int i = 0; i < kMeshPointCount; ++i) {
      const cv::Point2f d = places[i] - place;
      if (const float squared = d.dot(d); squared < smallest) {
        smallest = squared;
        nearest = i;
      }
    }
    return nearest;
  };
  std::vector<cv::Vec6f> found;
  subdivision.getTriangleList(found);
  std::vector<std::array<int, 3>> triangles;
  for (const cv::Vec6f& t : found) {
    std::array<int, 3> corner = {nearest_point({t[0], t[1]}), nearest_point({t[2], t[3]}),
                                 nearest_point({t[4], t[5]})};
    if (std::ranges::any_of(corner, [](int i) { return i < 0; })) continue;
    const cv::Point2f a = places[corner[0]];
    const cv::Point2f b = places[corner[1]];
    const cv::Point2f c = places[corner[2]];
    const double longest = std::max({cv::norm(a - b), cv::norm(b - c), cv::norm(c - a)});
    if (longest >= kLongestSide * kScale) continue;
    if ((b - a).cross(c - a) < 0) std::swap(corner[1], corner[2]);
    triangles.push_back(corner);
  }
  return triangles;
}

std::array<int, kMeshPointCount> MirrorOrder(const FaceMesh& mean) {
  std::array<int, kMeshPointCount> mirror{};
  for (int i = 0; i < kMeshPointCount; ++i) {
    const Eigen::RowVector3d other(-mean(i, 0), mean(i, 1), mean(i, 2));
    Eigen::Index nearest = 0;
    (mean.rowwise() - other).rowwise().squaredNorm().minCoeff(&nearest);
    mirror[i] = static_cast<int>(nearest);
  }
  return mirror;
}

}  // namespace

std::span<const int> StableMeshPoints() { return kStable; }
std::span<const int> LipMeshPoints() { return kLips; }
std::span<const int> LeftEyeMeshPoints() { return kLeftEye; }
std::span<const int> RightEyeMeshPoints() { return kRightEye; }
std::span<const int> JawMeshPoints() { return kJaw; }
std::span<const int> OuterLipOutline() { return kOuterLips; }
std::span<const int> InnerLipOutline() { return kInnerLips; }

FaceMeshModel MakeFaceMeshModel(const FaceMesh& mean) {
  return {mean, MirrorOrder(mean), Triangulate(mean)};
}

FaceMeshModel LoadFaceMeshModel(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw Error(ErrorKind::kBadModel, file.string(), "cannot be opened");
  try {
    const auto points = nlohmann::json::parse(stream).at("points");
    if (points.size() != kMeshPointCount) {
      throw Error(ErrorKind::kBadModel, file.string(),
                  "holds " + std::to_string(points.size()) + " points instead of 468");
    }
    FaceMesh mean;
    for (int i = 0; i < kMeshPointCount; ++i) {
      for (int k = 0; k < 3; ++k) mean(i, k) = points.at(i).at(k).get<double>();
    }
    return MakeFaceMeshModel(mean);
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorKind::kBadModel, file.string(), "not a mesh");
  }
}

const FaceMeshModel& DefaultFaceMeshModel() {
  static const FaceMeshModel model = LoadFaceMeshModel(ModelPath("mean_face_mesh.json"));
  return model;
}

double FaceSize(const FaceMesh& mesh) {
  const Eigen::RowVector2d sides =
      mesh.leftCols<2>().colwise().maxCoeff() - mesh.leftCols<2>().colwise().minCoeff();
  return sides.maxCoeff();
}

cv::Point2d FaceCenter(const FaceMesh& mesh) {
  const Eigen::RowVector2d middle =
      (mesh.leftCols<2>().colwise().maxCoeff() + mesh.leftCols<2>().colwise().minCoeff()) / 2;
  return {middle.x(), middle.y()};
}

double FaceRollDegrees(const FaceMesh& mesh) {
  using namespace mesh_point;
  const Eigen::RowVector3d left = (mesh.row(kEyeLeftOuter) + mesh.row(kEyeLeftInner)) / 2;
  const Eigen::RowVector3d right = (mesh.row(kEyeRightInner) + mesh.row(kEyeRightOuter)) / 2;
  return std::atan2(right.y() - left.y(), right.x() - left.x()) * 180 / std::numbers::pi;
}

Similarity3 PhotoFromHead(const FaceMesh& mesh, const FaceMeshModel& model) {
  return FitSimilarity(SelectRows(model.mean, kStable), SelectRows(mesh, kStable));
}

double PoseDifferenceDegrees(const FaceMesh& a, const FaceMesh& b) {
  return RotationAngleDegrees(
      FitSimilarity(SelectRows(a, kStable), SelectRows(b, kStable)).rotation);
}

double SightDifferenceDegrees(const FaceMesh& a, const FaceMesh& b) {
  const Eigen::Matrix3d rotation =
      FitSimilarity(SelectRows(a, kStable), SelectRows(b, kStable)).rotation;
  return std::acos(std::clamp(rotation(2, 2), -1.0, 1.0)) * 180 / CV_PI;
}

FaceMesh TransformMesh(const cv::Matx23d& to_from, const FaceMesh& mesh) {
  const double scale =
      std::sqrt(std::abs(to_from(0, 0) * to_from(1, 1) - to_from(0, 1) * to_from(1, 0)));
  FaceMesh moved;
  for (int i = 0; i < kMeshPointCount; ++i) {
    const cv::Point2d place = ApplyAffine(to_from, {mesh(i, 0), mesh(i, 1)});
    moved.row(i) << place.x, place.y, mesh(i, 2) * scale;
  }
  return moved;
}

FaceMesh MirrorMesh(const FaceMesh& mesh, double picture_width, const FaceMeshModel& model) {
  FaceMesh mirrored;
  for (int i = 0; i < kMeshPointCount; ++i) {
    mirrored.row(i) = mesh.row(model.mirror[i]);
    mirrored(i, 0) = picture_width - 1 - mirrored(i, 0);
  }
  return mirrored;
}

FaceMesh MeshNormals(const FaceMesh& mesh, const FaceMeshModel& model) {
  FaceMesh normals = FaceMesh::Zero();
  for (const auto& corner : model.triangles) {
    const Eigen::Vector3d a = mesh.row(corner[0]);
    const Eigen::Vector3d b = mesh.row(corner[1]);
    const Eigen::Vector3d c = mesh.row(corner[2]);
    // x right, y down, z away: a triangle that faces the viewer has a normal along -z.
    const Eigen::Vector3d normal = -(b - a).cross(c - a);
    for (int i : corner) normals.row(i) += normal.transpose();
  }
  for (int i = 0; i < kMeshPointCount; ++i) {
    const double length = normals.row(i).norm();
    if (length > 0) normals.row(i) /= length;
  }
  return normals;
}

}  // namespace heser
