#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace heser::test {

/// What a run of `heser` (HESER_COMMAND) ended with.
struct Outcome {
  int code = -1;  ///< -1: it crashed or took too long.
  QString output;
  QString errors;
};

inline Outcome RunHeser(const QStringList& words) {
  QProcess process;
  process.start(QStringLiteral(HESER_COMMAND), words);
  if (!process.waitForFinished(120000)) process.kill();
  Outcome outcome;
  outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
  outcome.output = QString::fromUtf8(process.readAllStandardOutput());
  outcome.errors = QString::fromUtf8(process.readAllStandardError());
  return outcome;
}

/// For people: "heser: ... ." and a line's end, nothing else.
inline bool IsOneSentence(const QString& errors) {
  return errors.startsWith("heser: ") && errors.endsWith(".\n") && errors.count('\n') == 1 &&
         !errors.contains(". ");
}

}  // namespace heser::test
