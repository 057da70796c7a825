#include "ui/measure/measure_script.h"

#include <QFile>
#include <QProcess>
#include <algorithm>
#include <iterator>
#include <string>

namespace heser {
namespace {

/// A step's name, what follows it, how many words that is, and how many numbers at the most after
/// those.
struct StepRule {
  const char* name;
  const char* arguments;
  MeasureAction action;
  int fewest_words;
  int most_words;
  int fewest_numbers;
  int most_numbers;
};

constexpr int kMostPhotos = 64;
constexpr int kLargestNumber = 100000;

constexpr StepRule kStepRules[] = {
    {"window", " WIDTH HEIGHT", MeasureAction::kWindow, 0, 0, 2, 2},
    {"open", " PHOTO...", MeasureAction::kOpen, 1, kMostPhotos, 0, 0},
    {"swap", "", MeasureAction::kSwap, 0, 0, 0, 0},
    {"rest", "", MeasureAction::kRest, 0, 0, 0, 0},
    {"view", " NAME", MeasureAction::kView, 1, 1, 0, 0},
    {"tool", " NAME", MeasureAction::kTool, 1, 1, 0, 0},
    {"class", " NAME", MeasureAction::kClass, 1, 1, 0, 0},
    {"brush", " RADIUS", MeasureAction::kBrush, 0, 0, 1, 1},
    {"stroke", " COUNT [POINTS]", MeasureAction::kStroke, 0, 0, 1, 2},
    {"line", " X Y X Y", MeasureAction::kLine, 0, 0, 4, 4},
    {"drag-head", " COUNT [POINTS]", MeasureAction::kDragHead, 0, 0, 1, 2},
    {"setting", " KEY COUNT", MeasureAction::kSetting, 1, 1, 1, 1},
    {"zoom", " COUNT", MeasureAction::kZoom, 0, 0, 1, 1},
    {"pan", " COUNT", MeasureAction::kPan, 0, 0, 1, 1},
    {"undo", " COUNT", MeasureAction::kUndo, 0, 0, 1, 1},
    {"redo", " COUNT", MeasureAction::kRedo, 0, 0, 1, 1},
    {"press", " KEYS", MeasureAction::kPress, 1, 1, 0, 0},
    {"close", "", MeasureAction::kClose, 0, 0, 0, 0},
    {"grab", " FILE", MeasureAction::kGrab, 1, 1, 0, 0},
};

QString KnownSteps() {
  QStringList names;
  for (const StepRule& rule : kStepRules) names << QLatin1String(rule.name);
  return names.join(QStringLiteral(", "));
}

bool IsWithin(qsizetype count, int fewest, int most) { return count >= fewest && count <= most; }

/// Reads step.text into the rest of the step; says what is wrong with it, nothing if all is well.
QString ParseStep(MeasureStep& step) {
  QStringList words = QProcess::splitCommand(step.text);
  const QString name = words.isEmpty() ? QString() : words.takeFirst();
  const auto* rule = std::ranges::find_if(
      kStepRules, [&](const StepRule& known) { return name == QLatin1String(known.name); });
  if (rule == std::end(kStepRules)) {
    return QStringLiteral("there is no such step, only ") + KnownSteps();
  }
  step.action = rule->action;
  while (!words.isEmpty() && step.words.size() < rule->most_words) {
    step.words.push_back(words.takeFirst());
  }
  const bool fits = IsWithin(step.words.size(), rule->fewest_words, rule->most_words) &&
                    IsWithin(words.size(), rule->fewest_numbers, rule->most_numbers);
  if (!fits) {
    return QStringLiteral("is written ") + QLatin1String(rule->name) +
           QLatin1String(rule->arguments);
  }
  for (const QString& word : words) {
    bool is_number = false;
    step.numbers.push_back(word.toInt(&is_number));
    if (!is_number || !IsWithin(step.numbers.back(), 1, kLargestNumber)) {
      return QStringLiteral("%1 is no whole number from 1 to %2").arg(word).arg(kLargestNumber);
    }
  }
  return {};
}

}  // namespace

std::vector<MeasureStep> ReadMeasureScript(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
    throw Error(ErrorKind::kFileNotFound, path.toStdString());
  }
  std::vector<MeasureStep> steps;
  for (int number = 1; !file.atEnd(); ++number) {
    const QByteArray bytes = file.readLine();
    if (bytes.contains('\0') || !bytes.isValidUtf8()) {
      throw Error(ErrorKind::kBadFile, path.toStdString(),
                  "line " + std::to_string(number) + ", what stands there is no text");
    }
    const QString line = QString::fromUtf8(bytes).section(QLatin1Char('#'), 0, 0);
    if (line.trimmed().isEmpty()) continue;
    MeasureStep step;
    step.text = line.trimmed();
    step.line = number;
    if (const QString fault = ParseStep(step); !fault.isEmpty()) {
      throw MeasureError(path, step, fault);
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

Error MeasureError(const QString& script, const MeasureStep& step, const QString& reason) {
  return {ErrorKind::kBadFile, script.toStdString(),
          QStringLiteral("line %1, %2: %3").arg(step.line).arg(step.text, reason).toStdString()};
}

}  // namespace heser
