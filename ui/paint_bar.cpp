#include "ui/paint_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWidgetAction>
#include <cmath>
#include <iterator>

#include "app/jobs/label_colors.h"
#include "ui/field_undo.h"
#include "ui/flow_layout.h"
#include "ui/jump_slider.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

/// Sizes are felt by their ratio: the slider is logarithmic.
constexpr int kSizeSteps = 200;
constexpr int kGroupGap = 11;
/// Of the matte in the list of classes, after a line.
constexpr int kMatteIndex = kLabelCount + 1;
/// Of what has no classes.
constexpr int kNoClass = -1;

int StepOfRadius(double radius) {
  return static_cast<int>(
      std::lround(kSizeSteps * std::log(radius / PaintDesk::kSmallestRadius) /
                  std::log(PaintDesk::kLargestRadius / PaintDesk::kSmallestRadius)));
}

double RadiusOfStep(int step) {
  return PaintDesk::kSmallestRadius *
         std::pow(PaintDesk::kLargestRadius / PaintDesk::kSmallestRadius,
                  static_cast<double>(step) / kSizeSteps);
}

QSlider* MakeSlider(int maximum, int width, const QString& name) {
  auto* slider = new JumpSlider(Qt::Horizontal);
  slider->setRange(0, maximum);
  slider->setFixedWidth(width);
  slider->setAccessibleName(name);
  slider->setToolTip(name);
  return slider;
}

/// Controls that stay side by side.
QWidget* MakeGroup(const std::vector<QWidget*>& controls) {
  auto* group = new QWidget;
  auto* layout = new QHBoxLayout(group);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(3);
  for (QWidget* control : controls) layout->addWidget(control);
  return group;
}

}  // namespace

PaintBar::PaintBar(PaintDesk* desk, QWidget* parent)
    : QWidget(parent), desk_(desk), tool_group_(new QActionGroup(this)) {
  tool_group_->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
  MakeToolActions();
  MakeBrushActions();
  size_slider_ = MakeSlider(kSizeSteps, 60, tr("Brush size"));
  size_field_ = new QDoubleSpinBox;
  size_field_->setRange(2 * PaintDesk::kSmallestRadius, 2 * PaintDesk::kLargestRadius);
  size_field_->setDecimals(0);
  size_field_->setSuffix(QStringLiteral(" px"));
  size_field_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  size_field_->setAlignment(Qt::AlignRight);
  size_field_->setKeyboardTracking(false);
  size_field_->setFixedWidth(60);
  size_field_->setAccessibleName(tr("Brush size"));
  LetShortcutsThrough(size_field_);
  size_field_->setToolTip(tr("Width of the brush in pixels of the photo ([ and ])"));
  hardness_ = MakeShareSliders(tr("Hardness"), tr("How sharp the edge of the brush is"),
                               &PaintDesk::SetHardness);
  opacity_ =
      MakeShareSliders(tr("Opacity"), tr("How strongly a stroke works"), &PaintDesk::SetOpacity);
  auto* clear = new QToolButton;
  clear->setDefaultAction(clear_action_);
  clear->setAutoRaise(true);
  clear->setAccessibleName(clear_action_->text());

  std::vector<QWidget*> tools;
  for (QAction* action : tool_group_->actions()) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setIconSize({18, 18});
    button->setAccessibleName(action->text());
    tools.push_back(button);
  }
  edge_button_ = MakeMenuButton("edge", tr("Edge"), MakeEdgeMenu());
  edge_button_->setText(tr("Edge"));
  edge_button_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  brush_button_ = MakeMenuButton("pen", tr("Brush Settings"), MakeBrushMenu());
  // More rows where the window is too narrow for one: nothing is cut off, and nobody pushed aside.
  auto* layout = new FlowLayout(this, kGroupGap);
  layout->setContentsMargins(10, 0, 10, 5);
  layout->addWidget(MakeGroup(tools));
  layout->addWidget(MakeClassBox());
  size_ = MakeGroup({new QLabel(tr("Size")), size_slider_, size_field_});
  layout->addWidget(size_);
  layout->addWidget(hardness_.group);
  layout->addWidget(opacity_.group);
  layout->addWidget(MakeGroup({brush_button_, edge_button_, clear}));

  connect(size_slider_, &QSlider::valueChanged, this,
          [this](int step) { desk_->SetRadius(RadiusOfStep(step)); });
  connect(size_field_, &QDoubleSpinBox::valueChanged, this,
          [this](double width) { desk_->SetRadius(width / 2); });
  connect(desk_, &PaintDesk::Changed, this, &PaintBar::Refresh);
  Refresh();
}

