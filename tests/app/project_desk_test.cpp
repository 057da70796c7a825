#include "app/jobs/project_desk.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/document/setting_access.h"
#include "tests/app/fake_engine.h"

namespace heser {

using test::MakePhoto;

/// Opening, saving and recovery as a window sees them.
class ProjectDeskTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture {
    SwapDocument document;
    ProjectDesk desk{&document, [] {
                       return ProjectDesk::Pictures{QImage(16, 16, QImage::Format_RGB32), {}};
                     }};

    Fixture() { document.SetPhotos({MakePhoto("a")}, MakePhoto("t")); }
  };

  /// Waits for the copy that unsaved work of a document is kept in.
  static void WaitForAutosave(ProjectDesk& desk) {
    QSignalSpy saved(&desk, &ProjectDesk::RecoverySaved);
    QTRY_VERIFY_WITH_TIMEOUT(saved.count() > 0, 12 * ProjectDesk::kAutosaveIdleMs);
  }

  /// As a program that ended before it saved leaves it: an expression of 0.125.
  static void LeaveUnsavedWork(const QString& folder) {
    Fixture f;
    f.desk.KeepRecoveryIn(folder);
    f.document.SetSetting("aligner.expression", 0.125, 0);
    WaitForAutosave(f.desk);
  }

  static int FilesIn(const QString& folder) {
    return static_cast<int>(QDir(folder).entryList({"*.heser"}, QDir::Files).size());
  }

 private slots:
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void ASavedProjectIsOpenedAsItWas() {
    QTemporaryDir folder;
    const QString path = folder.filePath("p.heser");
    {
      Fixture f;
      f.document.SetSetting("aligner.expression", 0.25, 0);
      QVERIFY(f.desk.IsModified());
      QSignalSpy saved(&f.desk, &ProjectDesk::Saved);
      f.desk.Save(path);
      QTRY_COMPARE(saved.count(), 1);
      QVERIFY(!f.desk.IsModified());
      QCOMPARE(f.desk.path(), path);
    }
    SwapDocument document;
    ProjectDesk desk(&document, [] { return ProjectDesk::Pictures(); });
    QSignalSpy opened(&desk, &ProjectDesk::Opened);
    desk.Open(path);
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(document.target()->photo->name, QString("t"));
    QCOMPARE(SettingValue(document.settings(), "aligner.expression"), 0.25);
    QVERIFY(!desk.IsModified());
    QVERIFY(!document.undo_stack()->canUndo());
  }

  void AFileThatIsGoneOrAnothersCountsAsModified() {
    QTemporaryDir folder;
    const QString path = folder.filePath("p.heser");
    Fixture f;
    QSignalSpy saved(&f.desk, &ProjectDesk::Saved);
    f.desk.Save(path);
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(!f.desk.IsModified());
    QVERIFY(QFile::remove(path));
    QVERIFY(f.desk.IsModified());
    f.desk.Save(path);
    QTRY_COMPARE(saved.count(), 2);
    QVERIFY(!f.desk.IsModified() && !f.desk.IsFileOther());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("somebody else's");
    file.close();
    QVERIFY(f.desk.IsModified() && f.desk.IsFileOther());
  }

  void WhatChangesWhileItIsWrittenCountsAsModified() {
    QTemporaryDir folder;
    Fixture f;
    QSignalSpy saved(&f.desk, &ProjectDesk::Saved);
    f.desk.Save(folder.filePath("p.heser"));
    f.document.SetSetting("aligner.expression", 0.75, 0);
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(f.desk.IsModified());
    f.document.undo_stack()->undo();
    QVERIFY(!f.desk.IsModified());
  }

  void AFailedSaveIsToldAndLeavesTheDocumentModified() {
    Fixture f;
    QSignalSpy failed(&f.desk, &ProjectDesk::Failed);
    f.desk.Save("/no/such/folder/p.heser");
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(f.desk.IsModified());
  }

