#include "ui/zoom_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <cmath>

#include "ui/canvas_view.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

QToolButton* MakeButton(QAction* action) {
  auto* button = new QToolButton;
  button->setDefaultAction(action);
  button->setAutoRaise(true);
  button->setIconSize({18, 18});
  button->setAccessibleName(action->text());
  return button;
}

}  // namespace

ZoomBar::ZoomBar(CanvasView* canvas, QWidget* parent) : QWidget(parent), label_(new QLabel) {
  QAction* in = AddAction("zoom_in", tr("Zoom In"), QKeySequence::ZoomIn);
  QAction* out = AddAction("zoom_out", tr("Zoom Out"), QKeySequence::ZoomOut);
  QAction* fit = AddAction("zoom_fit", tr("Fit"), Qt::CTRL | Qt::Key_0);
  QAction* pixels = AddAction("zoom_pixels", tr("Actual Pixels"), Qt::CTRL | Qt::Key_1);
  auto* grid = new QAction(tr("Pixel &Grid"), this);
  grid->setCheckable(true);
  grid->setChecked(true);
  grid->setToolTip(tr("Lines between the picture's pixels from 800 % on"));
  actions_.push_back(grid);
  connect(grid, &QAction::toggled, canvas, &CanvasView::SetPixelGrid);
  connect(in, &QAction::triggered, canvas, [canvas] { canvas->ZoomStep(1); });
  connect(out, &QAction::triggered, canvas, [canvas] { canvas->ZoomStep(-1); });
  connect(fit, &QAction::triggered, canvas, &CanvasView::Fit);
  connect(pixels, &QAction::triggered, canvas, &CanvasView::ShowPixels);
  label_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("3200 %")));
  label_->setAlignment(Qt::AlignCenter);
  label_->setToolTip(tr("Screen pixels for each picture pixel"));

  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  layout->addWidget(MakeButton(out));
  layout->addWidget(label_);
  layout->addWidget(MakeButton(in));
  layout->addWidget(MakeButton(fit));
  layout->addWidget(MakeButton(pixels));
  connect(canvas, &CanvasView::ZoomChanged, this, &ZoomBar::ShowZoom);
  ShowZoom(canvas->zoom());
}

QAction* ZoomBar::AddAction(const char* icon, const QString& title, const QKeySequence& shortcut) {
  auto* action = new QAction(ThemedIcon(icon), title, this);
  action->setShortcut(shortcut);
  action->setToolTip(
      QStringLiteral("%1 (%2)").arg(title, shortcut.toString(QKeySequence::NativeText)));
  actions_.push_back(action);
  return action;
}

void ZoomBar::ShowZoom(double zoom) {
  label_->setText(tr("%1 %").arg(QLocale().toString(std::lround(zoom * 100))));
}

}  // namespace heser
