#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "engine/pipeline/swap_pipeline.h"

namespace heser::cli {

/// Where a command was told what to do, and so where a person changes it.
enum class ToldBy {
  kOptions,  ///< The options of `heser swap`.
  kJob,      ///< The keys of a job of `heser batch`.
  kProject,  ///< A project file: the editor changes it.
};

/// MessageFor, with what has to be typed for what it advises in brackets at its end, if anything.
QString NoteText(const SwapWarning& warning, const QStringList& source_names,
                 const QString& target_name, ToldBy told_by);

/// MessageForLead of a source, from 0, with what chooses another in brackets, if anything.
QString LeadText(const QStringList& source_names, std::size_t lead, ToldBy told_by);

/// What the photos of a request are called in sentences.
struct PhotoNames {
  QStringList sources;
  QString target;
};

/// By the files that they were read from.
PhotoNames NamesOf(const SwapRequest& request);

/// All that is said beside a result, a sentence each; `lead` is that of ChosenLead.
QStringList NoteTexts(const std::vector<SwapWarning>& warnings, std::optional<std::size_t> lead,
                      const PhotoNames& names, ToldBy told_by);

/// The same, printed for people.
void PrintNotes(const QStringList& notes);

}  // namespace heser::cli
