#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "app/jobs/worker_thread.h"
#include "app/messages.h"
#include "app/preferences/languages.h"
#include "app/preferences/preferences.h"
#include "engine/core/error.h"
#include "engine/core/process_memory.h"
#include "engine/nn/device.h"
#include "ui/main_window.h"
#include "ui/theme.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

/// How long a job that was told to stop may take until the process ends without it.
constexpr std::chrono::milliseconds kLastJobsLimit{3000};

struct StudioArguments {
  QStringList photos;
  QString device;
};

StudioArguments ParseArguments(const QApplication& application) {
  QCommandLineParser parser;
  parser.setApplicationDescription(QApplication::translate(
      "Studio",
      "Puts a person's head on another photo's body. Of several photos the last is the "
      "target, the others show the head."));
  parser.addHelpOption();
  parser.addVersionOption();
  const QCommandLineOption device(
      QStringLiteral("device"),
      QApplication::translate("Studio", "Where to compute: auto, cpu, cuda or cuda:N."),
      QStringLiteral("device"));
  parser.addOption(device);
  parser.addPositionalArgument(QStringLiteral("photo"),
                               QApplication::translate("Studio", "Photos to open."),
                               QStringLiteral("[photo...]"));
  parser.process(application);
  return {parser.positionalArguments(), parser.value(device)};
}

/// Whatever device is chosen when an engine is made; a command line's comes before the preference.
SwapEngineFactory EngineFactory(const QString& device_of_arguments) {
  return [device_of_arguments] {
    const QString device = device_of_arguments.isEmpty()
                               ? PreferenceValue(Preference::kDevice).toString()
                               : device_of_arguments;
    return PipelineEngineFactory(device.toStdString())();
  };
}

int RunStudio(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("HeSer"));
  QApplication::setApplicationName(QStringLiteral("HeSer Studio"));
  QApplication::setApplicationVersion(QStringLiteral(HESER_VERSION));
  ApplyLanguage(PreferenceValue(Preference::kLanguage).toString());
  const StudioArguments arguments = ParseArguments(application);
  if (!arguments.device.isEmpty()) {
    // A wrong word must be told now and not at the first swap.
    ResolveDevice(arguments.device.toStdString());
  }
  ApplyTheme(static_cast<Theme>(PreferenceValue(Preference::kTheme).toInt()));
  if (const int threads = PreferenceValue(Preference::kThreads).toInt(); threads > 0) {
    SetThreadCount(threads);
  }
  QApplication::setWindowIcon(ThemedIcon(QStringLiteral("heser_studio")));

  int exit_code = 0;
  {
    MainWindow window(EngineFactory(arguments.device));
    window.show();
    window.session()->OpenFiles(arguments.photos);
    exit_code = QApplication::exec();
  }
  if (!WorkerThread::WaitForLeftovers(kLastJobsLimit)) {
    // A job still computes: end without destroying what it uses.
    std::_Exit(exit_code);
  }
  return exit_code;
}

}  // namespace
}  // namespace heser

int main(int argc, char** argv) {
  heser::ConfigureProcessMemory();
  heser::ConfigureProcessThreads();
  try {
    return heser::RunStudio(argc, argv);
  } catch (const heser::Error& error) {
    std::fprintf(stderr, "heser-studio: %s\n", qUtf8Printable(heser::MessageFor(error)));
    return heser::ExitCodeFor(error);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "heser-studio: %s\n",
                 qUtf8Printable(heser::MessageForUnexpected(failure.what())));
    return heser::kExitNoResources;
  }
}
