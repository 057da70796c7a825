#include "app/preferences/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <memory>

namespace heser {
namespace {

/// The texts of Qt's own dialogs, and ours.
struct Translators {
  QTranslator of_qt;
  QTranslator own;
};

std::unique_ptr<Translators>& Installed() {
  static std::unique_ptr<Translators> translators;
  return translators;
}

}  // namespace

const std::vector<Language>& Languages() {
  static const std::vector<Language> languages = {
      {QStringLiteral("en"), QStringLiteral("English")},
      {QStringLiteral("de"), QStringLiteral("Deutsch")},
      {QStringLiteral("es"), QStringLiteral("Español")},
      {QStringLiteral("fr"), QStringLiteral("Français")},
      {QStringLiteral("ja"), QStringLiteral("日本語")},
      {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
  return languages;
}

void ApplyLanguage(const QString& code) {
  const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
  QLocale::setDefault(locale);
  if (Installed()) {
    QCoreApplication::removeTranslator(&Installed()->of_qt);
    QCoreApplication::removeTranslator(&Installed()->own);
  }
  Installed() = std::make_unique<Translators>();
  if (Installed()->of_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                              QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
    QCoreApplication::installTranslator(&Installed()->of_qt);
  }
  if (Installed()->own.load(locale, QStringLiteral("heser"), QStringLiteral("_"),
                            QStringLiteral(":/translations"))) {
    QCoreApplication::installTranslator(&Installed()->own);
  }
}

}  // namespace heser
