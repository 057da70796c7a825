#pragma once

#include <optional>
#include <string>

#include "app/export/export_choices.h"

namespace CLI {
class App;
}

namespace heser::cli {

/// What a command was told about the file it writes, as typed.
struct ExportArguments {
  bool head_alone = false;
  std::optional<int> quality;  ///< 1 to 100; nothing: JPEG 95, WebP exact.
  std::string depth = "as-target";
  std::string metadata = "all";
  bool settings_file = false;
};

/// `arguments` must live as long as the application.
void AddExportOptions(CLI::App* command, ExportArguments& arguments);

/// The format is that of the output's extension. Throws Error{kWrongUse} if it holds no
/// transparency and the head alone was asked for.
ExportChoices ChoicesOf(const ExportArguments& arguments, const std::string& output);

}  // namespace heser::cli
