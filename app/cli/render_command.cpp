#include "app/cli/render_command.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/export_arguments.h"
#include "app/cli/standard_streams.h"
#include "app/cli/usage.h"
#include "app/export/output_files.h"
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
  const SwapResult result = pipeline.Run(request, progress.Part(0.02, 0.95));
  const Progress writing = progress.Part(0.95, 1, "write");
  writing.Report(0);
  WriteExport(*ExportedPhoto(result, request, choices), request.settings, choices, arguments.output,
              writing);
  console.Finish();
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

}  // namespace

SwapRequest RequestOfProject(const std::string& project) {
  const OpenedProject opened = ReadProject(project);
  const auto has_lost = [&](ProjectRemark::Kind kind) {
    return std::ranges::find(opened.remarks, kind, &ProjectRemark::kind) != opened.remarks.end();
  };
  SwapRequest request = RequestOf(opened.state);
  if (request.target.photo == nullptr) {
    throw Error(
        ErrorKind::kBadFile, project,
        has_lost(ProjectRemark::Kind::kTargetLost) ? "its target is damaged" : "it has no target");
  }
  if (request.sources.empty()) {
    throw Error(ErrorKind::kBadFile, project,
                has_lost(ProjectRemark::Kind::kSourceLost) ? "its sources are damaged"
                                                           : "no source is switched on");
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
  command->add_option("--device", a.device, "auto, cpu, cuda or cuda:N.")->capture_default_str();
  command->add_flag("--quiet", a.quiet, "Shows no progress.");
  command->callback([arguments] { Render(*arguments); });
}

}  // namespace heser::cli
