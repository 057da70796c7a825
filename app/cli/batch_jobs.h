#pragma once

#include <string>
#include <vector>

#include "app/cli/swap_arguments.h"

namespace heser::cli {

/// One line of work of a jobs file: a swap, or a project to render.
struct BatchJob {
  SwapArguments swap;
  std::string project;  ///< If set, this and the output alone count.
  std::string output;
};

/// Reads a jobs file:
///   {"settings": FILE, "jobs": [{"sources": [PHOTO...], "target": PHOTO, "output": PICTURE,
///                                "face": "N" or "X,Y", "source_faces": ["I:N"...],
///                                "settings": FILE}, {"project": PROJECT, "output": PICTURE}...]}
/// Paths are relative to the folder of the jobs file. The outer settings hold for jobs without
/// their own. Throws Error: kFileNotFound, kBadFile with the number of the job and what is wrong.
std::vector<BatchJob> ReadBatchJobs(const std::string& file);

}  // namespace heser::cli
