#pragma once

#include <string>

#include "engine/aligner/aligner.h"
#include "engine/aligner/head_refiner.h"
#include "engine/analysis/analyzer.h"
#include "engine/blender/blender.h"
#include "engine/color_reference/color_reference.h"
#include "engine/core/options.h"

namespace heser {

/// At which resolution heads are worked on.
struct ResolutionOptions {
  double largest_face = 900;
  double source_to_target = 1.3;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.largest_face,
          OptionInfo{"largest_face", "px", 64, 4000,
                     "Target faces larger than this are worked on reduced; bounds memory."});
    visit(self.source_to_target,
          OptionInfo{"source_to_target", "ratio", 0.5, 4,
                     "Source faces are reduced to this multiple of the target's."});
  }
  void Check() const { CheckOptions(*this, "resolution"); }
};

/// How the composed head is measured and its pose corrected (feedback loop).
struct FeedbackOptions {
  double amount = 1;
  int rounds = 2;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.amount,
          OptionInfo{"amount", "amount", 0, 1,
                     "How much of the measured error of pose and place is corrected."});
    visit(self.rounds,
          OptionInfo{"rounds", "", 0, 2,
                     "How often the aligned head is measured and its pose corrected."});
  }
  void Check() const { CheckOptions(*this, "feedback"); }
};

/// Every tunable of every stage.
struct SwapSettings {
  AnalyzerOptions analyzer;
  ResolutionOptions resolution;
  AlignerOptions aligner;
  FeedbackOptions feedback;
  RefinementOptions refinement;
  ColorReferenceOptions color_reference;
  BlenderOptions blender;

  /// Calls visit(stage name, options) for each stage, in the order of the work.
  template <typename Self, typename Visitor>
  static void VisitStages(Self& self, Visitor&& visit) {
    visit("analyzer", self.analyzer);
    visit("resolution", self.resolution);
    visit("aligner", self.aligner);
    visit("feedback", self.feedback);
    visit("refinement", self.refinement);
    visit("color_reference", self.color_reference);
    visit("blender", self.blender);
  }
  /// Throws Error{kWrongUse} naming stage.option.
  void Check() const;
};

/// Settings as JSON, {"aligner": {"expression": 0.6, ...}, ...}: complete, indented.
std::string SettingsToJson(const SwapSettings& settings);

/// Settings from JSON text; absent options keep their defaults. `name` is the file, for errors.
/// Throws Error{kBadFile} for text that is no JSON, unknown stages or options, wrong types, values
/// out of range.
SwapSettings SettingsFromJson(const std::string& text, const std::string& name);

}  // namespace heser
