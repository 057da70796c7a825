#include "engine/training/batch_queue.h"

#include <QtTest>
#include <atomic>
#include <stdexcept>

namespace heser {
namespace {

/// A batch that can be told from others.
TensorBatch Numbered(int number) { return {torch::tensor(number)}; }

int NumberOf(const TensorBatch& batch) { return batch.at(0).item<int>(); }

}  // namespace

class BatchQueueTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void BatchesComeInOrderFromTheFirstStepOn_data() {
    QTest::addColumn<int>("workers");
    QTest::newRow("one worker") << 1;
    QTest::newRow("five workers") << 5;
  }

  void BatchesComeInOrderFromTheFirstStepOn() {
    QFETCH(int, workers);
    BatchQueue queue(7, workers, Numbered);
    for (int step = 7; step < 200; ++step) QCOMPARE(NumberOf(queue.Next()), step);
  }

  void ItDoesNotRunFarAhead() {
    constexpr int kWorkers = 3;
    std::atomic<int> made = 0;
    BatchQueue queue(0, kWorkers, [&](int step) {
      ++made;
      return Numbered(step);
    });
    for (int taken = 1; taken <= 20; ++taken) {
      queue.Next();
      // Four that wait, and one a worker that is being made.
      QVERIFY2(made <= taken + 4 + kWorkers, qPrintable(QString::number(made)));
    }
  }

  void WhatFailsIsRethrownAfterTheBatchesBefore() {
    BatchQueue queue(0, 2, [](int step) {
      if (step == 3) throw std::runtime_error("no more");
      return Numbered(step);
    });
    for (int step = 0; step < 3; ++step) QCOMPARE(NumberOf(queue.Next()), step);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, queue.Next());
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, queue.Next());
  }

  void ItStopsWhereverItIs() {
    for (int taken = 0; taken < 10; ++taken) {
      BatchQueue queue(0, 2, Numbered);
      for (int i = 0; i < taken; ++i) queue.Next();
    }
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::BatchQueueTest)
#include "batch_queue_test.moc"
