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
#include "app/cli/note_text.h"
#include "app/cli/render_command.h"
#include "app/cli/standard_streams.h"
#include "app/cli/usage.h"
#include "app/export/output_files.h"
#include "app/messages.h"
#include "engine/photo/photo_format.h"
#include "engine/photo/photo_reader.h"
#include "engine/photo/photo_writer.h"
#include "engine/photo/xmp_packet.h"

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
      if (photos[i].photo == nullptr) continue;
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

/// Files that a job reads, and what they are to it.
struct Inputs {
  GivenFile kind;
  std::vector<std::filesystem::path> files;
};

std::vector<Inputs> InputsOf(const BatchJob& job) {
  if (job.problem) return {};
  if (!job.project.empty()) return {{GivenFile::kProject, {job.project}}};
  Inputs photos{GivenFile::kPhoto, {job.swap.sources.begin(), job.swap.sources.end()}};
  photos.files.emplace_back(job.swap.target);
  Inputs settings{GivenFile::kSettings, {}};
  if (!job.swap.settings_file.empty()) settings.files.emplace_back(job.swap.settings_file);
  return {photos, settings};
}

/// The first job that reads each file, by the file's real path.
std::map<std::filesystem::path, std::size_t> ReadersOf(const std::vector<BatchJob>& jobs) {
  std::map<std::filesystem::path, std::size_t> readers;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    for (const Inputs& inputs : InputsOf(jobs[i])) {
      for (const std::filesystem::path& file : inputs.files) readers.emplace(RealPath(file), i);
    }
  }
  return readers;
}

std::string JobName(std::size_t index) { return "job " + std::to_string(index + 1); }

/// The job must be named: its output alone may be one of many.
void RequireNotOverInputs(const BatchJob& job, std::size_t index) try {
  for (const Inputs& inputs : InputsOf(job)) {
    RequireNotAmong(job.output, inputs.files, inputs.kind);
  }
} catch (const Error& error) {
  throw Error(error.kind(), JobName(index), error.subject() + ": " + error.detail());
}

/// Whether this program made the picture that is there.
bool IsOwnPicture(const std::string& path) try {
  return IsCompositeXmp(ReadPhoto(path).metadata().xmp, kCreatorTool);
} catch (const Error&) {
  return false;
}

/// A later job may take an earlier one's picture for its own photo, before that is there as when it
/// is made anew. A photo that somebody put there must not be lost by that, nor one that was read
/// before.
bool IsLost(const std::string& output, std::size_t writer, std::size_t reader, bool again) {
  if (reader < writer) return true;
  return again && IsThere(output) && !IsOwnPicture(output);
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
    const std::string& output = jobs[i].output;
    if (RealPath(output) == RealPath(jobs_file)) {
      throw Error(ErrorKind::kBadFile, jobs_file,
                  JobName(i) + " would write over this list itself");
    }
    const auto [first, is_new] = writers.emplace(RealPath(output), i);
    if (!is_new) {
      throw Error(ErrorKind::kBadFile, jobs_file,
                  "jobs " + std::to_string(first->second + 1) + " and " + std::to_string(i + 1) +
                      " both write " + output);
    }
    const auto reader = readers.find(first->first);
    if (reader != readers.end() && IsLost(output, i, reader->second, arguments.again)) {
      throw Error(ErrorKind::kBadFile, jobs_file,
                  JobName(i) + " would write over " + output + ", which " +
                      JobName(reader->second) + " reads");
    }
  }
}

