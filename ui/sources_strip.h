#pragma once

#include <QListView>

#include "app/jobs/swap_session.h"

class QContextMenuEvent;

namespace heser {

class SourcesModel;

/// The list of source photos: drop, reorder, switch on and off, remove, choose a face.
class SourcesStrip : public QListView {
  Q_OBJECT

 public:
  explicit SourcesStrip(SwapSession* session, QWidget* parent = nullptr);

 signals:
  /// The empty strip was clicked.
  void OpenWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  void KeepCurrent();
  void FillMenu(QMenu* menu, const SourceItem& source);
  void ShowFaces(quint64 source_id);
  void FillFacesOf(QMenu* menu, const SourceItem& source);
  void FillWeightMenu(QMenu* menu, const SourceItem& source);
  void AddLeadActions(QMenu* menu, const SourceItem& source);

  SwapSession* session_;
  SourcesModel* model_;
  quint64 current_id_ = 0;
};

}  // namespace heser
