#include "ui/notices.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

#include "app/document/setting_access.h"
#include "app/preferences/recent_projects.h"
#include "app/project/project_file.h"
#include "tests/ui/window_fixture.h"
#include "ui/canvas_view.h"
#include "ui/run_box.h"

namespace heser {

using test::MakePhoto;
using Matter = SessionMessage::Matter;

/// What the window says above its picture, and how long that stays.
class NoticesTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture : test::WindowFixture {
    QString Told(Matter matter) { return notices()->TextOf(matter); }
    Notices* notices() { return window.findChild<Notices*>(); }
    void Answer(const QString& answer) {
      for (auto* button : notices()->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text() == answer) {
          button->click();
          return;
        }
      }
      QTest::qFail("no such answer", __FILE__, __LINE__);
    }
    /// As after another language was chosen.
    void BuildAnew() {
      const QPointer<CanvasView> before = window.findChild<CanvasView*>();
      QEvent language(QEvent::LanguageChange);
      QApplication::sendEvent(&window, &language);
      QTRY_VERIFY(before == nullptr);
      QTRY_VERIFY(notices()->isVisible());
    }
  };

  /// A place in the folder of what killed runs left behind.
  static QString RecoveryFile(const QString& name) {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                      "/recovery");
    folder.mkpath(".");
    return folder.filePath(name);
  }

  static DocumentState SomeState(const QString& target) {
    DocumentState state;
    state.sources = {{1, MakePhoto("head"), {}, true, {}}};
    state.target.photo = MakePhoto(target);
    return state;
  }

  /// A project of which the painting on its target, "beach", cannot be read any more.
  static void WriteDamagedProject(const QString& path) {
    DocumentState state = SomeState("beach");
    TileMap labels;
    labels.Writable({0, 0}).fill(3);
    state.target.labels = std::make_shared<const TileMap>(labels);
    WriteProject(state, {}, path.toStdString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    file.close();
    // A byte of the first entry of this name, behind its header.
    const QByteArray name = "edits/target-labels.tiles";
    const qsizetype place = bytes.indexOf(name) + name.size() + 4;
    bytes[place] = static_cast<char>(~bytes[place]);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("NoticesTest");
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
  }
  void init() { QDir(RecoveryFile(".")).removeRecursively(); }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void AFailureIsToldInTheMessageBar() {
    Fixture f;
    f.control->fail = [] { throw Error(ErrorKind::kNoFace, "beach.jpg"); };
    f.LoadPhotos();
    f.Action("Swap")->trigger();
    const auto told = [&] { return f.window.findChild<Notices*>()->TextOf(Matter::kSwap); };
    QTRY_VERIFY(!told().isEmpty());
    QVERIFY2(told().contains("beach.jpg"), qPrintable(told()));
  }

  void WhatIsSaidOfAFailureGoesWithItsCause() {
    Fixture f;
    f.control->fails = true;
    f.LoadPhotos();
    const auto told = [&] { return f.window.findChild<Notices*>()->TextOf(Matter::kSwap); };
    const auto foot_says = [&](const QString& text) {
      const auto labels = f.window.findChild<RunBox*>()->findChildren<QLabel*>();
      return std::ranges::any_of(labels,
                                 [&](const QLabel* label) { return label->text().contains(text); });
    };
    QTRY_VERIFY(told().contains("No face was found in a"));
    QVERIFY(foot_says("The swap failed. No face was found in a"));
    // Nothing runs that could take it away.
    f.runner()->SetFollowsChanges(false);
    f.document()->SetSourceEnabled(f.document()->sources()[0].id, false);
    QVERIFY2(told().isEmpty(), qPrintable(told()));
    QVERIFY(!foot_says("failed"));
    f.control->fails = false;
    f.runner()->Start();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    f.control->fails = true;
    f.document()->SetSetting("aligner.expression", 0.3, 0);
    f.runner()->Start();
    QTRY_VERIFY(!told().isEmpty());
    f.document()->undo_stack()->undo();
    QVERIFY(f.runner()->IsOutcomeCurrent());
    QVERIFY2(told().isEmpty(), qPrintable(told()));
  }

  void WhatAProjectLostStaysBesideAnOfferOfLostWorkAndAfterTheSwap() {
    const QTemporaryDir folder;
    WriteProject(SomeState("lost"), {}, RecoveryFile("lost.heser").toStdString());
    WriteDamagedProject(folder.filePath("hit.heser"));
    Fixture f;
    f.window.session()->OpenFiles({folder.filePath("hit.heser")});
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    QTRY_VERIFY2(f.Told(Matter::kProject).contains("hit.heser"),
                 qPrintable(f.Told(Matter::kProject)));
    QVERIFY(f.Told(Matter::kProject).contains("beach"));
    QVERIFY(!f.Told(Matter::kRecovery).isEmpty());
    f.BuildAnew();
    QVERIFY(!f.Told(Matter::kProject).isEmpty() && !f.Told(Matter::kRecovery).isEmpty());
    // Of a project that lost nothing there is nothing to say.
    WriteProject(SomeState("whole"), {}, folder.filePath("whole.heser").toStdString());
    f.window.session()->OpenFiles({folder.filePath("whole.heser")});
    QTRY_COMPARE(f.Told(Matter::kProject), QString());
  }

  void ADamagedCopyOfUnsavedWorkIsCalledByWhatItIs() {
    WriteDamagedProject(RecoveryFile("lost.heser"));
    Fixture f;
    f.Answer("Restore");
    QTRY_VERIFY2(f.Told(Matter::kProject).startsWith("The unsaved work "),
                 qPrintable(f.Told(Matter::kProject)));
    f.window.session()->project_desk()->ForgetRecovery();
  }

  void AMessageTakesThePlaceOfWhatWasSaidBeforeOfTheSameMatterOnly() {
    Fixture f;
    SwapSession* session = f.window.session();
    emit session->MessageRaised({SessionMessage::Kind::kError, "no file", Matter::kFiles});
    emit session->MessageRaised({SessionMessage::Kind::kError, "no swap", Matter::kSwap});
    f.notices()->SetTogether(std::chrono::milliseconds(0));  // The next one comes later.
    emit session->MessageRaised({SessionMessage::Kind::kWarning, "no photo", Matter::kFiles});
    QCOMPARE(f.Told(Matter::kFiles), QString("no photo"));
    QCOMPARE(f.Told(Matter::kSwap), QString("no swap"));
    // A swap that is done has no say on files.
    f.LoadPhotos();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    QTRY_COMPARE(f.Told(Matter::kSwap), QString());
    QCOMPARE(f.Told(Matter::kFiles), QString("no photo"));
  }

  void MessagesThatComeTogetherAreShownTogether() {
    using Kind = SessionMessage::Kind;
    Fixture f;
    SwapSession* session = f.window.session();
    const auto say = [&](Kind kind, const char* text) {
      emit session->MessageRaised({kind, text, Matter::kFiles});
    };
    const auto bar = [&] {
      for (auto* shown : f.notices()->findChildren<MessageBar*>()) {
        if (shown->text() == f.Told(Matter::kFiles)) return shown;
      }
      return static_cast<MessageBar*>(nullptr);
    };
    say(Kind::kHint, "soon");
    say(Kind::kDone, "saved");  // Which is what was announced.
    QCOMPARE(f.Told(Matter::kFiles), QString("saved"));
    say(Kind::kError, "no photo");
    say(Kind::kHint, "no face");
    say(Kind::kError, "no photo");  // Again.
    QCOMPARE(f.Told(Matter::kFiles), QString("saved\nno face\nno photo"));
    QCOMPARE(bar()->kind(), Kind::kError);
    f.notices()->DismissError(Matter::kFiles);
    QCOMPARE(f.Told(Matter::kFiles), QString("saved\nno face"));
    QCOMPARE(bar()->kind(), Kind::kHint);
    f.notices()->Dismiss(Matter::kFiles);
    say(Kind::kWarning, "no space");
    QCOMPARE(f.Told(Matter::kFiles), QString("no space"));
    // Later, as where it takes long to read a photo.
    f.notices()->SetTogether(std::chrono::milliseconds(0));
    say(Kind::kHint, "no face");
    QCOMPARE(f.Told(Matter::kFiles), QString("no space\nno face"));
    say(Kind::kHint, "no edge");
    QCOMPARE(f.Told(Matter::kFiles), QString("no space\nno edge"));
    say(Kind::kDone, "saved");
    QCOMPARE(f.Told(Matter::kFiles), QString("saved"));
  }

  void ASavedProjectEndsTheErrorsBefore() {
    Fixture f;
    emit f.window.session()->MessageRaised(
        {SessionMessage::Kind::kError, "p.heser cannot be written", Matter::kFiles});
    emit f.window.session()->project_desk()->Saved("/else/p.heser");
    QCOMPARE(f.Told(Matter::kFiles), QString("Saved p.heser."));
  }

  void OnlyWhatWasDoneGoesByItself() {
    using Kind = SessionMessage::Kind;
    Fixture f;
    const auto goes = [&](Kind kind) {
      f.notices()->Dismiss(Matter::kFiles);
      emit f.window.session()->MessageRaised({kind, "said", Matter::kFiles});
      const auto timers = f.notices()->findChildren<QTimer*>();
      return std::ranges::any_of(timers, &QTimer::isActive);
    };
    QVERIFY(goes(Kind::kDone));
    for (const Kind kind : {Kind::kHint, Kind::kWarning, Kind::kError}) QVERIFY(!goes(kind));
  }

  void WhatIsMissingOfASourceIsSaidOfTheResult() {
    Fixture f;
    f.control->warnings = {{SwapWarning::Kind::kSourceTransparent, 1, 0.4},
                           {SwapWarning::Kind::kSourceTwice, 1, 1},
                           {SwapWarning::Kind::kSourceBlurred, 1, 3}};
    f.LoadPhotos();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    const QString told = f.Told(Matter::kSwap);
    QVERIFY2(told.contains("40 % of the head in b is transparent") &&
                 told.contains("b shows the very same head as a"),
             qPrintable(told));
    // That stands beside the source.
    QVERIFY2(!told.contains("blurred"), qPrintable(told));
    const QString beside = f.window.session()->RemarksOn(f.document()->sources()[1].id);
    QVERIFY2(beside.contains("b shows the very same head as a"), qPrintable(beside));
  }

  void WhatIsSaidNeitherMovesThePictureNorHidesIt() {
    Fixture f;
    f.document()->SetPhotos({MakePhoto("a")}, MakePhoto("t", Qt::red, {300, 4000}));
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    auto* canvas = f.window.findChild<CanvasView*>();
    f.notices()->Dismiss(Matter::kSwap);
    QTRY_COMPARE(f.notices()->height(), 0);
    canvas->Fit();
    const QImage before = canvas->grab().toImage();
    const auto say = [&](const QString& text) {
      emit f.window.session()->MessageRaised({SessionMessage::Kind::kError, text, Matter::kFiles});
    };
    say("no");
    QTRY_VERIFY(f.notices()->height() > 0);
    QVERIFY(canvas->grab().toImage() == before);
    // A line covers nothing of it.
    const int covered = f.notices()->height();
    const QRect middle_column(before.width() / 2, 0, 1, before.height());
    const QImage column = before.copy(middle_column);
    int top = 0;
    while (top < column.height() && column.pixelColor(0, top) != QColor(Qt::red)) ++top;
    QVERIFY2(top > covered && top < covered + 30,
             qPrintable(QString("%1 %2").arg(top).arg(covered)));
    // What is longer does, until the picture is fitted anew.
    say(QString("no ").repeated(200));
    QTRY_VERIFY(f.notices()->height() > top);
    QVERIFY(canvas->grab().toImage() == before);
    const double zoom = canvas->zoom();
    canvas->Fit();
    QVERIFY(canvas->zoom() < zoom);
    const QImage fitted = canvas->grab().toImage();
    f.notices()->Dismiss(Matter::kFiles);
    QTRY_COMPARE(f.notices()->height(), 0);
    QVERIFY(canvas->grab().toImage() == fitted);
    canvas->Fit();
    QCOMPARE(canvas->zoom(), zoom);
  }

  void EveryPhotoThatIsRefusedIsTold() {
    const QTemporaryDir folder;
    QFile text(folder.filePath("text.jpg"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no photo");
    text.close();
    QImage image(96, 64, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QStringList photos;
    for (const char* name : {"cut.png", "good.png", "also.png"}) {
      photos << folder.filePath(name);
      QVERIFY(image.save(photos.back()));
    }
    Fixture f;
    f.control->cut_photo = photos.front().toStdString();
    f.window.session()->AddSources(photos + QStringList{text.fileName()}, 0);
    const auto told = [&] { return f.Told(Matter::kFiles); };
    QTRY_VERIFY2(told().contains("cut.png was switched off"), qPrintable(told()));
    QVERIFY2(told().contains("text.jpg cannot be read"), qPrintable(told()));
  }

  void WhatFailedBeforeGoesWithTheNextProject() {
    const QTemporaryDir folder;
    WriteProject(SomeState("whole"), {}, folder.filePath("whole.heser").toStdString());
    Fixture f;
    SwapSession* session = f.window.session();
    session->OpenFiles({folder.filePath("none.heser")});
    QTRY_VERIFY(f.Told(Matter::kFiles).contains("none.heser"));
    emit session->MessageRaised({SessionMessage::Kind::kWarning, "old result", Matter::kSwap});
    emit session->MessageRaised({SessionMessage::Kind::kHint, "no edge", Matter::kPainting});
    session->OpenFiles({folder.filePath("whole.heser")});
    QTRY_COMPARE(f.document()->sources().size(), std::size_t(1));
    QTRY_COMPARE(f.Told(Matter::kFiles), QString());
    QCOMPARE(f.Told(Matter::kSwap), QString());
    QCOMPARE(f.Told(Matter::kPainting), QString());
    // What was said of this opening stays.
    session->OpenFiles({folder.filePath("whole.heser"), "beside.jpg"});
    QSignalSpy opened(session->project_desk(), &ProjectDesk::Opened);
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(f.Told(Matter::kFiles).contains("whole.heser"));

    f.notices()->SetTogether(std::chrono::milliseconds(0));
    emit session->MessageRaised({SessionMessage::Kind::kError, "no file", Matter::kFiles});
    f.Action("New")->trigger();
    QCOMPARE(f.Told(Matter::kFiles), QString());
  }

  void OpeningTheSameProjectAgainOffersToGiveTheChangesUp() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("same.heser");
    WriteProject(SomeState("same"), {}, path.toStdString());
    RememberRecentProject(path);
    Fixture f;
    QSignalSpy opened(f.window.session()->project_desk(), &ProjectDesk::Opened);
    f.window.session()->OpenFiles({path});
    QTRY_COMPARE(opened.count(), 1);
    const double saved = f.document()->settings().aligner.expression;
    f.document()->SetSetting("aligner.expression", 0.125, 0);
    const auto open_again = [&] {
      auto* recent = f.Action("Open Recent")->menu();
      emit recent->aboutToShow();
      recent->actions().front()->trigger();
      return f.window.findChild<QMessageBox*>();
    };
    QMessageBox* box = open_again();
    QVERIFY(box != nullptr);
    QVERIFY(box->button(QMessageBox::Save) == nullptr);
    QVERIFY(box->defaultButton() == box->button(QMessageBox::Cancel));
    box->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(f.window.findChild<QMessageBox*>() == nullptr);
    QCOMPARE(f.document()->settings().aligner.expression, 0.125);
    open_again()->button(QMessageBox::Discard)->click();
    QTRY_COMPARE(opened.count(), 2);
    QCOMPARE(f.document()->settings().aligner.expression, saved);
    QVERIFY(!f.window.session()->project_desk()->IsModified());
  }

  void WorkIsOfferedFromTheFolderThatTheWindowWasGiven() {
    const QString kept = RecoveryFile("persons.heser");
    WriteProject({}, {}, kept.toStdString());
    const QTemporaryDir own;
    MainWindow window(test::FakeEngineFactory(std::make_shared<test::EngineControl>()), {},
                      own.path());
    QCOMPARE(window.findChild<Notices*>()->TextOf(Matter::kRecovery), QString());
    QFile::remove(kept);
  }

  void AnotherLanguageClosesNoMessageAndSaysNoneTwice() {
    Fixture f;
    SwapSession* session = f.window.session();
    emit session->MessageRaised({SessionMessage::Kind::kError, "no file", Matter::kFiles});
    f.BuildAnew();
    QCOMPARE(f.Told(Matter::kFiles), QString("no file"));
    emit session->MessageRaised({SessionMessage::Kind::kError, "no swap", Matter::kSwap});
    QCOMPARE(f.Told(Matter::kSwap), QString("no swap"));
  }

  void AnOfferOfLostWorkStaysUntilItIsAnswered() {
    DocumentState lost;
    lost.sources = {{1, MakePhoto("lost"), {}, true, {}}};
    SetSettingValue(lost.settings, "aligner.expression", 0.125);
    const QString kept = RecoveryFile("lost.heser");
    WriteProject(lost, {}, kept.toStdString());
    Fixture f;
    const auto offers = [&] { return !f.Told(Matter::kRecovery).isEmpty(); };
    QVERIFY(offers());
    f.LoadPhotos();
    QTRY_VERIFY(f.runner()->IsOutcomeCurrent());
    emit f.window.session()->MessageRaised({SessionMessage::Kind::kError, "something else"});
    QVERIFY(offers());
    f.BuildAnew();
    QVERIFY(offers());

    // What is open is not given up for it without a question.
    f.Answer("Restore");
    QVERIFY(offers());
    auto* box = f.window.findChild<QMessageBox*>();
    QVERIFY(box != nullptr);
    box->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(f.window.findChild<QMessageBox*>() == nullptr);
    QVERIFY(offers());
    QCOMPARE(f.document()->sources().size(), std::size_t(2));
    f.Answer("Restore");
    f.window.findChild<QMessageBox*>()->button(QMessageBox::Discard)->click();
    QTRY_COMPARE(f.document()->sources().size(), std::size_t(1));
    QCOMPARE(f.document()->sources()[0].photo->name, QString("lost"));
    QCOMPARE(f.document()->settings().aligner.expression, 0.125);
    QVERIFY(!offers());
    QVERIFY(!QFile::exists(kept));
    f.window.session()->project_desk()->ForgetRecovery();
  }

  void AnOfferSaysTrulyHowTheProgramEnded() {
    WriteProject(SomeState("killed"), {}, RecoveryFile("lost.heser").toStdString());
    {
      Fixture f;
      QVERIFY2(f.Told(Matter::kRecovery).contains("ended unexpectedly"),
               qPrintable(f.Told(Matter::kRecovery)));
      f.Answer("Discard");
    }
    {
      Fixture f;
      f.LoadPhotos();
      QSignalSpy left(f.window.session()->project_desk(), &ProjectDesk::RecoveryLeft);
      f.window.session()->project_desk()->LeaveForRecovery();
      QTRY_COMPARE(left.count(), 1);
    }
    Fixture f;
    QVERIFY2(f.Told(Matter::kRecovery).contains("was told to end"),
             qPrintable(f.Told(Matter::kRecovery)));
    f.Answer("Discard");
    QVERIFY(f.Told(Matter::kRecovery).isEmpty());
  }

  void AnOfferThatIsClosedComesBackAtTheNextStart() {
    const QString kept = RecoveryFile("later.heser");
    WriteProject({}, {}, kept.toStdString());
    for (int start = 0; start < 2; ++start) {
      Fixture f;
      QVERIFY(!f.Told(Matter::kRecovery).isEmpty());
      f.notices()->findChild<QToolButton*>()->click();
      QVERIFY(f.Told(Matter::kRecovery).isEmpty());
      QVERIFY(QFile::exists(kept));
    }
    QFile::remove(kept);
  }
};

}  // namespace heser

QTEST_MAIN(heser::NoticesTest)
#include "notices_test.moc"
