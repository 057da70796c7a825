#include "engine/pipeline/usable_sources.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/core/error.h"

namespace heser {
namespace {

/// Why a source cannot be used, if the photo is at fault and not what was asked of it: a name that
/// leads nowhere is a slip.
std::optional<Error> FaultOf(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const Error& error) {
    if (IsPhotosFault(error)) return error;
  } catch (const std::exception&) {
    return {};
  }
  return {};
}

SwapWarning WarningOf(const Error& fault, int source) {
  using Kind = SwapWarning::Kind;
  switch (fault.kind()) {
    case ErrorKind::kFaceCut:
      return {Kind::kSourceFaceCut, source, fault.value()};
    case ErrorKind::kFaceErased:
      return {Kind::kSourceFaceErased, source, fault.value()};
    case ErrorKind::kUnreadable:
      return {Kind::kSourceUnreadable, source, fault.value(), fault.detail()};
    case ErrorKind::kTooSmall:
      return {Kind::kSourceTooSmall, source, fault.value()};
    case ErrorKind::kTooLarge:
      return {Kind::kSourceTooLarge, source, fault.value()};
    default:
      return {Kind::kSourceNoFace, source, fault.value(), fault.detail()};
  }
}

bool SamePixels(const cv::Mat& a, const cv::Mat& b) {
  return a.size() == b.size() && a.type() == b.type() &&
         (a.empty() || cv::norm(a, b, cv::NORM_INF) == 0);
}

/// Whether all that is made of two heads is the same. Reading is exact: so it is for two copies of
/// a photo, and for nothing else.
bool SameHead(const HeadView& a, const HeadView& b) {
  return a.mesh == b.mesh && SamePixels(a.color, b.color) && SamePixels(a.labels, b.labels) &&
         SamePixels(a.matte, b.matte) && SamePixels(a.exact_matte, b.exact_matte);
}

/// For each source the one that counts in its place, mostly itself: of the same heads the pinned
/// one, else the first.
std::vector<std::size_t> WhoCounts(const SwapRequest& request,
                                   std::span<const std::shared_ptr<const HeadView>> views) {
  std::vector<std::size_t> counts(views.size());
  for (std::size_t i = 0; i < views.size(); ++i) {
    counts[i] = i;
    if (views[i] == nullptr) continue;
    for (std::size_t other = 0; other < i; ++other) {
      if (counts[other] != other || views[other] == nullptr) continue;
      if (!SameHead(*views[i], *views[other])) continue;
      const bool takes_over = request.sources[i].pinned && !request.sources[other].pinned;
      if (takes_over) std::ranges::replace(counts, other, i);
      counts[i] = takes_over ? i : other;
      break;
    }
  }
  return counts;
}

}  // namespace

bool IsPhotosFault(const Error& error) {
  switch (error.kind()) {
    case ErrorKind::kUnreadable:
    case ErrorKind::kTooSmall:
    case ErrorKind::kTooLarge:
    case ErrorKind::kNoFace:
    case ErrorKind::kFaceCut:
    case ErrorKind::kFaceErased:
      return true;
    default:
      return false;
  }
}

UsableSources FindUsableSources(const SwapRequest& request,
                                std::span<const std::exception_ptr> failures,
                                std::span<const std::shared_ptr<const HeadView>> views) {
  using Kind = SwapWarning::Kind;
  UsableSources usable;
  usable.request = request;
  usable.request.sources.clear();
  const std::vector<std::size_t> counts = WhoCounts(request, views);
  std::vector<Error> faults;
  for (std::size_t i = 0; i < failures.size(); ++i) {
    const int source = static_cast<int>(i);
    const PhotoFace& photo = request.sources[i];
    if (failures[i] != nullptr) {
      const std::optional<Error> fault = FaultOf(failures[i]);
      if (!request.leave_out_unusable || !fault) std::rethrow_exception(failures[i]);
      usable.warnings.push_back(WarningOf(*fault, source));
      if (photo.pinned) usable.warnings.push_back({Kind::kLeadLeftOut, source, 0});
      if (photo.face.number || photo.face.place) {
        usable.warnings.push_back({Kind::kFaceLeftOut, source, 0});
      }
      faults.push_back(*fault);
    } else if (counts[i] != i) {
      usable.warnings.push_back({Kind::kSourceTwice, source, static_cast<double>(counts[i] + 1)});
    } else {
      usable.indices.push_back(i);
      usable.request.sources.push_back(photo);
    }
  }
  if (!usable.indices.empty()) return usable;
  if (faults.size() == 1) throw faults.front();
  throw Error(ErrorKind::kNoSource, std::move(faults));
}

std::optional<std::size_t> PlaceOfSource(const SwapResult& result, std::size_t source) {
  for (const SwapWarning& warning : result.warnings) {
    const bool is_copy = warning.kind == SwapWarning::Kind::kSourceTwice &&
                         warning.source == static_cast<int>(source);
    if (is_copy) source = static_cast<std::size_t>(warning.value) - 1;
  }
  const auto found = std::ranges::find(result.used_sources, source);
  if (found == result.used_sources.end()) return {};
  return static_cast<std::size_t>(found - result.used_sources.begin());
}

std::optional<std::size_t> ChosenLead(const SwapRequest& request, const SwapResult& result) {
  const std::vector<std::size_t>& used = result.used_sources;
  const bool is_pinned =
      std::ranges::any_of(used, [&](std::size_t source) { return request.sources[source].pinned; });
  if (used.size() < 2 || is_pinned) return {};
  return used[static_cast<std::size_t>(result.aligned_head->source)];
}

}  // namespace heser
