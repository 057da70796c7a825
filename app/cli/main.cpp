// heser: the engine in a terminal. Results go to standard output, progress and messages to standard
// error; exit codes stand in app/messages.h.
#include <QCoreApplication>
#include <csignal>
#include <cstdio>
#include <exception>
#include <sstream>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/failures.h"
#include "app/cli/standard_streams.h"
#include "app/cli/usage.h"
#include "app/messages.h"
#include "engine/core/error.h"
#include "engine/core/process_memory.h"

namespace {

void Say(const QString& sentence) {
  std::fprintf(stderr, "heser: %s\n", sentence.toUtf8().constData());
}

int Run(int argc, char** argv) {
  CLI::App app("HeSer Studio: puts a person's head on another photo's body.", "heser");
  app.set_version_flag("--version", HESER_VERSION);
  app.require_subcommand(1);
  heser::cli::AddSwapCommand(app);
  heser::cli::AddBatchCommand(app);
  heser::cli::AddRenderCommand(app);
  heser::cli::AddAnalyzeCommand(app);
  heser::cli::AddSettingsCommand(app);
  heser::cli::AddTrainCommand(app);
  heser::cli::AddEvaluateCommand(app);
  heser::cli::AddBenchCommand(app);
  try {
    // One that came while the program started.
    if (heser::cli::InterruptSwitch().IsCancelled()) throw heser::Cancelled();
    heser::cli::RequireValues(argc, argv);
    app.parse(argc, argv);
    return heser::kExitDone;
  } catch (const CLI::RuntimeError& outcome) {
    return outcome.get_exit_code();  // A command that went on after failures it has told.
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != 0) throw heser::cli::UsageError(app, error);
    heser::cli::RequireStandardOutput();
    std::ostringstream asked_for;  // Help or version.
    app.exit(error, asked_for, asked_for);
    heser::cli::Print(asked_for.str());
    return heser::kExitDone;
  }
}

/// Says what went wrong.
int Attempt(int argc, char** argv) {
  try {
    const int code = Run(argc, argv);
    if (code == heser::kExitDone) heser::cli::FinishPrinting();
    return code;
  } catch (const heser::Cancelled&) {
    Say(QStringLiteral("interrupted; nothing was written."));
    heser::cli::EndIsTold();
    return heser::kExitInterrupted;
  } catch (const std::exception& failure) {
    Say(heser::cli::Explain(failure));
    return heser::cli::ExitCodeOf(failure);
  }
}

}  // namespace

int main(int argc, char** argv) {
  heser::cli::KeepStandardStreams();
  heser::cli::InstallInterruptHandlers();
  heser::ConfigureProcessMemory();
  heser::ConfigureProcessThreads();
  QCoreApplication application(argc, argv);
  // A file beyond the size limit is an error of writing like any other.
  std::signal(SIGXFSZ, SIG_IGN);
  const int code = Attempt(argc, argv);
  // Libraries may wait for threads that they did not get.
  if (code == heser::kExitNoResources) {
    std::fflush(nullptr);
    ::_exit(code);
  }
  return code;
}
