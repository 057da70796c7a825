#include "app/batch/batch_list.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "app/batch/output_names.h"
#include "app/messages.h"

namespace heser {

const BatchItem* BatchList::Find(quint64 id) const {
  const auto found = std::ranges::find(items_, id, &BatchItem::id);
  return found == items_.end() ? nullptr : &*found;
}

const BatchItem* BatchList::NextWaiting() const {
  const auto found = std::ranges::find(items_, BatchState::kWaiting, &BatchItem::state);
  return found == items_.end() ? nullptr : &*found;
}

int BatchList::NumberOf(quint64 id) const {
  const BatchItem* item = Find(id);
  return item == nullptr ? 0 : static_cast<int>(item - items_.data()) + 1;
}

BatchCounts BatchList::Counts() const {
  BatchCounts counts;
  for (const BatchItem& item : items_) {
    switch (item.state) {
      case BatchState::kWaiting:
        ++counts.waiting;
        break;
      case BatchState::kRunning:
        ++counts.running;
        break;
      case BatchState::kDone:
        ++counts.done;
        break;
      case BatchState::kFailed:
        ++counts.failed;
        break;
      case BatchState::kCancelled:
        ++counts.cancelled;
        break;
    }
  }
  return counts;
}

double BatchList::Fraction() const {
  const BatchCounts counts = Counts();
  const int all = counts.All();
  if (all == 0) return 0;
  double finished = counts.done + counts.failed;
  for (const BatchItem& item : items_) {
    if (item.state == BatchState::kRunning) finished += item.fraction;
  }
  return finished / all;
}

void BatchList::Add(const QStringList& paths) {
  std::vector<BatchItem> added;
  for (const QString& path : paths) {
    const QString comparable = ComparablePath(path);
    if (paths_.contains(comparable)) continue;
    paths_.insert(comparable);
    BatchItem item;
    item.id = ++last_id_;
    item.path = QFileInfo(path).absoluteFilePath();
    added.push_back(std::move(item));
  }
  if (added.empty()) return;
  beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
  std::ranges::move(added, std::back_inserter(items_));
  endInsertRows();
}

void BatchList::Remove(quint64 id) {
  const int row = NumberOf(id) - 1;
  if (row < 0) return;
  beginRemoveRows({}, row, row);
  paths_.remove(ComparablePath(items_[static_cast<std::size_t>(row)].path));
  items_.erase(items_.begin() + row);
  endRemoveRows();
}

int BatchList::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(items_.size());
}

QVariant BatchList::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const BatchItem& item = items_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return QFileInfo(item.path).fileName();
    case Qt::ToolTipRole:
      return ToolTipOf(item);
    case Qt::AccessibleDescriptionRole:
    case kStatusRole:
      return StatusOf(item);
    case kIdRole:
      return item.id;
    case kStateRole:
      return static_cast<int>(item.state);
    case kFractionRole:
      return item.fraction;
    case kThumbnailRole:
      return item.thumbnail;
    case kOutputRole:
      return item.output;
    case kPathRole:
      return item.path;
    default:
      return {};
  }
}

QString BatchList::StatusOf(const BatchItem& item) {
  switch (item.state) {
    case BatchState::kWaiting:
      return tr("Waiting");
    case BatchState::kRunning:
      return item.stage.isEmpty() ? tr("Starting…") : StageName(item.stage.toStdString());
    case BatchState::kDone: {
      const QString name = QFileInfo(item.output).fileName();
      return item.was_there ? tr("%1 was there already and was kept").arg(name)
                            : tr("Saved as %1").arg(name);
    }
    case BatchState::kFailed:
      return item.reason;
    case BatchState::kCancelled:
      return tr("Cancelled");
  }
  return {};
}

QString BatchList::ToolTipOf(const BatchItem& item) {
  QStringList lines{QDir::toNativeSeparators(item.path)};
  if (item.state == BatchState::kFailed) lines << item.reason;
  if (item.state == BatchState::kDone) lines << QDir::toNativeSeparators(item.output);
  if (!item.remarks.isEmpty()) lines << item.remarks;
  return lines.join(QLatin1Char('\n'));
}

}  // namespace heser
