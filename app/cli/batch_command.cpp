#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/cli/batch_jobs.h"
#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/failures.h"
#include "app/cli/output_files.h"
#include "app/cli/render_command.h"
#include "app/cli/usage.h"
#include "app/messages.h"
#include "engine/photo/photo_format.h"
#include "engine/photo/photo_writer.h"

namespace heser::cli {
namespace {

struct BatchArguments {
  std::string jobs;
  std::string device = "auto";
  bool again = false;
  bool quiet = false;
};

/// Photos of the job before, by path: jobs in a row mostly share their sources, and what the
/// pipeline knows of a photo hangs on the very object.
class SharedPhotos {
 public:
  /// Puts the photos of the job before in place of those that were read again.
  void Share(const std::vector<std::string>& paths, std::vector<PhotoFace>& photos) {
    std::map<std::string, std::shared_ptr<const Photo>> now;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const auto known = photos_.find(paths[i]);
      const bool is_same = known != photos_.end() &&
                           known->second->samples().size() == photos[i].photo->samples().size() &&
                           Equal(*known->second, *photos[i].photo);
      if (is_same) photos[i].photo = known->second;
      now[paths[i]] = photos[i].photo;
    }
    photos_ = std::move(now);
  }

 private:
  /// The file may have been written anew between two jobs.
  static bool Equal(const Photo& a, const Photo& b) {
    const cv::Mat& x = a.samples();
    const cv::Mat& y = b.samples();
    if (x.type() != y.type() || !x.isContinuous() || !y.isContinuous()) return false;
    return std::equal(x.data, x.data + x.total() * x.elemSize(), y.data);
  }

  std::map<std::string, std::shared_ptr<const Photo>> photos_;
};

std::vector<std::filesystem::path> InputsOf(const BatchJob& job) {
  if (!job.project.empty()) return {job.project};
  std::vector<std::filesystem::path> photos(job.swap.sources.begin(), job.swap.sources.end());
  photos.emplace_back(job.swap.target);
  return photos;
}

/// Before the first swap: no job may write over what it reads, nor over another job's picture,
/// which the second one would take for its own, done before.
void CheckOutputs(const std::vector<BatchJob>& jobs, const std::string& jobs_file) {
  if (jobs.empty()) throw Error(ErrorKind::kBadFile, jobs_file, "names no jobs");
  std::map<std::filesystem::path, std::size_t> writers;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    RequireNotAmong(jobs[i].output, InputsOf(jobs[i]),
                    jobs[i].project.empty() ? GivenFile::kPhoto : GivenFile::kProject);
    const auto [first, is_new] = writers.emplace(RealPath(jobs[i].output), i);
    if (!is_new) {
      throw Error(ErrorKind::kBadFile, jobs_file,
                  "jobs " + std::to_string(first->second + 1) + " and " + std::to_string(i + 1) +
                      " both write " + jobs[i].output);
    }
  }
}

/// An empty file is not this program's, nor one that is no picture: it writes pictures whole.
bool IsDone(const BatchJob& job) {
  if (!FormatOfExtension(job.output)) return false;
  std::error_code missing;
  return std::filesystem::file_size(job.output, missing) > 0 && !missing;
}

void RunJob(const BatchJob& job, SwapPipeline& pipeline, SharedPhotos& shared,
            const Progress& progress) {
  const auto folder = std::filesystem::path(job.output).parent_path();
  if (!folder.empty()) RequireFolder(folder);
  RequirePictureWritable(job.output);
  SwapRequest request;
  if (!job.project.empty()) {
    request = RequestOfProject(job.project);
  } else {
    request = MakeRequest(job.swap, progress.Part(0, 0.02, "read"));
    shared.Share(job.swap.sources, request.sources);
  }
  const SwapResult result = pipeline.Run(request, progress.Part(0.02, 0.95));
  WritePhoto(*result.picture, job.output, {}, progress.Part(0.95, 1, "write"));
}

/// Why a job was not done.
struct JobFailure {
  QString sentence;
  int exit_code = kExitDone;
};

/// What ended a job; nothing if it was done. Throws Cancelled.
std::optional<JobFailure> Attempt(const BatchJob& job, SwapPipeline& pipeline, SharedPhotos& shared,
                                  const Progress& progress) {
  try {
    RunJob(job, pipeline, shared, progress);
    return std::nullopt;
  } catch (const Cancelled&) {
    throw;
  } catch (const std::exception& failure) {
    return JobFailure{Explain(failure), ExitCodeOf(failure)};
  }
}

int RunBatch(const BatchArguments& arguments) try {
  const std::vector<BatchJob> jobs = ReadBatchJobs(arguments.jobs);
  CheckOutputs(jobs, arguments.jobs);
  SwapPipeline pipeline(ResolveDevice(arguments.device));
  SharedPhotos shared;
  ConsoleProgress console(arguments.quiet);
  const Progress progress = console.MakeProgress();
  int code = kExitDone;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const BatchJob& job = jobs[i];
    if (!arguments.again && IsDone(job)) {
      std::printf("kept %s\n", job.output.c_str());
      continue;
    }
    const auto count = static_cast<double>(jobs.size());
    const std::optional<JobFailure> failure =
        Attempt(job, pipeline, shared,
                progress.Part(static_cast<double>(i) / count, static_cast<double>(i + 1) / count));
    console.Finish();
    if (failure) {
      std::printf("failed %s\n", job.output.c_str());
      std::fprintf(stderr, "heser: job %zu: %s\n", i + 1, failure->sentence.toUtf8().constData());
      if (code == kExitDone) code = failure->exit_code;
    } else {
      std::printf("done %s\n", job.output.c_str());
    }
    std::fflush(stdout);
  }
  return code;
} catch (const Cancelled&) {
  std::fflush(stdout);
  std::fprintf(stderr, "heser: interrupted; pictures that are done stay, run it again to go on.\n");
  return kExitInterrupted;
}

}  // namespace

void AddBatchCommand(CLI::App& app) {
  CLI::App* command = app.add_subcommand(
      "batch", "Does many swaps; a failure does not stop the rest, what is done is kept.");
  auto arguments = std::make_shared<BatchArguments>();
  BatchArguments& a = *arguments;
  command->add_option("jobs", a.jobs, "What to do: a list of sources, target, output.")
      ->required()
      ->check(FileName())
      ->type_name("JOBS.json");
  command->add_option("--device", a.device, "auto, cpu, cuda or cuda:N.")->capture_default_str();
  command->add_flag("--again", a.again, "Does jobs anew whose picture is there already.");
  command->add_flag("--quiet", a.quiet, "Shows no progress.");
  command->callback([arguments] {
    if (const int code = RunBatch(*arguments); code != kExitDone) throw CLI::RuntimeError(code);
  });
}

}  // namespace heser::cli
