#pragma once

#include <string>
#include <vector>

#include "engine/evaluation/evaluation.h"
#include "engine/evaluation/statistics.h"

/// What a report says in numbers. All functions are thread-safe.
namespace heser {

/// A value as tables print it: the figure's decimals, without unit.
std::string FigureText(const FigureInfo& info, double value);

/// Figures of a variant's records that are done, of one kind or, for "all", of every kind.
std::vector<Figures> FiguresOf(const VariantRecords& variant, const std::string& kind);

/// The kinds of a variant's records in their order, after "all".
std::vector<std::string> KindsOf(const VariantRecords& variant);

/// How a variant's figures differ from `full`'s over the pairs that both did.
FigureChange ChangeOf(const VariantRecords& full, const VariantRecords& variant,
                      const std::string& kind, Figure figure);

/// The whole as text for a terminal: medians and worst values a kind, what each variant changes,
/// and what failed.
std::string TextReport(const Evaluation& evaluation);

/// One line a result: variant, name, kind, every figure, failure (RFC 4180).
std::string CsvReport(const Evaluation& evaluation);

/// {"device", "variants": [{"name", "title", "kinds": {KIND: {FIGURE: {"count", "median", "tail",
/// "worst"}}}, "changes": {...}, "results": [...]}], ...}.
std::string JsonReport(const Evaluation& evaluation);

}  // namespace heser
