#pragma once

#include <QMainWindow>
#include <QPointer>
#include <array>
#include <functional>
#include <iterator>
#include <optional>

#include "app/document/color_patch.h"
#include "app/document/head_pose.h"
#include "app/jobs/swap_session.h"
#include "app/preferences/preferences.h"

class QDockWidget;
class QLabel;
class QProgressBar;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace heser {

class BatchDialog;
class CanvasView;
struct CanvasContent;
class DropOverlay;
class Notices;
class PaintBar;
class SettingsPanel;
class SourcesStrip;
class TargetSlot;
class ViewBar;
class ZoomBar;

/// The editor's window over one session: target and sources, picture, settings. It shows what the
/// session says and calls it; it decides nothing about swaps itself.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// Engine and measure are as for SwapSession. Unsaved work is kept in the recovery folder, and
  /// offered from there; empty: the one of the person who runs the program.
  explicit MainWindow(SwapEngineFactory factory, FaceMeasure measure = {},
                      const QString& recovery_folder = {}, QWidget* parent = nullptr);
  ~MainWindow() override;

  SwapSession* session() { return &session_; }

  /// When the process is told to end, the event loop ends with kExitInterrupted, once unsaved work
  /// is kept for recovery. Nothing is asked.
  void LeaveOnSignals();

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  /// One for each PickedRegion.
  using PickActions = std::array<QAction*, std::size(kEveryPickedRegion)>;
  struct Actions {
    QAction* start_anew;
    QAction* open_project;
    QAction* save_project;
    QAction* save_project_as;
    QAction* open_sources;
    QAction* open_target;
    QAction* export_result;
    QAction* batch;
    QAction* quit;
    QAction* undo;
    QAction* redo;
    QAction* paste_source;
    QAction* paste_target;
    QAction* exchange;
    QAction* swap;
    QAction* cancel;
    QAction* follow;
    QAction* move_head;
    PickActions pick;
  };

  // main_window_actions.cpp
  QAction* MakeAction(const QString& icon, const QString& text, const QKeySequence& shortcut,
                      const QString& tool_tip);
  void MakeActions();
  void MakeMenus();
  void ShowShortcuts();
  void RefreshActions();

  // main_window_project.cpp
  void MakeProjectActions();
  void FillProjectMenu(QMenu* file);
  void FillRecentMenu();
  void ConnectProject();
  /// What was said of the document that was open before.
  void DismissOfOtherProject();
  void StartRecovery();
  void OfferRecovery();
  void ShowProjectState();
  /// Does it at once, or once people have said what becomes of unsaved work.
  void AfterSaving(const QString& question, const std::function<void()>& proceed);
  void OpenProject(const QString& path);
  void ChooseProject();
  void SaveProject();
  void AskToRevert(const QString& path);
  /// Before what is in a file would be lost: somebody else wrote it, or it was not read as a whole.
  void AskToReplace(const QString& path, const QString& question);
  void SaveProjectTo(const QString& path);
  /// Calls `proceed` if nothing is at the path, or once people have allowed to replace it.
  static void AfterAllowed(QWidget* parent, const QString& path,
                           const std::function<void()>& proceed,
                           const std::function<void()>& otherwise);
  void SaveProjectAs();
  QString SuggestedProjectPath() const;

  // main_window_export.cpp
  void ExportResult();
  /// Does it at once, or once people have said that a picture that is awaited may stay unwritten.
  void AfterAwaitedExport(const std::function<void()>& proceed);
  void ChooseExportPath(QWidget* parent, const ExportChoices& choices,
                        const std::function<void(const QString&)>& receiver);
  QString SuggestedExportPath(const ExportChoices& choices) const;

  // main_window_batch.cpp
  void ShowBatch();
  /// Does it at once, or once people have said that a batch may be stopped.
  void AfterBatch(const std::function<void()>& proceed);

  // main_window_head.cpp
  void MakeHeadActions();
  void MakePickActions();
  /// What the eyedropper is held for; nothing if it is not in the hand.
  std::optional<PickedRegion> PickingFor() const;
  void StopPicking(const QAction* except = nullptr);
  void ConnectHead();
  /// A click of the fill tool or of the eyedropper.
  void ChoosePoint(QPointF place);
  void AddToolHint(CanvasContent& content) const;

  // main_window_paint.cpp
  void ConnectPainting();
  void ShowBrush();
  /// The masks show it now: it need not be drawn over the picture any more.
  void FinishStroke();
  void ChoosePaintLayer();

  // main_window_status.cpp
  void BuildStatusBar();
  void ShowRunning(bool running);
  void ShowProgress(double fraction, const QString& stage);
  void ShowOutcome();
  void ShowPictureFacts(const QSize& size);

  // main_window.cpp
  void Build();
  /// The same in another language; session and view stay.
  void Rebuild();
  void ApplyPreference(Preference preference);
  void ShowPreferences();
  void OpenSamples();
  void BuildWindow();
  QWidget* BuildLeft();
  QWidget* BuildMiddle();
  QWidget* BuildRight();
  void BuildHistory();
  void ConnectSession();
  void RestoreWindow();

  void ShowView();

  void OpenSources();
  void OpenTarget();
  void OpenDialog(QWidget* parent, const QString& title, bool several,
                  const std::function<void(const QStringList&)>& receiver);
  void Paste(bool as_target);
  void PasteSmart();
  void ShowAbout();

  QString recovery_folder_;
  SwapSession session_;
  Actions actions_{};
  QMenu* recent_menu_ = nullptr;
  std::function<void()> after_saving_;  ///< What waits for a save; empty: nothing.
  /// The drag of the head under way, or the last one.
  struct HeadDrag {
    HeadHandle handle = HeadHandle::kMove;
    HeadPose start;
    HeadPlace place;
    int gesture = 0;
  };
  HeadDrag head_drag_;
  bool may_close_ = false;
  bool is_asked_to_close_ = false;  ///< Within closeEvent().
  bool rebuilds_ = false;
  bool asks_for_clone_source_ = false;  ///< As the hint on the canvas says.
  bool awaits_masks_ = false;           ///< A tool is in the hand for what is not there yet.
  bool shows_matte_ = false;            ///< Of the masks, instead of their classes.
  QSplitter* splitter_ = nullptr;
  CanvasView* canvas_ = nullptr;
  ViewBar* view_bar_ = nullptr;
  ZoomBar* zoom_bar_ = nullptr;
  QDockWidget* history_ = nullptr;
  PaintBar* paint_bar_ = nullptr;
  Notices* notices_ = nullptr;    ///< Stays when the rest is built anew.
  bool offers_recovery_ = false;  ///< Until it was answered.
  QStackedLayout* middle_stack_ = nullptr;
  DropOverlay* drop_overlay_ = nullptr;
  QPointer<BatchDialog> batch_dialog_;
  TargetSlot* target_slot_ = nullptr;
  SourcesStrip* sources_strip_ = nullptr;
  SettingsPanel* settings_panel_ = nullptr;
  QLabel* status_text_ = nullptr;
  QLabel* picture_facts_ = nullptr;
  QProgressBar* progress_bar_ = nullptr;
  QToolButton* cancel_button_ = nullptr;
};

}  // namespace heser
