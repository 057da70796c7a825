#pragma once

#include "engine/aligner/aligned_head.h"
#include "engine/analysis/face_analysis.h"
#include "engine/blender/background_fill.h"
#include "engine/blender/blend_alpha.h"
#include "engine/blender/target_regions.h"
#include "engine/color_reference/color_reference.h"
#include "engine/core/options.h"
#include "engine/core/progress.h"

namespace heser {

/// How the new head is put into the target.
struct BlenderOptions {
  RemovalOptions removal;
  HeadEdgeOptions edge;
  FillOptions fill;
  /// Take the source's background out of half-covered hair.
  bool decontaminate = true;
  /// Share of the target's own shadow under the chin that the new chin casts. The whole of it
  /// darkens the little neck that is seen: skin_neck_dE 4.6 with all, 3.4 with none (medians of 23
  /// portraits); half still shows where the head touches.
  double chin_shadow = 0.5;
  /// Share of the target's softness and grain that the head takes on.
  double finish = 1;
  /// Share of what the blending network corrects of the composite (blend_correction.h); BlendHead
  /// itself leaves it to its caller. It casts contact shadows, but takes necks further from faces
  /// (skin_neck_dE of 24 portraits 4.2 with none, 5.0 with .6) and a quarter of a second.
  double network = 0;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    RemovalOptions::VisitOptions(self.removal, visit);
    HeadEdgeOptions::VisitOptions(self.edge, visit);
    FillOptions::VisitOptions(self.fill, visit);
    visit(self.decontaminate,
          OptionInfo{"decontaminate", "", 0, 1, "Take the source's background out of fine hair"});
    visit(self.chin_shadow, OptionInfo{"chin_shadow", "amount", 0, 1,
                                       "How far the new chin casts the target's chin shadow"});
    visit(self.finish, OptionInfo{"finish", "amount", 0, 1,
                                  "How far the head takes on the target's softness and grain"});
    visit(self.network, OptionInfo{"network", "amount", 0, 1,
                                   "How far the network mends seams, light and fills"});
  }
  void Check() const { CheckOptions(*this, "blender"); }
};

/// All pictures have the size of the target's view.
struct BlendResult {
  ColorImage color;                 ///< The target with the new head.
  AlphaMap blend_region;            ///< Exactly 0 where `color` is the target's own pixel.
  AlphaMap head_alpha;              ///< Coverage of the new head.
  AlphaMap opacity;                 ///< Of `color`, for a translucent target; else empty.
  ColorImage background_fill;       ///< The target without its head.
  Mask body;                        ///< Where `background_fill` shows neck or clothing.
  Mask removed;                     ///< What of the target was taken away and filled anew.
  bool background_patched = false;  ///< Textures were continued by patches.
  bool clothing_patched = false;
};

/// The steps of BlendHead, for callers that keep what they make: colours change neither scene nor
/// fill. Throws and thread safety as there; what `options` is good for in each is said beside it.

/// Where the new head goes, whatever its colours.
struct BlendScene {
  cv::Rect box;  ///< Of the view; outside of it nothing changes. Maps have its size.
  TargetRegions regions;
  AlphaMap alpha;  ///< Coverage of the new head, by options.edge.
};
/// `regions` are the whole view's (FindTargetRegions by options.removal).
BlendScene FindBlendScene(const HeadView& target, const TargetRegions& regions,
                          const AlignedHead& head, const BlenderOptions& options);

/// The target without its head in the scene's box, by options.fill; `completer` as in FillInput.
BackgroundFill FillScene(const HeadView& target, const AlignedHead& head, const BlendScene& scene,
                         const BlenderOptions& options, const BodyCompleter* completer,
                         const Progress& progress);

/// The new head's own colours at its edge, as soft and grainy as the target, in the scene's box, by
/// options.decontaminate and options.finish.
ColorImage FinishHead(const HeadView& target, const AlignedHead& head, const ColorReference& colors,
                      const BlendScene& scene, const BlenderOptions& options);

/// All of it put together, with the shadow of options.chin_shadow.
BlendResult ComposeBlend(const HeadView& target, const AlignedHead& head, const BlendScene& scene,
                         const BackgroundFill& fill, const ColorImage& foreground,
                         const BlenderOptions& options, const AlphaMap& opacity = {});

/// Removes the target's head, fills what stood behind it and puts the new head in its place
/// (HeSer, section 3.4, with geometry and statistics instead of its network). `colors` is the color
/// reference made of the same head and target. `opacity` is the target's alpha (0 to 1) where its
/// photo has one, else empty: a head cut out of its surroundings stays cut out. Hidden necks and
/// shoulders go on by rules alone. Throws
/// Error{kWrongUse} for options out of range or pictures of different size, Cancelled. Thread-safe.
BlendResult BlendHead(const HeadView& target, const AlignedHead& head, const ColorReference& colors,
                      const BlenderOptions& options, const Progress& progress,
                      const AlphaMap& opacity = {});

}  // namespace heser
