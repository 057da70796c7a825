#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QSet>
#include <QString>
#include <QStringList>
#include <vector>

namespace heser {

enum class BatchState {
  kWaiting,
  kRunning,
  kDone,
  kFailed,
  kCancelled,
};

/// One target of a batch and what became of it.
struct BatchItem {
  quint64 id = 0;  ///< Stays the same as long as it is in the list.
  QString path;
  BatchState state = BatchState::kWaiting;
  double fraction = 0;     ///< Of kRunning, 0 to 1.
  QString stage;           ///< Of kRunning: identifier of what is done, see StageName.
  QString reason;          ///< Of kFailed: one sentence for people.
  QString remarks;         ///< Of kDone: sentences on the result, one a line; may be empty.
  bool was_there = false;  ///< Of kDone: the file was there before and was kept.
  QString output;          ///< Where the picture is, or is to be; empty before its turn.
  QImage thumbnail;        ///< The target while it is worked on, then the result; null before.
};

/// Whether it came to an end without a picture.
inline bool CanBeRetried(const BatchItem& item) {
  return item.state == BatchState::kFailed || item.state == BatchState::kCancelled;
}

/// How many of a batch are in which state.
struct BatchCounts {
  int waiting = 0;
  int running = 0;
  int done = 0;
  int failed = 0;
  int cancelled = 0;
  int All() const { return waiting + running + done + failed + cancelled; }
};

/// The targets of a batch as rows. It does nothing by itself: BatchDesk changes it. GUI thread
/// only.
class BatchList : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role {
    kIdRole = Qt::UserRole,
    kStateRole,   ///< BatchState as a number.
    kStatusRole,  ///< The state in words, with its reason.
    kFractionRole,
    kThumbnailRole,  ///< QImage.
    kOutputRole,
    kPathRole,
  };

  using QAbstractListModel::QAbstractListModel;

  const std::vector<BatchItem>& items() const { return items_; }
  /// Null if there is no such item.
  const BatchItem* Find(quint64 id) const;
  /// The first that waits; null if none does.
  const BatchItem* NextWaiting() const;
  /// From 1; 0 if there is no such item.
  int NumberOf(quint64 id) const;
  BatchCounts Counts() const;
  /// Of all, 0 to 1; what was cancelled is not done.
  double Fraction() const;

  /// Adds those that are not there yet.
  void Add(const QStringList& paths);
  void Remove(quint64 id);
  /// The id stays what it is. Nothing happens for ids that are not there.
  template <typename Change>
  void Update(quint64 id, Change change) {
    const int row = NumberOf(id) - 1;
    if (row < 0) return;
    change(items_[static_cast<std::size_t>(row)]);
    emit dataChanged(index(row), index(row));
  }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  static QString StatusOf(const BatchItem& item);
  static QString ToolTipOf(const BatchItem& item);

  std::vector<BatchItem> items_;
  QSet<QString> paths_;  ///< Of ComparablePath.
  quint64 last_id_ = 0;
};

}  // namespace heser
