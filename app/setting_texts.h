#pragma once

#include <QString>
#include <string_view>

namespace heser {

/// What people call a setting ("stage.option"), translated: "Reach of fine hair". Settings that
/// have no text yet are called by their name in settings files, so that none is out of reach.
QString SettingTitle(std::string_view key);

/// One translated sentence that says what a setting does to the picture; the engine's own English
/// line where there is none yet.
QString SettingHelp(std::string_view key);

}  // namespace heser
