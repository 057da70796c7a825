#pragma once

#include <QString>
#include <QStringList>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/error.h"
#include "engine/pipeline/swap_pipeline.h"

namespace heser {

struct ProjectRemark;

/// What a program ends with; scripts rely on these numbers.
inline constexpr int kExitDone = 0;
inline constexpr int kExitWrongUse = 1;
inline constexpr int kExitBadInput = 2;
inline constexpr int kExitCannotWrite = 3;
inline constexpr int kExitNoResources =
    4;  ///< Out of memory, or a device or another process failed.
inline constexpr int kExitInterrupted = 130;

int ExitCodeFor(const Error& error);

/// How a message names a file: as it was given (terminal) or by its last part alone (window).
enum class SubjectForm { kAsGiven, kFileName };

/// Names of files, and what stands in them, may hold line breaks and what steers a terminal: those
/// as question marks. From UTF-8. Thread-safe.
QString Printable(const std::string& bytes);

/// One translated sentence that says which file or setting it is about, what is wrong and what to
/// do. Thread-safe as far as QCoreApplication::translate is.
QString MessageFor(const Error& error, SubjectForm form = SubjectForm::kAsGiven);

/// The same for failures that are no heser::Error, of which nothing but a technical text is known.
QString MessageForUnexpected(std::string_view technical_text);

/// One translated sentence for an editor that finds no display to show its window on.
QString MessageForNoDisplay();

/// One translated sentence on which of several sources the program chose to lead, and why; `name`
/// is what it is called, `number` its place among so many `sources`, from 1.
QString MessageForLead(const QString& name, std::size_t number, std::size_t sources);

/// One translated sentence that names further files of which it was told of others why they cannot
/// be used.
QString MessageForOthers(const QStringList& names);

/// One translated sentence on a remark. `source_names` are what the sources of the request are
/// called, in its order, `target_name` what the target is called.
QString MessageFor(const SwapWarning& warning, const QStringList& source_names,
                   const QString& target_name);

/// The same on a source in a word or two, for a place that has room for no more; empty where that
/// is said in another way. `sources` is how many there are.
QString BriefFor(SwapWarning::Kind kind, std::size_t sources);

/// One translated sentence on all that a project lost when it was opened. `remarks` is not empty;
/// `project` is what the project is called.
QString MessageFor(const std::vector<ProjectRemark>& remarks, const QString& project);

/// What people call a stage ("Aligning the head"), from its identifier in progress reports and
/// times. Identifiers that it does not know are returned as they are.
QString StageName(std::string_view stage);

}  // namespace heser
