#pragma once

#include <QObject>
#include <QVariant>

namespace heser {

/// What people set once for all their work, kept in QSettings.
enum class Preference {
  kLanguage,          ///< Code of Languages(); empty: that of the desktop.
  kTheme,             ///< Theme as a number.
  kDevice,            ///< As for ResolveDevice.
  kThreads,           ///< For networks; 0: all cores. Read at the program's start.
  kAutosaveSeconds,   ///< Longest time that unsaved work is not copied for recovery.
  kHistoryMegabytes,  ///< What steps that can be undone may hold, see SetHistoryBudget.
};

/// What there is to know of a preference: the one table of them.
struct PreferenceInfo {
  Preference preference;
  const char* key;  ///< In QSettings.
  QVariant usual;
  int minimum = 0;  ///< Of numbers; both 0: no number.
  int maximum = 0;
};
const PreferenceInfo& InfoOf(Preference preference);

/// The value that is set, or the usual one where none is or it makes no sense. Thread-safe.
QVariant PreferenceValue(Preference preference);

/// Tells of changes. GUI thread only.
class Preferences : public QObject {
  Q_OBJECT

 public:
  /// The only one; made at the first call.
  static Preferences* Shared();

  /// Numbers are kept within their range. Nothing happens for the value that is set already.
  void Set(Preference preference, const QVariant& value);

 signals:
  void Changed(heser::Preference preference);
};

}  // namespace heser