QList<QAction*> PaintBar::tool_actions() const { return tool_group_->actions(); }

void PaintBar::MakeToolActions() {
  struct ToolText {
    const char* icon;
    QString title;
    Qt::Key key;
  };
  const ToolText texts[] = {
      {"tool_move", tr("Move the Picture"), Qt::Key_V}, {"tool_brush", tr("Brush"), Qt::Key_B},
      {"tool_eraser", tr("Eraser"), Qt::Key_E},         {"tool_restore", tr("Restore"), Qt::Key_R},
      {"tool_lasso", tr("Lasso"), Qt::Key_L},           {"tool_fill", tr("Fill"), Qt::Key_G}};
  for (PaintTool tool : kEveryPaintTool) {
    const ToolText& text = texts[static_cast<int>(tool)];
    auto* action = new QAction(ThemedIcon(text.icon), text.title, tool_group_);
    action->setCheckable(true);
    action->setShortcut(text.key);
    connect(action, &QAction::triggered, this, [this, tool] { desk_->SetTool(tool); });
  }
}

void PaintBar::MakeBrushActions() {
  const auto add = [this](const QString& title, Qt::Key key, auto&& effect) {
    auto* action = new QAction(title, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, effect);
    brush_actions_.push_back(action);
  };
  add(tr("Smaller Brush"), Qt::Key_BracketLeft, [this] { desk_->StepRadius(-1); });
  add(tr("Larger Brush"), Qt::Key_BracketRight, [this] { desk_->StepRadius(1); });
  add(tr("Exchange Classes"), Qt::Key_X, [this] { desk_->Exchange(); });
  clear_action_ = new QAction(ThemedIcon("remove"), tr("Take Back All Painting Here"), this);
  clear_action_->setToolTip(tr("Takes back everything that was painted on this layer"));
  connect(clear_action_, &QAction::triggered, desk_, &PaintDesk::ClearLayer);
  brush_actions_.push_back(clear_action_);
}

QToolButton* PaintBar::MakeMenuButton(const char* icon, const QString& title, QMenu* menu) {
  auto* button = new QToolButton;
  button->setIcon(ThemedIcon(icon));
  button->setToolTip(menu->toolTip());
  button->setAccessibleName(title);
  button->setAutoRaise(true);
  button->setIconSize({18, 18});
  button->setPopupMode(QToolButton::InstantPopup);
  button->setMenu(menu);
  return button;
}

QMenu* PaintBar::MakeEdgeMenu() {
  edge_menu_ = new QMenu(tr("&Edge"), this);
  edge_menu_->setToolTip(tr("Grow, shrink or soften what is painted on"));
  edge_menu_->setToolTipsVisible(true);
  const auto add = [this](const QString& title, EdgeChange change) {
    QAction* action =
        edge_menu_->addAction(title, this, [this, change] { desk_->ChangeEdge(change); });
    brush_actions_.push_back(action);
    return action;
  };
  add(tr("&Grow"), EdgeChange::kGrow);
  add(tr("&Shrink"), EdgeChange::kShrink);
  feather_action_ = add(tr("&Feather"), EdgeChange::kFeather);
  snap_action_ = add(tr("S&nap to Edges"), EdgeChange::kSnap);
  snap_action_->setToolTip(
      tr("Moves the border of the last stroke to the edges in the photo, such as those of hair; "
         "without a stroke before, the border of the whole class"));
  snap_strokes_action_ = edge_menu_->addAction(tr("Snap &Every Stroke"));
  snap_strokes_action_->setCheckable(true);
  snap_strokes_action_->setToolTip(
      tr("Strokes go to the edges in the photo by themselves: paint roughly along the hair"));
  connect(snap_strokes_action_, &QAction::toggled, desk_, &PaintDesk::SetSnapsStrokes);
  brush_actions_.push_back(snap_strokes_action_);
  edge_field_ = new QDoubleSpinBox;
  edge_field_->setRange(1, PaintDesk::kLargestEdgeWidth);
  edge_field_->setDecimals(0);
  edge_field_->setSuffix(QStringLiteral(" px"));
  edge_field_->setValue(desk_->edge_width());
  edge_field_->setAccessibleName(tr("Width of the edge"));
  edge_field_->setToolTip(tr("By how many pixels of the photo the edge moves or softens"));
  connect(edge_field_, &QDoubleSpinBox::valueChanged, desk_, &PaintDesk::SetEdgeWidth);
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(12, 4, 12, 4);
  layout->addWidget(new QLabel(tr("By")));
  layout->addWidget(edge_field_, 1);
  auto* action = new QWidgetAction(edge_menu_);
  action->setDefaultWidget(row);
  edge_menu_->addSeparator();
  edge_menu_->addAction(action);
  return edge_menu_;
}

