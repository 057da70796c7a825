#pragma once

#include <QWidget>

#include "app/jobs/swap_session.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace heser {

/// What stands in the place of the picture while there is no target: the three steps to a swap,
/// those done ticked off, projects to go on with, and photos to try it with.
class StartPage : public QWidget {
  Q_OBJECT

 public:
  explicit StartPage(SwapSession* session, QWidget* parent = nullptr);

  /// Photos that come with the program, the target last; empty where they are not installed.
  static QStringList SamplePhotos();

 signals:
  void SourcesWanted();
  void TargetWanted();
  void ProjectWanted(const QString& path);
  void SamplesWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Step {
    QLabel* mark;
    QPushButton* button;
  };
  Step AddStep(QGridLayout* layout, int row, const QString& title, const QString& text,
               const QString& button);
  QWidget* MakeRecent();
  void Refresh();

  SwapSession* session_;
  Step sources_step_{};
  Step target_step_{};
};

}  // namespace heser
