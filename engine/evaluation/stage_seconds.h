#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// Seconds that runs of one pair would take alone, where they share results: a reused stage counts
/// what it took when it was made.
class StageSeconds {
 public:
  /// The whole of a run, given its times.
  double Total(const std::vector<StageTime>& times) {
    double total = 0;
    std::map<std::string, int> seen;
    for (const StageTime& time : times) {
      double& made = made_[{time.stage, seen[time.stage]++}];
      if (!time.cached) made = time.seconds;
      total += made;
    }
    return total;
  }

 private:
  /// By stage and how many of its name came before: stages of sources come once a source.
  std::map<std::pair<std::string, int>, double> made_;
};

}  // namespace heser
