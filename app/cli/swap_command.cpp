#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/debug_pictures.h"
#include "app/cli/note_text.h"
#include "app/cli/standard_streams.h"
#include "app/cli/swap_arguments.h"
#include "app/cli/usage.h"
#include "app/export/export_choices.h"
#include "app/export/output_files.h"
#include "app/jobs/source_people.h"
#include "engine/core/process_memory.h"
#include "engine/photo/photo_writer.h"

namespace heser::cli {
namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

double SecondsSince(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

QStringList Names(const std::vector<std::string>& files) {
  QStringList names;
  for (const std::string& file : files) names << QString::fromStdString(file);
  return names;
}

std::string WarningText(const SwapWarning& warning, const SwapArguments& arguments) {
  return NoteText(warning, Names(arguments.sources), QString::fromStdString(arguments.target),
                  ToldBy::kOptions)
      .toStdString();
}

/// Its index in the request.
std::size_t LeadingSource(const SwapResult& result) {
  return result.used_sources[static_cast<std::size_t>(result.aligned_head->source)];
}

Json BoxJson(const cv::Rect& box) { return {box.x, box.y, box.width, box.height}; }

struct Timing {
  double read = 0;
  double write = 0;
  double total = 0;
};

Json Report(const SwapArguments& arguments, const SwapResult& result, const ResolvedDevice& device,
            const Timing& timing) {
  Json stages = Json::array();
  stages.push_back({{"stage", "read"}, {"seconds", timing.read}});
  for (const StageTime& time : result.times) {
    stages.push_back({{"stage", time.stage}, {"seconds", time.seconds}});
  }
  stages.push_back({{"stage", "write"}, {"seconds", timing.write}});
  Json warnings = Json::array();
  for (const SwapWarning& warning : result.warnings) {
    warnings.push_back({{"text", WarningText(warning, arguments)},
                        {"source", warning.source + 1},
                        {"value", warning.value}});
  }
  return {{"output", arguments.output},
          {"target", arguments.target},
          {"sources", arguments.sources},
          {"device", DeviceName(device.device)},
          {"source_used", LeadingSource(result) + 1},
          {"source_angle_degrees", result.source_angle_degrees},
          {"head_window", BoxJson(result.target_view->window)},
          {"seconds", timing.total},
          {"stages", stages},
          {"peak_memory_bytes", PeakMemoryBytes()},
          {"warnings", warnings}};
}

/// The picture is what took the time: it stays where the others fail, and that is said.
void WriteDebugPicturesBeside(const SwapArguments& arguments, const SwapResult& result) try {
  WriteDebugPictures(result, arguments.debug_folder);
} catch (const Error& error) {
  throw Error(error.kind(), error.subject(),
              error.detail() + "; the result was written to " + arguments.output +
                  ", not all pictures of --debug-dir were");
}

void RunSwap(const SwapArguments& arguments) {
  const auto begin = Clock::now();
  Timing timing;
  std::vector<std::filesystem::path> photos(arguments.sources.begin(), arguments.sources.end());
  photos.emplace_back(arguments.target);
  const std::vector<std::filesystem::path> settings{arguments.settings_file};
  RequireNotAmong(arguments.output, photos, GivenFile::kPhoto);
  RequireNotAmong(arguments.output, settings, GivenFile::kSettings);
  std::optional<FolderForOutput> debug_folder;
  if (!arguments.debug_folder.empty()) {
    for (const auto& picture :
         DebugPicturePaths(arguments.debug_folder, arguments.sources.size())) {
      RequireNotAmong(picture, photos, GivenFile::kPhoto);
      RequireNotAmong(picture, settings, GivenFile::kSettings);
      if (RealPath(picture) == RealPath(arguments.output)) {
        throw Error(ErrorKind::kWrongUse, arguments.output,
                    "it is the name of a picture of --debug-dir, too; choose another name");
      }
    }
    debug_folder.emplace(arguments.debug_folder);
  }
  RequirePictureWritable(arguments.output);
  if (arguments.json) RequireStandardOutput();
  SwapRequest request = RequestWithoutPhotos(arguments);
  const ResolvedDevice device = ResolveDevice(arguments.device);
  ConsoleProgress console(arguments.quiet);
  const Progress progress = console.MakeProgress();
  const Progress reading = progress.Part(0, 0.02, "read");
  reading.Report(0);
  SwapPipeline pipeline(device);
  ReadPhotos(arguments, &request, reading);
  timing.read = SecondsSince(begin);

  SwapResult result = pipeline.Run(request, progress.Part(0.02, 0.95));
  TellPeopleApart(request, EngineFaceMeasure(), progress, result);
  WarnOfLostAlpha(*result.picture, *WrittenFormatOf(arguments.output), result.warnings);

  const auto before_write = Clock::now();
  const Progress writing = progress.Part(0.95, 1, "write");
  writing.Report(0);
  WritePhoto(*result.picture, arguments.output, {}, writing);
  // Whoever interrupts from here on comes too late: the picture is there.
  if (!arguments.debug_folder.empty()) WriteDebugPicturesBeside(arguments, result);
  console.Finish();
  timing.write = SecondsSince(before_write);
  timing.total = SecondsSince(begin);

  if (arguments.json) {
    std::printf("%s\n", Report(arguments, result, device, timing)
                            .dump(2, ' ', false, Json::error_handler_t::replace)
                            .c_str());
    return;
  }
  PrintNotes(NoteTexts(result.warnings, ChosenLead(request, result),
                       {Names(arguments.sources), QString::fromStdString(arguments.target)},
                       ToldBy::kOptions));
  PrintLine(arguments.output);
}

}  // namespace

void AddSwapCommand(CLI::App& app) {
  CLI::App* command = app.add_subcommand("swap", "Puts the source's head on the target's body.");
  auto arguments = std::make_shared<SwapArguments>();
  SwapArguments& a = *arguments;
  command->add_option("--source", a.sources, "Photo of the head, or several photos of it.")
      ->required()
      ->check(FileName())
      ->type_name("PHOTO");
  command->add_option("--target", a.target, "Photo that gets the head.")
      ->required()
      ->check(FileName())
      ->type_name("PHOTO");
  command->add_option("--output", a.output, "Picture to write: .png, .jpg, .tif or .webp.")
      ->required()
      ->check(FileName())
      ->type_name("PICTURE");
  command
      ->add_option("--face", a.target_face,
                   "Which face of the target: its number (1 is the largest) or a place X,Y in it, "
                   "in pixels; the largest if not given.")
      ->check(NotEmpty())
      ->type_name("N|X,Y");
  command
      ->add_option("--source-face", a.source_faces,
                   "Which face of a source, such as 2:1 for the first of source 2; the largest if "
                   "not given.")
      ->type_name("I:N");
  command
      ->add_option("--lead", a.lead,
                   "Which source leads: most of the head comes from it. Its number (from 1); the "
                   "one whose pose fits the target's best if not given.")
      ->check(NotEmpty())
      ->type_name("I");
  AddSettingsOptions(*command, a);
  command->add_option("--debug-dir", a.debug_folder, "Folder for every intermediate picture.")
      ->check(FolderName())
      ->type_name("FOLDER");
  command->add_flag("--json", a.json, "Prints what was done as JSON.");
  command->add_flag("--quiet", a.quiet, "Shows no progress.");
  command->callback([arguments] { RunSwap(*arguments); });
}

}  // namespace heser::cli
