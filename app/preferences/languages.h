#pragma once

#include <QString>
#include <vector>

namespace heser {

/// A language that the program speaks.
struct Language {
  QString code;  ///< As in the names of translation files; "en" needs none.
  QString name;  ///< In itself, so that everybody finds theirs.
};
const std::vector<Language>& Languages();

/// Speaks a language from now on: windows get QEvent::LanguageChange. Empty: the desktop's where
/// there is a translation, else English. GUI thread only.
void ApplyLanguage(const QString& code);

}  // namespace heser
