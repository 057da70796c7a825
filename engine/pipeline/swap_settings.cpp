#include "engine/pipeline/swap_settings.h"

#include <limits>
#include <set>
#include <type_traits>

#include <nlohmann/json.hpp>

#include "engine/core/error.h"
#include "engine/core/json_text.h"

namespace heser {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void Refuse(const std::string& file, const std::string& detail) {
  throw Error(ErrorKind::kBadFile, file, detail);
}

template <typename Value>
Value ReadValue(const Json& json, const std::string& option, const std::string& file) {
  if constexpr (std::is_same_v<Value, bool>) {
    if (!json.is_boolean()) Refuse(file, option + " must be true or false");
  } else if constexpr (std::is_integral_v<Value>) {
    if (!IsWholeNumber(json)) Refuse(file, option + " must be a whole number");
    const double number = json.get<double>();
    using Limits = std::numeric_limits<Value>;
    if (number < Limits::min() || number > Limits::max()) {
      Refuse(file, option + " is out of all range");
    }
  } else {
    if (!json.is_number()) Refuse(file, option + " must be a number");
  }
  return json.get<Value>();
}

template <typename Options>
void ReadOptions(Options& options, const Json& json, const std::string& stage,
                 const std::string& file) {
  if (!json.is_object()) Refuse(file, stage + " must be an object of options");
  std::set<std::string> known;
  Options::VisitOptions(options, [&](auto& value, const OptionInfo& info) {
    known.insert(info.name);
    const auto found = json.find(info.name);
    if (found == json.end()) return;
    const std::string option = stage + "." + info.name;
    value = ReadValue<std::decay_t<decltype(value)>>(*found, option, file);
  });
  for (const auto& [name, unused] : json.items()) {
    if (known.contains(name)) continue;
    std::string option = stage;
    Refuse(file, "there is no option " + option.append(".").append(name));
  }
  try {
    options.Check();
  } catch (const Error& error) {
    Refuse(file, error.subject() + " " + error.detail());
  }
}

}  // namespace

void SwapSettings::Check() const {
  VisitStages(*this, [](const char*, const auto& options) { options.Check(); });
}

std::string SettingsToJson(const SwapSettings& settings) {
  Json json;
  SwapSettings::VisitStages(settings, [&](const char* stage, const auto& options) {
    Json& section = json[stage];
    std::decay_t<decltype(options)>::VisitOptions(
        options, [&](const auto& value, const OptionInfo& info) { section[info.name] = value; });
  });
  return json.dump(2);
}

SwapSettings SettingsFromJson(const std::string& text, const std::string& name) {
  const Json json = ParseJson<Json>(text, name);
  if (!json.is_object()) Refuse(name, "not an object of stages");
  SwapSettings settings;
  std::set<std::string> known;
  SwapSettings::VisitStages(settings, [&](const char* stage, auto& options) {
    known.insert(stage);
    if (const auto found = json.find(stage); found != json.end()) {
      ReadOptions(options, *found, stage, name);
    }
  });
  for (const auto& [stage, unused] : json.items()) {
    if (!known.contains(stage)) Refuse(name, "there is no stage " + stage);
  }
  return settings;
}

}  // namespace heser
