#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

#include "ui/measure/latency_meter.h"

namespace heser {

/// Of at least one value: the least value that so large a share of them (0 to 1) does not exceed.
double QuantileOf(std::vector<double> values, double share);

/// A line a step, for a terminal.
QString MeasureTable(const std::vector<StepFigures>& steps);

/// {"steps": [{"step", "seconds", "inputs", "unseen", "frame_ms": {"median", "p99", "worst"},
/// "own_ms": the same, "preview_ms": the same, "stall_ms", "own_stall_ms"}]}; what has no values is
/// left out.
QByteArray MeasureJson(const std::vector<StepFigures>& steps);

}  // namespace heser
