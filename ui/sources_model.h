#pragma once

#include <QAbstractListModel>

#include "app/jobs/swap_session.h"

namespace heser {

/// The document's sources as rows, with what was found out about them. Rows are reordered and files
/// are dropped through it; every change goes to the document.
class SourcesModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role {
    kIdRole = Qt::UserRole,
    kStatusRole,  ///< What there is to say of it, a list of a few words each; mostly one.
    kHasProblemRole,
    kHasRemarkRole,
    kLeadsRole,  ///< Of several sources: see SwapSession::LeadingSource.
    kLeadRole,   ///< A sentence on that, or on a pin; empty where there is neither.
  };

  explicit SourcesModel(SwapSession* session, QObject* parent = nullptr);

  const SourceItem* SourceAt(const QModelIndex& index) const;
  QModelIndex IndexOf(quint64 id) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

  Qt::DropActions supportedDropActions() const override;
  QStringList mimeTypes() const override;
  QMimeData* mimeData(const QModelIndexList& indexes) const override;
  bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                       const QModelIndex& parent) const override;
  bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                    const QModelIndex& parent) override;

 private:
  QStringList StatusOf(const SourceItem& source) const;
  QString LeadOf(const SourceItem& source) const;
  QString DescriptionOf(const SourceItem& source) const;
  QString ToolTipOf(const SourceItem& source) const;

  SwapSession* session_;
};

}  // namespace heser
