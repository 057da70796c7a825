#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace heser {

/// A warning within a dialog, on a ground of its own, with room for what can be done about it.
class WarningBox : public QFrame {
  Q_OBJECT

 public:
  explicit WarningBox(const QString& text, QWidget* parent = nullptr);

  void SetText(const QString& text);
  /// Below the text.
  void AddControl(QWidget* control);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void ShowIcon();

  QLabel* icon_;
  QLabel* text_;
  QVBoxLayout* column_;
};

}  // namespace heser
