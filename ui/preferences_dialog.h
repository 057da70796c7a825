#pragma once

#include <QDialog>

#include "app/preferences/preferences.h"

class QComboBox;
class QFormLayout;
class QSpinBox;

namespace heser {

/// What people set once for all their work. Every change counts at once.
class PreferencesDialog : public QDialog {
  Q_OBJECT

 public:
  explicit PreferencesDialog(QWidget* parent = nullptr);

 protected:
  /// The dialog itself speaks the language that is chosen in it.
  void changeEvent(QEvent* event) override;

 private:
  void Build();
  QComboBox* AddChoice(QFormLayout* form, const QString& title, const QString& tool_tip,
                       Preference preference);
  QSpinBox* AddNumber(QFormLayout* form, const QString& title, const QString& tool_tip,
                      Preference preference);
  void ListDevicesInto(QComboBox* box);
};

}  // namespace heser
