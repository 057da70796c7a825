#include "app/batch/batch_choices.h"

#include <QCoreApplication>
#include <QSettings>

#include "app/batch/output_names.h"

namespace heser {
namespace {

constexpr char kFolderKey[] = "batch/folder";
constexpr char kPatternKey[] = "batch/pattern";
constexpr char kExistingKey[] = "batch/existing";

/// As a single picture is called when it is exported.
QString UsualPattern() {
  return QCoreApplication::translate("heser::MainWindow", "%1 swapped")
      .arg(QLatin1String(kNameWord));
}

}  // namespace

bool AreUsable(const BatchChoices& choices) {
  return !choices.folder.isEmpty() && IsUsablePattern(choices.pattern);
}

BatchChoices RememberedBatchChoices() {
  const QSettings settings;
  BatchChoices choices;
  choices.folder = settings.value(kFolderKey).toString();
  const QString pattern = settings.value(kPatternKey).toString();
  choices.pattern = IsUsablePattern(pattern) ? pattern : UsualPattern();
  // To replace is asked for anew every time.
  const bool keeps = settings.value(kExistingKey).toInt() == static_cast<int>(ExistingFile::kKeep);
  choices.existing = keeps ? ExistingFile::kKeep : ExistingFile::kNewName;
  choices.file = RememberedExportChoices(ExportUse::kBatch);
  return choices;
}

void RememberBatchChoices(const BatchChoices& choices) {
  QSettings settings;
  settings.setValue(kFolderKey, choices.folder);
  settings.setValue(kPatternKey, choices.pattern);
  settings.setValue(kExistingKey, static_cast<int>(choices.existing));
  RememberExportChoices(choices.file, ExportUse::kBatch);
}

}  // namespace heser
