#include "app/cli/usage.h"

#include <algorithm>
#include <optional>
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

/// A word that the command does not know: misspelt options before words that are one too many, for
/// what else is wrong mostly comes of them.
std::optional<Error> UnknownWord(const CLI::App& command, const CLI::ParseError& error) {
  const std::string known = ", " + FullName(command) + " --help lists what is known";
  const std::vector<std::string> unknown = command.remaining();
  const auto option = std::ranges::find_if(
      unknown, [](const std::string& word) { return word.size() > 1 && word.starts_with('-'); });
  if (option != unknown.end()) {
    return Error(ErrorKind::kWrongUse, *option, "there is no such option" + known);
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr || unknown.empty()) return {};
  return Error(ErrorKind::kWrongUse, unknown.front(), "it is one word too many" + known);
}

/// An option that took the next option for its value, as one does after which a script's variable
/// is not set.
std::optional<Error> SwallowedOption(const CLI::App& command) {
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& value : option->results()) {
      if (value.starts_with("--") && command.get_option_no_throw(value) != nullptr) {
        return Error(ErrorKind::kWrongUse, option->get_name(), "nothing stands after it");
      }
    }
  }
  return {};
}

/// "a number"; nothing if the option's type says no more than its values.
std::string NumberWanted(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  if (type == "FLOAT") return "a number";
  if (type == "INT") return "a whole number";
  return type == "UINT" ? "a whole number from 0" : std::string();
}

/// "a, b or c" of "a,b,c".
std::string Choices(std::string_view list) {
  std::string choices;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] != ',') {
      choices += list[i];
    } else {
      choices += i == list.rfind(',') ? " or " : ", ";
    }
  }
  return choices;
}

/// What is wrong with the values of an option; nothing where CLI11's own words say it.
std::string ValueProblem(const CLI::Option& option, const CLI::ParseError& error) {
  const std::string text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    if (text.ends_with(" missing")) return "nothing stands after it";
    return "it is given " + std::to_string(option.results().size()) + " times, give it once";
  }
  const std::string value = option.results().empty() ? std::string() : option.results().back();
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
    if (option.get_items_expected_max() == 0) return "no value may follow it";
    const std::string wanted = NumberWanted(option);
    return wanted.empty() ? "it cannot be \"" + value + "\""
                          : "it wants " + wanted + ", not \"" + value + "\"";
  }
  constexpr std::string_view kNotAmong = " not in {";
  const auto braces = text.find(kNotAmong);
  if (braces == std::string::npos || !text.ends_with('}')) return {};
  const std::string_view list = std::string_view(text).substr(braces + kNotAmong.size());
  const std::string choices = Choices(list.substr(0, list.size() - 1));
  return "it must be " + choices + ", not \"" + value + "\"";
}

/// What CLI11 says of one of the command's options.
std::optional<Error> OptionError(const CLI::App& command, const CLI::ParseError& error) {
  const std::string text = error.what();
  for (const CLI::Option* option : command.get_options()) {
    const std::string name = option->get_name();
    const bool begins = text.starts_with(name + ": ");
    if (!begins && !text.starts_with("Could not convert: " + name + " = ")) continue;
    const std::string problem = ValueProblem(*option, error);
    if (!problem.empty()) return Error(ErrorKind::kWrongUse, name, problem);
    if (begins) return Error(ErrorKind::kWrongUse, name, text.substr(name.size() + 2));
  }
  return {};
}

}  // namespace

Error UsageError(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = *ReachedCommand(app);
  if (command.get_require_subcommand_min() > 0) return WrongCommand(command);
  if (const auto unknown = UnknownWord(command, error)) return *unknown;
  if (const auto swallowed = SwallowedOption(command)) return *swallowed;
  if (const auto wrong = OptionError(command, error)) return *wrong;
  return {ErrorKind::kWrongUse, FullName(command),
          std::string(error.what()) + ", see " + FullName(command) + " --help"};
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

CLI::Validator FolderName() {
  return {[](const std::string& text) {
            return text.empty() ? std::string("it must name a folder, not be empty")
                                : std::string();
          },
          ""};
}

void AddDeviceOption(CLI::App& command, std::string& device) {
  command
      .add_option("--device", device,
                  "Where to compute: auto (a GPU if there is one), cpu, cuda or cuda:N; " + device +
                      " if not given.")
      ->type_name("DEVICE");
}

CLI::Validator NotEmpty() {
  return {[](const std::string& text) {
            return text.empty() ? std::string("it must not be empty") : std::string();
          },
          ""};
}

}  // namespace heser::cli
