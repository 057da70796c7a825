#include <QtTest>
#include <limits>
#include <string>
#include <vector>

#include "engine/core/error.h"
#include "engine/core/options.h"
#include "engine/core/process_memory.h"
#include "engine/core/progress.h"

namespace heser {
namespace {

struct SampleOptions {
  double amount = 0.5;
  int rounds = 1;
  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.amount, OptionInfo{"amount", "amount", 0, 1, "Sample."});
    visit(self.rounds, OptionInfo{"rounds", "", 0, 2, "Sample."});
  }
  void Check() const { CheckOptions(*this, "sample"); }
};

}  // namespace

/// Options, progress, cancellation: what every stage is steered by.
class ControlTest : public QObject {
  Q_OBJECT

 private slots:
  void OptionsInRangePass() { SampleOptions().Check(); }

  void OptionsOutOfRangeAreNamed() {
    SampleOptions options;
    options.rounds = 3;
    try {
      options.Check();
      QFAIL("a value out of range passed");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), ErrorKind::kWrongUse);
      QCOMPARE(error.subject(), std::string("sample.rounds"));
    }
  }

  void NotANumberIsOutOfEveryRange() {
    SampleOptions options;
    options.amount = std::numeric_limits<double>::quiet_NaN();
    QVERIFY_THROWS_EXCEPTION(Error, options.Check());
  }

  void PartsReportFractionsOfTheWhole() {
    std::vector<double> fractions;
    std::vector<std::string> stages;
    const Progress whole(
        [&](double fraction, std::string_view stage) {
          fractions.push_back(fraction);
          stages.emplace_back(stage);
        },
        CancelSwitch());
    const Progress second_half = whole.Part(0.5, 1, "second");
    second_half.Report(0);
    second_half.Part(0, 0.5).Report(1);
    second_half.Report(7);
    QCOMPARE(fractions, (std::vector<double>{0.5, 0.75, 1}));
    QCOMPARE(stages, (std::vector<std::string>{"second", "second", "second"}));
  }

  void ACancelledJobStopsAtTheNextCheckpoint() {
    CancelSwitch cancel;
    const Progress progress({}, cancel);
    progress.Checkpoint();
    cancel.Cancel();
    QVERIFY_THROWS_EXCEPTION(Cancelled, progress.Part(0, 0.1).Checkpoint());
    QVERIFY_THROWS_EXCEPTION(Cancelled, progress.Report(0.3));
  }

  void ASilentProgressNeverStops() {
    const Progress progress;
    progress.Report(0.5);
    progress.Checkpoint();
  }

  void PeakMemoryIsKnown() { QVERIFY(PeakMemoryBytes() > 1'000'000); }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::ControlTest)
#include "control_test.moc"
