#pragma once

#include <QWidget>
#include <string>

#include "app/document/setting_access.h"
#include "app/document/swap_document.h"

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QTimer;
class QToolButton;

namespace heser {

/// A setting as a slider with a field, or as a switch, with its title, help and range. One drag, or
/// one run of wheel and key steps, is one undo step. The wheel turns only what has the focus. What
/// was changed can be reset.
class SettingRow : public QWidget {
  Q_OBJECT

 public:
  /// Throws Error{kWrongUse} for a key that is none.
  SettingRow(SwapDocument* document, const std::string& key, QWidget* parent = nullptr);

  const std::string& key() const { return setting_.key; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void BuildSwitch();
  void BuildSlider();
  void BuildReset();
  void ShowValue();
  void Change(double value);
  int StepCount() const;
  double ValueOfStep(int step) const;
  int StepOfValue(double value) const;

  SwapDocument* document_;
  const SettingInfo& setting_;
  QCheckBox* check_box_ = nullptr;
  QLabel* title_ = nullptr;
  QSlider* slider_ = nullptr;
  QDoubleSpinBox* field_ = nullptr;
  QToolButton* reset_ = nullptr;
  QTimer* gesture_timer_;
  int gesture_ = 0;
};

}  // namespace heser
