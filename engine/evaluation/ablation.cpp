#include "engine/evaluation/ablation.h"

#include <algorithm>

#include "engine/core/error.h"

namespace heser {
namespace {

// One line a variant. Those that only change late stages come first: a pair's variants run one
// after the other and share what did not change.
constexpr Variant kVariants[] = {
    kFullVariant,
    {"no_blending_network", "no blending network", [](SwapSettings& s) { s.blender.network = 0; }},
    {"no_body_network", "body completed by rules",
     [](SwapSettings& s) { s.blender.fill.complete_body = false; }},
    {"no_fill_patches", "fill without patches",
     [](SwapSettings& s) { s.blender.fill.patches = false; }},
    {"no_decontamination", "no decontamination",
     [](SwapSettings& s) { s.blender.decontaminate = false; }},
    {"no_chin_shadow", "no chin shadow", [](SwapSettings& s) { s.blender.chin_shadow = 0; }},
    {"no_finish", "no finish", [](SwapSettings& s) { s.blender.finish = 0; }},
    {"no_light", "no light", [](SwapSettings& s) { s.color_reference.light = 0; }},
    {"no_color_reference", "no colour reference",
     [](SwapSettings& s) {
       s.color_reference.amount = 0;
       s.color_reference.light = 0;
     }},
    {"no_refinement", "no refinement", [](SwapSettings& s) { s.refinement.amount = 0; }},
    {"geometry", "geometry alone",
     [](SwapSettings& s) {
       s.refinement.amount = 0;
       s.blender.network = 0;
     }},
    {"no_feedback", "no pose feedback", [](SwapSettings& s) { s.feedback.rounds = 0; }},
    {"no_mirrored_photo", "no mirrored photo", [](SwapSettings& s) { s.aligner.mirrored = 0; }},
    {"no_expression", "no expression", [](SwapSettings& s) { s.aligner.expression = 0; }},
    {"whole_expression", "whole expression", [](SwapSettings& s) { s.aligner.expression = 1; }},
    {"one_source", "1 source", nullptr, 1},
    {"two_sources", "2 sources", nullptr, 2},
    {"three_sources", "3 sources", nullptr, 3},
};

}  // namespace

std::span<const Variant> AblationVariants() { return kVariants; }

std::vector<Variant> VariantsByName(const std::vector<std::string>& names) {
  std::vector<Variant> chosen = {kFullVariant};
  for (const std::string& name : names) {
    const auto found = std::ranges::find_if(
        kVariants, [&](const Variant& variant) { return name == variant.name; });
    if (found == std::end(kVariants)) {
      throw Error(ErrorKind::kWrongUse, "--variants",
                  "there is no variant " + name + ", choose " + VariantNames());
    }
    if (name != kFullVariant.name) chosen.push_back(*found);
  }
  return chosen;
}

std::string VariantNames() {
  std::string names;
  for (const Variant& variant : kVariants) {
    if (variant.name == std::string(kFullVariant.name)) continue;
    names += (names.empty() ? "" : ", ") + std::string(variant.name);
  }
  return names;
}

}  // namespace heser
