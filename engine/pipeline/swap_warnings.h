#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/analysis/face_look.h"
#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// What is known of a source's face before any swap.
struct FaceFacts {
  FaceMesh mesh;  ///< Photo pixels.
  HeadAngles angles;
  double blur = 0;               ///< See MeasureBlur.
  std::vector<double> identity;  ///< Features of length 1, see IdentityJudge; empty: not known.
  FaceLook look = {};            ///< Says who it is where the identity is not known.
};

/// What speaks against sources before they are swapped, by what FindWarnings would say afterwards;
/// indices are those of `sources`, of which the first says who the person is. The `pinned` one
/// leads, else the nearest to the target. `target` is the mesh of the face that gets the head
/// (photo pixels); null: there is none. Thread-safe, pure.
std::vector<SwapWarning> FindSourceWarnings(std::span<const FaceFacts> sources,
                                            const FaceMesh* target,
                                            std::optional<std::size_t> pinned = {});

/// Where a photo shows several faces and none was chosen; `source` as in SwapWarning.
void WarnOfSeveralFaces(int faces, const FaceChoice& choice, int source,
                        std::vector<SwapWarning>& warnings);

/// Where next to nothing is seen of a target's view, or its face can be seen through.
void WarnOfTransparentTarget(const Photo& target, const HeadView& view,
                             std::vector<SwapWarning>& warnings);

/// Where a single colour lies over a target's face.
void WarnOfCoveredTarget(const HeadView& view, std::vector<SwapWarning>& warnings);

/// What is remarkable about a finished swap, apart from the choice of faces and devices and from
/// sources that were left out. `wanted` is the face mesh that the head was meant to have, pixels of
/// the target view: what was corrected towards it says nothing of what the sources show.
std::vector<SwapWarning> FindWarnings(const SwapResult& result, const FaceMesh& wanted);

/// Share of the place under a face that shows neck or clothing, 0 to 1; 1 where the photo ends
/// there, 0 where most of it passes for the face. What hair hides does not count.
double BodyShare(const HeadView& view);

/// True where the head has no colours: a black-and-white photo.
bool IsGrey(const HeadView& view);

/// Share of neck and shoulders, as far as the new head leaves them free, that the old head and its
/// hair hid, 0 to 1: it is made up. 0 where the photo shows next to nothing there. Maps of `blend`
/// have the view's size.
double MadeUpBodyShare(const HeadView& target, const BlendResult& blend);

/// Share of the outline of a head in `view` that lies on a border of the photo, 0 to 1. `head` has
/// the view's size.
double CutShare(const HeadView& view, const Mask& head);

/// Share of a new head's outline that lies on the borders of the photo, where that is much or more
/// than of the head that was there, border by border: what one of them cut off excuses no other.
/// Nothing where the photo is no tighter than it was. Both have the view's size.
std::optional<double> CutBeyond(const HeadView& view, const Mask& head, const Mask& old_head);

}  // namespace heser
