#include "ui/measure/measure_script.h"

#include <QFile>
#include <QProcess>
#include <algorithm>
#include <iterator>

#include "engine/core/error.h"

namespace heser {
namespace {

/// A step's name, how many words follow it, and how many numbers at the most after those.
struct StepRule {
  const char* name;
  MeasureAction action;
  int fewest_words;
  int most_words;
  int fewest_numbers;
  int most_numbers;
};

constexpr int kMostPhotos = 64;
constexpr int kLargestNumber = 100000;

constexpr StepRule kStepRules[] = {
    {"window", MeasureAction::kWindow, 0, 0, 2, 2},
    {"open", MeasureAction::kOpen, 1, kMostPhotos, 0, 0},
    {"swap", MeasureAction::kSwap, 0, 0, 0, 0},
    {"rest", MeasureAction::kRest, 0, 0, 0, 0},
    {"view", MeasureAction::kView, 1, 1, 0, 0},
    {"tool", MeasureAction::kTool, 1, 1, 0, 0},
    {"class", MeasureAction::kClass, 1, 1, 0, 0},
    {"brush", MeasureAction::kBrush, 0, 0, 1, 1},
    {"stroke", MeasureAction::kStroke, 0, 0, 1, 2},
    {"line", MeasureAction::kLine, 0, 0, 4, 4},
    {"drag-head", MeasureAction::kDragHead, 0, 0, 1, 2},
    {"setting", MeasureAction::kSetting, 1, 1, 1, 1},
    {"zoom", MeasureAction::kZoom, 0, 0, 1, 1},
    {"pan", MeasureAction::kPan, 0, 0, 1, 1},
    {"undo", MeasureAction::kUndo, 0, 0, 1, 1},
    {"redo", MeasureAction::kRedo, 0, 0, 1, 1},
    {"press", MeasureAction::kPress, 1, 1, 0, 0},
    {"close", MeasureAction::kClose, 0, 0, 0, 0},
    {"grab", MeasureAction::kGrab, 1, 1, 0, 0},
};

bool IsWithin(qsizetype count, int fewest, int most) { return count >= fewest && count <= most; }

/// False where the line is no step.
bool ParseStep(const QString& line, MeasureStep& step) {
  QStringList words = QProcess::splitCommand(line);
  const QString name = words.takeFirst();
  const auto* rule = std::ranges::find_if(
      kStepRules, [&](const StepRule& known) { return name == QLatin1String(known.name); });
  if (rule == std::end(kStepRules)) return false;
  step.action = rule->action;
  step.text = line;
  while (!words.isEmpty() && step.words.size() < rule->most_words) {
    step.words.push_back(words.takeFirst());
  }
  for (const QString& word : words) {
    bool is_number = false;
    step.numbers.push_back(word.toInt(&is_number));
    if (!is_number || !IsWithin(step.numbers.back(), 1, kLargestNumber)) return false;
  }
  return IsWithin(step.words.size(), rule->fewest_words, rule->most_words) &&
         IsWithin(std::ssize(step.numbers), rule->fewest_numbers, rule->most_numbers);
}

}  // namespace

std::vector<MeasureStep> ReadMeasureScript(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
    throw Error(ErrorKind::kFileNotFound, path.toStdString());
  }
  std::vector<MeasureStep> steps;
  for (int number = 1; !file.atEnd(); ++number) {
    const QString line = QString::fromUtf8(file.readLine()).section(QLatin1Char('#'), 0, 0);
    if (line.trimmed().isEmpty()) continue;
    MeasureStep step;
    if (!ParseStep(line.trimmed(), step)) {
      throw Error(ErrorKind::kBadFile, path.toStdString(), "line " + std::to_string(number));
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace heser
