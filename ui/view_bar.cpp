#include "ui/view_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kOwnerKindRole = Qt::UserRole;
constexpr int kOwnerIdRole = Qt::UserRole + 1;
/// Of photos with long names; the list that opens shows them whole.
constexpr int kFewestOwnerLetters = 8;

}  // namespace

ViewBar::ViewBar(CanvasView* canvas, const QList<QAction*>& tools, QWidget* parent)
    : QWidget(parent),
      view_group_(new QActionGroup(this)),
      compare_action_(new QAction(ThemedIcon("compare"), tr("Before and After"), this)),
      owner_box_(new QComboBox(this)) {
  MakeViewActions();
  compare_action_->setCheckable(true);
  compare_action_->setShortcut(Qt::Key_Backslash);
  compare_action_->setToolTip(tr("Before and after, with a line to drag (\\)"));
  connect(compare_action_, &QAction::toggled, canvas, &CanvasView::SetCompared);
  SetSources({});
  owner_box_->setAccessibleName(tr("Whose masks"));
  owner_box_->setToolTip(tr("Whose masks are shown"));
  owner_box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  owner_box_->setMinimumContentsLength(kFewestOwnerLetters);
  owner_box_->setVisible(false);

  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(6, 5, 6, 5);
  layout->setSpacing(1);
  layout->setSizeConstraint(QLayout::SetNoConstraint);
  for (QAction* action : view_group_->actions()) {
    view_buttons_.push_back(MakeButton(action, Qt::ToolButtonIconOnly));
    layout->addWidget(view_buttons_.back());
  }
  layout->addStretch();
  for (QAction* tool : tools) {
    tool_buttons_.push_back(MakeButton(tool, Qt::ToolButtonIconOnly));
    layout->addWidget(tool_buttons_.back());
  }
  layout->addWidget(MakeButton(compare_action_, Qt::ToolButtonIconOnly));

  connect(owner_box_, &QComboBox::currentIndexChanged, this, &ViewBar::ViewChanged);
  FitTitles();
}

void ViewBar::resizeEvent(QResizeEvent*) { FitTitles(); }

void ViewBar::FitTitles() {
  const auto show = [this](Qt::ToolButtonStyle chosen, Qt::ToolButtonStyle others) {
    for (QToolButton* button : view_buttons_) {
      button->setToolButtonStyle(button->defaultAction()->isChecked() ? chosen : others);
    }
    return layout()->sizeHint().width();
  };
  // As narrow as this it may become; else it would push its neighbours aside.
  setMinimumWidth(show(Qt::ToolButtonTextBesideIcon, Qt::ToolButtonIconOnly));
  // Icons alone say little: where not both have room, they go first.
  if (show(Qt::ToolButtonTextBesideIcon, Qt::ToolButtonTextBesideIcon) > width() &&
      show(Qt::ToolButtonTextOnly, Qt::ToolButtonTextOnly) > width()) {
    show(Qt::ToolButtonTextBesideIcon, Qt::ToolButtonIconOnly);
  }
}

MaskOwner ViewBar::mask_owner() const {
  return {static_cast<MaskOwner::Kind>(owner_box_->currentData(kOwnerKindRole).toInt()),
          owner_box_->currentData(kOwnerIdRole).toULongLong()};
}

void ViewBar::SetSources(const std::vector<SourceItem>& sources) {
  const MaskOwner before = mask_owner();
  {
    const QSignalBlocker blocker(owner_box_);
    owner_box_->clear();
    const auto add = [&](const QString& text, const MaskOwner& owner) {
      owner_box_->addItem(text);
      const int row = owner_box_->count() - 1;
      owner_box_->setItemData(row, owner.kind, kOwnerKindRole);
      owner_box_->setItemData(row, owner.source_id, kOwnerIdRole);
      if (owner == before) {
        owner_box_->setCurrentIndex(row);
      }
    };
    add(tr("of the target"), MaskOwner::kTarget);
    for (const SourceItem& source : sources) {
      add(tr("of %1").arg(source.photo->name), {MaskOwner::kSource, source.id});
    }
    add(tr("of the new head"), MaskOwner::kAlignedHead);
  }
  if (!(mask_owner() == before)) {
    emit ViewChanged();
  }
}

QList<QAction*> ViewBar::view_actions() const { return view_group_->actions(); }

void ViewBar::SetView(ViewKind view) {
  view_ = view;
  view_group_->actions().at(static_cast<int>(view))->setChecked(true);
  owner_box_->setVisible(view == ViewKind::kMasks);
  FitTitles();
  compare_action_->setEnabled(view == ViewKind::kResult);
  emit ViewChanged();
}

void ViewBar::MakeViewActions() {
  struct ViewText {
    const char* icon;
    QString title;
    QString short_title;
    QString tool_tip;
  };
  const ViewText texts[] = {
      {"view_result", tr("Result"), tr("Result"), tr("The finished picture")},
      {"target", tr("Target"), tr("Target"), tr("The photo that gets the head")},
      {"view_head", tr("New Head"), tr("New Head"), tr("The new head, posed for the target")},
      {"view_masks", tr("Masks"), tr("Masks"), tr("What every part of the picture was taken for")},
      {"view_color", tr("Colour Reference"), tr("Colours"),
       tr("The new head in the colours of the scene")},
      {"view_region", tr("Blend Region"), tr("Region"),
       tr("Where the result differs from the target")},
      {"view_fill", tr("Background Fill"), tr("Fill"), tr("The target without its head")}};
  for (ViewKind view : kEveryView) {
    const int number = static_cast<int>(view);
    const ViewText& text = texts[number];
    auto* action = new QAction(ThemedIcon(text.icon), text.title, view_group_);
    action->setIconText(text.short_title);
    action->setCheckable(true);
    action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + number)));
    action->setToolTip(QStringLiteral("%1 (%2)").arg(
        text.tool_tip, action->shortcut().toString(QKeySequence::NativeText)));
    action->setChecked(view == view_);
    connect(action, &QAction::triggered, this, [this, view] { SetView(view); });
  }
}

QToolButton* ViewBar::MakeButton(QAction* action, Qt::ToolButtonStyle style) {
  auto* button = new QToolButton(this);
  button->setDefaultAction(action);
  button->setToolButtonStyle(style);
  button->setAutoRaise(true);
  button->setIconSize({18, 18});
  button->setMinimumHeight(30);
  button->setAccessibleName(action->text());
  return button;
}

}  // namespace heser