QMenu* PaintBar::MakeBrushMenu() {
  auto* menu = new QMenu(tr("Brush Settings"), this);
  menu->setToolTip(tr("Hardness and opacity of the brush, and what the pressure of a pen does"));
  auto* table = new QWidget;
  auto* rows = new QFormLayout(table);
  rows->setContentsMargins(12, 6, 12, 6);
  rows->addRow(tr("Hardness"), hardness_.in_menu);
  rows->addRow(tr("Opacity"), opacity_.in_menu);
  auto* sliders = new QWidgetAction(menu);
  sliders->setDefaultWidget(table);
  menu->addAction(sliders);
  menu->addSection(tr("Pen Pressure"));
  const auto add = [&](const QString& title, void (PaintDesk::*set)(bool)) {
    QAction* action = menu->addAction(title);
    action->setCheckable(true);
    connect(action, &QAction::toggled, desk_, set);
    return action;
  };
  add(tr("&Size of the Brush"), &PaintDesk::SetPressureSizes)->setChecked(true);
  add(tr("&Strength of the Stroke"), &PaintDesk::SetPressureFades);
  return menu;
}

PaintBar::ShareSliders PaintBar::MakeShareSliders(const QString& title, const QString& tool_tip,
                                                  void (PaintDesk::*set)(double)) {
  ShareSliders sliders;
  sliders.on_bar = MakeSlider(100, 70, tool_tip);
  sliders.in_menu = MakeSlider(100, 120, tool_tip);
  for (QSlider* slider : {sliders.on_bar, sliders.in_menu}) {
    connect(slider, &QSlider::valueChanged, this,
            [this, set](int percent) { (desk_->*set)(percent / 100.0); });
  }
  sliders.group = MakeGroup({new QLabel(title), sliders.on_bar});
  return sliders;
}

void PaintBar::ShowShare(const ShareSliders& sliders, double share, bool applies) {
  sliders.group->setEnabled(applies);
  sliders.in_menu->setEnabled(applies);
  for (QSlider* slider : {sliders.on_bar, sliders.in_menu}) {
    const QSignalBlocker blocker(slider);
    slider->setValue(static_cast<int>(std::lround(100 * share)));
  }
}

void PaintBar::resizeEvent(QResizeEvent* event) {
  if (event->size().width() != event->oldSize().width()) FitSliders();
}

void PaintBar::FitSliders() {
  for (const ShareSliders& sliders : {hardness_, opacity_}) sliders.group->setVisible(true);
  const bool has_room = layout()->sizeHint().width() <= width();
  for (const ShareSliders& sliders : {hardness_, opacity_}) sliders.group->setVisible(has_room);
}

QWidget* PaintBar::MakeClassBox() {
  class_box_ = new QComboBox;
  for (int label = 0; label < kLabelCount; ++label) {
    const auto which = static_cast<Label>(label);
    const QString title = which == Label::kBackground ? tr("Background") : LabelTitle(which);
    class_box_->addItem(ColorSwatch(LabelColor(which)), title);
  }
  class_box_->insertSeparator(kLabelCount);
  class_box_->addItem(ColorSwatch(RegionColor(BlendRegionPart::kHead)), tr("Matte"));
  class_box_->setItemData(kMatteIndex,
                          tr("How far the person covers each pixel: paint fine hair softly"),
                          Qt::ToolTipRole);
  class_box_->setPlaceholderText(tr("No class"));  // Blend region and fill have none.
  class_box_->setAccessibleName(tr("Class to paint"));
  class_box_->setToolTip(tr("What the painted pixels are (X goes back to the class before)"));
  class_box_->setMaxVisibleItems(class_box_->count());
  class_box_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  connect(class_box_, &QComboBox::currentIndexChanged, this, [this](int index) {
    if (index == kNoClass) return;
    desk_->SetPrefersMatte(index == kMatteIndex);
    if (index < kLabelCount) {
      desk_->SetLabel(static_cast<Label>(index));
    }
  });
  return class_box_;
}

