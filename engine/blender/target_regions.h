#pragma once

#include "engine/analysis/face_analysis.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"
#include "engine/core/options.h"

namespace heser {

/// How far around the old head the target is taken away and filled anew.
struct RemovalOptions {
  /// Towards the background, where fine hair and its glow reach; towards clothing; over the neck,
  /// where the old chin's edge lies. Face sizes.
  double background_margin = 0.055;
  double body_margin = 0.014;
  double neck_margin = 0.035;
  /// Fine hair that only the matte sees is removed up to this far from the head. Face sizes.
  double wisp_reach = 0.16;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.background_margin,
          OptionInfo{"background_margin", "face sizes", 0, 0.3,
                     "How far beyond the old head the background is filled anew"});
    visit(self.body_margin, OptionInfo{"body_margin", "face sizes", 0, 0.2,
                                       "How far beyond the old head clothing is filled anew"});
    visit(self.neck_margin, OptionInfo{"neck_margin", "face sizes", 0, 0.3,
                                       "How far below the old chin the neck is filled anew"});
    visit(self.wisp_reach, OptionInfo{"wisp_reach", "face sizes", 0, 0.5,
                                      "How far from the old head fine hair is removed"});
  }
};

/// What is where in the target. All maps have the picture's size.
struct TargetRegions {
  LabelMap labels;  ///< With hair that reaches beyond what was labelled.
  Mask head;        ///< The old head.
  Mask neck;
  Mask clothing;   ///< Also what the matte takes for person and no label names.
  Mask removed;    ///< Old head and margins: these pixels are filled anew.
  Mask bare_skin;  ///< Of clothing: arms and shoulders that labels do not tell from it.
  Mask strands;    ///< Of removed: single hairs, what stands behind them is known. May be empty.
};

/// Regions of a view or of a piece of one. Thread-safe.
TargetRegions FindTargetRegions(const ColorImage& color, const LabelMap& labels,
                                const AlphaMap& matte, const FaceMesh& mesh,
                                const RemovalOptions& options);

}  // namespace heser
