#include "engine/core/progress.h"

#include <algorithm>
#include <utility>

#include "engine/core/error.h"

namespace heser {

Progress::Progress(Sink sink, CancelSwitch cancel)
    : sink_(std::move(sink)), cancel_(std::move(cancel)) {}

void Progress::Checkpoint() const {
  if (cancel_.IsCancelled()) throw Cancelled();
}

void Progress::Report(double fraction) const {
  Checkpoint();
  if (sink_) sink_(begin_ + (end_ - begin_) * std::clamp(fraction, 0.0, 1.0), stage_);
}

Progress Progress::Part(double begin, double end, std::string_view stage) const {
  Progress part = *this;
  part.begin_ = begin_ + (end_ - begin_) * begin;
  part.end_ = begin_ + (end_ - begin_) * end;
  if (!stage.empty()) part.stage_ = stage;
  return part;
}

Progress Progress::Unreported() const { return {Sink(), cancel_}; }

}  // namespace heser
