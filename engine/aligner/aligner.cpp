#include "engine/aligner/aligner.h"

#include <algorithm>
#include <utility>

#include <opencv2/core.hpp>

#include "engine/aligner/hair_texture.h"
#include "engine/aligner/head_fusion.h"
#include "engine/aligner/mouth_opening.h"
#include "engine/core/error.h"

namespace heser {
namespace {

// Shares of an outline that a photo's border cuts: up to the first it is completed well, from the
// second on the source leads only before others that nobody trusts (ChooseLead).
constexpr double kLittleCut = 0.12;
constexpr double kMuchCut = 0.4;

std::vector<FaceMesh> MeshesOf(const AlignerInput& input) {
  std::vector<FaceMesh> meshes;
  for (const auto& source : input.sources) meshes.push_back(source->mesh);
  return meshes;
}

/// One trust a source.
std::vector<double> TrustOf(const AlignerInput& input) {
  if (input.trust.empty()) return std::vector<double>(input.sources.size(), 1.0);
  if (input.trust.size() != input.sources.size()) {
    throw Error(ErrorKind::kWrongUse, "trust", "not one value a source");
  }
  return input.trust;
}

/// What speaks for a source to lead: it gives outline and most of the hair, of which one that its
/// photo cuts knows less.
std::vector<double> TrustToLead(const AlignerInput& input) {
  std::vector<double> trust = TrustOf(input);
  for (std::size_t i = 0; i < trust.size(); ++i) {
    const double cut = (input.sources[i]->cut - kLittleCut) / (kMuchCut - kLittleCut);
    trust[i] *= 1 - std::clamp(cut, 0.0, 1.0);
  }
  return trust;
}

/// See ChooseLead. One that lacks part of its face leads only where all do.
std::size_t LeadFor(const AlignerInput& input, const FaceMesh& destination,
                    std::optional<std::size_t> settled = {}) {
  const std::vector<FaceMesh> meshes = MeshesOf(input);
  const std::vector<double> trust = TrustToLead(input);
  std::vector<std::size_t> whole;
  for (std::size_t i = 0; i < meshes.size(); ++i) {
    if (input.sources[i]->missing.empty()) whole.push_back(i);
  }
  const FaceMeshModel& model = DefaultFaceMeshModel();
  if (whole.empty() || whole.size() == meshes.size()) {
    return ChooseLead(meshes, trust, destination, model, settled);
  }
  std::vector<FaceMesh> meshes_of_whole;
  std::vector<double> trust_in_whole;
  std::optional<std::size_t> settled_whole;
  for (const std::size_t i : whole) {
    if (settled == i) settled_whole = meshes_of_whole.size();
    meshes_of_whole.push_back(meshes[i]);
    trust_in_whole.push_back(trust[i]);
  }
  return whole[ChooseLead(meshes_of_whole, trust_in_whole, destination, model, settled_whole)];
}

std::vector<SourceView> ViewsFor(const AlignerInput& input, const FaceMesh& destination) {
  const FaceMeshModel& model = DefaultFaceMeshModel();
  const std::vector<FaceMesh> meshes = MeshesOf(input);
  const std::vector<double> trust = TrustOf(input);
  const std::size_t lead =
      input.lead ? *input.lead : LeadFor(input, destination, LeadFor(input, input.target));
  return ChooseViews(meshes, trust, lead, input.mirrored, destination, input.size.width, model);
}

AlignedHead Mirrored(const AlignedHead& head) {
  AlignedHead mirrored = head;
  cv::flip(head.color, mirrored.color, 1);
  cv::flip(head.alpha, mirrored.alpha, 1);
  cv::flip(head.labels, mirrored.labels, 1);
  cv::flip(head.confidence, mirrored.confidence, 1);
  mirrored.box.x = head.alpha.cols - head.box.br().x;
  return mirrored;
}

EarLayer Mirrored(const EarLayer& ears, int picture_width) {
  EarLayer mirrored;
  if (ears.box.empty()) return mirrored;
  mirrored.box = ears.box;
  mirrored.box.x = picture_width - ears.box.br().x;
  cv::flip(ears.color, mirrored.color, 1);
  cv::flip(ears.alpha, mirrored.alpha, 1);
  cv::flip(ears.own, mirrored.own, 1);
  cv::flip(ears.confidence, mirrored.confidence, 1);
  return mirrored;
}

HeadRendering RenderView(const AlignerInput& input, const SourceView& view,
                         const FaceMesh& destination, const FaceMeshModel& model,
                         const Progress& progress) {
  const HeadSurface& surface = *input.sources[view.source];
  HeadRendering rendering;
  if (view.mirrored) {
    const FaceMesh reflected = MirrorMesh(destination, input.size.width, model);
    const PosedHead parts = RenderParts(surface, reflected, input.size, progress);
    rendering.head = Mirrored(parts.head);
    rendering.ears = Mirrored(parts.ears, input.size.width);
    rendering.head.mesh = destination;
    cv::flip(BeyondView(surface, reflected, input.size), rendering.unseen, 1);
    if (!parts.missing.empty()) cv::flip(parts.missing, rendering.missing, 1);
  } else {
    PosedHead parts = RenderParts(surface, destination, input.size, progress);
    rendering.head = std::move(parts.head);
    rendering.ears = std::move(parts.ears);
    rendering.unseen = BeyondView(surface, destination, input.size);
    rendering.missing = std::move(parts.missing);
  }
  rendering.head.source = static_cast<int>(view.source);
  rendering.weight = view.weight;
  rendering.mirrored = view.mirrored;
  return rendering;
}

}  // namespace

FaceMesh FindDestination(const AlignerInput& input, const FaceMeshModel& model,
                         const AlignerOptions& options) {
  const std::vector<FaceMesh> meshes = MeshesOf(input);
  const std::vector<double> trust = TrustOf(input);
  const std::size_t lead = input.lead ? *input.lead : LeadFor(input, input.target);
  return MakeDestinationMesh(meshes, trust, lead, input.target, model, options);
}

AlignedHead AlignHeadAt(const AlignerInput& input, const FaceMesh& destination,
                        const Progress& progress) {
  AlignedHead head = DraftHeadAt(input, destination, progress.Part(0, 0.9));
  TextureUnseenHair(head, progress.Part(0.9, 1));
  return head;
}

AlignedHead DraftHeadAt(const AlignerInput& input, const FaceMesh& destination,
                        const Progress& progress) {
  const FaceMeshModel& model = DefaultFaceMeshModel();
  const std::vector<SourceView> views = ViewsFor(input, destination);
  std::vector<HeadRendering> renderings;
  const double steps = static_cast<double>(views.size()) + 1;
  for (const SourceView& view : views) {
    const auto done = static_cast<double>(renderings.size());
    renderings.push_back(RenderView(input, view, destination, model,
                                    progress.Part(done / steps, (done + 1) / steps)));
  }
  AlignedHead head = FuseHeads(renderings, FaceSize(destination), progress.Part(1 - 1 / steps, 1));
  OpenMouth(head);
  return head;
}

std::vector<std::size_t> SourcesShown(const AlignerInput& input, const FaceMesh& destination) {
  std::vector<std::size_t> shown;
  for (const SourceView& view : ViewsFor(input, destination)) {
    if (!view.mirrored) shown.push_back(view.source);
  }
  return shown;
}

}  // namespace heser
