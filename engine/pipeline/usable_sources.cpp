#include "engine/pipeline/usable_sources.h"

#include <algorithm>
#include <optional>

#include "engine/core/error.h"

namespace heser {
namespace {

/// Nothing where the failure is no fault of the photo, or of a face that was asked for.
std::optional<SwapWarning> WarningOf(const std::exception_ptr& failure, int source) {
  using Kind = SwapWarning::Kind;
  try {
    std::rethrow_exception(failure);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kNoFace) return SwapWarning{Kind::kSourceNoFace, source, 0};
    if (error.kind() == ErrorKind::kFaceCut) {
      return SwapWarning{Kind::kSourceFaceCut, source, error.value()};
    }
  } catch (const std::exception&) {
    return {};
  }
  return {};
}

}  // namespace

UsableSources FindUsableSources(const SwapRequest& request,
                                std::span<const std::exception_ptr> failures) {
  UsableSources usable;
  usable.request = request;
  usable.request.sources.clear();
  for (std::size_t i = 0; i < failures.size(); ++i) {
    if (failures[i] == nullptr) {
      usable.indices.push_back(i);
      usable.request.sources.push_back(request.sources[i]);
      continue;
    }
    const auto warning = WarningOf(failures[i], static_cast<int>(i));
    if (!request.leave_out_unusable || !warning) std::rethrow_exception(failures[i]);
    usable.warnings.push_back(*warning);
  }
  if (usable.indices.empty()) std::rethrow_exception(failures.front());
  return usable;
}

}  // namespace heser
