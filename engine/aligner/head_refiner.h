#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "engine/aligner/aligned_head.h"
#include "engine/aligner/aligner.h"
#include "engine/core/options.h"
#include "engine/core/progress.h"
#include "engine/nn/device.h"

namespace heser {

/// How far the refinement network may change the aligned head.
struct RefinementOptions {
  double amount = 1;

  template <typename Self, typename Visitor>
  static void VisitOptions(Self& self, Visitor&& visit) {
    visit(self.amount, OptionInfo{"amount", "amount", 0, 1,
                                  "How far a network mends what a source that looks aside "
                                  "leaves stretched or missing; 0: pure geometry."});
  }
  void Check() const { CheckOptions(*this, "refinement"); }
};

/// What is added to an aligned head, in its head crop (HeadCropFromPhoto, side S).
struct HeadCorrection {
  cv::Mat3f color;  ///< RGB units of 0 to 1.
  cv::Mat1f alpha;
};

/// The refinement network of the aligner (compact preset; see RefinementNetwork). Const functions
/// are thread-safe: the network is only read.
class HeadRefiner {
 public:
  /// Throws Error{kBadModel} if the file is missing, damaged or of another network.
  static HeadRefiner Load(const std::filesystem::path& file, const Device& device);
  /// With weights that change nothing.
  static HeadRefiner Untrained(const Device& device);
  HeadRefiner(HeadRefiner&&) noexcept;
  HeadRefiner& operator=(HeadRefiner&&) noexcept;
  ~HeadRefiner();

  /// What it would change of a head that AlignHeadAt made of these sources: only where and around
  /// where they showed it badly, the less the farther it looks aside (nothing from 35 degrees on)
  /// and the less it was turned (nothing up to 12 degrees). Sees nothing of the target but the
  /// head's pose and expression. Throws Error{kWrongUse} for no source, Cancelled.
  HeadCorrection Correct(const AlignedHead& head, const AlignerInput& input,
                         const Progress& progress) const;

 private:
  struct Network;
  explicit HeadRefiner(std::unique_ptr<Network> network);
  std::unique_ptr<Network> network_;
};

/// The head with `amount` (0 to 1) of a correction at its own resolution: the correction is brought
/// up smoothly and added, so that the head's own detail stays. Where its alpha grows, the nearest
/// colours and labels go on. Thread-safe.
AlignedHead ApplyCorrection(const AlignedHead& head, const HeadCorrection& correction,
                            double amount);

}  // namespace heser
