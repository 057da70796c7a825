#include "app/batch/output_names.h"

#include <QDir>
#include <QFileInfo>

namespace heser {
namespace {

constexpr int kNumberDigits = 3;

/// Separators of every system: files are carried from one to the other.
const QString kNotInNames = QStringLiteral("/\\:*?\"<>|");

}  // namespace

PatternFault FaultOf(const QString& pattern) {
  const QString name = pattern.trimmed();
  if (name.isEmpty()) return PatternFault::kEmpty;
  for (const QChar letter : name) {
    if (kNotInNames.contains(letter) || !letter.isPrint()) return PatternFault::kWrongLetter;
  }
  const bool has_dot = name.startsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char('.'));
  return has_dot ? PatternFault::kDot : PatternFault::kNone;
}

QString ComparablePath(const QString& path) {
  return QDir::cleanPath(QFileInfo(path).absoluteFilePath()).toCaseFolded();
}

OutputName OutputNameFor(const NumberedTarget& target, const QString& folder,
                         const QString& pattern, PhotoFormat format, const QSet<QString>& taken,
                         const std::function<bool(const QString&)>& is_there) {
  // The target's own name comes last: it may hold the other word.
  QString name = pattern.trimmed();
  name.replace(QLatin1String(kNumberWord),
               QStringLiteral("%1").arg(target.number, kNumberDigits, 10, QLatin1Char('0')));
  name.replace(QLatin1String(kNameWord), QFileInfo(target.path).completeBaseName());
  const QString extension = QStringLiteral(".") + QLatin1String(ExtensionOf(format));
  OutputName output{QDir(folder).filePath(name + extension)};
  for (int copy = 2;
       taken.contains(ComparablePath(output.path)) || (output.is_invented && is_there(output.path));
       ++copy) {
    output = {QDir(folder).filePath(QStringLiteral("%1 %2").arg(name).arg(copy) + extension), true};
  }
  return output;
}

}  // namespace heser
