#pragma once

#include <QString>

#include "app/batch/batch_swap.h"
#include "app/export/export_choices.h"

namespace heser {

/// Where the pictures of the editor's batch go and how they are written.
struct BatchChoices {
  QString folder;                                      ///< Empty: none was chosen yet.
  QString pattern = QStringLiteral("{name} swapped");  ///< See OutputNameFor.
  ExistingFile existing = ExistingFile::kNewName;
  ExportChoices file;
};

/// Whether a batch can be begun with them.
bool AreUsable(const BatchChoices& choices);

/// The choices made last, and those for the next time; with QSettings.
BatchChoices RememberedBatchChoices();
void RememberBatchChoices(const BatchChoices& choices);

}  // namespace heser
