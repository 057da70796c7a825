#include "ui/run_box.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/shortcuts.h"
#include "ui/theme.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

/// A push button that does and shows what an action does.
class ActionButton : public QPushButton {
 public:
  ActionButton(QAction* action, QWidget* parent) : QPushButton(parent), action_(action) {
    setMinimumHeight(34);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this] { Follow(); });
    Follow();
  }

 protected:
  QAction* action() const { return action_; }

 private:
  void Follow() {
    setText(action_->text());
    setIcon(action_->icon());
    setEnabled(action_->isEnabled());
    setToolTip(action_->toolTip());
  }

  QAction* action_;
};

/// The one button that everything leads to stands out by the accent colour.
class PrimaryButton : public ActionButton {
 public:
  using ActionButton::ActionButton;

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool enabled = isEnabled();
    QColor ground = enabled ? palette().color(QPalette::Highlight) : HairLine(palette());
    if (enabled && isDown()) {
      ground = ground.darker(115);
    } else if (enabled && underMouse()) {
      ground = ground.lighter(108);
    }
    const QColor ink = enabled ? QColor(Qt::white) : MutedText(palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    if (hasFocus()) {
      painter.setPen(QPen(ink, 1.2));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), 4, 4);
    }
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(ink);
    const QString title = TitleOf(*action());
    const int text_width = QFontMetrics(bold).horizontalAdvance(title);
    const int left = (width() - text_width - 18 - 8) / 2;
    ColoredIcon(QStringLiteral("swap"), ink)
        .paint(&painter, Seen(QRect(left, (height() - 18) / 2, 18, 18)));
    painter.drawText(Seen(QRect(left + 26, 0, text_width + 4, height())), Qt::AlignCenter, title);
  }

 private:
  /// From the right where the language is read so.
  QRect Seen(const QRect& part) const {
    return QStyle::visualRect(layoutDirection(), rect(), part);
  }
};

}  // namespace

RunBox::RunBox(SwapSession* session, QAction* swap, QAction* follow, QAction* export_action,
               QWidget* parent)
    : QWidget(parent), session_(session), note_(new QLabel(this)) {
  auto* swap_button = new PrimaryButton(swap, this);
  swap_button->setMinimumHeight(40);
  auto* export_button = new ActionButton(export_action, this);
  auto* follow_box = new QCheckBox(follow->text(), this);
  follow_box->setChecked(follow->isChecked());
  follow_box->setToolTip(follow->toolTip());
  connect(follow_box, &QCheckBox::toggled, follow, &QAction::setChecked);
  connect(follow, &QAction::toggled, follow_box, &QCheckBox::setChecked);
  note_->setWordWrap(true);
  note_->setForegroundRole(QPalette::PlaceholderText);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(14, 10, 14, 12);
  layout->setSpacing(8);
  layout->addWidget(note_);
  layout->addWidget(follow_box);
  layout->addWidget(swap_button);
  layout->addWidget(export_button);

  connect(session_->document(), &SwapDocument::Changed, this, &RunBox::Refresh);
  connect(session_->runner(), &SwapRunner::OutcomeChanged, this, &RunBox::Refresh);
  connect(session_->runner(), &SwapRunner::RunningChanged, this, &RunBox::Refresh);
  Refresh();
}

void RunBox::Refresh() {
  const SwapDocument& document = *session_->document();
  const SwapRunner& runner = *session_->runner();
  QString note;
  if (document.sources().empty() && !document.target()) {
    note = tr("Add a source and a target first.");
  } else if (!document.target()) {
    note = tr("Add the target first.");
  } else if (document.sources().empty()) {
    note = tr("Add a source first.");
  } else if (!document.IsSwappable()) {
    note = tr("All sources are switched off.");
  } else if (runner.failure()) {
    note = tr("The swap failed. %1").arg(session_->SwapProblem());
  } else if (runner.IsOutcomeOfTarget() && !runner.IsOutcomeCurrent() && !runner.IsRunning()) {
    note = tr("The result is older than the last change. Swap again to bring it up to date.");
  }
  note_->setText(note);
  note_->setVisible(!note.isEmpty());
}

}  // namespace heser
