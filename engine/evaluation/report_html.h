#pragma once

#include <string>

#include "engine/evaluation/evaluation.h"

namespace heser {

/// The report as one HTML page that asks nothing of a network; pictures lie beside it as
/// EvaluationOptions::folder says. Summary a kind, distributions, what each variant changes, and
/// every pair, worst first. Thread-safe.
std::string HtmlReport(const Evaluation& evaluation);

}  // namespace heser
