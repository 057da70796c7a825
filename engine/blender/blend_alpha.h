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

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.feather, OptionInfo{"feather", "face sizes", 0, 0.05,
                                   "Softness of the new head's edge against neck and clothing"});
    visit(self.hair_reach, OptionInfo{"hair_reach", "face sizes", 0.01, 0.3,
                                      "How far fine hair reaches beyond the labelled head"});
  }
};

/// Coverage of the new head: the aligned alpha, split from neck and clothing of the same photo by
/// the nearest label (soft Voronoi), fading beyond the labelled head. Labels may reach further than
/// the alpha does: the alpha decides. Pieces that do not belong to the face's head go. `labels` may
/// name neck and clothing of the source photo. Thread-safe.
AlphaMap BlendAlpha(const AlphaMap& alpha, const LabelMap& labels, const FaceMesh& mesh,
                    const HeadEdgeOptions& options);

}  // namespace heser
