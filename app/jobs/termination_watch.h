#pragma once

#include <QObject>

namespace heser {

/// Hears that the process is told to end (SIGTERM, SIGINT, SIGHUP) and says so in its event loop,
/// so that there is time to keep unsaved work. Those that are ignored stay so. A second signal of
/// the same kind ends the process at once. One at a time; GUI thread only.
class TerminationWatch : public QObject {
  Q_OBJECT

 public:
  explicit TerminationWatch(QObject* parent = nullptr);
  /// Signals end the process from then on, as before.
  ~TerminationWatch() override;

 signals:
  void Requested();

 private:
  int reading_end_ = -1;
};

}  // namespace heser
