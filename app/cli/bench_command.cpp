// Times the stages of a swap with Google Benchmark: cold (networks and caches empty, files read and
// written), warm (networks loaded), and the repeats that an editor makes, as final pictures and as
// previews.
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <benchmark/benchmark.h>
#include <unistd.h>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/standard_streams.h"
#include "app/cli/swap_arguments.h"
#include "app/cli/usage.h"
#include "engine/core/error.h"
#include "engine/edits/hand_edits.h"
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

/// What an editor changes of a request, to something never seen before: nothing of it can be in the
/// cache. `amount` lies between 0 and 1.
using Change = std::function<void(SwapRequest& request, double amount)>;

/// One thing changes again and again; what does not depend on it is kept.
void BenchChange(benchmark::State& state, const SwapArguments& arguments, SwapQuality quality,
                 const Change& change) {
  SwapPipeline pipeline(ResolveDevice(arguments.device));
  SwapRequest request = MakeRequest(arguments, Interruptible());
  pipeline.Run(request, Interruptible());
  request.quality = quality;
  pipeline.Run(request, Interruptible());
  StageCounters counters;
  double amount = 0.25;
  for ([[maybe_unused]] auto iteration : state) {
    change(request, amount = amount < 0.75 ? amount + 1e-3 : 0.25);
    counters.Add(pipeline.Run(request, Interruptible()).times);
  }
  counters.Report(state);
}

/// A tile of background painted over the middle of the photo's classes.
std::shared_ptr<const TileMap> PaintedTile(const Photo& photo) {
  TileMap painted;
  painted.Writable(TileMap::PlaceOf(photo.size().width / 2, photo.size().height / 2))
      .fill(LabelEdit(Label::kBackground));
  return std::make_shared<const TileMap>(painted);
}

struct NamedChange {
  const char* name;
  Change change;
};

std::vector<NamedChange> EveryChange() {
  return {{"colour", [](SwapRequest& request,
                        double amount) { request.settings.color_reference.amount = amount; }},
          {"blend", [](SwapRequest& request,
                       double amount) { request.settings.blender.chin_shadow = amount; }},
          {"mask", [](SwapRequest& request,
                      double) { request.target.labels = PaintedTile(*request.target.photo); }},
          {"expression", [](SwapRequest& request, double amount) {
             request.settings.aligner.expression = amount;
           }}};
}

void RunBench(const SwapArguments& arguments, const std::string& filter, int repetitions) {
  RequireStandardOutput();
  using benchmark::RegisterBenchmark;
  const auto add = [&](const char* name, auto function) {
    RegisterBenchmark(name, function)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime()
        ->Iterations(repetitions);
  };
  add("swap/cold", [&](benchmark::State& state) { BenchCold(state, arguments); });
  add("swap/warm", [&](benchmark::State& state) { BenchWarm(state, arguments); });
  std::string names = "swap/cold, swap/warm";
  for (const auto& [group, quality] :
       {std::pair("change/", SwapQuality::kFinal), std::pair("preview/", SwapQuality::kPreview)}) {
    for (const NamedChange& named : EveryChange()) {
      const std::string name = std::string(group) + named.name;
      names += ", " + name;
      add(name.c_str(),
          [&arguments, quality = quality, change = named.change](benchmark::State& state) {
            BenchChange(state, arguments, quality, change);
          });
    }
  }
  const std::size_t matched = benchmark::RunSpecifiedBenchmarks(filter);
  benchmark::Shutdown();
  Print({});  // What was printed is all that comes of it.
  if (matched == 0) {
    throw Error(ErrorKind::kWrongUse, "--filter", "it matches none of " + names);
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
  command
      ->add_option("--source", arguments->swap.sources,
                   "Photo of the head, or several photos of it.")
      ->required()
      ->check(FileName())
      ->type_name("PHOTO");
  command->add_option("--target", arguments->swap.target, "Photo that gets the head.")
      ->required()
      ->check(FileName())
      ->type_name("PHOTO");
  AddDeviceOption(*command, arguments->swap.device);
  command->add_option("--filter", arguments->filter, "Only benchmarks whose name matches.")
      ->capture_default_str();
  command->add_option("--repetitions", arguments->repetitions, "Runs of each.")
      ->check(NumberFrom(1, 1000))
      ->capture_default_str();
  command->callback(
      [arguments] { RunBench(arguments->swap, arguments->filter, arguments->repetitions); });
}

}  // namespace heser::cli
