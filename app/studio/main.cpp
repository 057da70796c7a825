#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QTemporaryDir>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>

#include "app/jobs/worker_thread.h"
#include "app/messages.h"
#include "app/preferences/languages.h"
#include "app/preferences/preferences.h"
#include "engine/core/error.h"
#include "engine/core/process_memory.h"
#include "engine/nn/device.h"
#include "engine/photo/atomic_file.h"
#include "ui/main_window.h"
#include "ui/measure/measure_report.h"
#include "ui/measure/window_driver.h"
#include "ui/theme.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

/// How long a job that was told to stop may take until the process ends without it.
constexpr std::chrono::milliseconds kLastJobsLimit{3000};

struct StudioArguments {
  QStringList photos;
  QString device;
  QString measure_script;
  QString measure_json;
};

/// What may stand on the command line.
struct StudioParser {
  QCommandLineParser parser;
  QCommandLineOption device{
      QStringLiteral("device"),
      QCoreApplication::translate("Studio", "Where to compute: auto, cpu, cuda or cuda:N."),
      QStringLiteral("device")};
  QCommandLineOption measure{
      QStringLiteral("measure"),
      QCoreApplication::translate("Studio",
                                  "Play the steps of a script on the window, print how long people "
                                  "would have waited, and leave."),
      QStringLiteral("script")};
  QCommandLineOption measure_json{
      QStringLiteral("measure-json"),
      QCoreApplication::translate("Studio", "Write what was measured to this file, too."),
      QStringLiteral("file")};

  StudioParser() {
    parser.setApplicationDescription(QCoreApplication::translate(
        "Studio",
        "Puts a person's head on another photo's body. Of several photos the last is the "
        "target, the others show the head."));
    // Qt's own words have one dash: "-reverse" is no "-v" among others.
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({device, measure, measure_json});
    parser.addPositionalArgument(
        QStringLiteral("photo"),
        QCoreApplication::translate("Studio", "Photos, or a project, to open."),
        QStringLiteral("[photo...]"));
  }
};

