#pragma once

#include <memory>

#include "engine/aligner/aligned_head.h"
#include "engine/analysis/face_analysis.h"
#include "engine/color_reference/region_colors.h"
#include "engine/color_reference/skin_match.h"
#include "engine/core/options.h"
#include "engine/core/progress.h"

namespace heser {

/// What of the target's colours and light the new head takes on.
struct ColorReferenceOptions {
  /// Share of the skin match. Face, ears, lips and brows follow it.
  double amount = 0.895;
  /// Limits of the steepness of the curve that takes the source's tones of skin to the target's.
  /// Measured on portraits: .6 to 1.5 costs .016 of identity and looks no better.
  double lowest_contrast = 0.8;
  double highest_contrast = 1.25;
  /// Share of the scene's light (spherical harmonics). Light costs identity: medians of 23
  /// portraits .943 with .3 of it, .931 with .5.
  double light = 0.3;
  /// Hair, eyes, teeth, glasses and headwear keep their own colour under the scene's light: the
  /// skin's change of chroma (84 % of the spread between photos is light), the eye whites' change
  /// of exposure, the light's luminance.
  double own_chroma = 0.8;
  double own_exposure = 0.35;
  double own_light = 0.5;
  /// Instead of skin match and light: by correlation (see CorrelatedChange), `amount` of it.
  bool correlation = false;
  /// How far a colour that people picked stands in for the median of the target's skin; its tones
  /// lie around it as they did around that. sRGB-encoded, 0 to 1.
  double picked = 0;
  double picked_red = 0.8;
  double picked_green = 0.6;
  double picked_blue = 0.5;
  RegionColorOptions regions;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.amount, OptionInfo{"amount", "amount", 0, 1,
                                  "How far the skin takes on the colour of the target's face"});
    visit(self.lowest_contrast,
          OptionInfo{"lowest_contrast", "ratio", 0.2, 1, "How much flatter the skin may become"});
    visit(self.highest_contrast, OptionInfo{"highest_contrast", "ratio", 1, 3,
                                            "How much stronger shading of the skin may become"});
    visit(self.light,
          OptionInfo{"light", "amount", 0, 1, "How far the head is lit as the target's face is"});
    visit(self.own_chroma, OptionInfo{"own_chroma", "amount", 0, 1,
                                      "How far hair, eyes and teeth follow the scene's tint"});
    visit(self.own_exposure, OptionInfo{"own_exposure", "amount", 0, 1,
                                        "How far hair, eyes and teeth follow the exposure"});
    visit(self.own_light, OptionInfo{"own_light", "amount", 0, 1,
                                     "How far hair follows the direction of the light"});
    visit(self.correlation,
          OptionInfo{"correlation", "", 0, 1,
                     "Take the skin's colours from the places of the target's face that are like "
                     "them, instead of from its statistics"});
    visit(self.picked, OptionInfo{"picked", "amount", 0, 1,
                                  "How far a picked colour stands in for the target's skin"});
    visit(self.picked_red,
          OptionInfo{"picked_red", "amount", 0, 1, "Red of the picked skin colour, sRGB"});
    visit(self.picked_green,
          OptionInfo{"picked_green", "amount", 0, 1, "Green of the picked skin colour, sRGB"});
    visit(self.picked_blue,
          OptionInfo{"picked_blue", "amount", 0, 1, "Blue of the picked skin colour, sRGB"});
    RegionColorOptions::VisitOptions(self.regions, visit);
  }
  void Check() const { CheckOptions(*this, "color_reference"); }
};

/// The aligned head as it looks in the target's scene.
struct ColorReference {
  /// Size of the view; recoloured where the head is and around it, the head's own colours beyond.
  ColorImage color;

  // Facts for the report.
  SkinRegion source_region = SkinRegion::kNone;  ///< Where skin was measured; kNone in either: the
  SkinRegion target_region = SkinRegion::kNone;  ///< skin was not matched.
  cv::Vec3d skin_gain = {1, 1, 1};               ///< Factor on linear R, G, B of the mean skin.
  cv::Vec3d own_gain = {1, 1, 1};  ///< The same for eyes, teeth, glasses, headwear, hair.
  bool eye_whites_seen = false;    ///< In both heads; else own_gain has no exposure.
  bool hair_unseen = false;        ///< See RegionRecipe.
  double light_strength = 0;  ///< Deviation of the applied light over the face, in log luminance.
};

/// What is measured of head and target before a pixel is changed.
struct ColorRecipe;

/// Recolours `head` for `target` from statistics of semantic regions (HeSer, section 3.3, does it
/// by correlation; these figures need no network): log mean and contrast of the skin, second-order
/// light, then the mean again. Head and target have the same size. Where a region is missing: face
/// falls back to ears, then neck, then no change; eye whites to no change. Throws Error{kWrongUse}
/// for options out of range or pictures of different size, Cancelled. Thread-safe.
ColorReference MakeColorReference(const AlignedHead& head, const HeadView& target,
                                  const ColorReferenceOptions& options, const Progress& progress);

/// The two steps of MakeColorReference, for a head that moves: a recipe made of it in one pose
/// serves it in a near one, and is most of the work. Throws and thread safety as there.
std::shared_ptr<const ColorRecipe> MakeColorRecipe(const AlignedHead& head, const HeadView& target,
                                                   const ColorReferenceOptions& options);
ColorReference ApplyColorRecipe(const ColorRecipe& recipe, const AlignedHead& head,
                                const HeadView& target, const ColorReferenceOptions& options,
                                const Progress& progress);

}  // namespace heser
