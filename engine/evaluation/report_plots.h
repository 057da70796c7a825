#pragma once

#include <string>
#include <vector>

#include "engine/evaluation/figures.h"

namespace heser {

/// One point of a plot.
struct PlotPoint {
  std::string name;  ///< Of the pair; the point links to #name.
  double value = 0;
};

/// The points of one kind, drawn on a line of their own.
struct PlotRow {
  std::string label;
  std::vector<PlotPoint> points;
};

/// The distribution of a figure as SVG: a row a kind, a dot a pair, a bar at the median, a thinner
/// one where nine of ten are at least as good. Colours come from the page's style sheet (classes
/// axis, dot, median, tail). Rows without points are left out; "" if none is left.
std::string DistributionPlot(const FigureInfo& info, const std::vector<PlotRow>& rows);

/// Text with what HTML and SVG give a meaning to replaced.
std::string EscapeMarkup(const std::string& text);

}  // namespace heser
