#pragma once

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
enum class MaskOwner { kTarget, kAlignedHead };

/// A view of the session as it is now. Views that a swap has yet to make show the target and a hint
/// that says what to do; without a target the content is empty.
CanvasContent ComposeView(const SwapSession& session, ViewKind view, MaskOwner owner);

}  // namespace heser
