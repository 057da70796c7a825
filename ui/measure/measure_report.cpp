#include "ui/measure/measure_report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <utility>

namespace heser {
namespace {

constexpr double kTail = 0.99;
constexpr int kStepWidth = 34;
constexpr int kFigureWidth = 9;

QString Figure(const std::vector<double>& values, double share) {
  return values.empty() ? QStringLiteral("-") : QString::number(QuantileOf(values, share), 'f', 1);
}

QJsonObject Summary(const std::vector<double>& values) {
  return {{"median", QuantileOf(values, 0.5)},
          {"p99", QuantileOf(values, kTail)},
          {"worst", QuantileOf(values, 1)}};
}

QString Line(const QString& step, const QStringList& figures) {
  QString line = step.left(kStepWidth - 1).leftJustified(kStepWidth);
  for (const QString& figure : figures) line += figure.rightJustified(kFigureWidth);
  return line + QLatin1Char('\n');
}

}  // namespace

double QuantileOf(std::vector<double> values, double share) {
  const auto rank = static_cast<std::size_t>(
      std::max(0.0, std::ceil(share * static_cast<double>(values.size())) - 1));
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(rank));
  return values[rank];
}

QString MeasureTable(const std::vector<StepFigures>& steps) {
  QString table =
      Line(QStringLiteral("milliseconds"), {"inputs", "unseen", "median", "p99", "worst", "own p99",
                                            "preview", "worst", "stall", "own"});
  for (const StepFigures& step : steps) {
    table += Line(step.step,
                  {QString::number(step.frames.size()), QString::number(step.unseen),
                   Figure(step.frames, 0.5), Figure(step.frames, kTail), Figure(step.frames, 1),
                   Figure(step.own_frames, kTail), Figure(step.previews, 0.5),
                   Figure(step.previews, 1), QString::number(step.longest_stall, 'f', 1),
                   QString::number(step.longest_own_stall, 'f', 1)});
  }
  return table;
}

QByteArray MeasureJson(const std::vector<StepFigures>& steps) {
  QJsonArray lines;
  for (const StepFigures& step : steps) {
    QJsonObject line{{"step", step.step},
                     {"seconds", step.seconds},
                     {"inputs", static_cast<int>(step.frames.size()) + step.unseen},
                     {"unseen", step.unseen},
                     {"stall_ms", step.longest_stall},
                     {"own_stall_ms", step.longest_own_stall}};
    const std::pair<const char*, const std::vector<double>*> samples[] = {
        {"frame_ms", &step.frames}, {"own_ms", &step.own_frames}, {"preview_ms", &step.previews}};
    for (const auto& [name, values] : samples) {
      if (!values->empty()) line.insert(QLatin1String(name), Summary(*values));
    }
    lines.push_back(line);
  }
  return QJsonDocument(QJsonObject{{"steps", lines}}).toJson();
}

}  // namespace heser
