#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/failures.h"
#include "app/cli/input_files.h"
#include "app/cli/standard_streams.h"
#include "app/cli/swap_arguments.h"
#include "app/cli/usage.h"
#include "app/export/output_files.h"
#include "app/messages.h"
#include "engine/core/error.h"
#include "engine/evaluation/evaluation.h"
#include "engine/evaluation/report_html.h"
#include "engine/evaluation/report_tables.h"

namespace heser::cli {
namespace {

constexpr char kTable[] = "figures.csv";
constexpr char kFigures[] = "figures.json";
constexpr char kPage[] = "index.html";

struct EvaluateArguments {
  std::string pairs;
  std::string report;
  std::string data;
  std::string perceptual;
  PairSelection selection;
  SwapArguments swap;  ///< Settings and device alone.
  std::vector<std::string> variants;
  bool ablation = false;
  bool again = false;
  bool quiet = false;
};

std::vector<EvaluationPair> PairsOf(const EvaluateArguments& arguments) {
  std::filesystem::path data = arguments.data;
  if (data.empty()) {
    data = std::filesystem::absolute(arguments.pairs).parent_path().parent_path() / "data";
  }
  const auto all = PairsFromCsv(ReadText(arguments.pairs), arguments.pairs, data);
  auto pairs = SelectPairs(all, arguments.selection);
  RequirePhotos(pairs);
  return pairs;
}

EvaluationOptions OptionsOf(const EvaluateArguments& arguments) {
  EvaluationOptions options;
  options.folder = arguments.report;
  options.settings = ReadSettings(arguments.swap);
  if (!arguments.variants.empty()) {
    options.variants = VariantsByName(arguments.variants);
  } else if (arguments.ablation) {
    const auto variants = AblationVariants();
    options.variants.assign(variants.begin(), variants.end());
  }
  options.device = ResolveDevice(arguments.swap.device);
  options.perceptual_file = arguments.perceptual;
  options.again = arguments.again;
  return options;
}

void WriteReport(const Evaluation& evaluation, const std::filesystem::path& folder) {
  WriteText(folder / kTable, CsvReport(evaluation));
  WriteText(folder / kFigures, JsonReport(evaluation));
  WriteText(folder / kPage, HtmlReport(evaluation));
}

void TellWhatIsMissing(const Evaluation& evaluation) {
  if (!evaluation.has_identity) {
    std::fprintf(
        stderr,
        "heser: note: identity is left out, dlib's recognition network is not installed.\n");
  }
  if (!evaluation.has_perceptual) {
    std::fprintf(stderr,
                 "heser: note: perceptual distance is left out, --perceptual names its network.\n");
  }
}

/// What stands in the report's place must be a report: whatever else it is stays.
void RequireOwnReport(const std::filesystem::path& folder) {
  const std::filesystem::path figures = folder / kFigures;
  const auto is_report = [&] {
    if (!IsThere(figures)) return false;
    const auto json = nlohmann::json::parse(ReadText(figures.string()), nullptr, false);
    return json.is_object() && json.contains("variants") && json.contains("pairs");
  };
  for (const char* name : {kTable, kFigures, kPage}) {
    if (IsThere(folder / name) && !is_report()) {
      throw Error(ErrorKind::kWrongUse, (folder / name).string(),
                  "it is there already and of no report of heser evaluate; choose another folder");
    }
  }
}

int RunEvaluate(const EvaluateArguments& arguments) {
  const std::vector<EvaluationPair> pairs = PairsOf(arguments);
  const EvaluationOptions options = OptionsOf(arguments);
  RequireOwnReport(options.folder);
  RequireFolder(options.folder);
  ConsoleProgress console(arguments.quiet);
  int code = kExitDone;
  const EvaluationEvents events{[&](const std::exception& failure) {
                                  if (code == kExitDone) code = ExitCodeOf(failure);
                                  return Explain(failure).toStdString();
                                },
                                [&](const PairRecord& record) {
                                  console.Finish();
                                  std::fprintf(stderr, "heser: %s: %s\n", record.pair.name.c_str(),
                                               record.failure.c_str());
                                }};

  const Evaluation evaluation = RunEvaluation(pairs, options, events, console.MakeProgress());
  console.Finish();
  WriteReport(evaluation, options.folder);
  PrintLine(TextReport(evaluation) + (options.folder / kPage).string());
  TellWhatIsMissing(evaluation);
  if (!evaluation.interrupted) return code;
  std::fprintf(stderr,
               "heser: interrupted; the report is of what is done, run it again to go on.\n");
  return kExitInterrupted;
}

}  // namespace

void AddEvaluateCommand(CLI::App& app) {
  CLI::App* command = app.add_subcommand(
      "evaluate", "Swaps a list of pairs, measures every result and writes a report.");
  auto arguments = std::make_shared<EvaluateArguments>();
  EvaluateArguments& a = *arguments;
  command->add_option("pairs", a.pairs, "The list: columns name,kind,target,sources (joined by ;).")
      ->required()
      ->check(FileName())
      ->type_name("PAIRS.csv");
  command->add_option("--report", a.report, "Folder for the report and its pictures.")
      ->required()
      ->check(FolderName())
      ->type_name("FOLDER");
  command
      ->add_option("--data", a.data,
                   "Folder of the photos; data beside the list's own folder if not given.")
      ->check(FolderName())
      ->type_name("FOLDER");
  command->add_option("--only", a.selection.kind, "Only pairs of this kind.")->type_name("KIND");
  command->add_option("--limit", a.selection.limit, "At most so many pairs, the first.")
      ->check(NumberFrom<std::size_t>(1, 1000000))
      ->type_name("N");
  command
      ->add_option("--perceptual", a.perceptual,
                   "SqueezeNet's arrays, for the perceptual distance to the truth.")
      ->check(FileName())
      ->type_name("NPZ");
  command->add_flag("--ablation", a.ablation,
                    "Runs the list with one stage after the other turned off or changed, too.");
  command
      ->add_option("--variants", a.variants,
                   "Like --ablation, with some of its variants alone: " + VariantNames() + ".")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("NAME,...");
  command->add_flag("--again", a.again, "Runs pairs anew that are in the report already.");
  AddSettingsOptions(*command, a.swap);
  command->add_flag("--quiet", a.quiet, "Shows no progress.");
  command->callback([arguments] {
    if (const int code = RunEvaluate(*arguments); code != kExitDone) throw CLI::RuntimeError(code);
  });
}

}  // namespace heser::cli
