#include "ui/shortcuts_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/shortcuts.h"

namespace heser {
namespace {

constexpr int kListHeight = 340;
constexpr int kListWidth = 420;
constexpr int kKeysWidth = 150;

}  // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction*>& commands, QWidget* parent)
    : QDialog(parent),
      commands_(commands),
      list_(new QTreeWidget),
      keys_(new QKeySequenceEdit),
      note_(new QLabel) {
  setWindowTitle(tr("Shortcuts"));
  list_->setHeaderLabels({tr("Command"), tr("Keys")});
  list_->setRootIsDecorated(false);
  list_->setAlternatingRowColors(true);
  list_->setMinimumSize(kListWidth, kListHeight);
  list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  list_->header()->setStretchLastSection(false);
  list_->header()->resizeSection(1, kKeysWidth);
  list_->setAccessibleName(tr("Commands"));
  for (const QAction* command : commands_) {
    list_->addTopLevelItem(new QTreeWidgetItem({TitleOf(*command), QString()}));
  }
  keys_->setAccessibleName(tr("New keys"));
  keys_->setToolTip(tr("Press the keys that the chosen command should have"));
  auto* usual = new QPushButton(tr("&Usual Keys"));
  usual->setToolTip(tr("Gives the chosen command the keys that it came with"));
  auto* none = new QPushButton(tr("&No Keys"));
  none->setToolTip(tr("Takes the keys from the chosen command"));
  note_->setWordWrap(true);
  note_->setForegroundRole(QPalette::PlaceholderText);
  auto* row = new QHBoxLayout;
  row->addWidget(keys_, 1);
  row->addWidget(usual);
  row->addWidget(none);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
  buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
  auto* all = buttons->addButton(tr("&Reset All"), QDialogButtonBox::ResetRole);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 18, 20, 16);
  layout->setSpacing(12);
  layout->addWidget(list_, 1);
  layout->addLayout(row);
  layout->addWidget(note_);
  layout->addWidget(buttons);

  connect(list_, &QTreeWidget::currentItemChanged, this, &ShortcutsDialog::ShowChosen);
  connect(keys_, &QKeySequenceEdit::editingFinished, this, [this] {
    const QKeySequence keys = keys_->keySequence();
    // One chord: what people hold down together.
    if (!keys.isEmpty()) Assign(Chosen(), QKeySequence(keys[0]));
  });
  connect(usual, &QPushButton::clicked, this, [this] {
    SetShortcuts(Chosen(), UsualShortcuts(*Chosen()));
    ShowKeys();
  });
  connect(none, &QPushButton::clicked, this, [this] { Assign(Chosen(), {}); });
  connect(all, &QPushButton::clicked, this, &ShortcutsDialog::ResetAll);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  list_->setCurrentItem(list_->topLevelItem(0));
  ShowKeys();
}

void ShortcutsDialog::Assign(QAction* command, const QKeySequence& keys) {
  QString note;
  for (QAction* other : commands_) {
    if (other != command && !keys.isEmpty() && other->shortcuts().contains(keys)) {
      QList<QKeySequence> left = other->shortcuts();
      left.removeAll(keys);
      SetShortcuts(other, left);
      note = tr("%1 had these keys and has lost them.").arg(TitleOf(*other));
    }
  }
  SetShortcuts(command, keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
  ShowKeys();
  note_->setText(note);
}

void ShortcutsDialog::ResetAll() {
  for (QAction* command : commands_) SetShortcuts(command, UsualShortcuts(*command));
  ShowKeys();
}

QAction* ShortcutsDialog::Chosen() const {
  return commands_.at(list_->indexOfTopLevelItem(list_->currentItem()));
}

void ShortcutsDialog::ShowChosen() {
  const QSignalBlocker blocker(keys_);
  keys_->setKeySequence(Chosen()->shortcut());
  note_->clear();
}

void ShortcutsDialog::ShowKeys() {
  for (int i = 0; i < commands_.size(); ++i) {
    list_->topLevelItem(i)->setText(
        1, QKeySequence::listToString(commands_.at(i)->shortcuts(), QKeySequence::NativeText));
  }
  ShowChosen();
}

}  // namespace heser
