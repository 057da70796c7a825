#include <memory>

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/standard_streams.h"
#include "app/setting_texts.h"
#include "engine/pipeline/swap_settings.h"

namespace heser::cli {

void AddSettingsCommand(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("settings", "Prints every tunable of every stage with its default.");
  auto json = std::make_shared<bool>(false);
  command->add_flag("--json", *json, "As JSON: a file for --settings to start from.");
  command->callback([json] {
    RequireStandardOutput();
    Print(*json ? SettingsToJson({}) + "\n" : SettingsDescription().toStdString());
  });
}

}  // namespace heser::cli
