#pragma once

#include <filesystem>
#include <memory>

#include "engine/evaluation/figures.h"
#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// All judges of one evaluation. One call at a time.
class PairJudge {
 public:
  /// Loads the judges that are installed. `perceptual_file` (a .npz with SqueezeNet's arrays) may
  /// be empty: then there is no perceptual distance. Throws Error{kFileNotFound, kBadFile,
  /// kBadModel}.
  explicit PairJudge(const std::filesystem::path& perceptual_file);
  ~PairJudge();

  bool HasIdentity() const { return identity_ != nullptr; }
  bool HasPerceptual() const { return perceptual_ != nullptr; }

  /// Every figure of a final result but seconds and memory. The result's face is found and read
  /// anew in the finished picture by `networks`. `has_truth`: the target is what the result should
  /// be. Throws Error{kNoFace} about `name` if the result shows no face where the target's is,
  /// Cancelled.
  Figures Judge(const SwapRequest& request, const SwapResult& result, bool has_truth,
                const std::string& name, const Analyzer& networks, const Progress& progress);

 private:
  void JudgeIdentity(const SwapResult& result, const HeadView& composed, bool has_truth,
                     Figures& figures);
  void JudgeAgainstTruth(const Photo& picture, const Photo& truth, const FaceMesh& mesh,
                         Figures& figures);

  std::unique_ptr<class IdentityJudge> identity_;
  std::unique_ptr<class PerceptualJudge> perceptual_;
};

}  // namespace heser
