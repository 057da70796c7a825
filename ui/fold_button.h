#pragma once

#include <QToolButton>

namespace heser {

/// Shows or hides what stands below it while it is checked; its arrow says which.
class FoldButton : public QToolButton {
  Q_OBJECT

 public:
  explicit FoldButton(const QString& title, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void ShowArrow();
};

}  // namespace heser
