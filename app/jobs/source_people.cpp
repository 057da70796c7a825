#include "app/jobs/source_people.h"

#include <algorithm>

#include "engine/evaluation/face_judges.h"

namespace heser {
namespace {

using Kind = SwapWarning::Kind;

bool IsOnPerson(const SwapWarning& warning) {
  return warning.kind == Kind::kOtherPerson || warning.kind == Kind::kSourceUnlike;
}

}  // namespace

void TellPeopleApart(const SwapRequest& request, const FaceMeasure& measure,
                     const Progress& progress, SwapResult& result) {
  if (result.used_sources.size() < 2) return;
  std::vector<FaceFacts> facts;
  facts.reserve(result.used_sources.size());
  for (std::size_t i = 0; i < result.used_sources.size(); ++i) {
    progress.Checkpoint();
    const Photo& photo = *request.sources[result.used_sources[i]].photo;
    DetectedFace face;
    face.mesh = PhotoMesh(*result.source_views[i]);
    facts.push_back(measure(photo, face, FaceQuestion::kIdentity));
    if (facts.back().identity.empty()) return;
  }
  std::vector<SwapWarning> told;
  for (SwapWarning& warning : FindSourceWarnings(facts, nullptr)) {
    if (warning.kind != Kind::kOtherPerson) continue;
    warning.source =
        static_cast<int>(result.used_sources[static_cast<std::size_t>(warning.source)]);
    warning.other = static_cast<int>(result.used_sources.front());
    told.push_back(std::move(warning));
  }
  for (std::size_t i = 0; i < result.used_sources.size(); ++i) {
    const auto source = static_cast<int>(result.used_sources[i]);
    if (!result.source_judgements[i].other_shape) continue;
    if (std::ranges::find(told, source, &SwapWarning::source) != told.end()) continue;
    told.push_back({Kind::kSourceUnlike, source, result.source_judgements[i].shape_difference});
  }
  std::ranges::sort(told, {}, &SwapWarning::source);
  // Where the swap's own words on that stood, else at the end.
  const auto place = std::ranges::find_if(result.warnings, IsOnPerson) - result.warnings.begin();
  std::erase_if(result.warnings, IsOnPerson);
  result.warnings.insert(result.warnings.begin() + place, told.begin(), told.end());
}

}  // namespace heser
