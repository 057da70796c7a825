#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/evaluation/figures.h"

namespace heser {

/// The value below which a share of the values lies, interpolated linearly; `values` not empty,
/// `share` 0 to 1.
double Quantile(std::vector<double> values, double share);
double Median(std::vector<double> values);

/// A figure over several results.
struct FigureSummary {
  int count = 0;
  double median = 0;
  double tail = 0;  ///< Nine of ten results are at least as good.
  double worst = 0;
};

/// Summary of the results that have the figure; count 0 if none has.
FigureSummary Summarize(const std::vector<Figures>& results, Figure figure);

/// How results changed, pair by pair, from one way of making them to another.
struct FigureChange {
  int count = 0;      ///< Pairs that have the figure in both.
  double median = 0;  ///< Of the changes `to` - `from`.
  int better = 0;     ///< How many changed for the better, and for the worse, as far as is shown.
  int worse = 0;
};

/// Change of a figure between two lists of the same pairs, in the same order.
FigureChange CompareFigures(const std::vector<Figures>& from, const std::vector<Figures>& to,
                            Figure figure);

/// How bad each result is among the others, 0 (best in every figure) to 1 (worst in every one): the
/// mean of its ranks over those figures that say how good a picture is (not time and memory).
std::vector<double> Badness(const std::vector<Figures>& results);

}  // namespace heser
