#include "engine/training/sample_queue.h"

#include <QtTest>
#include <atomic>
#include <stdexcept>

namespace heser {
namespace {

/// A batch that can be told from others.
std::vector<TrainingSample> Numbered(int number) {
  std::vector<TrainingSample> batch(1);
  batch[0].matte = cv::Mat1b(1, 1, static_cast<std::uint8_t>(number));
  return batch;
}

}  // namespace

class SampleQueueTest : public QObject {
  Q_OBJECT

 private slots:
  void BatchesComeInOrderFromTheFirstStepOn() {
    SampleQueue queue(7, Numbered);
    for (int step = 7; step < 60; ++step) QCOMPARE(int(queue.Next().at(0).matte(0, 0)), step);
  }

  void ItDoesNotRunFarAhead() {
    std::atomic<int> made = 0;
    SampleQueue queue(0, [&](int step) {
      ++made;
      return Numbered(step);
    });
    for (int taken = 1; taken <= 20; ++taken) {
      queue.Next();
      // Four that wait, and one that is being made.
      QVERIFY2(made <= taken + 5, qPrintable(QString::number(made)));
    }
  }

  void WhatFailsIsRethrownAfterTheBatchesBefore() {
    SampleQueue queue(0, [](int step) {
      if (step == 3) throw std::runtime_error("no more");
      return Numbered(step);
    });
    for (int step = 0; step < 3; ++step) QCOMPARE(int(queue.Next().at(0).matte(0, 0)), step);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, queue.Next());
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, queue.Next());
  }

  void ItStopsWhereverItIs() {
    for (int taken = 0; taken < 10; ++taken) {
      SampleQueue queue(0, Numbered);
      for (int i = 0; i < taken; ++i) queue.Next();
    }
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::SampleQueueTest)
#include "sample_queue_test.moc"
