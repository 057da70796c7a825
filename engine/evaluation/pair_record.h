#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/evaluation/figures.h"
#include "engine/evaluation/pair_list.h"

namespace heser {

/// What became of one pair in one variant.
struct PairRecord {
  EvaluationPair pair;  ///< With the sources that were used.
  Figures figures;
  std::string failure;  ///< A sentence for people; empty: it was done.

  bool IsDone() const { return failure.empty(); }
};

/// Everything that a result depends on, as JSON text: settings, photos, networks, judges and the
/// program itself, files by size and time of change.
std::string MadeWith(const EvaluationPair& pair, const std::string& settings_json,
                     const std::string& device, const std::filesystem::path& perceptual_file);

/// Keeps a record that is done, with what it was made with. Throws Error{kCannotWrite}.
void WriteRecord(const PairRecord& record, const std::string& made_with,
                 const std::filesystem::path& file);

/// The figures of a file of WriteRecord; nothing if there is none, if it was made with something
/// else, or if it cannot be read.
std::optional<Figures> ReadRecord(const std::filesystem::path& file, const std::string& made_with);

}  // namespace heser
