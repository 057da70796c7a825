#include "app/preferences/preferences.h"

#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include "app/preferences/languages.h"
#include "app/preferences/recent_projects.h"

namespace heser {

class PreferencesTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName("HeSerTest");
    QCoreApplication::setApplicationName("PreferencesTest");
    QStandardPaths::setTestModeEnabled(true);
  }
  void init() { QSettings().clear(); }

  void WhatIsNotSetHasItsUsualValue() {
    QCOMPARE(PreferenceValue(Preference::kLanguage).toString(), QString());
    QCOMPARE(PreferenceValue(Preference::kDevice).toString(), QString("auto"));
    QCOMPARE(PreferenceValue(Preference::kAutosaveSeconds).toInt(), 60);
  }

  void ValuesOutOfRangeAreKeptWithinIt() {
    Preferences::Shared()->Set(Preference::kAutosaveSeconds, 1);
    QCOMPARE(PreferenceValue(Preference::kAutosaveSeconds).toInt(), 10);
    Preferences::Shared()->Set(Preference::kThreads, 100000);
    QCOMPARE(PreferenceValue(Preference::kThreads).toInt(), 256);
  }

  void NonsenseInTheFileGivesTheUsualValue() {
    QSettings().setValue("theme", "purple");
    QSettings().setValue("autosave/seconds", -5);
    QCOMPARE(PreferenceValue(Preference::kTheme).toInt(), 0);
    QCOMPARE(PreferenceValue(Preference::kAutosaveSeconds).toInt(), 60);
  }

  void OnlyChangesAreTold() {
    int told = 0;
    const auto connection =
        connect(Preferences::Shared(), &Preferences::Changed, this, [&](Preference preference) {
          QVERIFY(preference == Preference::kTheme);
          ++told;
        });
    Preferences::Shared()->Set(Preference::kTheme, 2);
    Preferences::Shared()->Set(Preference::kTheme, 2);
    disconnect(connection);
    QCOMPARE(told, 1);
    QCOMPARE(PreferenceValue(Preference::kTheme).toInt(), 2);
  }

  void RecentProjectsComeLatestFirstAndOnce() {
    for (int i = 0; i < 15; ++i) RememberRecentProject(QStringLiteral("/p/%1.heser").arg(i));
    RememberRecentProject("/p/10.heser");
    const QStringList recent = RecentProjects();
    QCOMPARE(recent.size(), kMostRecent);
    QCOMPARE(recent.first(), QString("/p/10.heser"));
    QCOMPARE(recent.count("/p/10.heser"), 1);
  }

  void EveryLanguageNamesItself() {
    QVERIFY(Languages().size() >= 6);
    for (const Language& language : Languages()) {
      QVERIFY(!language.name.isEmpty());
      QVERIFY(QLocale(language.code).language() != QLocale::C);
    }
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::PreferencesTest)
#include "preferences_test.moc"
