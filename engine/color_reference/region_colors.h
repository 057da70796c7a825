#pragma once

#include <optional>

#include "engine/color_reference/skin_match.h"
#include "engine/core/image.h"
#include "engine/core/labels.h"
#include "engine/core/options.h"

namespace heser {

/// Colours of single regions where people ask for more than what skin and scene do to them. At 0
/// hair and lips are as they come.
struct RegionColorOptions {
  /// How far hair takes on the colour of the target's hair, tone by tone.
  double hair = 0;
  /// How far a picked colour stands in for the median of the target's hair. sRGB-encoded, 0 to 1.
  double hair_picked = 0;
  double hair_red = 0.35;
  double hair_green = 0.25;
  double hair_blue = 0.2;
  /// How far brows follow where the hair goes.
  double brows = 1;
  /// How far lips take on the colour of the target's lips.
  double lips = 0;
  /// How far a picked colour stands in for the median of the target's lips.
  double lips_picked = 0;
  double lips_red = 0.7;
  double lips_green = 0.4;
  double lips_blue = 0.4;
  /// How far lips keep their own colour under the scene's light instead of following the skin.
  double lips_own = 0;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.hair, OptionInfo{"hair", "amount", 0, 1,
                                "How far the hair takes on the colour of the target's hair"});
    visit(self.hair_picked, OptionInfo{"hair_picked", "amount", 0, 1,
                                       "How far a picked colour stands in for the target's hair"});
    visit(self.hair_red,
          OptionInfo{"hair_red", "amount", 0, 1, "Red of the picked hair colour, sRGB"});
    visit(self.hair_green,
          OptionInfo{"hair_green", "amount", 0, 1, "Green of the picked hair colour, sRGB"});
    visit(self.hair_blue,
          OptionInfo{"hair_blue", "amount", 0, 1, "Blue of the picked hair colour, sRGB"});
    visit(self.brows, OptionInfo{"brows", "amount", 0, 1,
                                 "How far the brows follow a change of the hair's colour"});
    visit(self.lips, OptionInfo{"lips", "amount", 0, 1,
                                "How far the lips take on the colour of the target's lips"});
    visit(self.lips_picked, OptionInfo{"lips_picked", "amount", 0, 1,
                                       "How far a picked colour stands in for the target's lips"});
    visit(self.lips_red,
          OptionInfo{"lips_red", "amount", 0, 1, "Red of the picked lip colour, sRGB"});
    visit(self.lips_green,
          OptionInfo{"lips_green", "amount", 0, 1, "Green of the picked lip colour, sRGB"});
    visit(self.lips_blue,
          OptionInfo{"lips_blue", "amount", 0, 1, "Blue of the picked lip colour, sRGB"});
    visit(self.lips_own,
          OptionInfo{"lips_own", "amount", 0, 1,
                     "How far the lips keep their own colour instead of following the skin"});
  }
};

/// A head at the size at which it is measured; maps of one size.
struct MeasuredHead {
  const cv::Mat3f& log_light;
  const LabelMap& labels;
  const Mask& trusted;  ///< Pixels that are the head's alone.
  double face_size = 0;
};

/// What is done to the regions, in log light.
struct RegionRecipe {
  std::optional<SkinMatch> hair;  ///< All of the way; nothing: hair stays as it comes.
  cv::Vec3f brows;                ///< Added to brows.
  cv::Vec3f lips;                 ///< Added to lips.
  /// The colour of the target's hair was asked for, and it shows too little to tell: of hair all
  /// but nothing, or such as may be a hat's.
  bool hair_unseen = false;

  bool empty() const { return !hair && brows == cv::Vec3f() && lips == cv::Vec3f(); }
};

/// What takes `source` (the new head; `recolored` is its log light after skin and light) to the
/// colours that `options` ask for. Without being asked, lips become redder and darker where the
/// skin becomes lighter, as far as lips of such skin are. A region that either head lacks stays as
/// it comes; where a colour was picked the target need not show it. The target's hair counts where
/// it lies away from headwear, which is easily taken for hair at its rim, and is large enough.
/// `contrast` limits how hair's tones are stretched. Thread-safe.
RegionRecipe MakeRegionRecipe(const MeasuredHead& source, const cv::Mat3f& recolored,
                              const MeasuredHead& target, const RegionColorOptions& options,
                              const ToneLimits& contrast);

/// How far every pixel belongs to a region, 0 to 1; empty where nothing is done to it.
struct RegionShares {
  AlphaMap hair;  ///< Times options.hair.
  AlphaMap brows;
  AlphaMap lips;
};

/// `sigma`, pixels: softness of the regions' borders. Thread-safe.
RegionShares FindRegionShares(const LabelMap& labels, double sigma, const RegionRecipe& recipe,
                              const RegionColorOptions& options);

/// How far every pixel belongs to the classes `mine` and not to `others`, 0 to 1; beyond both the
/// nearest decides, through a wider blur. Thread-safe.
AlphaMap ShareOf(const LabelMap& labels, LabelSet mine, LabelSet others, double sigma);

/// The sample with a picked colour (R, G, B, sRGB-encoded) in the place of its median, as far as
/// `amount` says: its tones lie around it as they did around that. Thread-safe.
SkinSample WithPickedColor(SkinSample sample, const cv::Vec3d& srgb, double amount);

}  // namespace heser
