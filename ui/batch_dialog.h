#pragma once

#include <QDialog>
#include <functional>
#include <vector>

#include "app/batch/batch_choices.h"
#include "app/jobs/swap_session.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QProgressBar;
class QPushButton;

namespace heser {

class ExportForm;

/// The queue of targets that get the document's head, and where their pictures go. It stays open
/// beside the window and never blocks; the batch goes on when it is closed.
class BatchDialog : public QDialog {
  Q_OBJECT

 public:
  /// What the dialog asks of the desktop. Choosers call their receiver unless people change their
  /// minds.
  struct Desktop {
    using Receiver = std::function<void(const QStringList& paths)>;
    std::function<void(QWidget* parent, const Receiver& receiver)> choose_photos;
    /// Of targets, one path.
    std::function<void(QWidget* parent, const Receiver& receiver)> choose_folder;
    /// For the results, one path; `start` is where to begin.
    std::function<void(QWidget* parent, const QString& start, const Receiver& receiver)>
        choose_output;
    /// Shows a file or a folder with the program that the desktop has for it.
    std::function<void(const QString& path)> open;
  };

  BatchDialog(SwapSession* session, Desktop desktop, QWidget* parent = nullptr);

  const BatchChoices& choices() const { return choices_; }

 protected:
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void Build();
  QWidget* BuildQueue();
  QWidget* BuildOutput();
  QWidget* BuildFolderRow();
  QWidget* BuildEnd();
  void FillMenu(QMenu* menu);
  void ShowMenu(QPoint place);
  void TakeChoices();
  void Refresh();
  void ShowProgress();
  /// Why a batch cannot be begun, or how far it is.
  QString StateText() const;
  QString CountsText() const;
  void Start();
  void RetryFailed();
  void RemoveSelected();
  void OpenResult(const QModelIndex& index);
  std::vector<quint64> SelectedItems() const;

  SwapSession* session_;
  BatchDesk* desk_;
  Desktop desktop_;
  BatchChoices choices_;
  QListView* queue_ = nullptr;
  QPushButton* remove_button_ = nullptr;
  QPushButton* retry_button_ = nullptr;
  QLineEdit* folder_field_ = nullptr;
  QLineEdit* pattern_field_ = nullptr;
  QComboBox* existing_box_ = nullptr;
  ExportForm* form_ = nullptr;
  QProgressBar* progress_bar_ = nullptr;
  QLabel* state_label_ = nullptr;
  QPushButton* start_button_ = nullptr;
  QPushButton* cancel_button_ = nullptr;
};

}  // namespace heser
