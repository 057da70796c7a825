#pragma once

#include <exception>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/evaluation/ablation.h"
#include "engine/evaluation/pair_list.h"
#include "engine/evaluation/pair_record.h"
#include "engine/pipeline/swap_pipeline.h"

namespace heser {

struct EvaluationOptions {
  /// The report's folder; it is there. Keeps VARIANT/NAME.png (the result), .jpg (its head, small)
  /// and .json (its record) of every pair, and pictures/ with the photos' heads.
  std::filesystem::path folder;
  SwapSettings settings;
  /// kFullVariant first. Those that change nothing of these settings are left out.
  std::vector<Variant> variants = {kFullVariant};
  ResolvedDevice device;
  std::filesystem::path perceptual_file;  ///< See PairJudge.
  bool again = false;                     ///< Pairs that are there already are run anew.
};

/// How the run tells of failures.
struct EvaluationEvents {
  /// The sentence for people on what ended a pair.
  std::function<std::string(const std::exception&)> explain;
  /// Called at once for every pair that fails, after `explain`.
  std::function<void(const PairRecord&)> failed;
};

/// The records of one variant, in the order of the list.
struct VariantRecords {
  Variant variant;
  std::vector<PairRecord> records;
};

/// What was found out.
struct Evaluation {
  std::vector<VariantRecords> variants;
  std::string device;
  std::size_t pair_count = 0;  ///< Of the list.
  std::size_t kept = 0;        ///< Results that were there already.
  bool has_identity = false;
  bool has_perceptual = false;
  bool interrupted = false;  ///< Told to stop: the records are of what is done.
};

/// Runs the list, pair by pair, with networks that are loaded once. A pair that fails is recorded
/// with its reason; only what would end every other pair too (kCannotWrite, kBadModel,
/// kDeviceFailed, judges that cannot be loaded) is thrown. Being cancelled ends it early, without
/// an exception.
Evaluation RunEvaluation(const std::vector<EvaluationPair>& pairs, const EvaluationOptions& options,
                         const EvaluationEvents& events, const Progress& progress);

}  // namespace heser
