#include "engine/training/mean_mesh.h"

#include <fstream>

#include <nlohmann/json.hpp>

#include "engine/core/error.h"

namespace heser {
namespace {

constexpr int kRounds = 4;
constexpr double kDigits = 1e5;

FaceMesh CenteredInW(const FaceMesh& mesh) {
  const double width =
      (mesh.row(mesh_point::kCheekLeft) - mesh.row(mesh_point::kCheekRight)).norm();
  return (mesh.rowwise() - mesh.colwise().mean()) / width;
}

/// Turned so that left and right differ in x alone.
FaceMesh FacingViewer(const FaceMesh& mesh) {
  FaceMesh mirrored = mesh;
  mirrored.col(0) *= -1;
  const auto& mirror = DefaultFaceMeshModel().mirror;
  FaceMesh other;
  for (int i = 0; i < kMeshPointCount; ++i) {
    other.row(i) = mirrored.row(mirror[static_cast<std::size_t>(i)]);
  }
  return (mesh + other) / 2;
}

}  // namespace

FaceMesh MeanFaceMesh(std::span<const FaceMesh> meshes) {
  FaceMesh mean = DefaultFaceMeshModel().mean;
  for (int round = 0; round < kRounds; ++round) {
    const Points3 wanted = SelectRows(mean, StableMeshPoints());
    FaceMesh sum = FaceMesh::Zero();
    for (const FaceMesh& mesh : meshes) {
      const Similarity3 mean_from_mesh =
          FitSimilarity(SelectRows(mesh, StableMeshPoints()), wanted);
      sum += mean_from_mesh.Apply(mesh);
    }
    mean = CenteredInW(FacingViewer(CenteredInW(sum / static_cast<double>(meshes.size()))));
  }
  return mean;
}

void WriteMeanFaceMesh(const std::filesystem::path& file, const FaceMesh& mean) {
  nlohmann::json points = nlohmann::json::array();
  for (int i = 0; i < kMeshPointCount; ++i) {
    points.push_back({std::round(mean(i, 0) * kDigits) / kDigits,
                      std::round(mean(i, 1) * kDigits) / kDigits,
                      std::round(mean(i, 2) * kDigits) / kDigits});
  }
  std::ofstream stream(file);
  stream << nlohmann::json{{"points", points}}.dump() << '\n';
  stream.flush();
  if (!stream) throw Error(ErrorKind::kCannotWrite, file.string(), "writing failed");
}

}  // namespace heser
