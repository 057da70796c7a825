#pragma once

#include <charconv>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>

#include <CLI/CLI.hpp>

#include "engine/core/error.h"

namespace heser::cli {

/// What CLI11 found wrong in the words of a command line, as Error{kWrongUse} about the word or
/// option in question. `app` is the whole program, after it was parsed in vain.
Error UsageError(const CLI::App& app, const CLI::ParseError& error);

/// Throws Error{kWrongUse} for an option that is given as "--name=": CLI11 would take the next word
/// for its value. Words as main() has them.
void RequireValues(int argc, char** argv);

/// True if the whole of `text` is a number of this type.
template <typename Number>
bool ParseWhole(std::string_view text, Number* number) {
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), *number);
  return failure == std::errc() && end == text.data() + text.size();
}

/// Check of an option that names a file: not empty.
CLI::Validator FileName();

/// Check of an option that names a folder: not empty.
CLI::Validator FolderName();

/// Check of an option that names something else: not empty, as a script's unset variable is.
CLI::Validator NotEmpty();

/// Declares --device below `command`; what `device` holds is said to be the default, and `device`
/// must outlive it.
void AddDeviceOption(CLI::App& command, std::string& device);

/// Check of an option: a number from `smallest` to `largest`, both allowed. NaN is none.
template <typename Number>
CLI::Validator NumberFrom(Number smallest, Number largest) {
  const auto check = [smallest, largest](const std::string& text) {
    Number number{};
    if (ParseWhole(text, &number) && number >= smallest && number <= largest) return std::string();
    std::ostringstream problem;
    problem << "must be a " << (std::is_integral_v<Number> ? "whole number" : "number") << " from "
            << smallest << " to " << largest << ", not \"" << text << "\"";
    return problem.str();
  };
  return {check, ""};
}

}  // namespace heser::cli
