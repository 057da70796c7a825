#include "engine/aligner/aligner.h"

#include <algorithm>

#include "engine/core/error.h"

namespace heser {
namespace {

std::vector<FaceMesh> MeshesOf(const AlignerInput& input) {
  std::vector<FaceMesh> meshes;
  for (const auto& source : input.sources) meshes.push_back(source->mesh);
  return meshes;
}

}  // namespace

std::size_t NearestSource(const std::vector<FaceMesh>& sources, const FaceMesh& target) {
  if (sources.empty()) throw Error(ErrorKind::kWrongUse, "sources", "none is given");
  const auto angle = [&](const FaceMesh& mesh) { return PoseDifferenceDegrees(mesh, target); };
  return static_cast<std::size_t>(std::ranges::min_element(sources, {}, angle) - sources.begin());
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
