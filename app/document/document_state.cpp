#include "app/document/document_state.h"

#include <algorithm>

#include "app/document/setting_access.h"

namespace heser {

SwapRequest RequestOf(const DocumentState& state) {
  SwapRequest request;
  request.settings = state.settings;
  for (const SourceItem& source : state.sources) {
    if (source.enabled) {
      request.sources.push_back({source.photo->photo, source.face, source.labels, source.weight,
                                 source.matte, source.pinned});
    }
  }
  if (state.target.photo) {
    request.target = {state.target.photo->photo, state.target.face, state.target.labels, 1,
                      state.target.matte};
    request.region = state.target.region;
    request.fill = state.target.fill;
  }
  return request;
}

int FaceNumber(const FaceChoice& choice) { return choice.number.value_or(0); }

bool SameFaceChoice(const FaceChoice& a, const FaceChoice& b) {
  return a.number == b.number && a.place == b.place;
}

bool SameSources(const std::vector<SourceItem>& a, const std::vector<SourceItem>& b) {
  return std::ranges::equal(a, b, [](const SourceItem& left, const SourceItem& right) {
    return left.id == right.id && left.photo == right.photo && left.enabled == right.enabled &&
           left.labels == right.labels && left.matte == right.matte &&
           left.weight == right.weight && left.pinned == right.pinned &&
           SameFaceChoice(left.face, right.face);
  });
}

bool SameTarget(const TargetItem& a, const TargetItem& b) {
  return a.photo == b.photo && a.labels == b.labels && a.region == b.region && a.fill == b.fill &&
         a.matte == b.matte && SameFaceChoice(a.face, b.face);
}

bool SamePhotos(const std::vector<PhotoFace>& a, const std::vector<PhotoFace>& b) {
  return std::ranges::equal(a, b, [](const PhotoFace& left, const PhotoFace& right) {
    return left.photo == right.photo && SameFaceChoice(left.face, right.face);
  });
}

bool SameRequest(const SwapRequest& a, const SwapRequest& b) {
  const auto same_face = [](const PhotoFace& left, const PhotoFace& right) {
    return left.photo == right.photo && SameFaceChoice(left.face, right.face) &&
           left.labels == right.labels && left.weight == right.weight &&
           left.matte == right.matte && left.pinned == right.pinned;
  };
  return std::ranges::equal(a.sources, b.sources, same_face) && same_face(a.target, b.target) &&
         a.region == b.region && a.fill == b.fill && SameSettings(a.settings, b.settings);
}

bool SameState(const DocumentState& a, const DocumentState& b) {
  return SameSources(a.sources, b.sources) && SameTarget(a.target, b.target) &&
         SameSettings(a.settings, b.settings);
}

}  // namespace heser
