#pragma once

#include <QWidget>

#include "app/export/export_choices.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QSlider;
class QSpinBox;

namespace heser {

/// The controls that say what is exported and how it is written. Offers only what the chosen format
/// holds.
class ExportForm : public QWidget {
  Q_OBJECT

 public:
  explicit ExportForm(QWidget* parent = nullptr);

  const ExportChoices& choices() const { return choices_; }
  void SetChoices(const ExportChoices& choices);
  /// Bits of the target's samples, 8 or 16; 0: that differs or is not known.
  void SetTargetDepth(int bits);

  /// For rows of others below.
  QFormLayout* rows() { return rows_; }

 signals:
  /// By hand.
  void Changed();

 private:
  void MakeControls();
  QWidget* MakeQualityRow();
  void LayOut();
  void TakeChoices();
  void Refresh();
  void RefreshDepths();

  ExportChoices choices_;
  int target_depth_ = 0;
  QButtonGroup* subject_group_ = nullptr;
  QComboBox* format_box_ = nullptr;
  QCheckBox* exact_box_ = nullptr;
  QWidget* quality_row_ = nullptr;
  QSlider* quality_slider_ = nullptr;
  QSpinBox* quality_field_ = nullptr;
  QComboBox* depth_box_ = nullptr;
  QComboBox* metadata_box_ = nullptr;
  QCheckBox* settings_box_ = nullptr;
  QFormLayout* rows_ = nullptr;
};

}  // namespace heser
