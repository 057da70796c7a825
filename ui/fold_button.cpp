#include "ui/fold_button.h"

#include <QEvent>

#include "ui/themed_icon.h"

namespace heser {

FoldButton::FoldButton(const QString& title, QWidget* parent) : QToolButton(parent) {
  setText(title);
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  setIconSize({12, 12});
  setCheckable(true);
  setAutoRaise(true);
  setProperty("opensMore", true);
  connect(this, &QToolButton::toggled, this, &FoldButton::ShowArrow);
  ShowArrow();
}

void FoldButton::changeEvent(QEvent* event) {
  QToolButton::changeEvent(event);
  if (event->type() == QEvent::LayoutDirectionChange) ShowArrow();
}

// Not by an arrow type: under style sheets Qt draws that on the wrong side where the language is
// read from the right.
void FoldButton::ShowArrow() {
  const bool from_right = layoutDirection() == Qt::RightToLeft;
  const char* folded = from_right ? "fold_left" : "fold_right";
  setIcon(ThemedIcon(QLatin1String(isChecked() ? "fold_down" : folded)));
}

}  // namespace heser
