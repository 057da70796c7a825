#include "ui/batch_dialog.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/batch/output_names.h"
#include "ui/batch_delegate.h"
#include "ui/drop_zone.h"
#include "ui/export_form.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kProgressSteps = 1000;
constexpr int kOutputWidth = 350;
constexpr QSize kUsualSize(900, 600);

/// The list of targets; an empty one says how they come there.
class QueueView : public QListView {
 public:
  using QListView::QListView;

 protected:
  void paintEvent(QPaintEvent* event) override {
    QListView::paintEvent(event);
    if (model()->rowCount() > 0) return;
    QPainter painter(viewport());
    PaintDropZone(&painter, viewport()->rect().adjusted(4, 4, -4, -4), palette(),
                  QStringLiteral("target"),
                  BatchDialog::tr("Drop photos or folders here that get the head, or add them "
                                  "with the buttons above"));
  }
};

QPushButton* MakeButton(const QString& icon, const QString& text, const QString& tool_tip) {
  auto* button = new QPushButton(ThemedIcon(icon), text);
  button->setToolTip(tool_tip);
  button->setAutoDefault(false);
  return button;
}

QStringList LocalPaths(const QMimeData& data) {
  QStringList paths;
  for (const QUrl& url : data.urls()) {
    if (url.isLocalFile()) paths << url.toLocalFile();
  }
  return paths;
}

}  // namespace

BatchDialog::BatchDialog(SwapSession* session, Desktop desktop, QWidget* parent)
    : QDialog(parent),
      session_(session),
      desk_(session->batch_desk()),
      desktop_(std::move(desktop)),
      choices_(RememberedBatchChoices()) {
  setAcceptDrops(true);
  resize(kUsualSize);
  Build();
  connect(desk_, &BatchDesk::StateChanged, this, &BatchDialog::Refresh);
  connect(desk_, &BatchDesk::ProgressChanged, this, &BatchDialog::ShowProgress);
  connect(session_->document(), &SwapDocument::SourcesChanged, this, &BatchDialog::Refresh);
}

void BatchDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    // Once for all translators that were exchanged, and not while a control reports its change.
    QTimer::singleShot(0, this, &BatchDialog::Build);
  }
  QDialog::changeEvent(event);
}

void BatchDialog::Build() {
  qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  delete layout();
  setWindowTitle(tr("Batch"));
  auto* columns = new QHBoxLayout;
  columns->setSpacing(20);
  columns->addWidget(BuildQueue(), 1);
  columns->addWidget(BuildOutput());
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(20, 18, 20, 16);
  rows->setSpacing(14);
  rows->addLayout(columns, 1);
  rows->addWidget(BuildEnd());
  Refresh();
  // Return in a field ends the field: it must not start hundreds of swaps.
  for (auto* button : findChildren<QPushButton*>()) button->setAutoDefault(false);
}

