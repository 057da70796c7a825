#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>
#include <cmath>
#include <string>

/// What the sources of app/messages.h share.
namespace heser {

/// The context of their texts in translation files.
struct Messages {
  Q_DECLARE_TR_FUNCTIONS(Messages)
};

/// Of a photo: less of it that is transparent is no reason for anything.
inline constexpr double kNotableShare = 0.05;

inline QString Number(double value, int decimals = 0) {
  return QLocale().toString(value, 'f', decimals);
}

inline QString Percent(double share) { return QLocale().toString(std::lround(share * 100)); }

/// A technical reason for a sentence: what is known of it translated, made printable and short.
QString Detail(const std::string& bytes);

/// " (detail)" before the full stop, or nothing.
QString InBrackets(const std::string& detail);

}  // namespace heser
