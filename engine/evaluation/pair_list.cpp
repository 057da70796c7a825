#include "engine/evaluation/pair_list.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>
#include <system_error>

#include "engine/core/error.h"

namespace heser {
namespace {

constexpr const char* kHeader = "name,kind,target,sources";
constexpr std::size_t kColumns = 4;
// What spreadsheets put before UTF-8.
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

[[noreturn]] void Refuse(const std::string& file, std::size_t line, const std::string& what) {
  throw Error(ErrorKind::kBadFile, file, "line " + std::to_string(line) + ": " + what);
}

/// The fields of a line (RFC 4180, without line breaks inside of fields).
std::vector<std::string> FieldsOf(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char letter = line[i];
    if (letter == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      fields.back() += letter;
      ++i;
    } else if (letter == '"') {
      quoted = !quoted;
    } else if (letter == ',' && !quoted) {
      fields.emplace_back();
    } else {
      fields.back() += letter;
    }
  }
  return fields;
}

// Bytes; with what the report appends it stays within what file systems allow (255).
constexpr std::size_t kLongestName = 200;

/// Letters, digits, '_', '-' and '.', so that it is a file name everywhere and needs no escapes.
bool CanNameFiles(const std::string& name) {
  constexpr const char* kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
  return !name.empty() && name.size() <= kLongestName && name.front() != '.' &&
         name.find_first_not_of(kAllowed) == std::string::npos;
}

EvaluationPair PairOf(const std::vector<std::string>& fields, const std::string& file,
                      std::size_t line, const std::filesystem::path& data) {
  if (fields.size() != kColumns) Refuse(file, line, std::string("must have ") + kHeader);
  EvaluationPair pair;
  pair.name = fields[0];
  pair.kind = fields[1];
  for (const std::string& name : {pair.name, pair.kind}) {
    if (!CanNameFiles(name)) Refuse(file, line, "\"" + name + "\" cannot name files");
  }
  if (fields[2].empty()) Refuse(file, line, "the target is missing");
  pair.target = data / fields[2];
  std::istringstream sources(fields[3]);
  for (std::string source; std::getline(sources, source, ';');) {
    if (source.empty()) Refuse(file, line, "a source is empty");
    pair.sources.push_back(data / source);
  }
  if (pair.sources.empty()) Refuse(file, line, "the sources are missing");
  return pair;
}

}  // namespace

std::vector<EvaluationPair> PairsFromCsv(const std::string& text, const std::string& file,
                                         const std::filesystem::path& data) {
  std::istringstream lines(text);
  std::vector<EvaluationPair> pairs;
  std::set<std::string> names;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (number == 1) {
      if (line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
      if (line != kHeader) Refuse(file, number, std::string("must be ") + kHeader);
      continue;
    }
    if (line.empty()) continue;
    EvaluationPair pair = PairOf(FieldsOf(line), file, number, data);
    if (!names.insert(pair.name).second) Refuse(file, number, pair.name + " comes twice");
    pairs.push_back(std::move(pair));
  }
  if (pairs.empty()) throw Error(ErrorKind::kBadFile, file, "names no pairs");
  return pairs;
}

std::vector<EvaluationPair> SelectPairs(const std::vector<EvaluationPair>& pairs,
                                        const PairSelection& selection) {
  std::vector<EvaluationPair> selected;
  std::set<std::string> kinds;
  for (const EvaluationPair& pair : pairs) {
    kinds.insert(pair.kind);
    const bool is_wanted = selection.kind.empty() || pair.kind == selection.kind;
    const bool is_full = selection.limit > 0 && selected.size() == selection.limit;
    if (is_wanted && !is_full) selected.push_back(pair);
  }
  if (selected.empty()) {
    std::string known;
    for (const std::string& kind : kinds) known += (known.empty() ? "" : ", ") + kind;
    throw Error(ErrorKind::kWrongUse, "--only",
                "no pair is of the kind " + selection.kind + ", there are " + known);
  }
  return selected;
}

void RequirePhotos(const std::vector<EvaluationPair>& pairs) {
  const auto require = [](const std::filesystem::path& photo) {
    std::error_code ignored;
    if (!std::filesystem::exists(photo, ignored)) {
      throw Error(ErrorKind::kFileNotFound, photo.string());
    }
  };
  for (const EvaluationPair& pair : pairs) {
    require(pair.target);
    std::ranges::for_each(pair.sources, require);
  }
}

}  // namespace heser