/// What is wrong with a command line that Qt does not take.
Error UsageError(const QCommandLineParser& parser) {
  const std::string help = "heser-studio --help";
  if (!parser.unknownOptionNames().isEmpty()) {
    const QString name = parser.unknownOptionNames().constFirst();
    return {ErrorKind::kWrongUse,
            (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")).toStdString() +
                name.toStdString(),
            "there is no such option, " + help + " lists what is known"};
  }
  QString text = parser.errorText();
  if (text.endsWith(QLatin1Char('.'))) text.chop(1);
  return {ErrorKind::kWrongUse, "heser-studio", text.toStdString() + ", see " + help};
}

/// Throws Error{kWrongUse}.
StudioArguments ParseArguments() {
  StudioParser studio;
  const QCommandLineParser& parser = studio.parser;
  if (!studio.parser.parse(QCoreApplication::arguments())) throw UsageError(parser);
  if (parser.isSet(studio.measure_json) && !parser.isSet(studio.measure)) {
    throw Error(ErrorKind::kWrongUse, "--measure-json",
                "there is nothing to write without --measure");
  }
  return {parser.positionalArguments(), parser.value(studio.device), parser.value(studio.measure),
          parser.value(studio.measure_json)};
}

void NameApplication() {
  QCoreApplication::setOrganizationName(QStringLiteral("HeSer"));
  QCoreApplication::setApplicationName(QStringLiteral("HeSer Studio"));
  QCoreApplication::setApplicationVersion(QStringLiteral(HESER_VERSION));
}

/// What Qt is to say where it finds no display; there it ends the process by itself.
QByteArray& NoDisplaySentence() {
  static QByteArray sentence;
  return sentence;
}

/// Answers what needs no display, and gets ready for there being none.
void PrepareForDisplay(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  NameApplication();
  ApplyLanguage(PreferenceValue(Preference::kLanguage).toString());
  StudioParser studio;
  // Words that are Qt's own, or wrong, are looked at when there is a display.
  studio.parser.parse(QCoreApplication::arguments());
  const bool asks_for_help = studio.parser.isSet(QStringLiteral("help")) ||
                             studio.parser.isSet(QStringLiteral("help-all"));
  if (asks_for_help) studio.parser.showHelp(kExitDone);
  if (studio.parser.isSet(QStringLiteral("version"))) studio.parser.showVersion();
  NoDisplaySentence() = MessageForNoDisplay().toUtf8();
}

/// Hears Qt while it looks for the display: warnings of parts that it tries one after the other say
/// nothing to people.
void HearNoDisplay(QtMsgType type, const QMessageLogContext&, const QString&) {
  if (type != QtFatalMsg) return;
  std::fprintf(stderr, "heser-studio: %s\n", NoDisplaySentence().constData());
  std::_Exit(kExitNoResources);
}

/// Ends the process with a sentence if there is no display.
class StudioApplication : public QApplication {
 public:
  StudioApplication(int& argc, char** argv) : QApplication(argc, Listened(argv)) {
    qInstallMessageHandler(nullptr);
  }

 private:
  static char** Listened(char** argv) {
    qInstallMessageHandler(&HearNoDisplay);
    return argv;
  }
};

/// Whatever device is chosen when an engine is made; a command line's comes before the preference.
SwapEngineFactory EngineFactory(const QString& device_of_arguments) {
  return [device_of_arguments] {
    const QString device = device_of_arguments.isEmpty()
                               ? PreferenceValue(Preference::kDevice).toString()
                               : device_of_arguments;
    return PipelineEngineFactory(device.toStdString())();
  };
}

int TellFailure(const Error& error) {
  std::fprintf(stderr, "heser-studio: %s\n", qUtf8Printable(MessageFor(error)));
  return ExitCodeFor(error);
}

/// In place of the event loop; returns the exit code.
int Measure(MainWindow& window, const StudioArguments& arguments) try {
  const QString& script = arguments.measure_script;
  const std::vector<MeasureStep> steps = ReadMeasureScript(script);
  WindowDriver driver(&window, QFileInfo(script).absolutePath());
  const std::vector<StepFigures> figures = driver.Play(steps, script);
  window.session()->project_desk()->ForgetRecovery();
  // "-" is standard output: what a program reads there stands alone.
  const bool prints_json = arguments.measure_json == QLatin1String("-");
  const QByteArray printed = prints_json ? MeasureJson(figures) : MeasureTable(figures).toUtf8();
  std::fputs(printed.constData(), stdout);
  if (!arguments.measure_json.isEmpty() && !prints_json) {
    AtomicFile file(arguments.measure_json.toStdString());
    file.Write(MeasureJson(figures).toStdString());
    file.Commit();
  }
  return kExitDone;
} catch (const Error& error) {
  // While the window is still there: what its threads use must not go before they end.
  return TellFailure(error);
}

int RunStudio(int argc, char** argv) {
  PrepareForDisplay(argc, argv);
  const StudioApplication application(argc, argv);
  NameApplication();
  ApplyLanguage(PreferenceValue(Preference::kLanguage).toString());
  const StudioArguments arguments = ParseArguments();
  if (!arguments.device.isEmpty()) {
    // A wrong word must be told now and not at the first swap.
    ResolveDevice(arguments.device.toStdString());
  }
  if (!arguments.measure_script.isEmpty()) {
    // Settings and recent files of its own: people's stay as they are, and figures can be compared.
    QApplication::setApplicationName(QStringLiteral("HeSer Studio Measurements"));
    ApplyLanguage(PreferenceValue(Preference::kLanguage).toString());
  }
  ApplyTheme(static_cast<Theme>(PreferenceValue(Preference::kTheme).toInt()));
  if (const int threads = PreferenceValue(Preference::kThreads).toInt(); threads > 0) {
    SetThreadCount(threads);
  }
  QApplication::setWindowIcon(ThemedIcon(QStringLiteral("heser_studio")));

  int exit_code = 0;
  {
    const bool measures = !arguments.measure_script.isEmpty();
    // Work of people, or of a measurement that was killed, is not measured.
    std::optional<QTemporaryDir> own_recovery;
    if (measures) own_recovery.emplace();
    MainWindow window(EngineFactory(arguments.device), EngineFaceMeasure(),
                      measures ? own_recovery->path() : QString());
    window.show();
    if (measures) {
      exit_code = Measure(window, arguments);
    } else {
      window.LeaveOnSignals();
      window.session()->OpenFiles(arguments.photos);
      exit_code = QApplication::exec();
    }
  }
  if (!WorkerThread::WaitForLeftovers(kLastJobsLimit)) {
    // A job still computes: end without destroying what it uses. What was printed is not lost.
    std::fflush(stdout);
    std::_Exit(exit_code);
  }
  return exit_code;
}

}  // namespace
}  // namespace heser

int main(int argc, char** argv) {
  // Who reads the messages of the window may leave; what is being worked on must not go with that.
  std::signal(SIGPIPE, SIG_IGN);
  heser::ConfigureProcessMemory();
  heser::ConfigureProcessThreads();
  try {
    return heser::RunStudio(argc, argv);
  } catch (const heser::Error& error) {
    return heser::TellFailure(error);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "heser-studio: %s\n",
                 qUtf8Printable(heser::MessageForUnexpected(failure.what())));
    return heser::kExitNoResources;
  }
}
