#pragma once

#include <QDateTime>
#include <QLockFile>
#include <QString>
#include <vector>

namespace heser {

/// Unsaved work that a run of the program left behind when it ended.
struct RecoveryFile {
  QString path;
  QDateTime when;         ///< It was last written.
  bool was_told = false;  ///< The run was told to end, as at a logout; otherwise it was killed.
};

/// This run's place in the recovery folder: a file name of its own, held by a lock that dies with
/// the process, so that other runs can tell work in progress from work left behind.
class RecoverySlot {
 public:
  /// Makes the folder if it is missing.
  explicit RecoverySlot(const QString& folder);

  QString path() const { return path_; }

  /// Takes over a file that was left behind. False if another run was faster.
  bool Adopt(const RecoveryFile& file);

  /// This run was told to end: what it left in its place, if anything, says so. The last call.
  void Leave() const;

 private:
  QString path_;
  QLockFile lock_;
};

/// What runs that ended left in a folder, the latest first.
std::vector<RecoveryFile> FindRecoveryFiles(const QString& folder);

/// For what the user does not want back.
void RemoveRecoveryFile(const RecoveryFile& file);

}  // namespace heser
