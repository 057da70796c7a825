#include "app/batch/output_names.h"

#include <QDir>
#include <QFileInfo>

namespace heser {
namespace {

constexpr int kNumberDigits = 3;

/// Separators of every system: files are carried from one to the other.
const QString kNotInNames = QStringLiteral("/\\:*?\"<>|");

}  // namespace

bool IsUsablePattern(const QString& pattern) {
  const QString name = pattern.trimmed();
  for (const QChar letter : name) {
    if (kNotInNames.contains(letter) || !letter.isPrint()) return false;
  }
  return !name.isEmpty() && !name.startsWith(QLatin1Char('.'));
}

QString ComparablePath(const QString& path) {
  return QDir::cleanPath(QFileInfo(path).absoluteFilePath()).toCaseFolded();
}

QString OutputPath(const NumberedTarget& target, const QString& folder, const QString& pattern,
                   PhotoFormat format, const QSet<QString>& taken) {
  // The target's own name comes last: it may hold the other word.
  QString name = pattern.trimmed();
  name.replace(QLatin1String(kNumberWord),
               QStringLiteral("%1").arg(target.number, kNumberDigits, 10, QLatin1Char('0')));
  name.replace(QLatin1String(kNameWord), QFileInfo(target.path).completeBaseName());
  const QString extension = QStringLiteral(".") + QLatin1String(ExtensionOf(format));
  QString path = QDir(folder).filePath(name + extension);
  for (int copy = 2; taken.contains(ComparablePath(path)); ++copy) {
    path = QDir(folder).filePath(QStringLiteral("%1 %2%3").arg(name).arg(copy).arg(extension));
  }
  return path;
}

}  // namespace heser
