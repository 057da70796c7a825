#include <QTemporaryDir>
#include <QtTest>

#include <torch/nn/modules/linear.h>
#include <torch/utils.h>

#include "engine/core/error.h"
#include "engine/nn/device.h"
#include "engine/training/random_draws.h"
#include "engine/training/training_loop.h"

namespace heser {
namespace {

constexpr int kInputs = 5;

/// A line through points: its loss is a mean over samples, and nothing is counted over the batch.
class LineTask : public TrainingTask {
 public:
  explicit LineTask(int batch) : batch_(batch) {
    torch::manual_seed(5);
    network_ = torch::nn::Linear(kInputs, 1);
    average_ = torch::nn::Linear(kInputs, 1);
  }

  torch::nn::Module& network() override { return *network_; }
  torch::nn::Module& average() override { return *average_; }
  int batch_size() const override { return batch_; }

  TensorBatch MakeBatch(std::uint32_t seed, int step, BatchShare share) const override {
    torch::Tensor points = torch::empty({share.count, kInputs + 1});
    for (int i = 0; i < share.count; ++i) {
      std::mt19937 random = RandomOfSample(seed, step, share.first + i);
      for (int k = 0; k <= kInputs; ++k) points[i][k] = Uniform(random, -1, 1);
    }
    return {points};
  }

  torch::Tensor Loss(const TensorBatch& batch, double /*fraction*/) override {
    ++batches;
    const torch::Tensor truth = batch[0].narrow(1, kInputs, 1);
    return (network_->forward(batch[0].narrow(1, 0, kInputs)) - truth).square().mean();
  }

  Validation Validate(const torch::Device& /*device*/) override { return {}; }
  std::string name() const override { return "line"; }
  std::string architecture() const override { return "line"; }
  int version() const override { return 1; }

  int batches = 0;

 private:
  int batch_;
  torch::nn::Linear network_{nullptr};
  torch::nn::Linear average_{nullptr};
};

double LargestDifference(const std::vector<torch::Tensor>& a, const std::vector<torch::Tensor>& b) {
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    largest = std::max(largest, (a[i] - b[i]).abs().max().item<double>());
  }
  return largest;
}

double LargestDifference(torch::nn::Module& a, torch::nn::Module& b) {
  return LargestDifference(a.parameters(), b.parameters());
}

/// Of the last step.
std::vector<torch::Tensor> GradientsOf(LineTask& task) {
  std::vector<torch::Tensor> gradients;
  for (const torch::Tensor& parameter : task.network().parameters()) {
    gradients.push_back(parameter.grad());
  }
  return gradients;
}

}  // namespace

/// Gradients gathered from several batches before a step.
class AccumulationTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  TrainingLoopOptions Run(const char* out, int accumulate, int steps) const {
    TrainingLoopOptions options;
    options.out = std::filesystem::path(folder_.path().toStdString()) / out;
    options.steps = steps;
    options.learning_rate = 0.05;
    options.accumulate = accumulate;
    options.threads = 1;
    options.device = "cpu";
    options.mixed_precision = false;
    return options;
  }

 private Q_SLOTS:
  void SeveralBatchesMakeTheGradientOfOneLargeBatch() {
    LineTask large(8);
    RunTraining(large, Run("large_once", 1, 1), {});
    LineTask parts(2);
    RunTraining(parts, Run("parts_once", 4, 1), {});
    LineTask small(2);
    RunTraining(small, Run("small_once", 1, 1), {});
    QCOMPARE(large.batches, 1);
    QCOMPARE(parts.batches, 4);
    const double difference = LargestDifference(GradientsOf(large), GradientsOf(parts));
    QVERIFY2(difference < 1e-6, qPrintable(QString::number(difference)));
    QVERIFY(LargestDifference(GradientsOf(large), GradientsOf(small)) > 1e-2);
  }

  void SeveralBatchesMakeTheStepsOfLargeOnes() {
    constexpr int kSteps = 7;
    LineTask start(8);
    LineTask large(8);
    RunTraining(large, Run("large", 1, kSteps), {});
    LineTask parts(2);
    RunTraining(parts, Run("parts", 4, kSteps), {});
    const double way = LargestDifference(start.network(), large.network());
    // Adam divides small gradients by themselves, and their rounding with them.
    const double difference = LargestDifference(large.network(), parts.network());
    QVERIFY2(difference < 2e-3 * way, qPrintable(QString::number(difference / way)));
    QVERIFY(LargestDifference(large.average(), parts.average()) < 2e-3 * way);
    LineTask small(2);
    RunTraining(small, Run("small", 1, kSteps), {});
    const double other = LargestDifference(large.network(), small.network());
    QVERIFY2(other > 0.1 * way, qPrintable(QString::number(other / way)));
  }

  void ARunGoesOnWhereItWasInterrupted() {
    LineTask whole(2);
    RunTraining(whole, Run("whole", 3, 6), {});

    LineTask stopped(2);
    CancelSwitch cancel;
    const Progress until_third(
        [&](double fraction, std::string_view) {
          if (fraction >= 0.5) cancel.Cancel();
        },
        cancel);
    QVERIFY_EXCEPTION_THROWN(RunTraining(stopped, Run("stopped", 3, 6), until_third), Cancelled);
    QVERIFY(stopped.batches > 0 && stopped.batches < whole.batches);
    QCOMPARE(stopped.batches % 3, 0);
    LineTask resumed(2);
    TrainingLoopOptions options = Run("stopped", 3, 6);
    options.resume = true;
    RunTraining(resumed, options, {});
    QCOMPARE(stopped.batches + resumed.batches, whole.batches);
    QCOMPARE(LargestDifference(whole.network(), resumed.network()), 0.0);
  }

  void MoreThanAStepHasNumbersForIsRefused() {
    LineTask task(64);
    QVERIFY_EXCEPTION_THROWN(RunTraining(task, Run("zero", 0, 1), {}), Error);
    QVERIFY_EXCEPTION_THROWN(RunTraining(task, Run("many", 65, 1), {}), Error);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::AccumulationTest)
#include "accumulation_test.moc"
