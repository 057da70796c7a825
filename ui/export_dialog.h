#pragma once

#include <QDialog>
#include <functional>

#include "app/export/export_choices.h"
#include "app/jobs/swap_session.h"

class QCheckBox;
class QLabel;
class QTimer;

namespace heser {

class ExportForm;
class WarningBox;

/// What of the result is exported and how, with the size that the file will have. It never blocks;
/// what was chosen is remembered for the next time. A result that is older than the last change is
/// warned of; the export then waits for the new one unless people want the old one. So is
/// transparency that the format does not hold.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  /// Asks where to put the file, given a name with its extension, and calls `receiver` unless
  /// people change their minds.
  using PathChooser = std::function<void(ExportDialog* parent, const ExportChoices& choices,
                                         const std::function<void(const QString& path)>& receiver)>;

  /// There must be a result.
  ExportDialog(SwapSession* session, PathChooser chooser, QWidget* parent = nullptr);

  const ExportChoices& choices() const;
  void SetChoices(const ExportChoices& choices);

 private:
  void LayOut();
  void Refresh();
  void Measure();
  void ShowMeasure(qint64 bytes, bool loses_alpha);
  /// Whether the result that is made now is exported instead of the one that is there.
  bool WaitsForNew() const;
  void ChoosePath();

  SwapSession* session_;
  PathChooser chooser_;
  QTimer* measure_timer_;
  ExportForm* form_ = nullptr;
  WarningBox* stale_warning_ = nullptr;
  WarningBox* alpha_warning_ = nullptr;
  QCheckBox* wait_box_ = nullptr;
  QLabel* size_label_ = nullptr;
};

}  // namespace heser