  void AfterAFailedSaveTheProjectsFileIsTheOneBefore() {
    QTemporaryDir folder;
    const QString path = folder.filePath("p.heser");
    Fixture f;
    QSignalSpy failed(&f.desk, &ProjectDesk::Failed);
    f.desk.Save("/no/such/folder/p.heser");
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(f.desk.path().isEmpty());
    QSignalSpy saved(&f.desk, &ProjectDesk::Saved);
    f.desk.Save(path);
    QTRY_COMPARE(saved.count(), 1);
    f.desk.Save("/no/such/folder/q.heser");
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(f.desk.path(), path);
    QVERIFY(!f.desk.IsFileOther());
  }

  void ASaveDoesNotNameTheDocumentThatCameAfterIt() {
    QTemporaryDir folder;
    Fixture f;
    QSignalSpy saved(&f.desk, &ProjectDesk::Saved);
    f.desk.Save(folder.filePath("p.heser"));
    f.desk.StartAnew();
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(f.desk.path().isEmpty());
  }

  void WhatWasReadInPartComesBackWithoutItsFile() {
    QTemporaryDir folder;
    const QString path = folder.filePath("p.heser");
    Fixture f;
    WriteProject(f.document.state(), {}, path.toStdString());
    QFile file(path);
    QVERIFY(file.resize(file.size() - 60));
    QSignalSpy opened(&f.desk, &ProjectDesk::Opened);
    f.desk.KeepRecoveryIn(folder.filePath("kept"));
    f.desk.Open(path);
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(f.desk.IsReadInPart());
    f.document.SetSetting("aligner.expression", 0.125, 0);
    QSignalSpy left(&f.desk, &ProjectDesk::RecoveryLeft);
    f.desk.LeaveForRecovery();
    QTRY_COMPARE(left.count(), 1);
    const QDir kept(folder.filePath("kept"));
    const QStringList copies = kept.entryList({"*.heser"}, QDir::Files);
    QCOMPARE(copies.size(), 1);
    QVERIFY(ReadProject(kept.filePath(copies[0]).toStdString()).recovered_path.isEmpty());
    f.desk.StartAnew();
    QVERIFY(!f.desk.IsReadInPart());
  }

  void AProjectThatCannotBeReadLeavesTheDocumentAlone() {
    Fixture f;
    QSignalSpy failed(&f.desk, &ProjectDesk::Failed);
    f.desk.Open("/no/such/p.heser");
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(f.document.target()->photo->name, QString("t"));
  }

  void UnsavedWorkIsKeptAndComesBackAfterAKill() {
    QTemporaryDir folder;
    QString kept;
    {
      Fixture f;
      f.desk.KeepRecoveryIn(folder.path());
      f.document.SetSetting("aligner.expression", 0.125, 0);
      WaitForAutosave(f.desk);
      // The run is still alive: nobody else is offered its work.
      QVERIFY(FindRecoveryFiles(folder.path()).empty());
      QCOMPARE(FilesIn(folder.path()), 1);
    }
    // Without the good order of a closed window the file stays, as after a kill.
    const std::vector<RecoveryFile> found = FindRecoveryFiles(folder.path());
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(!found[0].was_told);

    SwapDocument document;
    ProjectDesk desk(&document, [] { return ProjectDesk::Pictures(); });
    desk.KeepRecoveryIn(folder.path());
    QSignalSpy opened(&desk, &ProjectDesk::Opened);
    desk.Recover(found.front());
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(SettingValue(document.settings(), "aligner.expression"), 0.125);
    QVERIFY(desk.IsModified());
    QVERIFY(desk.path().isEmpty());
    QVERIFY(FindRecoveryFiles(folder.path()).empty());
    desk.ForgetRecovery();
    QTRY_COMPARE(FilesIn(folder.path()), 0);
  }

