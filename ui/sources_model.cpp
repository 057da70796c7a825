#include "ui/sources_model.h"

#include <QDir>
#include <QMimeData>
#include <cmath>

#include "ui/face_presentation.h"
#include "ui/photo_mime.h"

namespace heser {
namespace {

const QString kSourceMimeType = QStringLiteral("application/x-heser-source");

}  // namespace

SourcesModel::SourcesModel(SwapSession* session, QObject* parent)
    : QAbstractListModel(parent), session_(session) {
  const auto reset = [this] {
    beginResetModel();
    endResetModel();
  };
  const auto refresh = [this] {
    if (rowCount() > 0) {
      emit dataChanged(index(0), index(rowCount() - 1));
    }
  };
  connect(session_->document(), &SwapDocument::SourcesChanged, this, reset);
  connect(session_, &SwapSession::FindingsChanged, this, refresh);
  connect(session_->runner(), &SwapRunner::OutcomeChanged, this, refresh);
  connect(session_->runner(), &SwapRunner::PreviewChanged, this, refresh);
}

const SourceItem* SourcesModel::SourceAt(const QModelIndex& index) const {
  const auto& sources = session_->document()->sources();
  const bool exists = index.isValid() && index.row() < std::ssize(sources);
  return exists ? &sources[static_cast<std::size_t>(index.row())] : nullptr;
}

QModelIndex SourcesModel::IndexOf(quint64 id) const {
  for (int row = 0; row < rowCount(); ++row) {
    if (SourceAt(index(row))->id == id) {
      return index(row);
    }
  }
  return {};
}

int SourcesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(session_->document()->sources().size());
}

QVariant SourcesModel::data(const QModelIndex& index, int role) const {
  const SourceItem* source = SourceAt(index);
  if (source == nullptr) {
    return {};
  }
  switch (role) {
    case Qt::DisplayRole:
      return source->photo->name;
    case Qt::CheckStateRole:
      return source->enabled ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
      return ToolTipOf(*source);
    case Qt::AccessibleDescriptionRole:
      return DescriptionOf(*source);
    case kStatusRole:
      return StatusOf(*source);
    case kIdRole:
      return source->id;
    case kHasProblemRole:
      return !session_->ProblemOf(*source).isEmpty();
    case kHasRemarkRole:
      return !session_->RemarksOn(source->id).isEmpty();
    case kLeadsRole:
      return session_->LeadingSource() == source->id;
    case kLeadRole:
      return LeadOf(*source);
    default:
      return {};
  }
}

bool SourcesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  const SourceItem* source = SourceAt(index);
  if (source == nullptr || role != Qt::CheckStateRole) {
    return false;
  }
  session_->document()->SetSourceEnabled(source->id, value.toInt() == Qt::Checked);
  return true;
}

Qt::ItemFlags SourcesModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) {
    return Qt::ItemIsDropEnabled;
  }
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
         Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

Qt::DropActions SourcesModel::supportedDropActions() const {
  return Qt::MoveAction | Qt::CopyAction;
}

QStringList SourcesModel::mimeTypes() const {
  return {kSourceMimeType, QStringLiteral("text/uri-list"),
          QStringLiteral("application/x-qt-image")};
}

QMimeData* SourcesModel::mimeData(const QModelIndexList& indexes) const {
  auto* data = new QMimeData;
  if (const SourceItem* source = SourceAt(indexes.value(0))) {
    data->setData(kSourceMimeType, QByteArray::number(source->id));
  }
  return data;
}

bool SourcesModel::canDropMimeData(const QMimeData* data, Qt::DropAction, int, int,
                                   const QModelIndex&) const {
  return data->hasFormat(kSourceMimeType) || HoldsPhotos(*data);
}

bool SourcesModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int,
                                const QModelIndex&) {
  const int place = row < 0 ? rowCount() : row;
  if (data->hasFormat(kSourceMimeType)) {
    const quint64 id = data->data(kSourceMimeType).toULongLong();
    const int from = IndexOf(id).row();
    session_->document()->MoveSource(id, from >= 0 && from < place ? place - 1 : place);
    return true;
  }
  const QStringList paths = PhotoPathsOf(*data);
  if (!paths.isEmpty()) {
    session_->AddSources(paths, place);
  } else if (data->hasImage()) {
    session_->PasteSource(PictureOf(*data));
  }
  return true;
}

QStringList SourcesModel::StatusOf(const SourceItem& source) const {
  const FaceList* faces = session_->FacesOf(source.photo);
  if (session_->IsFaceCut(source)) {
    return {tr("Face cut off")};
  }
  if (!session_->ProblemOf(source.photo).isEmpty()) {
    return {faces != nullptr ? tr("No face found") : tr("Cannot be used")};
  }
  if (faces == nullptr) {
    return {tr("Looking for a face…")};
  }
  if (QStringList remarks = session_->BriefRemarksOn(source.id); !remarks.isEmpty()) {
    return remarks;
  }
  const DetectedFace* face = ChosenFace(faces, source.face);
  if (source.weight < 1) {
    return {tr("Counts %1 %").arg(std::lround(100 * source.weight))};
  }
  const QString angles = face != nullptr ? DescribeAngles(face->angles) : QString();
  if (faces->size() > 1) {
    return {tr("Face %1 of %2").arg(FaceNumber(source.face) + 1).arg(faces->size())};
  }
  return {angles};
}

QString SourcesModel::LeadOf(const SourceItem& source) const {
  if (session_->LeadingSource() != source.id) {
    return source.pinned && !source.enabled
               ? tr("This photo is off; it leads, as you chose, as soon as it is on again.")
               : QString();
  }
  return source.pinned
             ? tr("This photo leads, as you chose: mouth, eyes and glasses come from it unless "
                  "another photo shows them better.")
             : tr("This photo leads, since its pose is nearest to the target's: mouth, eyes and "
                  "glasses come from it unless another photo shows them better.");
}

QString SourcesModel::DescriptionOf(const SourceItem& source) const {
  QStringList parts{StatusOf(source).join(QStringLiteral(", "))};
  if (const QString lead = LeadOf(source); !lead.isEmpty()) {
    parts << lead;
  }
  if (const QString remarks = session_->RemarksOn(source.id); !remarks.isEmpty()) {
    parts << remarks;
  }
  return parts.join(QStringLiteral(". "));
}

QString SourcesModel::ToolTipOf(const SourceItem& source) const {
  QStringList lines;
  lines.push_back(source.photo->path.isEmpty() ? source.photo->name
                                               : QDir::toNativeSeparators(source.photo->path));
  for (const QString& remark :
       {session_->ProblemOf(source), session_->RemarksOn(source.id), LeadOf(source)}) {
    if (!remark.isEmpty()) {
      lines.push_back(remark);
    }
  }
  return lines.join('\n');
}

}  // namespace heser
