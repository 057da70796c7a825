#include "engine/evaluation/report_plots.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>

#include "engine/evaluation/report_tables.h"
#include "engine/evaluation/statistics.h"

namespace heser {
namespace {

// Of the drawing, in its own units.
constexpr double kLabelWidth = 170;
constexpr double kPlotWidth = 360;
constexpr double kRight = 24;
constexpr double kRowHeight = 20;
constexpr double kAxisHeight = 22;
constexpr int kTicks = 4;

/// 1, 2 or 5 times a power of ten, about a kTicks-th of the range.
double TickStep(double range) {
  const double rough = range / kTicks;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) return factor * power;
  }
  return 10 * power;
}

struct Axis {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  double step = 1;

  explicit Axis(const std::vector<PlotRow>& rows) {
    for (const PlotRow& row : rows) {
      for (const PlotPoint& point : row.points) {
        low = std::min(low, point.value);
        high = std::max(high, point.value);
      }
    }
    if (high - low < 1e-9) high = low + 1;
    step = TickStep(high - low);
    low = std::floor(low / step) * step;
    high = std::ceil(high / step) * step;
  }
  double X(double value) const { return kLabelWidth + (value - low) / (high - low) * kPlotWidth; }
};

void DrawAxis(std::ostringstream& svg, const FigureInfo& info, const Axis& axis, double bottom) {
  // Ticks may need one decimal more than values do.
  FigureInfo ticks = info;
  ticks.decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(axis.step) - 1e-9)));
  const long steps = std::lround((axis.high - axis.low) / axis.step);
  for (long i = 0; i <= steps; ++i) {
    const double value = axis.low + static_cast<double>(i) * axis.step;
    const double x = axis.X(value);
    svg << "<line class=\"axis\" x1=\"" << x << "\" x2=\"" << x << "\" y1=\"0\" y2=\"" << bottom
        << "\"/><text x=\"" << x << "\" y=\"" << bottom + 15 << "\" text-anchor=\"middle\">"
        << FigureText(ticks, value) << "</text>";
  }
}

void DrawMark(std::ostringstream& svg, const char* style, double x, double y) {
  svg << "<line class=\"" << style << "\" x1=\"" << x << "\" x2=\"" << x << "\" y1=\"" << y - 8
      << "\" y2=\"" << y + 8 << "\"/>";
}

void DrawRow(std::ostringstream& svg, const FigureInfo& info, const PlotRow& row, const Axis& axis,
             double y) {
  svg << "<text x=\"" << kLabelWidth - 12 << "\" y=\"" << y + 4 << "\" text-anchor=\"end\">"
      << EscapeMarkup(row.label) << "</text>";
  std::vector<Figures> figures;
  for (const PlotPoint& point : row.points) {
    figures.emplace_back()[info.figure] = point.value;
    svg << "<a href=\"#" << EscapeMarkup(point.name) << "\"><circle class=\"dot\" cx=\""
        << axis.X(point.value) << "\" cy=\"" << y << "\" r=\"4\"><title>"
        << EscapeMarkup(point.name) << ": " << FigureText(info, point.value)
        << "</title></circle></a>";
  }
  const FigureSummary summary = Summarize(figures, info.figure);
  DrawMark(svg, "tail", axis.X(summary.tail), y);
  DrawMark(svg, "median", axis.X(summary.median), y);
}

}  // namespace

std::string EscapeMarkup(const std::string& text) {
  std::string escaped;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += letter;
    }
  }
  return escaped;
}

std::string DistributionPlot(const FigureInfo& info, const std::vector<PlotRow>& rows) {
  std::vector<PlotRow> drawn = rows;
  std::erase_if(drawn, [](const PlotRow& row) { return row.points.empty(); });
  if (drawn.empty()) return {};
  const Axis axis(drawn);
  const double bottom = kRowHeight * static_cast<double>(drawn.size());
  std::ostringstream svg;
  svg.precision(6);
  svg << "<svg viewBox=\"0 0 " << kLabelWidth + kPlotWidth + kRight << ' ' << bottom + kAxisHeight
      << "\" role=\"img\" aria-label=\"Distribution of " << EscapeMarkup(info.title) << "\">";
  DrawAxis(svg, info, axis, bottom);
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    DrawRow(svg, info, drawn[i], axis, kRowHeight * (static_cast<double>(i) + 0.5));
  }
  svg << "</svg>";
  return svg.str();
}

}  // namespace heser
