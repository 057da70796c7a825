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

#include "engine/photo/photo_reader.h"
#include "tests/app/fake_engine.h"

namespace heser {

using test::EngineControl;
using test::FakeEngineFactory;
using test::MakePhoto;

class ExportDialogTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture {
    SwapSession session{FakeEngineFactory(std::make_shared<EngineControl>())};
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

  void AResultOlderThanTheLastChangeIsToldToBe() {
    Fixture f;
    const QString stale = "The result is older than the last change.";
    const auto is_told = [&] {
      for (const auto* label : f.dialog->findChildren<QLabel*>()) {
        if (label->text() == stale) return label->isVisible();
      }
      return false;
    };
    QVERIFY(!is_told());
    f.session.runner()->SetFollowsChanges(false);
    f.session.document()->SetSetting("aligner.expression", 0.1, 0);
    QVERIFY(is_told());
  }
};

}  // namespace heser

QTEST_MAIN(heser::ExportDialogTest)
#include "export_dialog_test.moc"
