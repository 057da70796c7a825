#pragma once

#include "engine/aligner/aligned_head.h"
#include "engine/core/options.h"

namespace heser {

/// How the new head's edge is made.
struct HeadEdgeOptions {
  /// Softness of the edge against neck and clothing, face sizes: that of a well-focused photo.
  double feather = 0.004;
  /// How far hair that the labels do not name may reach, face sizes.
  double hair_reach = 0.05;
  /// Where the new head meets the target's neck, above (up) or below the jaw, face sizes. Below it
  /// the new head brings its own neck, if the aligned head has it (BringsNeck).
  double seam_height = 0;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.feather, OptionInfo{"feather", "face sizes", 0, 0.05,
                                   "Softness of the new head's edge against neck and clothing"});
    visit(self.hair_reach, OptionInfo{"hair_reach", "face sizes", 0.01, 0.3,
                                      "How far fine hair reaches beyond the labelled head"});
    visit(self.seam_height,
          OptionInfo{"seam_height", "face sizes", -0.4, 0.05,
                     "Where the new head meets the target's neck: lower shows the new neck"});
  }
};

/// Whether heads should be aligned with their necks for these options.
inline bool BringsNeck(const HeadEdgeOptions& options) { return options.seam_height < 0; }

/// Coverage of the new head: the aligned alpha, split from neck and clothing of the same photo by
/// the nearest label (soft Voronoi), fading beyond the labelled head. Labels may reach further than
/// the alpha does: the alpha decides. Pieces that do not belong to the face's head go. `labels` may
/// name neck and clothing of the source photo. The new head's neck counts where `neck_place`
/// selects: where the target shows neck or head, not over its clothing. Thread-safe.
AlphaMap BlendAlpha(const AlphaMap& alpha, const LabelMap& labels, const FaceMesh& mesh,
                    const Mask& neck_place, const HeadEdgeOptions& options);

}  // namespace heser
