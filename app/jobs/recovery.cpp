#include "app/jobs/recovery.h"

#include <QDir>
#include <QFile>
#include <QUuid>
#include <algorithm>

namespace heser {
namespace {

const QString kSuffix = QStringLiteral(".heser");
/// Of what a run left that was told to end.
const QString kToldSuffix = QStringLiteral(".told.heser");

QString LockOf(const QString& path) { return path + QStringLiteral(".lock"); }

QString NewPath(const QString& folder) {
  QDir().mkpath(folder);
  return QDir(folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + kSuffix);
}

/// A lock of a process that is gone can be taken, of one that lives it cannot, however old.
bool IsHeld(const QString& path) {
  QLockFile lock(LockOf(path));
  lock.setStaleLockTime(0);
  return !lock.tryLock(0);
}

}  // namespace

RecoverySlot::RecoverySlot(const QString& folder) : path_(NewPath(folder)), lock_(LockOf(path_)) {
  lock_.setStaleLockTime(0);
  lock_.tryLock(0);
}

bool RecoverySlot::Adopt(const RecoveryFile& file) {
  return !IsHeld(file.path) && QFile::rename(file.path, path_);
}

void RecoverySlot::Leave() const {
  QFile::rename(path_, path_.chopped(kSuffix.size()) + kToldSuffix);
}

std::vector<RecoveryFile> FindRecoveryFiles(const QString& folder) {
  std::vector<RecoveryFile> files;
  const QFileInfoList entries =
      QDir(folder).entryInfoList({QStringLiteral("*") + kSuffix}, QDir::Files, QDir::Time);
  for (const QFileInfo& entry : entries) {
    if (!IsHeld(entry.absoluteFilePath())) {
      files.push_back(
          {entry.absoluteFilePath(), entry.lastModified(), entry.fileName().endsWith(kToldSuffix)});
    }
  }
  return files;
}

void RemoveRecoveryFile(const RecoveryFile& file) { QFile::remove(file.path); }

}  // namespace heser
