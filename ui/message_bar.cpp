#include "ui/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

#include "ui/theme.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

// A line; as long as it takes to read it.
constexpr int kDoneShownMs = 6000;
constexpr int kIconSide = 20;

/// Whether nothing is lost with it.
bool IsLight(SessionMessage::Kind kind) {
  return kind == SessionMessage::Kind::kDone || kind == SessionMessage::Kind::kHint;
}

QString IconOf(SessionMessage::Kind kind) {
  switch (kind) {
    case SessionMessage::Kind::kDone:
      return QStringLiteral("done");
    case SessionMessage::Kind::kHint:
      return QStringLiteral("hint");
    case SessionMessage::Kind::kWarning:
      return QStringLiteral("warning");
    case SessionMessage::Kind::kError:
      return QStringLiteral("error");
  }
  return {};
}

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      icon_(new QLabel(this)),
      text_(new QLabel(this)),
      close_(new QToolButton(this)),
      timer_(new QTimer(this)) {
  text_->setWordWrap(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  close_->setIcon(ThemedIcon(QStringLiteral("close")));
  close_->setAutoRaise(true);
  NameClosing();
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(14, 7, 7, 7);
  layout->setSpacing(10);
  layout->addWidget(icon_);
  layout->addWidget(text_, 1);
  layout->addWidget(close_);
  timer_->setSingleShot(true);
  connect(close_, &QToolButton::clicked, this, [this] {
    Dismiss();
    emit Closed();
  });
  connect(timer_, &QTimer::timeout, this, &MessageBar::PassByItself);
  setVisible(false);
}

void MessageBar::NameClosing() {
  close_->setToolTip(tr("Close this message"));
  close_->setAccessibleName(tr("Close this message"));
}

void MessageBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    NameClosing();
  }
  QFrame::changeEvent(event);
}

void MessageBar::Ask(const SessionMessage& message, const std::vector<Choice>& choices) {
  Show(message);
  timer_->stop();
  auto* row = static_cast<QHBoxLayout*>(layout());
  for (const Choice& choice : choices) {
    auto* button = new QPushButton(choice.text, this);
    row->insertWidget(row->count() - 1, button);
    choices_.push_back(button);
    connect(button, &QPushButton::clicked, this, [this, take = choice.take] {
      Dismiss();
      take();
    });
  }
}

void MessageBar::Show(const SessionMessage& message) {
  messages_.clear();
  Add(message);
}

void MessageBar::Add(const SessionMessage& message) {
  for (QPushButton* button : choices_) {
    button->hide();
    button->deleteLater();  // It may be the one whose click leads here.
  }
  choices_.clear();
  if (!since_latest_.isValid() || since_latest_.elapsed() >= together_.count()) {
    std::erase_if(messages_, [&](const SessionMessage& shown) {
      return message.kind != SessionMessage::Kind::kHint || IsLight(shown.kind);
    });
  }
  since_latest_.start();
  std::erase_if(messages_, [&](const SessionMessage& shown) {
    // What is done needs no announcement any more.
    const bool is_over = message.kind == SessionMessage::Kind::kDone && IsLight(shown.kind);
    return is_over || shown.text == message.text;
  });
  messages_.push_back(message);
  ShowAll();
}

void MessageBar::ShowAll() {
  QStringList texts;
  for (const SessionMessage& message : messages_) texts << message.text;
  const QString text = texts.join(QLatin1Char('\n'));
  kind_ = std::ranges::max_element(messages_, {}, &SessionMessage::kind)->kind;
  text_->setText(text);
  text_->setAccessibleName(text);
  icon_->setPixmap(ColoredIcon(IconOf(kind_), Tone()).pixmap(kIconSide, kIconSide));
  setVisible(true);
  if (kind_ == SessionMessage::Kind::kDone) {
    timer_->start(kDoneShownMs * static_cast<int>(text.count(QLatin1Char('\n')) + 1));
  } else {
    timer_->stop();
  }
  update();
}

void MessageBar::Dismiss() {
  messages_.clear();
  setVisible(false);
}

void MessageBar::PassByItself() { isActiveWindow() ? Dismiss() : timer_->start(); }

void MessageBar::DismissErrors() {
  if (isHidden()) return;
  std::erase_if(messages_, [](const SessionMessage& shown) {
    return shown.kind == SessionMessage::Kind::kError;
  });
  messages_.empty() ? Dismiss() : ShowAll();
}

QString MessageBar::text() const { return isHidden() ? QString() : text_->text(); }

QColor MessageBar::Tone() const {
  switch (kind_) {
    case SessionMessage::Kind::kDone:
      return DoneColor(palette());
    case SessionMessage::Kind::kHint:
      return palette().color(QPalette::Highlight);
    case SessionMessage::Kind::kWarning:
      return WarningColor(palette());
    case SessionMessage::Kind::kError:
      return ErrorColor(palette());
  }
  return {};
}

void MessageBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  QColor ground = Tone();
  painter.fillRect(rect(), palette().color(QPalette::Window));
  ground.setAlpha(34);
  painter.fillRect(rect(), ground);
  painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 3, height())), Tone());
  painter.fillRect(QRect(0, height() - 1, width(), 1), HairLine(palette()));
}

}  // namespace heser