QWidget* BatchDialog::BuildQueue() {
  auto* photos =
      MakeButton(QStringLiteral("add"), tr("Add &Photos…"), tr("Add photos that get the head"));
  auto* folder =
      MakeButton(QStringLiteral("open"), tr("Add &Folder…"), tr("Add all photos of a folder"));
  remove_button_ = MakeButton(QStringLiteral("remove"), tr("&Remove"),
                              tr("Take the chosen photos out of the queue; files stay (Delete)"));
  retry_button_ =
      MakeButton(QStringLiteral("redo"), tr("Re&try"), tr("Do what failed or was cancelled again"));
  const auto add = [this](const QStringList& paths) { desk_->Add(paths); };
  connect(photos, &QPushButton::clicked, this, [this, add] { desktop_.choose_photos(this, add); });
  connect(folder, &QPushButton::clicked, this, [this, add] { desktop_.choose_folder(this, add); });
  connect(remove_button_, &QPushButton::clicked, this, &BatchDialog::RemoveSelected);
  connect(retry_button_, &QPushButton::clicked, this, &BatchDialog::RetryFailed);

  queue_ = new QueueView;
  queue_->setModel(desk_->list());
  queue_->setItemDelegate(new BatchDelegate(queue_));
  queue_->setResizeMode(QListView::Adjust);  // Cards are as high as their text at this width needs.
  queue_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  queue_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  queue_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  queue_->setFrameShape(QFrame::NoFrame);
  queue_->setMouseTracking(true);
  queue_->viewport()->setAutoFillBackground(false);
  queue_->setContextMenuPolicy(Qt::CustomContextMenu);
  queue_->setAccessibleName(tr("Targets"));
  queue_->setAccessibleDescription(tr(
      "Photos that get the head. Return opens a result, Delete removes a photo from the queue."));
  auto* remove = new QAction(queue_);
  remove->setShortcut(QKeySequence::Delete);
  remove->setShortcutContext(Qt::WidgetShortcut);
  queue_->addAction(remove);
  connect(remove, &QAction::triggered, this, &BatchDialog::RemoveSelected);
  connect(queue_, &QListView::activated, this, &BatchDialog::OpenResult);
  connect(queue_, &QListView::customContextMenuRequested, this, &BatchDialog::ShowMenu);
  connect(queue_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &BatchDialog::Refresh);

  auto* buttons = new QHBoxLayout;
  buttons->addWidget(photos);
  buttons->addWidget(folder);
  buttons->addStretch();
  buttons->addWidget(remove_button_);
  buttons->addWidget(retry_button_);
  auto* queue = new QWidget;
  auto* layout = new QVBoxLayout(queue);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(buttons);
  layout->addWidget(queue_, 1);
  return queue;
}

QWidget* BatchDialog::BuildFolderRow() {
  folder_field_ = new QLineEdit(QDir::toNativeSeparators(choices_.folder));
  folder_field_->setAccessibleName(tr("Folder for the results"));
  folder_field_->setPlaceholderText(tr("Folder for the results"));
  folder_field_->setToolTip(tr("Where the pictures go; it is made if it is not there"));
  auto* choose = new QPushButton(tr("&Choose…"));
  choose->setToolTip(tr("Choose the folder for the results"));
  choose->setAutoDefault(false);
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(folder_field_, 1);
  layout->addWidget(choose);
  row->setFocusProxy(folder_field_);
  connect(folder_field_, &QLineEdit::textEdited, this, &BatchDialog::TakeChoices);
  connect(choose, &QPushButton::clicked, this, [this] {
    desktop_.choose_output(this, choices_.folder, [this](const QStringList& paths) {
      folder_field_->setText(QDir::toNativeSeparators(paths.front()));
      TakeChoices();
    });
  });
  return row;
}

QWidget* BatchDialog::BuildOutput() {
  pattern_field_ = new QLineEdit(choices_.pattern);
  pattern_field_->setAccessibleName(tr("Name of the files"));
  pattern_field_->setToolTip(tr("%1 stands for the target's name, %2 for its place in the queue")
                                 .arg(QLatin1String(kNameWord), QLatin1String(kNumberWord)));
  existing_box_ = new QComboBox;
  existing_box_->addItem(tr("Take another name"), static_cast<int>(ExistingFile::kNewName));
  existing_box_->addItem(tr("Keep it, do not swap again"), static_cast<int>(ExistingFile::kKeep));
  existing_box_->addItem(tr("Replace it"), static_cast<int>(ExistingFile::kReplace));
  existing_box_->setCurrentIndex(existing_box_->findData(static_cast<int>(choices_.existing)));
  existing_box_->setAccessibleName(tr("If the file is there"));
  existing_box_->setToolTip(
      tr("What becomes of a file that has the name already; the photos "
         "themselves are never replaced"));
  form_ = new ExportForm;
  form_->SetChoices(choices_.file);
  form_->setFixedWidth(kOutputWidth);
  QFormLayout* rows = form_->rows();
  rows->insertRow(0, tr("Save resu&lts in"), BuildFolderRow());
  rows->insertRow(1, tr("File &name"), pattern_field_);
  rows->insertRow(2, tr("&If it exists"), existing_box_);
  auto* note = new QLabel(
      tr("Every target gets the head of the window's sources, with its settings as they are when "
         "the batch starts. What was painted on the window's target, colours picked there and "
         "moves of "
         "the head by hand belong to that photo alone and are left out."));
  note->setWordWrap(true);
  note->setForegroundRole(QPalette::PlaceholderText);
  rows->addRow(note);
  connect(pattern_field_, &QLineEdit::textEdited, this, &BatchDialog::TakeChoices);
  connect(existing_box_, &QComboBox::currentIndexChanged, this, &BatchDialog::TakeChoices);
  connect(form_, &ExportForm::Changed, this, &BatchDialog::TakeChoices);
  auto* output = new QWidget;
  auto* layout = new QVBoxLayout(output);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(form_);
  layout->addStretch();
  return output;
}

