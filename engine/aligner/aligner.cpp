#include "engine/aligner/aligner.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"

namespace heser {
namespace {

// A source turned further away than the target hides a cheek that the target shows: worth this
// share of the excess more than the angle itself.
constexpr double kHiddenCheek = 0.3;

std::vector<FaceMesh> MeshesOf(const AlignerInput& input) {
  std::vector<FaceMesh> meshes;
  for (const auto& source : input.sources) meshes.push_back(source->mesh);
  return meshes;
}

}  // namespace

std::size_t NearestSource(const std::vector<FaceMesh>& sources, const FaceMesh& target) {
  if (sources.empty()) throw Error(ErrorKind::kWrongUse, "sources", "none is given");
  const FaceMeshModel& model = DefaultFaceMeshModel();
  const auto turned_away = [&](const FaceMesh& mesh) {
    return std::abs(AnglesFromRotation(PhotoFromHead(mesh, model).rotation).yaw);
  };
  const double target_yaw = turned_away(target);
  const auto cost = [&](const FaceMesh& mesh) {
    return PoseDifferenceDegrees(mesh, target) +
           kHiddenCheek * std::max(0.0, turned_away(mesh) - target_yaw);
  };
  return static_cast<std::size_t>(std::ranges::min_element(sources, {}, cost) - sources.begin());
}

AlignedHead AlignHead(const AlignerInput& input, const FaceMeshModel& model,
                      const AlignerOptions& options, const Progress& progress) {
  const std::vector<FaceMesh> meshes = MeshesOf(input);
  const FaceMesh destination = MakeDestinationMesh(meshes, NearestSource(meshes, input.target),
                                                   input.target, model, options);
  return AlignHeadAt(input, destination, progress);
}

AlignedHead AlignHeadAt(const AlignerInput& input, const FaceMesh& destination,
                        const Progress& progress) {
  const std::size_t nearest = NearestSource(MeshesOf(input), destination);
  AlignedHead head = RenderHead(*input.sources[nearest], destination, input.size, progress);
  head.source = static_cast<int>(nearest);
  return head;
}

}  // namespace heser
