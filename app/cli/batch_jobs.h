#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/swap_arguments.h"
#include "engine/core/error.h"

namespace heser::cli {

/// One line of work of a jobs file: a swap, or a project to render.
struct BatchJob {
  SwapArguments swap;
  std::string project;  ///< If set, this and the output alone count.
  std::string output;
  /// Why the job cannot be done as it is written, without its number; of the rest only `output`
  /// counts then, empty where it is not known.
  std::optional<Error> problem;
};

/// Reads a jobs file:
///   {"settings": FILE, "jobs": [{"sources": [PHOTO...], "target": PHOTO, "output": PICTURE,
///                                "face": N, "N" or "X,Y", "source_faces": ["I:N"...],
///                                "lead": I or "I", "settings": FILE},
///                               {"project": PROJECT, "output": PICTURE}...]}
/// Paths are relative to the folder of the jobs file. The outer settings hold for jobs without
/// their own. What is wrong with a single job is in that job, kBadFile. Throws Error:
/// kFileNotFound, kBadFile for a file that is no list of jobs as a whole.
std::vector<BatchJob> ReadBatchJobs(const std::string& file);

}  // namespace heser::cli