QWidget* BatchDialog::BuildEnd() {
  progress_bar_ = new QProgressBar;
  progress_bar_->setRange(0, kProgressSteps);
  progress_bar_->setTextVisible(false);
  progress_bar_->setFixedHeight(12);
  progress_bar_->setAccessibleName(tr("Progress of the batch"));
  state_label_ = new QLabel;
  state_label_->setWordWrap(true);
  state_label_->setAccessibleName(tr("State of the batch"));
  start_button_ = new QPushButton(tr("&Start"));
  start_button_->setToolTip(tr("Put the head on every target that waits"));
  cancel_button_ = new QPushButton(tr("Ca&ncel"));
  cancel_button_->setToolTip(tr("Stop at once; pictures that are done stay"));
  cancel_button_->setAutoDefault(false);
  auto* close = new QPushButton(tr("Close"));
  close->setToolTip(tr("Close this dialog; a batch that is on goes on"));
  close->setAutoDefault(false);
  connect(start_button_, &QPushButton::clicked, this, &BatchDialog::Start);
  connect(cancel_button_, &QPushButton::clicked, desk_, &BatchDesk::Cancel);
  connect(close, &QPushButton::clicked, this, &QWidget::close);
  auto* end = new QWidget;
  auto* row = new QHBoxLayout;
  row->addWidget(state_label_, 1);
  row->addWidget(start_button_);
  row->addWidget(cancel_button_);
  row->addWidget(close);
  auto* layout = new QVBoxLayout(end);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(10);
  layout->addWidget(progress_bar_);
  layout->addLayout(row);
  return end;
}

void BatchDialog::TakeChoices() {
  choices_.folder = QDir::fromNativeSeparators(folder_field_->text().trimmed());
  choices_.pattern = pattern_field_->text();
  choices_.existing = static_cast<ExistingFile>(existing_box_->currentData().toInt());
  choices_.file = form_->choices();
  Refresh();
}

void BatchDialog::Refresh() {
  const BatchCounts counts = desk_->list()->Counts();
  const bool runs = desk_->IsRunning();
  remove_button_->setEnabled(queue_->selectionModel()->hasSelection());
  retry_button_->setEnabled(counts.failed + counts.cancelled > 0);
  form_->setEnabled(!runs);
  start_button_->setEnabled(desk_->CanStart() && AreUsable(choices_));
  cancel_button_->setEnabled(runs);
  ShowProgress();
}

void BatchDialog::ShowProgress() {
  const double fraction = desk_->list()->Fraction();
  progress_bar_->setValue(static_cast<int>(std::lround(fraction * kProgressSteps)));
  state_label_->setText(StateText());
}

QString BatchDialog::CountsText() const {
  const BatchCounts counts = desk_->list()->Counts();
  QString text = tr("%1 of %2 done").arg(counts.done).arg(counts.All());
  if (counts.failed > 0) text += QStringLiteral(", ") + tr("%n failed", "", counts.failed);
  if (counts.cancelled > 0) text += QStringLiteral(", ") + tr("%n cancelled", "", counts.cancelled);
  return text;
}

