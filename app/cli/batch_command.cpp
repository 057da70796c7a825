#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/batch/batch_swap.h"
#include "app/cli/batch_jobs.h"
#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/failures.h"
#include "app/cli/render_command.h"
#include "app/cli/usage.h"
#include "app/export/output_files.h"
#include "app/messages.h"
#include "engine/photo/photo_format.h"

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
  if (job.problem) return {};
  if (!job.project.empty()) return {job.project};
  std::vector<std::filesystem::path> inputs(job.swap.sources.begin(), job.swap.sources.end());
  inputs.emplace_back(job.swap.target);
  if (!job.swap.settings_file.empty()) inputs.emplace_back(job.swap.settings_file);
  return inputs;
}

/// The first job that reads each file, by the file's real path.
std::map<std::filesystem::path, std::size_t> ReadersOf(const std::vector<BatchJob>& jobs) {
  std::map<std::filesystem::path, std::size_t> readers;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    for (const std::filesystem::path& input : InputsOf(jobs[i])) {
      readers.emplace(RealPath(input), i);
    }
  }
  return readers;
}

/// The job must be named: its output alone may be one of many.
void RequireNotOverInputs(const BatchJob& job, std::size_t index) try {
  RequireNotAmong(job.output, InputsOf(job),
                  job.project.empty() ? GivenFile::kPhoto : GivenFile::kProject);
} catch (const Error& error) {
  throw Error(error.kind(), "job " + std::to_string(index + 1),
              error.subject() + ": " + error.detail());
}

/// What the photos of a request are called in sentences.
struct PhotoNames {
  QStringList sources;
  QString target;
};

PhotoNames NamesOf(const SwapRequest& request) {
  const auto name_of = [](const PhotoFace& photo) {
    return QString::fromStdString(photo.photo->origin().path.string());
  };
  PhotoNames names;
  for (const PhotoFace& source : request.sources) names.sources << name_of(source);
  names.target = name_of(request.target);
  return names;
}

/// Before the first swap: no job may write over what one of them reads, nor over another job's
/// picture, which the second one would take for its own, done before.
void CheckOutputs(const std::vector<BatchJob>& jobs, const BatchArguments& arguments) {
  const std::string& jobs_file = arguments.jobs;
  if (jobs.empty()) throw Error(ErrorKind::kBadFile, jobs_file, "names no jobs");
  const std::map<std::filesystem::path, std::size_t> readers = ReadersOf(jobs);
  std::map<std::filesystem::path, std::size_t> writers;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (jobs[i].problem) continue;
    RequireNotOverInputs(jobs[i], i);
    if (arguments.again && RealPath(jobs[i].output) == RealPath(jobs_file)) {
      throw Error(ErrorKind::kBadFile, jobs_file,
                  "job " + std::to_string(i + 1) + " would write over this list itself");
    }
    const auto [first, is_new] = writers.emplace(RealPath(jobs[i].output), i);
    if (!is_new) {
      throw Error(ErrorKind::kBadFile, jobs_file,
                  "jobs " + std::to_string(first->second + 1) + " and " + std::to_string(i + 1) +
                      " both write " + jobs[i].output);
    }
    // What is not there yet may be made for the next job to read; what is there is kept otherwise.
    const auto reader = readers.find(first->first);
    std::error_code unknown;
    if (arguments.again && reader != readers.end() &&
        std::filesystem::exists(jobs[i].output, unknown)) {
      throw Error(ErrorKind::kBadFile, jobs_file,
                  "job " + std::to_string(i + 1) + " would write over " + jobs[i].output +
                      ", which job " + std::to_string(reader->second + 1) + " reads");
    }
  }
}

/// `names` are known once it was read.
BatchSwap SwapOf(const BatchJob& job, ExistingFile existing, SharedPhotos& shared,
                 PhotoNames& names) {
  BatchSwap swap;
  swap.output = job.output;
  swap.existing = existing;
  swap.choices.format = FormatOfExtension(job.output).value_or(PhotoFormat::kPng);
  swap.read = [&job, &shared, &names](const Progress& progress) {
    SwapRequest request =
        job.project.empty() ? MakeRequest(job.swap, progress) : RequestOfProject(job.project);
    if (job.project.empty()) shared.Share(job.swap.sources, request.sources);
    names = NamesOf(request);
    return request;
  };
  return swap;
}

/// What a job came to.
struct JobEnd {
  bool was_there = false;  ///< Its picture was there before.
  QStringList remarks;     ///< On its picture, sentences.
  QString failure;         ///< Why it was not done; empty if it was.
  int exit_code = kExitDone;
};

/// Throws Cancelled.
JobEnd Attempt(const BatchJob& job, ExistingFile existing, SharedPhotos& shared, SwapEngine& engine,
               const Progress& progress) {
  try {
    if (job.problem) throw Error(*job.problem);
    PhotoNames names;
    const BatchSwap swap = SwapOf(job, existing, shared, names);
    const BatchSwapResult result = RunBatchSwap(swap, engine, progress);
    JobEnd end;
    end.was_there = result.picture == nullptr;
    for (const SwapWarning& warning : result.warnings) {
      end.remarks << MessageFor(warning, names.sources, names.target);
    }
    return end;
  } catch (const Cancelled&) {
    throw;
  } catch (const std::exception& failure) {
    return {false, {}, Explain(failure), ExitCodeOf(failure)};
  }
}

/// What a job is called in the list of results.
std::string NameOf(const BatchJob& job, std::size_t index) {
  return job.problem ? "job " + std::to_string(index + 1) : job.output;
}

/// What is told of a batch that was interrupted: done anew, its pictures would be made twice.
const char* HintToGoOn(const BatchArguments& arguments) {
  return arguments.again ? "run it again without --again to make those that are missing"
                         : "run it again to go on";
}

int RunBatch(const BatchArguments& arguments) try {
  const std::vector<BatchJob> jobs = ReadBatchJobs(arguments.jobs);
  CheckOutputs(jobs, arguments);
  const std::unique_ptr<SwapEngine> engine = PipelineEngineFactory(arguments.device)();
  const ExistingFile existing = arguments.again ? ExistingFile::kReplace : ExistingFile::kKeep;
  SharedPhotos shared;
  ConsoleProgress console(arguments.quiet);
  const Progress progress = console.MakeProgress();
  int code = kExitDone;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const BatchJob& job = jobs[i];
    const auto count = static_cast<double>(jobs.size());
    const JobEnd end =
        Attempt(job, existing, shared, *engine,
                progress.Part(static_cast<double>(i) / count, static_cast<double>(i + 1) / count));
    console.Finish();
    if (end.exit_code != kExitDone) {
      std::printf("failed %s\n", NameOf(job, i).c_str());
      std::fprintf(stderr, "heser: job %zu: %s\n", i + 1, end.failure.toUtf8().constData());
      if (code == kExitDone) code = end.exit_code;
    } else {
      std::printf("%s %s\n", end.was_there ? "kept" : "done", job.output.c_str());
      for (const QString& remark : end.remarks) {
        std::fprintf(stderr, "heser: note on job %zu: %s\n", i + 1, remark.toUtf8().constData());
      }
    }
    std::fflush(stdout);
  }
  return code;
} catch (const Cancelled&) {
  std::fflush(stdout);
  std::fprintf(stderr, "heser: interrupted; pictures that are done stay, %s.\n",
               HintToGoOn(arguments));
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
