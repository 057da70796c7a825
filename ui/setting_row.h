#pragma once

#include <QWidget>

#include "app/document/setting_access.h"
#include "app/document/swap_document.h"

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QTimer;

namespace heser {

/// How people meet a setting.
struct SettingFace {
  const char* key;  ///< "stage.option".
  QString title;
  QString tool_tip;  ///< What it does to the picture.
};

/// A setting as a slider with a field, or as a switch. One drag, or one run of wheel and key steps,
/// is one undo step. A double click on the title resets it.
class SettingRow : public QWidget {
  Q_OBJECT

 public:
  SettingRow(SwapDocument* document, const SettingFace& face, QWidget* parent = nullptr);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void BuildSwitch(const SettingFace& face);
  void BuildSlider(const SettingFace& face);
  void ShowValue();
  void Change(double value);
  double ValueOfStep(int step) const;
  int StepOfValue(double value) const;

  SwapDocument* document_;
  const SettingInfo& setting_;
  QCheckBox* check_box_ = nullptr;
  QLabel* title_ = nullptr;
  QSlider* slider_ = nullptr;
  QDoubleSpinBox* field_ = nullptr;
  QTimer* gesture_timer_;
  int gesture_ = 0;
};

}  // namespace heser
