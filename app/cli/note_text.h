#pragma once

#include <QString>
#include <QStringList>

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

/// MessageForLead, with the option that chooses another source in brackets.
QString LeadText(const QString& name);

}  // namespace heser::cli
