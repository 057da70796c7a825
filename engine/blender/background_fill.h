#pragma once

#include "engine/analysis/face_mesh.h"
#include "engine/blender/body_completion.h"
#include "engine/blender/target_regions.h"
#include "engine/core/image.h"
#include "engine/core/options.h"
#include "engine/core/progress.h"

namespace heser {

/// How the place of the old head is filled.
struct FillOptions {
  /// Textured surroundings are continued by pieces of themselves instead of smoothly.
  bool patches = true;
  /// Median detail of the surroundings (against a blur of .03 face sizes, steps of 255) above which
  /// the background counts as textured.
  double background_texture = 1.8;
  /// The same for clothing, of its 80 % quantile. Plain shirts and jackets have more, too (6 of 56
  /// portraits up to 6): where a smooth fill began their weave ended in an edge.
  double clothing_texture = 2.5;
  /// Share of the photo's own grain that smooth fills get.
  double grain = 1;
  /// A network says how neck and shoulders go on behind hair; else rules do (body_layers.h).
  bool complete_body = true;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.patches,
          OptionInfo{"patches", "", 0, 1,
                     "Continue textures behind the old head by pieces of themselves"});
    visit(self.background_texture,
          OptionInfo{"background_texture", "steps of 255", 0, 100,
                     "Detail above which the background counts as textured"});
    visit(self.clothing_texture, OptionInfo{"clothing_texture", "steps of 255", 0, 100,
                                            "Detail above which clothing counts as textured"});
    visit(self.grain, OptionInfo{"grain", "amount", 0, 2, "Share of the photo's grain in fills"});
    visit(self.complete_body,
          OptionInfo{"complete_body", "", 0, 1,
                     "Let a network complete neck and shoulders that the old head hid"});
  }
};

/// What the fill looks at. Pictures of one size; meshes in their pixels.
struct FillInput {
  ColorImage color;
  AlphaMap matte;
  const TargetRegions& regions;
  const FaceMesh& mesh;      ///< The target's.
  const FaceMesh& new_mesh;  ///< The aligned head's: the neck must reach its jaw.
  Mask visible;              ///< Where the new head does not hide the fill wholly.
  /// Completes the body if FillOptions::complete_body says so; null: rules do.
  const BodyCompleter* completer = nullptr;
};

/// The target without its head.
struct BackgroundFill {
  ColorImage plate;   ///< The target's own pixels where coverage is 0.
  AlphaMap coverage;  ///< How far each pixel of the plate is made up, or lightened beside hair or
                      ///< an old chin.
  AlphaMap unshaded;  ///< SkinField::unshaded; empty where nothing is filled.
  cv::Mat1b layer;    ///< FillLayer of every pixel.
  bool background_patched = false;
  bool clothing_patched = false;
  bool body_mirrored = false;
};

/// Fills background, clothing and neck apart, each from its own pixels: plain backdrops by their
/// gradient, textures by patches, the rest smoothly (push-pull) with the photo's grain. Where the
/// picture has nothing but the head the plate is the picture itself. Throws Cancelled. Thread-safe.
BackgroundFill FillBehindHead(const FillInput& input, const FillOptions& options,
                              const Progress& progress);

}  // namespace heser
