#pragma once

#include <QString>
#include <string_view>

namespace heser {

/// An option of `heser swap` that sets a single setting.
struct AmountOption {
  const char* option;  ///< "--pose".
  const char* key;     ///< "stage.option".
};

inline constexpr AmountOption kAmountOptions[] = {{"--pose", "aligner.pose"},
                                                  {"--expression", "aligner.expression"},
                                                  {"--light", "color_reference.light"},
                                                  {"--refine", "feedback.amount"},
                                                  {"--blend", "color_reference.amount"}};

/// The option that sets a setting; empty: only a settings file does.
std::string_view OptionOfSetting(std::string_view key);

/// What people call a setting ("stage.option"), translated: "Reach of fine hair". Settings that
/// have no text yet are called by their name in settings files, so that none is out of reach.
QString SettingTitle(std::string_view key);

/// One translated sentence that says what a setting does to the picture; the engine's own English
/// line where there is none yet.
QString SettingHelp(std::string_view key);

/// What a setting is called outside the window, translated: the option of `heser swap`, if any, and
/// the name in settings files.
QString SettingNameInCommand(std::string_view key);

/// Every setting with default, range and unit, its option, title and help, for terminals.
QString SettingsDescription();

}  // namespace heser
