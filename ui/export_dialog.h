#pragma once

#include <QDialog>
#include <functional>

#include "app/export/export_choices.h"
#include "app/jobs/swap_session.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;
class QTimer;

namespace heser {

/// What of the result is exported and how, with the size that the file will have. It never blocks;
/// what was chosen is remembered for the next time.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  /// Asks where to put the file, given a name with its extension, and calls `receiver` unless
  /// people change their minds.
  using PathChooser = std::function<void(ExportDialog* parent, const ExportChoices& choices,
                                         const std::function<void(const QString& path)>& receiver)>;

  /// There must be a result.
  ExportDialog(SwapSession* session, PathChooser chooser, QWidget* parent = nullptr);

  const ExportChoices& choices() const { return choices_; }
  void SetChoices(const ExportChoices& choices);

 private:
  void MakeControls();
  void LayOut();
  QWidget* MakeQualityRow();
  void TakeChoices();
  void Refresh();
  void RefreshDepths();
  void Measure();
  void ShowSize(qint64 bytes);
  void ChoosePath();

  SwapSession* session_;
  PathChooser chooser_;
  ExportChoices choices_;
  QTimer* measure_timer_;
  QButtonGroup* subject_group_ = nullptr;
  QComboBox* format_box_ = nullptr;
  QCheckBox* exact_box_ = nullptr;
  QWidget* quality_row_ = nullptr;
  QSlider* quality_slider_ = nullptr;
  QSpinBox* quality_field_ = nullptr;
  QComboBox* depth_box_ = nullptr;
  QComboBox* metadata_box_ = nullptr;
  QCheckBox* settings_box_ = nullptr;
  QLabel* stale_note_ = nullptr;
  QLabel* size_label_ = nullptr;
  QFormLayout* form_ = nullptr;
  QPushButton* export_button_ = nullptr;
};

}  // namespace heser
