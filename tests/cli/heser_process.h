#pragma once

#include <QFile>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <csignal>

namespace heser::test {

/// What a run of `heser` (HESER_COMMAND) ended with.
struct Outcome {
  int code = -1;  ///< -1: it crashed or took too long.
  QString output;
  QString errors;
};

/// What `process` ends with.
inline Outcome OutcomeOf(QProcess& process, int longest_ms) {
  if (!process.waitForFinished(longest_ms)) process.kill();
  Outcome outcome;
  outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
  outcome.output = QString::fromUtf8(process.readAllStandardOutput());
  outcome.errors = QString::fromUtf8(process.readAllStandardError());
  return outcome;
}

/// A run that gets a signal once it announces its first stage on standard error: from then on there
/// is work to interrupt. `repeats`: it gets it over and over until it ends. Code -1 if it announces
/// none.
inline Outcome InterruptHeser(const QStringList& words, int number = SIGINT, bool repeats = false) {
  constexpr int kLongestMs = 60000;
  QProcess process;
  // Who started this may have had it ignored.
  process.setChildProcessModifier([number] { std::signal(number, SIG_DFL); });
  process.start(QStringLiteral(HESER_COMMAND), words);
  process.setReadChannel(QProcess::StandardError);
  if (!process.waitForStarted() || !process.waitForReadyRead(kLongestMs)) {
    process.kill();
    process.waitForFinished();
    return {};
  }
  const auto id = static_cast<pid_t>(process.processId());
  ::kill(id, number);
  while (repeats && !process.waitForFinished(1) && process.state() == QProcess::Running) {
    ::kill(id, number);
  }
  return OutcomeOf(process, kLongestMs);
}

/// `variables` come to those of this process.
inline Outcome RunHeser(const QStringList& words, const QMap<QString, QString>& variables = {}) {
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const auto& [name, value] : variables.asKeyValueRange()) environment.insert(name, value);
  QProcess process;
  process.setProcessEnvironment(environment);
  process.start(QStringLiteral(HESER_COMMAND), words);
  return OutcomeOf(process, 120000);
}

/// A photo that comes with the sources.
inline QString Sample(const char* name) {
  return QStringLiteral(HESER_SOURCE_DIR "/docs/images/") + QLatin1String(name);
}

/// Nothing if it cannot be read.
inline QByteArray FileBytes(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// For people: "heser: ... ." and a line's end, nothing else.
inline bool IsOneSentence(const QString& errors) {
  return errors.startsWith("heser: ") && errors.endsWith(".\n") && errors.count('\n') == 1 &&
         !errors.contains(". ");
}

}  // namespace heser::test
