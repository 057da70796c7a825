#include "engine/evaluation/statistics.h"

#include <algorithm>
#include <cmath>

namespace heser {
namespace {

constexpr double kTail = 0.9;

bool SaysHowGoodThePictureIs(Figure figure) {
  return figure != Figure::kSeconds && figure != Figure::kMemory;
}

/// Lower is better, whatever the figure is.
double Cost(double value, Figure figure) {
  return InfoOf(figure).better == Better::kHigher ? -value : value;
}

}  // namespace

double Quantile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return std::lerp(values[below], values[above], place - static_cast<double>(below));
}

double Median(std::vector<double> values) { return Quantile(std::move(values), 0.5); }

FigureSummary Summarize(const std::vector<Figures>& results, Figure figure) {
  std::vector<double> costs;
  for (const Figures& result : results) {
    if (result[figure]) costs.push_back(Cost(*result[figure], figure));
  }
  if (costs.empty()) return {};
  // Cost undoes itself: a sign.
  return {static_cast<int>(costs.size()), Cost(Median(costs), figure),
          Cost(Quantile(costs, kTail), figure), Cost(Quantile(costs, 1), figure)};
}

FigureChange CompareFigures(const std::vector<Figures>& from, const std::vector<Figures>& to,
                            Figure figure) {
  FigureChange change;
  std::vector<double> changes;
  // Less than tables show is no change.
  const double smallest = 0.5 * std::pow(10, -InfoOf(figure).decimals);
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (!from[i][figure] || !to[i][figure]) continue;
    const double difference = *to[i][figure] - *from[i][figure];
    changes.push_back(difference);
    if (Cost(difference, figure) < -smallest) ++change.better;
    if (Cost(difference, figure) > smallest) ++change.worse;
  }
  change.count = static_cast<int>(changes.size());
  if (!changes.empty()) change.median = Median(changes);
  return change;
}

std::vector<double> Badness(const std::vector<Figures>& results) {
  std::vector<double> sums(results.size());
  std::vector<int> counts(results.size());
  for (const FigureInfo& info : AllFigures()) {
    if (!SaysHowGoodThePictureIs(info.figure)) continue;
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (!results[i][info.figure]) continue;
      const double own = Cost(*results[i][info.figure], info.figure);
      double better = 0;
      double others = 0;
      for (std::size_t k = 0; k < results.size(); ++k) {
        if (k == i || !results[k][info.figure]) continue;
        const double cost = Cost(*results[k][info.figure], info.figure);
        ++others;
        better += cost < own ? 1 : cost == own ? 0.5 : 0;
      }
      if (others == 0) continue;
      sums[i] += better / others;
      ++counts[i];
    }
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (counts[i] > 0) sums[i] /= counts[i];
  }
  return sums;
}

}  // namespace heser