void PaintBar::Refresh() {
  const bool has_layer = desk_->layer().has_value();
  const bool paints_labels = desk_->PaintsLabels();
  for (QAction* action : brush_actions_) {
    action->setEnabled(has_layer);
  }
  for (PaintTool tool : kEveryPaintTool) {
    QAction* action = tool_group_->actions().at(static_cast<int>(tool));
    action->setEnabled(desk_->CanTake(tool));
    action->setChecked(tool == desk_->tool() && desk_->CanTake(tool));
  }
  edge_menu_->setEnabled(desk_->HasEdges());
  edge_button_->setEnabled(desk_->HasEdges());
  for (QAction* action : edge_menu_->actions()) {
    action->setEnabled(desk_->HasEdges());
  }
  clear_action_->setEnabled(desk_->HasEdits());
  class_box_->setEnabled(paints_labels || desk_->PaintsMatte());
  size_->setEnabled(has_layer);
  brush_button_->setEnabled(has_layer);
  feather_action_->setText(paints_labels ? tr("&Smooth") : tr("&Feather"));
  // Not hidden: the menu is to hold every command whatever is painted on.
  snap_action_->setEnabled(paints_labels);
  snap_strokes_action_->setEnabled(paints_labels);
  // Classes are whole or not at all.
  ShowShare(hardness_, desk_->brush().hardness, has_layer && !paints_labels);
  ShowShare(opacity_, desk_->brush().opacity, has_layer && !paints_labels);
  const QSignalBlocker blockers[] = {QSignalBlocker(class_box_), QSignalBlocker(size_slider_),
                                     QSignalBlocker(size_field_)};
  const bool has_classes = !has_layer || paints_labels || desk_->PaintsMatte();
  class_box_->setCurrentIndex(!has_classes             ? kNoClass
                              : desk_->prefers_matte() ? kMatteIndex
                                                       : static_cast<int>(desk_->label()));
  size_slider_->setValue(StepOfRadius(desk_->brush().radius));
  size_field_->setValue(2 * desk_->brush().radius);
  RefreshToolTips();
}

QStringList PaintBar::ToolTips() const {
  if (desk_->AwaitsLayer()) {
    return QStringList(std::size(kEveryPaintTool),
                       tr("Ready as soon as the masks are made; choose it now if you like"));
  }
  if (!desk_->layer()) {
    return QStringList(
        std::size(kEveryPaintTool),
        tr("Masks, blend region and background fill can be painted on: choose one of their views"));
  }
  const QString move = tr("Drag the picture; hold Space to do so with any tool");
  const QString restore = tr("Take back what was painted");
  if (desk_->PaintsFill()) {
    return {move,
            tr("Clone: copy from the place that Control and a click set"),
            tr("The background is cloned, not erased"),
            restore,
            tr("Clone all of an outline: draw it, or click its corners"),
            tr("The background is cloned, not filled")};
  }
  if (desk_->PaintsLabels()) {
    return {move,
            tr("Paint the chosen class"),
            tr("Paint background: takes it out of the head"),
            restore,
            tr("Paint all of an outline with the chosen class: draw it, or click its corners"),
            tr("Give a connected piece the chosen class")};
  }
  if (desk_->PaintsMatte()) {
    return {move,
            tr("Cover: what is painted belongs to the person, as far as opacity says"),
            tr("Uncover: what is behind the person shows through"),
            restore,
            tr("Cover all of an outline: draw it, or click its corners"),
            tr("The matte is painted, not filled")};
  }
  return {move,
          tr("Add to the blend region: shows the new head, or fills anew beside it"),
          tr("Take from the blend region: shows the target itself"),
          restore,
          tr("Add all of an outline to the blend region: draw it, or click its corners"),
          tr("Add a hole to the blend region, or take a connected piece away")};
}

void PaintBar::RefreshToolTips() {
  const QStringList texts = ToolTips();
  for (int index = 0; index < tool_group_->actions().size(); ++index) {
    QAction* action = tool_group_->actions().at(index);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(
        texts[index], action->shortcut().toString(QKeySequence::NativeText)));
  }
}

}  // namespace heser
