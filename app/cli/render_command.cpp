#include "app/cli/render_command.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/export_arguments.h"
#include "app/cli/note_text.h"
#include "app/cli/standard_streams.h"
#include "app/cli/usage.h"
#include "app/export/output_files.h"
#include "app/jobs/source_people.h"
#include "app/messages.h"
#include "app/project/project_file.h"
#include "engine/core/error.h"

namespace heser::cli {
namespace {

struct RenderArguments {
  std::string project;
  std::string output;
  ExportArguments file;
  std::string device = "auto";
  bool quiet = false;
};

void Render(const RenderArguments& arguments) {
  RequireNotAmong(arguments.output, {arguments.project}, GivenFile::kProject);
  RequirePictureWritable(arguments.output);
  const ExportChoices choices = ChoicesOf(arguments.file, arguments.output);
  RequireSettingsFree(arguments.output, choices);
  const ResolvedDevice device = ResolveDevice(arguments.device);
  ConsoleProgress console(arguments.quiet);
  const Progress progress = console.MakeProgress();
  progress.Part(0, 0.02, "read").Report(0);
  const SwapRequest request = RequestOfProject(arguments.project);
  SwapPipeline pipeline(device);
  SwapResult result = pipeline.Run(request, progress.Part(0.02, 0.95));
  TellPeopleApart(request, EngineFaceMeasure(), progress, result);
  const Progress writing = progress.Part(0.95, 1, "write");
  writing.Report(0);
  const std::shared_ptr<const Photo> picture = ExportedPhoto(result, request, choices);
  WriteExport(*picture, request.settings, choices, arguments.output, writing);
  console.Finish();
  WarnOfLostAlpha(*picture, choices.format, result.warnings);
  PrintNotes(
      NoteTexts(result.warnings, ChosenLead(request, result), NamesOf(request), ToldBy::kProject));
  PrintLine(arguments.output);
}

/// Photos are named by their place in the project, "work.heser/anna.jpg": the files that they were
/// read from once may be gone, or be others by now.
void NameByProject(const DocumentState& state, const std::string& project, SwapRequest& request) {
  const auto rename = [&project](const PhotoHandle& loaded, PhotoFace& face) {
    const Photo& photo = *loaded->photo;
    PhotoOrigin origin = photo.origin();
    origin.path = std::filesystem::path(project) / loaded->name.toStdString();
    face.photo = std::make_shared<const Photo>(photo.samples(), photo.metadata(), origin);
  };
  std::size_t place = 0;
  for (const SourceItem& source : state.sources) {
    if (source.enabled) rename(source.photo, request.sources[place++]);
  }
  rename(state.target.photo, request.target);
}

/// Why a photo of a project cannot be used: `of_what` and the reason. Nothing where none is lost.
std::optional<std::string> WhyLost(const std::vector<ProjectRemark>& remarks,
                                   ProjectRemark::Kind kind, const char* of_what) {
  const auto lost = std::ranges::find(remarks, kind, &ProjectRemark::kind);
  if (lost == remarks.end()) return {};
  const bool is_one_reason = std::ranges::all_of(remarks, [&](const ProjectRemark& remark) {
    return remark.kind != kind || remark.reason == lost->reason;
  });
  const ErrorKind reason = is_one_reason ? lost->reason : ErrorKind::kUnreadable;
  return of_what + std::string(reason == ErrorKind::kTooSmall   ? "too small"
                               : reason == ErrorKind::kTooLarge ? "too large"
                                                                : "damaged");
}

}  // namespace

SwapRequest RequestOfProject(const std::string& project) {
  const OpenedProject opened = ReadProject(project);
  SwapRequest request = RequestOf(opened.state);
  request.leave_out_unusable = true;
  if (request.target.photo == nullptr) {
    throw Error(ErrorKind::kBadFile, project,
                WhyLost(opened.remarks, ProjectRemark::Kind::kTargetLost, "its target is ")
                    .value_or("it has no target"));
  }
  if (request.sources.empty()) {
    throw Error(ErrorKind::kBadFile, project,
                WhyLost(opened.remarks, ProjectRemark::Kind::kSourceLost, "its sources are ")
                    .value_or("no source is switched on"));
  }
  NameByProject(opened.state, project, request);
  if (!opened.remarks.empty()) {
    const QString sentence = MessageFor(opened.remarks, QString::fromStdString(project));
    std::fprintf(stderr, "heser: note: %s\n", sentence.toUtf8().constData());
  }
  return request;
}

void AddRenderCommand(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("render", "Exports a project as the editor would, bit for bit.");
  auto arguments = std::make_shared<RenderArguments>();
  RenderArguments& a = *arguments;
  command->add_option("project", a.project, "Project that the editor saved.")
      ->required()
      ->check(FileName())
      ->type_name("PROJECT.heser");
  command->add_option("--output", a.output, "Picture to write: .png, .jpg, .tif or .webp.")
      ->required()
      ->check(FileName())
      ->type_name("PICTURE");
  AddExportOptions(command, a.file);
  AddDeviceOption(*command, a.device);
  command->add_flag("--quiet", a.quiet, "Shows no progress.");
  command->callback([arguments] { Render(*arguments); });
}

}  // namespace heser::cli