QString BatchDialog::StateText() const {
  if (desk_->IsRunning()) {
    return desk_->IsPaused() ? tr("%1; waits while the window's own swap is on").arg(CountsText())
                             : CountsText();
  }
  if (desk_->IsListing()) return tr("Looking for photos…");
  if (const QStringList& empty = desk_->EmptyFolders(); !empty.isEmpty()) {
    return tr("The folder %1 holds no photos; folders inside it are not looked into.")
        .arg(QFileInfo(empty.front()).fileName());
  }
  const bool has_source =
      std::ranges::any_of(session_->document()->sources(), &SourceItem::enabled);
  if (!has_source) return tr("Add a source in the window first.");
  if (desk_->list()->rowCount() == 0) return tr("Add the photos that get the head.");
  if (choices_.folder.isEmpty()) return tr("Choose a folder for the results.");
  switch (FaultOf(choices_.pattern)) {
    case PatternFault::kEmpty:
      return tr("Give the files a name.");
    case PatternFault::kDot:
      return tr("Give the files a name that neither begins nor ends with a dot.");
    case PatternFault::kWrongLetter:
      return tr("Give the files a name without / \\ : * ? \" < > |");
    case PatternFault::kNone:
      break;
  }
  return CountsText();
}

void BatchDialog::Start() {
  RememberBatchChoices(choices_);
  desk_->Start(choices_);
}

void BatchDialog::RetryFailed() {
  desk_->RetryFailed();
  if (start_button_->isEnabled()) Start();
}

std::vector<quint64> BatchDialog::SelectedItems() const {
  std::vector<quint64> items;
  for (const QModelIndex& index : queue_->selectionModel()->selectedIndexes()) {
    items.push_back(index.data(BatchList::kIdRole).toULongLong());
  }
  return items;
}

void BatchDialog::RemoveSelected() { desk_->Remove(SelectedItems()); }

void BatchDialog::OpenResult(const QModelIndex& index) {
  const BatchItem* item = desk_->list()->Find(index.data(BatchList::kIdRole).toULongLong());
  if (item != nullptr && item->state == BatchState::kDone) desktop_.open(item->output);
}

void BatchDialog::ShowMenu(QPoint place) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  FillMenu(menu);
  if (menu->isEmpty()) {
    delete menu;
    return;
  }
  menu->popup(queue_->viewport()->mapToGlobal(place));
}

void BatchDialog::FillMenu(QMenu* menu) {
  const std::vector<quint64> chosen = SelectedItems();
  if (chosen.empty()) return;
  const BatchItem* item = chosen.size() == 1 ? desk_->list()->Find(chosen.front()) : nullptr;
  if (item != nullptr && item->state == BatchState::kDone) {
    menu->addAction(tr("Open Result"), this, [this, path = item->output] { desktop_.open(path); });
    menu->addAction(ThemedIcon("open"), tr("Open Its Folder"), this,
                    [this, path = item->output] { desktop_.open(QFileInfo(path).absolutePath()); });
  }
  if (item != nullptr) {
    menu->addAction(ThemedIcon("target"), tr("Open as the Window's Target"), this,
                    [this, path = item->path] { session_->SetTarget(path); });
  }
  const bool can_retry = std::ranges::any_of(
      chosen, [this](quint64 id) { return CanBeRetried(*desk_->list()->Find(id)); });
  if (can_retry) {
    menu->addAction(ThemedIcon("redo"), tr("Retry"), this, [this, chosen] {
      desk_->Retry(chosen);
      if (start_button_->isEnabled()) Start();
    });
  }
  menu->addAction(ThemedIcon("remove"), tr("Remove"), this,
                  [this, chosen] { desk_->Remove(chosen); });
}

void BatchDialog::dragEnterEvent(QDragEnterEvent* event) {
  if (!LocalPaths(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void BatchDialog::dropEvent(QDropEvent* event) {
  desk_->Add(LocalPaths(*event->mimeData()));
  event->acceptProposedAction();
}

}  // namespace heser
