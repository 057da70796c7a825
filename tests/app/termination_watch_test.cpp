#include "app/jobs/termination_watch.h"

#include <QSignalSpy>
#include <QTest>
#include <csignal>

namespace heser {

/// Signals that tell the process to end, as its event loop hears of them.
class TerminationWatchTest : public QObject {
  Q_OBJECT

 private slots:
  void ASignalIsToldInTheEventLoop_data() {
    QTest::addColumn<int>("number");
    QTest::newRow("terminate") << SIGTERM;
    QTest::newRow("interrupt") << SIGINT;
    QTest::newRow("hang up") << SIGHUP;
  }
  void ASignalIsToldInTheEventLoop() {
    QFETCH(int, number);
    std::signal(number, SIG_DFL);  // Who started this may have had it ignored.
    TerminationWatch watch;
    QSignalSpy requested(&watch, &TerminationWatch::Requested);
    std::raise(number);
    QCOMPARE(requested.count(), 0);
    QTRY_COMPARE(requested.count(), 1);
    // The next one ends the process.
    QVERIFY(std::signal(number, SIG_DFL) == SIG_DFL);
  }

  void WhatIsIgnoredStaysIgnored() {
    std::signal(SIGHUP, SIG_IGN);
    {
      TerminationWatch watch;
      QSignalSpy requested(&watch, &TerminationWatch::Requested);
      std::raise(SIGHUP);
      QTest::qWait(0);
      QCOMPARE(requested.count(), 0);
    }
    QVERIFY(std::signal(SIGHUP, SIG_DFL) == SIG_IGN);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::TerminationWatchTest)
#include "termination_watch_test.moc"
