#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace heser {

/// One swap of an evaluation.
struct EvaluationPair {
  std::string name;  ///< Unique in its list; names its files in the report.
  /// Pairs of one kind are summed up together. Where it begins with "same_", the sources show the
  /// target's own person and the target is the truth.
  std::string kind;
  std::filesystem::path target;
  std::vector<std::filesystem::path> sources;  ///< At least one.

  bool HasTruth() const { return kind.starts_with("same_"); }
};

/// Which pairs of a list are wanted.
struct PairSelection {
  std::string kind;       ///< Empty: all kinds.
  std::size_t limit = 0;  ///< At most so many, the first; 0: all.
};

/// Pairs from CSV text with the columns name, kind, target, sources (several joined by ;), photos
/// as paths below `data`. Fields with commas stand in double quotes. `file` is the text's own file,
/// for errors. Throws Error{kBadFile} that says which line is wrong, also for names that cannot
/// name files, names that come twice, and lists without pairs.
std::vector<EvaluationPair> PairsFromCsv(const std::string& text, const std::string& file,
                                         const std::filesystem::path& data);

/// The pairs that are wanted, in their order. Throws Error{kWrongUse} about `--only` naming the
/// kinds there are if none is left.
std::vector<EvaluationPair> SelectPairs(const std::vector<EvaluationPair>& pairs,
                                        const PairSelection& selection);

/// Throws Error{kFileNotFound} for the first photo that is not there: medians over a part of the
/// list would not compare with others.
void RequirePhotos(const std::vector<EvaluationPair>& pairs);

}  // namespace heser
