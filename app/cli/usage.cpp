#include "app/cli/usage.h"

#include <string_view>
#include <vector>

namespace heser::cli {
namespace {

/// The command that the words led to; the program itself if they name none.
const CLI::App* ReachedCommand(const CLI::App& app) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().back();
  return command;
}

/// "heser train".
std::string FullName(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return parent == nullptr ? command.get_name() : FullName(*parent) + " " + command.get_name();
}

/// "swap, batch or render".
std::string CommandsBelow(const CLI::App& command) {
  const auto below = command.get_subcommands([](const CLI::App*) { return true; });
  std::string names;
  for (std::size_t i = 0; i < below.size(); ++i) {
    if (i > 0) names += i + 1 == below.size() ? " or " : ", ";
    names += below[i]->get_name();
  }
  return names;
}

Error WrongCommand(const CLI::App& command) {
  const std::string commands = CommandsBelow(command);
  const std::vector<std::string> words = command.remaining();
  if (words.empty()) {
    return {ErrorKind::kWrongUse, FullName(command), "a command is missing, choose " + commands};
  }
  const char* kind = words.front().starts_with('-') ? "option" : "command";
  return {ErrorKind::kWrongUse, words.front(),
          "there is no such " + std::string(kind) + ", choose " + commands};
}

}  // namespace

Error UsageError(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = *ReachedCommand(app);
  if (command.get_require_subcommand_min() > 0) return WrongCommand(command);
  const std::string help = FullName(command) + " --help";
  const std::vector<std::string> unknown = command.remaining();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !unknown.empty()) {
    return {ErrorKind::kWrongUse, unknown.front(),
            "it is one word too many, " + help + " lists what is known"};
  }
  const std::string text = error.what();
  // These begin with their option's name.
  const auto colon = text.find(": ");
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr && colon != std::string::npos) {
    return {ErrorKind::kWrongUse, text.substr(0, colon), text.substr(colon + 2)};
  }
  return {ErrorKind::kWrongUse, FullName(command), text + ", see " + help};
}

void RequireValues(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--") return;
    if (word.starts_with("--") && word.find('=') + 1 == word.size()) {
      throw Error(ErrorKind::kWrongUse, std::string(word.substr(0, word.size() - 1)),
                  "nothing stands after its =");
    }
  }
}

CLI::Validator FileName() {
  return {[](const std::string& text) {
            return text.empty() ? std::string("it must name a file, not be empty") : std::string();
          },
          ""};
}

CLI::Validator NotEmpty() {
  return {[](const std::string& text) {
            return text.empty() ? std::string("it must not be empty") : std::string();
          },
          ""};
}

}  // namespace heser::cli
