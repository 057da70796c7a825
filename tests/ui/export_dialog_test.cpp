#include "ui/export_dialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "engine/photo/photo_reader.h"
#include "tests/app/fake_engine.h"
#include "ui/warning_box.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;
using test::MakePhoto;

constexpr char kWaitText[] = "Wait for the new result and export that";

class ExportDialogTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture {
    std::shared_ptr<EngineControl> control = std::make_shared<EngineControl>();
    SwapSession session{FakeEngineFactory(control)};
    QTemporaryDir folder;
    std::unique_ptr<ExportDialog> dialog;

    Fixture() {
      QSettings().clear();
      session.document()->SetPhotos({MakePhoto("a")}, MakePhoto("t", Qt::gray, {320, 240}));
      session.runner()->Start();
      if (!QTest::qWaitFor([this] { return session.runner()->IsOutcomeCurrent(); }, 20000)) {
        QTest::qFail("the swap does not end", __FILE__, __LINE__);
      }
      Open();
    }
    ~Fixture() { control->holds = false; }
    /// What is exported does not show the last change, and nothing runs that would.
    void MakeStale() {
      session.runner()->SetFollowsChanges(false);
      session.document()->SetSetting("aligner.expression", 0.1, 0);
    }
    void Open() {
      dialog = std::make_unique<ExportDialog>(
          &session, [this](ExportDialog*, const ExportChoices& choices,
                           const std::function<void(const QString&)>& receiver) {
            receiver(folder.filePath("out.") + ExtensionOf(choices.format));
          });
      dialog->show();
    }
    template <typename Widget>
    Widget* Named(const QString& name) {
      for (auto* widget : dialog->findChildren<Widget*>()) {
        if (widget->accessibleName() == name) return widget;
      }
      return nullptr;
    }
    void ChooseFormat(PhotoFormat format) {
      auto* box = Named<QComboBox>("Format");
      box->setCurrentIndex(box->findData(static_cast<int>(format)));
    }
    QAbstractButton* Button(const QString& text) {
      for (auto* button : dialog->findChildren<QAbstractButton*>()) {
        if (button->text().remove('&') == text) return button;
      }
      return nullptr;
    }
  };

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("ExportDialogTest");
    QStandardPaths::setTestModeEnabled(true);
  }
  void cleanup() { QVERIFY(WorkerThread::WaitForLeftovers(std::chrono::seconds(20))); }

  void QualityIsOfferedWhereItSaysSomething() {
    Fixture f;
    f.ChooseFormat(PhotoFormat::kPng);
    QVERIFY(!f.Named<QSlider>("Quality")->isVisible());
    f.ChooseFormat(PhotoFormat::kJpeg);
    QVERIFY(f.Named<QSlider>("Quality")->isVisible());
    f.ChooseFormat(PhotoFormat::kWebp);
    QVERIFY(!f.Named<QSlider>("Quality")->isVisible());
    f.Button("Exact")->setChecked(false);
    QVERIFY(f.Named<QSlider>("Quality")->isVisible());
  }

  void JpegOffersEightBitsAlone() {
    Fixture f;
    f.ChooseFormat(PhotoFormat::kTiff);
    QCOMPARE(f.Named<QComboBox>("Bit depth")->count(), 3);
    f.ChooseFormat(PhotoFormat::kJpeg);
    QCOMPARE(f.Named<QComboBox>("Bit depth")->count(), 1);
    QVERIFY(!f.Named<QComboBox>("Bit depth")->isEnabled());
  }

  void AHeadAloneIsNotForJpeg() {
    Fixture f;
    f.ChooseFormat(PhotoFormat::kJpeg);
    f.Button("Head alone")->click();
    QCOMPARE(f.dialog->choices().format, PhotoFormat::kPng);
    f.ChooseFormat(PhotoFormat::kJpeg);
    QCOMPARE(f.dialog->choices().format, PhotoFormat::kPng);
  }

  void TransparencyThatTheFormatDropsIsToldBeforeAndAfter() {
    Fixture f;
    const auto warns = [&] {
      return std::ranges::any_of(f.dialog->findChildren<WarningBox*>(), [](WarningBox* box) {
        return box->isVisible() && box->accessibleName().contains("laid on white");
      });
    };
    QSignalSpy measured(f.session.export_desk(), &ExportDesk::Measured);
    f.ChooseFormat(PhotoFormat::kJpeg);
    QTRY_VERIFY(!measured.isEmpty());
    QVERIFY(!warns());  // Nothing of this picture is transparent.

    QImage clear(320, 240, QImage::Format_ARGB32);
    clear.fill(QColor(90, 90, 90, 100));
    f.dialog->close();
    f.session.document()->SetTarget(PhotoFromImage(clear, "clear"));
    QTRY_VERIFY(f.session.runner()->IsOutcomeCurrent());
    f.Open();
    f.ChooseFormat(PhotoFormat::kPng);
    f.ChooseFormat(PhotoFormat::kJpeg);
    QTRY_VERIFY(warns());
    f.ChooseFormat(PhotoFormat::kPng);
    QVERIFY(!warns());
    f.ChooseFormat(PhotoFormat::kJpeg);
    QSignalSpy raised(&f.session, &SwapSession::MessageRaised);
    f.Button("Export…")->click();
    QTRY_COMPARE(raised.count(), 1);
    const auto message = raised[0][0].value<SessionMessage>();
    QCOMPARE(message.kind, SessionMessage::Kind::kWarning);
    QVERIFY2(message.text.startsWith("Saved out.jpg") && message.text.contains("laid on white"),
             qPrintable(message.text));
  }

  void TheSizeIsThatOfTheFile() {
    Fixture f;
    f.ChooseFormat(PhotoFormat::kJpeg);
    QSignalSpy measured(f.session.export_desk(), &ExportDesk::Measured);
    QTRY_VERIFY(!measured.isEmpty());
    auto* label = f.Named<QLabel>("File size");
    QTRY_VERIFY(label->text() != QString("…"));
    QSignalSpy exported(f.session.export_desk(), &ExportDesk::Exported);
    f.Button("Export…")->click();
    QTRY_COMPARE(exported.count(), 1);
    QCOMPARE(measured.last().first().toLongLong(), QFileInfo(f.folder.filePath("out.jpg")).size());
  }

  void WhatWasChosenIsWrittenAndRemembered() {
    Fixture f;
    f.ChooseFormat(PhotoFormat::kTiff);
    auto* depth = f.Named<QComboBox>("Bit depth");
    depth->setCurrentIndex(depth->findData(static_cast<int>(StoredDepth::kSixteen)));
    f.Button("Settings in a file beside it")->setChecked(true);
    QSignalSpy exported(f.session.export_desk(), &ExportDesk::Exported);
    f.Button("Export…")->click();
    QTRY_COMPARE(exported.count(), 1);
    const Photo written = ReadPhoto(f.folder.filePath("out.tif").toStdString());
    QVERIFY(written.IsSixteenBit());
    QVERIFY(QFileInfo::exists(f.folder.filePath("out.settings.json")));
    const ExportChoices chosen = f.dialog->choices();
    f.Open();
    QVERIFY(f.dialog->choices() == chosen);
    QVERIFY(!(f.dialog->choices() == ExportChoices()));
  }

  void SettingsBesideAPictureReplaceThoseOfThatPictureOnly() {
    Fixture f;
    f.ChooseFormat(PhotoFormat::kTiff);
    f.Button("Settings in a file beside it")->setChecked(true);
    QFile settings(f.folder.filePath("out.settings.json"));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("of out.png");
    settings.close();
    QSignalSpy failed(f.session.export_desk(), &ExportDesk::Failed);
    f.Button("Export…")->click();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!QFileInfo::exists(f.folder.filePath("out.tif")));
    QVERIFY(QFile::copy(settings.fileName(), f.folder.filePath("out.tif")));
    f.Open();
    QSignalSpy exported(f.session.export_desk(), &ExportDesk::Exported);
    f.Button("Export…")->click();
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(settings.size() > 100);
  }

  void RememberedNonsenseGivesTheUsualChoices() {
    Fixture f;
    QSettings().setValue("export/format", 77);
    QSettings().setValue("export/depth", -3);
    QSettings().setValue("export/quality", "best");
    const ExportChoices choices = RememberedExportChoices();
    QCOMPARE(choices.format, PhotoFormat::kPng);
    QCOMPARE(choices.depth, StoredDepth::kAsPhoto);
    QCOMPARE(choices.quality, 1);
  }

  void AResultOlderThanTheLastChangeIsWarnedOf() {
    Fixture f;
    QVERIFY(!f.dialog->findChild<WarningBox*>()->isVisible());
    f.MakeStale();
    QVERIFY(f.dialog->findChild<WarningBox*>()->isVisible());
  }

  void TheNewResultIsExportedByItselfWhenItIsReady() {
    Fixture f;
    f.control->holds = true;
    f.MakeStale();
    QSignalSpy exported(f.session.export_desk(), &ExportDesk::Exported);
    f.Button("Export…")->click();
    QVERIFY(!f.dialog->isVisible());
    QVERIFY(f.session.IsExportAwaited());
    // What is changed meanwhile is in it.
    f.session.document()->SetSetting("aligner.expression", 0.2, 0);
    QTest::qWait(50);
    QVERIFY(exported.isEmpty());
    QVERIFY(!QFileInfo::exists(f.folder.filePath("out.png")));
    f.control->holds = false;
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(f.session.runner()->IsOutcomeCurrent());
    QVERIFY(!f.session.IsExportAwaited());
    QVERIFY(QFileInfo::exists(f.folder.filePath("out.png")));
  }

  void TheOldResultIsExportedAtOnceIfThatIsWanted() {
    Fixture f;
    f.MakeStale();
    f.Button(kWaitText)->setChecked(false);
    QSignalSpy exported(f.session.export_desk(), &ExportDesk::Exported);
    f.Button("Export…")->click();
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(!f.session.runner()->IsOutcomeCurrent());
  }

  void WhyThereIsNoNewResultIsSaid() {
    Fixture f;
    const auto warns = [&](const QString& text) {
      const auto boxes = f.dialog->findChildren<WarningBox*>();
      return std::ranges::any_of(boxes, [&](const WarningBox* box) {
        return box->isVisible() && box->accessibleName().contains(text);
      });
    };
    QVERIFY(!warns({}));
    f.MakeStale();
    QVERIFY(warns("older than the last change"));
    f.control->fails = true;
    f.session.runner()->Start();
    QTRY_VERIFY(warns("No face was found in a"));
    QVERIFY(!warns("older than the last change"));
    // There is nothing to wait for.
    QVERIFY(!f.Button(kWaitText)->isVisible());
    QSignalSpy exported(f.session.export_desk(), &ExportDesk::Exported);
    f.Button("Export…")->click();
    QTRY_COMPARE(exported.count(), 1);
  }

  void AnAwaitedExportIsGivenUpWithItsSwapOrItsTarget_data() {
    QTest::addColumn<bool>("cancels");
    QTest::newRow("swap") << true;
    QTest::newRow("target") << false;
  }

  void AnAwaitedExportIsGivenUpWithItsSwapOrItsTarget() {
    QFETCH(const bool, cancels);
    Fixture f;
    f.control->holds = true;
    f.MakeStale();
    QStringList warnings;
    QObject::connect(&f.session, &SwapSession::MessageRaised, f.dialog.get(),
                     [&](const SessionMessage& message) {
                       if (message.kind == SessionMessage::Kind::kWarning) warnings << message.text;
                     });
    f.Button("Export…")->click();
    if (cancels) {
      f.session.runner()->Cancel();
    } else {
      f.session.document()->SetTarget(MakePhoto("other"));
    }
    QCOMPARE(warnings, QStringList("out.png was not exported, since its result was not made."));
    QVERIFY(!f.session.IsExportAwaited());
    f.control->holds = false;
    f.session.runner()->Start();
    QTRY_VERIFY(f.session.runner()->IsOutcomeCurrent());
    QVERIFY(!QFileInfo::exists(f.folder.filePath("out.png")));
  }
};

}  // namespace heser

QTEST_MAIN(heser::ExportDialogTest)
#include "export_dialog_test.moc"
