#pragma once

#include <optional>

#include "app/jobs/swap_session.h"
#include "ui/canvas_view.h"

namespace heser {

/// What the canvas can show.
enum class ViewKind {
  kResult,
  kTarget,
  kAlignedHead,
  kMasks,
  kColorReference,
  kBlendRegion,
  kBackgroundFill
};
inline constexpr ViewKind kEveryView[] = {
    ViewKind::kResult,         ViewKind::kTarget,      ViewKind::kAlignedHead,   ViewKind::kMasks,
    ViewKind::kColorReference, ViewKind::kBlendRegion, ViewKind::kBackgroundFill};

/// Whose masks the masks view shows.
struct MaskOwner {
  enum Kind { kTarget, kAlignedHead, kSource };
  Kind kind = kTarget;
  quint64 source_id = 0;  ///< Of kSource.

  MaskOwner(Kind whose = kTarget, quint64 source = 0)  // NOLINT: meant to convert.
      : kind(whose), source_id(source) {}
  bool operator==(const MaskOwner&) const = default;
};

/// What can be painted on in a view; nothing if it only shows. `prefers_matte`: of masks the matte
/// instead of the classes.
std::optional<EditLayer> LayerOf(ViewKind view, const MaskOwner& owner, bool prefers_matte);

/// A view of the session as it is now. Views that a swap has yet to make show the target, dimmed,
/// and a hint that says what is done or to do; without a target the content is empty.
CanvasContent ComposeView(const SwapSession& session, ViewKind view, const MaskOwner& owner);

}  // namespace heser
