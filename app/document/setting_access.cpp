#include "app/document/setting_access.h"

#include <cmath>
#include <type_traits>

#include "engine/core/error.h"

namespace heser {
namespace {

template <typename Value>
constexpr SettingInfo::Type TypeOf() {
  if constexpr (std::is_same_v<Value, bool>) {
    return SettingInfo::Type::kSwitch;
  } else if constexpr (std::is_integral_v<Value>) {
    return SettingInfo::Type::kCount;
  } else {
    return SettingInfo::Type::kReal;
  }
}

/// Calls visit(key, value, info) for every option of every stage.
template <typename Settings, typename Visitor>
void VisitSettings(Settings& settings, Visitor&& visit) {
  SwapSettings::VisitStages(settings, [&](const char* stage, auto& options) {
    std::remove_cvref_t<decltype(options)>::VisitOptions(
        options, [&](auto& value, const OptionInfo& info) {
          visit(std::string(stage) + "." + info.name, value, info);
        });
  });
}

std::vector<SettingInfo> ListSettings() {
  std::vector<SettingInfo> list;
  const SwapSettings defaults;
  VisitSettings(defaults, [&](std::string key, const auto& value, const OptionInfo& info) {
    list.push_back({std::move(key), TypeOf<std::remove_cvref_t<decltype(value)>>(), info,
                    static_cast<double>(value)});
  });
  return list;
}

}  // namespace

const std::vector<SettingInfo>& AllSettings() {
  static const std::vector<SettingInfo> list = ListSettings();
  return list;
}

const SettingInfo& SettingByKey(std::string_view key) {
  for (const SettingInfo& info : AllSettings()) {
    if (info.key == key) {
      return info;
    }
  }
  throw Error(ErrorKind::kWrongUse, std::string(key), "no such setting");
}

double SettingValue(const SwapSettings& settings, std::string_view key) {
  double found = SettingByKey(key).default_value;
  VisitSettings(settings, [&](const std::string& name, const auto& value, const OptionInfo&) {
    if (name == key) {
      found = static_cast<double>(value);
    }
  });
  return found;
}

void SetSettingValue(SwapSettings& settings, std::string_view key, double value) {
  const SettingInfo& setting = SettingByKey(key);
  CheckOptionRange(setting.key.substr(0, setting.key.find('.')), setting.option, value);
  VisitSettings(settings, [&](const std::string& name, auto& target, const OptionInfo&) {
    using Value = std::remove_cvref_t<decltype(target)>;
    if (name != key) {
      return;
    }
    if constexpr (std::is_same_v<Value, bool>) {
      target = value != 0;
    } else if constexpr (std::is_integral_v<Value>) {
      target = static_cast<Value>(std::lround(value));
    } else {
      target = value;
    }
  });
}

bool SameSettings(const SwapSettings& a, const SwapSettings& b) {
  for (const SettingInfo& setting : AllSettings()) {
    if (SettingValue(a, setting.key) != SettingValue(b, setting.key)) {
      return false;
    }
  }
  return true;
}

}  // namespace heser