  void WhoIsToldToEndLeavesALastCopyAtOnce() {
    QTemporaryDir folder;
    {
      Fixture f;
      f.desk.KeepRecoveryIn(folder.path());
      f.document.SetSetting("aligner.expression", 0.125, 0);
      QSignalSpy left(&f.desk, &ProjectDesk::RecoveryLeft);
      f.desk.LeaveForRecovery();
      QTRY_COMPARE(left.count(), 1);
      QVERIFY(!f.desk.IsBusy());
    }
    const std::vector<RecoveryFile> found = FindRecoveryFiles(folder.path());
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(found[0].was_told);
    const OpenedProject kept = ReadProject(found.front().path.toStdString());
    QCOMPARE(SettingValue(kept.state.settings, "aligner.expression"), 0.125);
    // Taken back and killed after that, it is as any other.
    {
      Fixture f;
      f.desk.KeepRecoveryIn(folder.path());
      QSignalSpy opened(&f.desk, &ProjectDesk::Opened);
      f.desk.Recover(found[0]);
      QTRY_COMPARE(opened.count(), 1);
    }
    const std::vector<RecoveryFile> again = FindRecoveryFiles(folder.path());
    QCOMPARE(again.size(), std::size_t(1));
    QVERIFY(!again[0].was_told);
  }

  void WhoIsToldToEndWithNothingUnsavedLeavesNothing() {
    QTemporaryDir folder;
    SwapDocument document;
    ProjectDesk desk(&document, [] { return ProjectDesk::Pictures(); });
    QSignalSpy left(&desk, &ProjectDesk::RecoveryLeft);
    desk.LeaveForRecovery();
    QCOMPARE(left.count(), 1);
    desk.KeepRecoveryIn(folder.path());
    desk.LeaveForRecovery();
    QCOMPARE(left.count(), 2);
    QCOMPARE(FilesIn(folder.path()), 0);
  }

  void WhereNoLastCopyCanBeWrittenTheEndIsNotHeldUp() {
    QTemporaryDir folder;
    Fixture f;
    f.desk.KeepRecoveryIn(folder.path());
    // A folder in the copy's place.
    const QStringList locks = QDir(folder.path()).entryList({"*.heser.lock"}, QDir::Files);
    QCOMPARE(locks.size(), 1);
    QVERIFY(QDir(folder.path()).mkpath(locks.front().chopped(5) + "/inside"));
    QSignalSpy left(&f.desk, &ProjectDesk::RecoveryLeft);
    QSignalSpy failed(&f.desk, &ProjectDesk::Failed);
    QSignalSpy unkept(&f.desk, &ProjectDesk::RecoveryFailed);
    f.desk.LeaveForRecovery();
    QTRY_COMPARE(left.count(), 1);
    // That is said once, and not of a file that nobody named.
    f.desk.LeaveForRecovery();
    QTRY_COMPARE(left.count(), 2);
    QCOMPARE(unkept.count(), 1);
    QVERIFY(failed.isEmpty());
  }

  void NothingIsUnsavedAfterRestoredWorkWasGivenUp() {
    QTemporaryDir folder;
    LeaveUnsavedWork(folder.path());
    Fixture f;
    f.desk.KeepRecoveryIn(folder.path());
    QSignalSpy opened(&f.desk, &ProjectDesk::Opened);
    f.desk.Recover(FindRecoveryFiles(folder.path()).front());
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(f.desk.IsModified());
    f.desk.StartAnew();
    QVERIFY(!f.desk.IsModified());
  }

  void WhatWasLeftBehindComesBackAfterNewWorkWasKeptToo() {
    QTemporaryDir folder;
    LeaveUnsavedWork(folder.path());
    Fixture f;
    f.desk.KeepRecoveryIn(folder.path());
    const std::vector<RecoveryFile> found = FindRecoveryFiles(folder.path());
    f.document.SetSetting("aligner.expression", 0.875, 0);
    WaitForAutosave(f.desk);
    QCOMPARE(FilesIn(folder.path()), 2);
    QSignalSpy opened(&f.desk, &ProjectDesk::Opened);
    f.desk.Recover(found.front());
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(SettingValue(f.document.settings(), "aligner.expression"), 0.125);
    // The new work was given up for it; what came back is kept.
    QTRY_COMPARE(FilesIn(folder.path()), 1);
    f.desk.ForgetRecovery();
    QTRY_COMPARE(FilesIn(folder.path()), 0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::ProjectDeskTest)
#include "project_desk_test.moc"
