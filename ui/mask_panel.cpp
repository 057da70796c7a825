#include "ui/mask_panel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "ui/fold_button.h"
#include "ui/jump_slider.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kColumns = 2;
constexpr char kShownKey[] = "window/legend";

}  // namespace

MaskPanel::MaskPanel(MaskOverlays* overlays, CanvasView* canvas, QWidget* owners, QWidget* parent)
    : QFrame(parent),
      overlays_(overlays),
      canvas_(canvas),
      owners_(owners),
      owners_row_(new QWidget),
      legend_(new QWidget),
      entries_(new QGridLayout(legend_)) {
  auto* owners_layout = new QHBoxLayout(owners_row_);
  owners_layout->setContentsMargins(0, 0, 0, 0);
  owners_layout->setSpacing(8);
  owners_layout->addWidget(new QLabel(tr("Masks")));
  owners_layout->addWidget(owners_, 1);
  setAccessibleName(tr("Colours over the picture"));
  entries_->setVerticalSpacing(4);
  entries_->setHorizontalSpacing(12);
  for (int column = 0; column < kColumns; ++column) entries_->setColumnStretch(column, 1);
  entries_->setContentsMargins(0, 0, 0, 0);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(14, 10, 14, 10);
  layout->setSpacing(8);
  layout->addWidget(owners_row_);
  MakeTitle();
  layout->addWidget(title_, 0, Qt::AlignLeft);
  layout->addWidget(legend_);
  MakeOpacity(layout);
  connect(canvas_, &CanvasView::ContentChanged, this, &MaskPanel::Refresh);
  Refresh();
}

void MaskPanel::MakeTitle() {
  title_ = new FoldButton(tr("Colours over the picture"));
  title_->setToolTip(tr("Show or hide what the colours mean"));
  title_->setChecked(QSettings().value(kShownKey, true).toBool());
  connect(title_, &QToolButton::toggled, this, [this](bool shown) {
    QSettings().setValue(kShownKey, shown);
    Fold();
  });
}

void MaskPanel::Fold() {
  const bool has_legend = !canvas_->content().legend.empty();
  legend_->setVisible(has_legend && title_->isChecked());
}

void MaskPanel::MakeOpacity(QVBoxLayout* layout) {
  opacity_ = new JumpSlider(Qt::Horizontal);
  opacity_->setRange(0, 100);
  opacity_->setMinimumWidth(90);
  opacity_->setValue(static_cast<int>(std::lround(100 * canvas_->overlay_opacity())));
  opacity_->setAccessibleName(tr("Opacity of the colours"));
  opacity_->setToolTip(tr("How far the colours cover the picture"));
  connect(opacity_, &QSlider::valueChanged, canvas_,
          [this](int percent) { canvas_->SetOverlayOpacity(percent / 100.0); });
  opacity_row_ = new QWidget;
  auto* row = new QHBoxLayout(opacity_row_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(new QLabel(tr("Opacity")));
  row->addWidget(opacity_);
  layout->addWidget(opacity_row_);
}

void MaskPanel::Refresh() {
  const std::vector<CanvasLegendEntry>& legend = canvas_->content().legend;
  const bool has_owners = !owners_->isHidden();
  owners_row_->setVisible(has_owners);
  for (QWidget* part : {static_cast<QWidget*>(title_), opacity_row_}) {
    part->setVisible(!legend.empty());
  }
  Fold();
  setVisible(has_owners || !legend.empty());
  QString names;
  for (const CanvasLegendEntry& entry : legend) {
    names += entry.text + QLatin1Char('\n');
  }
  if (names != shown_) {
    shown_ = names;
    ShowEntries();
  }
}

void MaskPanel::ShowEntries() {
  while (QLayoutItem* item = entries_->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  // Column by column, as lists are read.
  const std::vector<CanvasLegendEntry>& legend = canvas_->content().legend;
  const int rows = (static_cast<int>(legend.size()) + kColumns - 1) / kColumns;
  for (int i = 0; i < static_cast<int>(legend.size()); ++i) {
    entries_->addWidget(MakeEntry(legend[static_cast<std::size_t>(i)]), i % rows, i / rows);
  }
}

QWidget* MaskPanel::MakeEntry(const CanvasLegendEntry& entry) {
  const QIcon swatch = ColorSwatch(entry.color);
  if (!entry.label) {
    auto* row = new QWidget;
    auto* icon = new QLabel;
    icon->setPixmap(swatch.pixmap(kSwatchSide));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(icon);
    layout->addWidget(new QLabel(entry.text), 1);
    return row;
  }
  auto* box = new QCheckBox(entry.text);
  box->setIcon(swatch);
  box->setToolTip(tr("Show or hide this class"));
  box->setChecked(!overlays_->hidden()[static_cast<std::size_t>(*entry.label)]);
  connect(box, &QCheckBox::toggled, this,
          [this, label = *entry.label](bool shown) { overlays_->SetHidden(label, !shown); });
  return box;
}

}  // namespace heser
