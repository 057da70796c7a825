#include "ui/start_page.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/preferences/recent_projects.h"
#include "engine/core/error.h"
#include "engine/core/resources.h"
#include "ui/theme.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kMarkSide = 30;
constexpr int kColumnWidth = 560;
/// The column takes its full width before anything beside it.
constexpr int kColumnStretch = 1000;
constexpr int kShownProjects = 5;
constexpr int kButtonPadding = 16;

/// A numbered disc, or a tick once the step is done.
QPixmap StepMark(int number, bool is_done, const QPalette& palette, double device_pixel_ratio) {
  QPixmap pixmap(QSize(kMarkSide, kMarkSide) * device_pixel_ratio);
  pixmap.setDevicePixelRatio(device_pixel_ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  if (is_done) {
    ColoredIcon(QStringLiteral("done"), DoneColor(palette))
        .paint(&painter, QRect(0, 0, kMarkSide, kMarkSide));
    return pixmap;
  }
  painter.setPen(QPen(MutedText(palette), 1.5));
  painter.drawEllipse(QRectF(2, 2, kMarkSide - 4, kMarkSide - 4));
  painter.setPen(palette.color(QPalette::WindowText));
  painter.drawText(QRect(0, 0, kMarkSide, kMarkSide), Qt::AlignCenter, QString::number(number));
  return pixmap;
}

}  // namespace

StartPage::StartPage(SwapSession* session, QWidget* parent) : QWidget(parent), session_(session) {
  auto* title = new QLabel(tr("Put a head on another body"));
  QFont font = title->font();
  font.setPointSizeF(font.pointSizeF() * 1.7);
  font.setWeight(QFont::DemiBold);
  title->setFont(font);
  title->setWordWrap(true);

  auto* steps = new QGridLayout;
  steps->setHorizontalSpacing(16);
  steps->setVerticalSpacing(22);
  steps->setColumnStretch(1, 1);
  sources_step_ = AddStep(steps, 0, tr("Sources"),
                          tr("One or more photos of the person whose head is wanted. A photo that "
                             "looks the same way as the target is best."),
                          tr("Open Sources…"));
  target_step_ =
      AddStep(steps, 1, tr("Target"), tr("The photo that gets the head."), tr("Open Target…"));
  AddStep(steps, 2, tr("Swap"), tr("Then adjust expression, pose, colour and light, and export."),
          QString());
  connect(sources_step_.button, &QPushButton::clicked, this, &StartPage::SourcesWanted);
  connect(target_step_.button, &QPushButton::clicked, this, &StartPage::TargetWanted);

  auto* consent = new QLabel(
      tr("Use photos whose people agreed to it, or could not be harmed or deceived by it, and do "
         "not pass results off as real. No photo leaves your computer."));
  consent->setWordWrap(true);
  consent->setForegroundRole(QPalette::PlaceholderText);
  auto* note = new QLabel(tr("You can also drop photos here or paste them."));
  note->setWordWrap(true);
  note->setForegroundRole(QPalette::PlaceholderText);
  auto* samples = new QPushButton(tr("Try It with Sample Photos"));
  samples->setToolTip(tr("Opens two portraits in the public domain"));
  samples->setMinimumSize(samples->sizeHint().width() + kButtonPadding, 32);
  samples->setVisible(!SamplePhotos().isEmpty());
  connect(samples, &QPushButton::clicked, this, &StartPage::SamplesWanted);
  auto* foot = new QHBoxLayout;
  foot->addWidget(note, 1);
  foot->addWidget(samples);

  auto* column = new QWidget;
  column->setMaximumWidth(kColumnWidth);
  auto* column_layout = new QVBoxLayout(column);
  column_layout->addWidget(title);
  column_layout->addSpacing(22);
  column_layout->addLayout(steps);
  column_layout->addSpacing(26);
  column_layout->addLayout(foot);
  column_layout->addSpacing(26);
  column_layout->addWidget(consent);
  column_layout->addSpacing(26);
  column_layout->addWidget(MakeRecent());
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->addStretch(2);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(column, kColumnStretch);
  row->addStretch(1);
  layout->addLayout(row);
  layout->addStretch(3);
  auto* scroll = new QScrollArea;
  scroll->setWidget(page);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  page->setAutoFillBackground(false);
  scroll->viewport()->setAutoFillBackground(false);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(scroll);

  connect(session_->document(), &SwapDocument::Changed, this, &StartPage::Refresh);
  Refresh();
}

StartPage::Step StartPage::AddStep(QGridLayout* layout, int row, const QString& title,
                                   const QString& text, const QString& button) {
  Step step{new QLabel, nullptr};
  step.mark->setPixmap(StepMark(row + 1, false, palette(), devicePixelRatioF()));
  auto* words = new QLabel(QStringLiteral("<b>%1</b><br>%2").arg(title, text));
  words->setWordWrap(true);
  words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  layout->addWidget(step.mark, row, 0, Qt::AlignTop);
  layout->addWidget(words, row, 1);
  if (!button.isEmpty()) {
    step.button = new QPushButton(button);
    step.button->setMinimumSize(130, 32);
    layout->addWidget(step.button, row, 2, Qt::AlignTop);
  }
  return step;
}

QStringList StartPage::SamplePhotos() {
  QStringList photos;
  try {
    const std::filesystem::path folder = ResourceFolder() / "samples";
    for (const char* name : {"eileen_collins.jpg", "grace_hopper.jpg"}) {
      photos.push_back(QString::fromStdString((folder / name).string()));
    }
  } catch (const Error&) {
    return {};  // Without resources there is nothing to try.
  }
  const bool are_there =
      std::ranges::all_of(photos, [](const QString& path) { return QFileInfo::exists(path); });
  return are_there ? photos : QStringList();
}

QWidget* StartPage::MakeRecent() {
  auto* recent = new QWidget;
  auto* layout = new QVBoxLayout(recent);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(new QLabel(QStringLiteral("<b>%1</b>").arg(tr("Recent projects"))));
  for (const QString& path : RecentProjects()) {
    if (layout->count() > kShownProjects || !QFileInfo::exists(path)) {
      continue;
    }
    auto* button = new QToolButton;
    button->setText(QFileInfo(path).completeBaseName());
    button->setIcon(ThemedIcon("open"));
    button->setToolTip(QDir::toNativeSeparators(path));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, this, [this, path] { emit ProjectWanted(path); });
    layout->addWidget(button);
  }
  recent->setVisible(layout->count() > 1);
  return recent;
}

void StartPage::Refresh() {
  const bool has_sources = !session_->document()->sources().empty();
  const bool has_target = session_->document()->target() != nullptr;
  sources_step_.mark->setPixmap(StepMark(1, has_sources, palette(), devicePixelRatioF()));
  target_step_.mark->setPixmap(StepMark(2, has_target, palette(), devicePixelRatioF()));
  sources_step_.button->setText(has_sources ? tr("Add Sources…") : tr("Open Sources…"));
}

void StartPage::paintEvent(QPaintEvent*) {
  QPainter(this).fillRect(rect(), palette().color(QPalette::Base));
}

}  // namespace heser
