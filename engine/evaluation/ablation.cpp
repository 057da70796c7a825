#include "engine/evaluation/ablation.h"

namespace heser {
namespace {

// One line a variant. Those that only change late stages come first: a pair's variants run one
// after the other and share what did not change.
constexpr Variant kVariants[] = {
    kFullVariant,
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
    {"no_feedback", "no pose feedback", [](SwapSettings& s) { s.feedback.rounds = 0; }},
    {"no_expression", "no expression", [](SwapSettings& s) { s.aligner.expression = 0; }},
    {"whole_expression", "whole expression", [](SwapSettings& s) { s.aligner.expression = 1; }},
    {"one_source", "1 source", nullptr, 1},
    {"two_sources", "2 sources", nullptr, 2},
    {"three_sources", "3 sources", nullptr, 3},
};

}  // namespace

std::span<const Variant> AblationVariants() { return kVariants; }

}  // namespace heser
