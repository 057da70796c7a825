// Times the stages of a swap with Google Benchmark: cold (networks and caches empty, files read and
// written), warm (networks loaded), and the repeats that an editor makes.
#include <filesystem>
#include <map>
#include <memory>
#include <system_error>

#include <CLI/CLI.hpp>
#include <benchmark/benchmark.h>
#include <unistd.h>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/swap_arguments.h"
#include "app/cli/usage.h"
#include "engine/core/error.h"
#include "engine/photo/photo_writer.h"

namespace heser::cli {
namespace {

/// Mean milliseconds of every stage, as counters of the benchmark.
class StageCounters {
 public:
  void Add(const std::vector<StageTime>& times) {
    for (const StageTime& time : times) milliseconds_[time.stage] += time.seconds * 1000;
  }
  void Report(benchmark::State& state) const {
    for (const auto& [stage, total] : milliseconds_) {
      state.counters[stage + "_ms"] = benchmark::Counter(total, benchmark::Counter::kAvgIterations);
    }
  }

 private:
  std::map<std::string, double> milliseconds_;
};

/// A file that is gone when the benchmark is.
class ScratchFile {
 public:
  ScratchFile() {
    std::error_code failed;
    path_ = std::filesystem::temp_directory_path(failed);
    if (failed) throw Error(ErrorKind::kCannotWrite, "TMPDIR", failed.message());
    path_ /= "heser_bench_" + std::to_string(getpid()) + ".png";
  }
  ~ScratchFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

Progress Interruptible() { return {Progress::Sink(), InterruptSwitch()}; }

void BenchCold(benchmark::State& state, const SwapArguments& arguments) {
  const ScratchFile output;
  StageCounters counters;
  for ([[maybe_unused]] auto iteration : state) {
    SwapPipeline pipeline(ResolveDevice(arguments.device));
    const SwapResult result =
        pipeline.Run(MakeRequest(arguments, Interruptible()), Interruptible());
    WritePhoto(*result.picture, output.path(), {});
    counters.Add(result.times);
  }
  counters.Report(state);
}

void BenchWarm(benchmark::State& state, const SwapArguments& arguments) {
  SwapPipeline pipeline(ResolveDevice(arguments.device));
  const SwapRequest request = MakeRequest(arguments, Interruptible());
  pipeline.Run(request, Interruptible());
  StageCounters counters;
  for ([[maybe_unused]] auto iteration : state) {
    pipeline.Forget();
    counters.Add(pipeline.Run(request, Interruptible()).times);
  }
  counters.Report(state);
}

/// One option changes back and forth; what does not depend on it is kept.
void BenchChange(benchmark::State& state, const SwapArguments& arguments,
                 double& (*option)(SwapSettings&)) {
  SwapPipeline pipeline(ResolveDevice(arguments.device));
  SwapRequest request = MakeRequest(arguments, Interruptible());
  pipeline.Run(request, Interruptible());
  StageCounters counters;
  double amount = 0.25;
  for ([[maybe_unused]] auto iteration : state) {
    // A value never seen before: nothing of it can be in the cache.
    option(request.settings) = amount = amount < 0.75 ? amount + 1e-3 : 0.25;
    counters.Add(pipeline.Run(request, Interruptible()).times);
  }
  counters.Report(state);
}

void RunBench(const SwapArguments& arguments, const std::string& filter, int repetitions) {
  using benchmark::RegisterBenchmark;
  const auto add = [&](const char* name, auto function) {
    RegisterBenchmark(name, function)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime()
        ->Iterations(repetitions);
  };
  add("swap/cold", [&](benchmark::State& state) { BenchCold(state, arguments); });
  add("swap/warm", [&](benchmark::State& state) { BenchWarm(state, arguments); });
  add("change/colour", [&](benchmark::State& state) {
    BenchChange(state, arguments,
                [](SwapSettings& s) -> double& { return s.color_reference.amount; });
  });
  add("change/expression", [&](benchmark::State& state) {
    BenchChange(state, arguments, [](SwapSettings& s) -> double& { return s.aligner.expression; });
  });
  const std::size_t matched = benchmark::RunSpecifiedBenchmarks(filter);
  benchmark::Shutdown();
  if (matched == 0) {
    throw Error(ErrorKind::kWrongUse, "--filter",
                "matches none of swap/cold, swap/warm, change/colour, change/expression");
  }
}

}  // namespace

void AddBenchCommand(CLI::App& app) {
  CLI::App* command = app.add_subcommand("bench", "Times every stage of a swap, cold and warm.");
  struct Arguments {
    SwapArguments swap;
    std::string filter = ".";
    int repetitions = 5;
  };
  auto arguments = std::make_shared<Arguments>();
  command->add_option("--source", arguments->swap.sources, "Photo of the head; repeat for more.")
      ->required()
      ->check(FileName())
      ->allow_extra_args(false)
      ->type_name("PHOTO");
  command->add_option("--target", arguments->swap.target, "Photo that gets the head.")
      ->required()
      ->check(FileName())
      ->type_name("PHOTO");
  command->add_option("--device", arguments->swap.device, "auto, cpu, cuda or cuda:N.")
      ->capture_default_str();
  command->add_option("--filter", arguments->filter, "Only benchmarks whose name matches.")
      ->capture_default_str();
  command->add_option("--repetitions", arguments->repetitions, "Runs of each.")
      ->check(NumberFrom(1, 1000))
      ->capture_default_str();
  command->callback(
      [arguments] { RunBench(arguments->swap, arguments->filter, arguments->repetitions); });
}

}  // namespace heser::cli