/// `names` are known once it was read.
BatchSwap SwapOf(const BatchJob& job, ExistingFile existing, SharedPhotos& shared,
                 PhotoNames& names) {
  BatchSwap swap;
  swap.output = job.output;
  swap.existing = existing;
  swap.choices.format = WrittenFormatOf(job.output).value_or(PhotoFormat::kPng);
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
JobEnd Attempt(const BatchJob& job, ExistingFile existing, SharedPhotos& shared,
               const FaceMeasure& measure, SwapEngine& engine, const Progress& progress) {
  try {
    if (job.problem) {
      // The list as a whole can be used.
      const QString wrong = QStringLiteral("its entry in %1 is wrong (%2); mend it.");
      return {false,
              {},
              wrong.arg(Printable(job.problem->subject()),
                        QString::fromStdString(job.problem->detail())),
              ExitCodeOf(*job.problem)};
    }
    const bool is_project = !job.project.empty();
    // What is asked wrongly is told of a job whose picture is there, too: it shows something else.
    if (!is_project) {
      CheckChoices(job.swap);
      ReadSettings(job.swap);
    }
    PhotoNames names;
    BatchSwap swap = SwapOf(job, existing, shared, names);
    swap.measure = measure;
    const BatchSwapResult result = RunBatchSwap(swap, engine, progress);
    JobEnd end;
    end.was_there = result.picture == nullptr;
    end.remarks = NoteTexts(result.warnings, result.lead, names,
                            is_project ? ToldBy::kProject : ToldBy::kJob);
    return end;
  } catch (const Cancelled&) {
    throw;
  } catch (const std::exception& failure) {
    return {false, {}, Explain(failure), ExitCodeOf(failure)};
  }
}

/// How to go on after an interruption in job `begun`. What was to be made anew and was not reached
/// passes for done.
std::string HintToGoOn(const std::vector<BatchJob>& jobs, std::size_t begun, bool again) {
  if (!again) return "run it again to go on";
  std::vector<std::string> old;
  for (std::size_t i = begun; i < jobs.size(); ++i) {
    if (!jobs[i].problem && IsThere(jobs[i].output)) old.push_back(JobName(i));
  }
  if (old.empty()) return "run it again without --again to make those that are missing";
  const bool is_one = old.size() == 1;
  return (is_one ? "but that of " + old.front() + " is the old one; remove it"
                 : "but those from " + old.front() + " on are the old ones; remove them") +
         " and run it again without --again, or run it with --again to make all anew";
}

/// Prints what a job came to, a line a job on standard output: the whole account of a batch stands
/// there. Standard error has the failures and remarks alone.
void Tell(const BatchJob& job, std::size_t index, const JobEnd& end) {
  const std::string name = JobName(index);
  if (end.exit_code != kExitDone) {
    const std::string failure = end.failure.toStdString();
    const std::string picture = Printable(job.output).toStdString();
    const bool is_named = picture.empty() || failure.starts_with(picture);
    PrintLine("failed " + name + ": " + (is_named ? failure : picture + ": " + failure));
    if (!StreamsGoTogether())
      std::fprintf(stderr, "heser: %s: %s\n", name.c_str(), failure.c_str());
    return;
  }
  PrintLine((end.was_there ? "kept " : "done ") + name + ": " +
            Printable(job.output).toStdString());
  for (const QString& remark : end.remarks) {
    std::fprintf(stderr, "heser: note on %s: %s\n", name.c_str(), remark.toUtf8().constData());
  }
}

/// How many jobs came to what.
struct JobCounts {
  std::size_t done = 0;
  std::size_t kept = 0;
  std::size_t failed = 0;

  void Count(const JobEnd& end) {
    ++(end.exit_code != kExitDone ? failed : end.was_there ? kept : done);
  }
};

/// Prints them, in the words of the lines above them.
void Tell(const JobCounts& counts, std::size_t jobs) {
  const auto part = [](std::size_t count, const char* what) {
    return std::to_string(count) + " " + what;
  };
  const std::size_t open = jobs - counts.done - counts.kept - counts.failed;
  PrintLine(part(jobs, jobs == 1 ? "job: " : "jobs: ") + part(counts.done, "done, ") +
            part(counts.kept, "kept (there before), ") + part(counts.failed, "failed") +
            (open > 0 ? ", " + part(open, "not done") : std::string()));
}

int RunBatch(const BatchArguments& arguments) {
  const std::vector<BatchJob> jobs = ReadBatchJobs(arguments.jobs);
  CheckOutputs(jobs, arguments);
  const std::unique_ptr<SwapEngine> engine = PipelineEngineFactory(arguments.device)();
  const ExistingFile existing = arguments.again ? ExistingFile::kReplace : ExistingFile::kKeep;
  SharedPhotos shared;
  const FaceMeasure measure = EngineFaceMeasure();
  ConsoleProgress console(arguments.quiet);
  const Progress progress = console.MakeProgress();
  int code = kExitDone;
  JobCounts counts;
  std::size_t i = 0;
  try {
    for (; i < jobs.size(); ++i) {
      const auto count = static_cast<double>(jobs.size());
      console.SetTask(JobName(i));
      const JobEnd end = Attempt(
          jobs[i], existing, shared, measure, *engine,
          progress.Part(static_cast<double>(i) / count, static_cast<double>(i + 1) / count));
      console.Finish();
      Tell(jobs[i], i, end);
      counts.Count(end);
      if (code == kExitDone) code = end.exit_code;
    }
  } catch (const Cancelled&) {
    console.Finish();
    Tell(counts, jobs.size());
    std::fprintf(stderr, "heser: interrupted; pictures that are done stay, %s.\n",
                 HintToGoOn(jobs, i, arguments.again).c_str());
    return kExitInterrupted;
  }
  Tell(counts, jobs.size());
  return code;
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
  AddDeviceOption(*command, a.device);
  command->add_flag("--again", a.again, "Does jobs anew whose picture is there already.");
  command->add_flag("--quiet", a.quiet, "Shows no progress.");
  command->footer(
      R"(A list: {"jobs": [{"sources": ["head.jpg"], "target": "body.jpg", "output": "a.png"},
                  {"project": "b.heser", "output": "b.png"}]}
Paths are relative to its folder. "face", "source_faces", "lead" and "settings" do in a job as the
options of heser swap.)");
  command->callback([arguments] {
    if (const int code = RunBatch(*arguments); code != kExitDone) throw CLI::RuntimeError(code);
  });
}

}  // namespace heser::cli
