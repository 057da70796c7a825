#pragma once

#include <QObject>
#include <QString>

#include "app/document/swap_document.h"
#include "app/export/export_choices.h"
#include "app/export/export_desk.h"
#include "app/jobs/swap_runner.h"

namespace heser {

/// An export that follows by itself once the result is that of the document. GUI thread only; never
/// waits itself.
class AwaitedExport : public QObject {
  Q_OBJECT

 public:
  /// All of them must outlive it.
  AwaitedExport(const SwapDocument* document, SwapRunner* runner, ExportDesk* desk,
                QObject* parent = nullptr);

  /// In place of what was awaited before. Starts the swap if none is on; goes on waiting while the
  /// document changes. The document must be swappable.
  void Begin(const ExportChoices& choices, const QString& path);
  bool IsWaiting() const { return target_ != nullptr; }

 signals:
  /// No file was written to `path`: the swap failed, was cancelled, or is of another target now.
  void GivenUp(const QString& path);

 private:
  void HandleRunning(bool running);
  void GiveUp();

  const SwapDocument* document_;
  SwapRunner* runner_;
  ExportDesk* desk_;
  PhotoHandle target_;  ///< Of what is awaited; null: nothing is.
  ExportChoices choices_;
  QString path_;
};

}  // namespace heser
