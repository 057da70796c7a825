#pragma once

#include <string>
#include <type_traits>

namespace heser {

/// What people and checks need to know of one tunable.
struct OptionInfo {
  const char* name;  ///< In settings files: snake_case.
  const char* unit;  ///< "amount", "face sizes", "degrees", "px", "" ...
  double minimum;
  double maximum;
  const char* help;  ///< One line: what it does to the picture.
};

/// A stage's options are a plain struct with defaults and one static function that names them:
///
///   struct AlignerOptions {
///     double expression = 0.6;
///     template <typename Self, typename Visitor>
///     static void VisitOptions(Self& self, Visitor&& visit) {
///       visit(self.expression, OptionInfo{"expression", "amount", 0, 1, "How far ..."});
///     }
///     void Check() const { CheckOptions(*this, "aligner"); }
///   };
///
/// Values are bool, int or double. Settings files, `heser settings` and the checks all go through
/// VisitOptions, so that an option is declared once.

/// Throws Error{kWrongUse} unless minimum <= value <= maximum. NaN fails.
void CheckOptionRange(const std::string& stage, const OptionInfo& info, double value);

/// Checks every option of a struct against its range.
template <typename Options>
void CheckOptions(const Options& options, const std::string& stage) {
  Options::VisitOptions(options, [&](const auto& value, const OptionInfo& info) {
    CheckOptionRange(stage, info, static_cast<double>(value));
  });
}

}  // namespace heser
