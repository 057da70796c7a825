#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/pipeline/swap_settings.h"

namespace heser {

/// One tunable of SwapSettings, reached by its name.
struct SettingInfo {
  enum class Type { kSwitch, kCount, kReal };
  std::string key;  ///< "stage.option", as settings files nest them.
  Type type = Type::kReal;
  OptionInfo option;
  double default_value = 0;  ///< Switches as 0 or 1, as everywhere below.
};

/// Every setting, in the order of the work. Thread-safe.
const std::vector<SettingInfo>& AllSettings();

/// Throws Error{kWrongUse} for a key that is none.
const SettingInfo& SettingByKey(std::string_view key);
double SettingValue(const SwapSettings& settings, std::string_view key);

/// Also throws Error{kWrongUse} for a value out of range. Counts are rounded.
void SetSettingValue(SwapSettings& settings, std::string_view key, double value);

bool SameSettings(const SwapSettings& a, const SwapSettings& b);

}  // namespace heser
