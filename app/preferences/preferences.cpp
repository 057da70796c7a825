#include "app/preferences/preferences.h"

#include <QSettings>
#include <algorithm>
#include <array>

namespace heser {
namespace {

const std::array<PreferenceInfo, 6>& Table() {
  static const std::array<PreferenceInfo, 6> table = {{
      {Preference::kLanguage, "language", QString(), 0, 0},
      {Preference::kTheme, "theme", 0, 0, 2},
      {Preference::kDevice, "device", QStringLiteral("auto"), 0, 0},
      {Preference::kThreads, "threads", 0, 0, 256},
      {Preference::kAutosaveSeconds, "autosave/seconds", 60, 10, 3600},
      {Preference::kHistoryMegabytes, "history/megabytes", 1000, 50, 100000},
  }};
  return table;
}

bool IsNumber(const PreferenceInfo& info) { return info.maximum > info.minimum; }

}  // namespace

const PreferenceInfo& InfoOf(Preference preference) {
  return Table().at(static_cast<std::size_t>(preference));
}

QVariant PreferenceValue(Preference preference) {
  const PreferenceInfo& info = InfoOf(preference);
  const QVariant value = QSettings().value(QLatin1String(info.key), info.usual);
  if (!IsNumber(info)) {
    return value.toString();
  }
  bool is_number = false;
  const int number = value.toInt(&is_number);
  return is_number && number >= info.minimum && number <= info.maximum ? number : info.usual;
}

Preferences* Preferences::Shared() {
  static Preferences preferences;
  return &preferences;
}

void Preferences::Set(Preference preference, const QVariant& value) {
  const PreferenceInfo& info = InfoOf(preference);
  const QVariant kept =
      IsNumber(info) ? QVariant(std::clamp(value.toInt(), info.minimum, info.maximum)) : value;
  if (kept != PreferenceValue(preference)) {
    QSettings().setValue(QLatin1String(info.key), kept);
    emit Changed(preference);
  }
}

}  // namespace heser
