#include "ui/flow_layout.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace heser {

FlowLayout::FlowLayout(QWidget* parent, int spacing) : QLayout(parent) { setSpacing(spacing); }

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) { items_.emplace_back(item); }

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  if (index < 0 || index >= count()) return nullptr;
  QLayoutItem* item = items_[static_cast<std::size_t>(index)].release();
  items_.erase(items_.begin() + index);
  return item;
}

bool FlowLayout::HasRoom(const Row& row, const QLayoutItem& item, int width) const {
  return row.items.empty() || row.width + spacing() + item.sizeHint().width() <= width;
}

void FlowLayout::Append(Row& row, QLayoutItem* item) const {
  const QSize size = item->sizeHint();
  row.width += (row.items.empty() ? 0 : spacing()) + size.width();
  row.height = std::max(row.height, size.height());
  row.items.push_back(item);
}

std::vector<FlowLayout::Row> FlowLayout::RowsWithin(int width) const {
  std::vector<QLayoutItem*> shown;
  for (const auto& item : items_) {
    if (!item->isEmpty()) shown.push_back(item.get());
  }
  std::vector<Row> rows(1);
  if (shown.empty()) return rows;
  QLayoutItem* last = shown.back();
  shown.pop_back();
  for (QLayoutItem* item : shown) {
    if (!HasRoom(rows.back(), *item, width)) rows.emplace_back();
    Append(rows.back(), item);
  }
  auto row = std::ranges::find_if(rows, [&](const Row& r) { return HasRoom(r, *last, width); });
  if (row == rows.end()) row = rows.insert(row, Row());
  Append(*row, last);
  row->at_end = last;
  return rows;
}

QSize FlowLayout::sizeHint() const {
  const QMargins margins = contentsMargins();
  QSize size;
  for (const Row& row : RowsWithin(QLAYOUTSIZE_MAX)) size = {row.width, row.height};
  return size.expandedTo({0, 0}).grownBy(margins);
}

QSize FlowLayout::minimumSize() const {
  QSize size(0, 0);
  for (const auto& item : items_) {
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  }
  return size.grownBy(contentsMargins());
}

int FlowLayout::heightForWidth(int width) const {
  const QMargins margins = contentsMargins();
  int height = 0;
  for (const Row& row : RowsWithin(width - margins.left() - margins.right())) {
    height += (height > 0 ? spacing() : 0) + row.height;
  }
  return height + margins.top() + margins.bottom();
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  const QRect area = rect.marginsRemoved(contentsMargins());
  const bool mirrors = parentWidget() != nullptr && parentWidget()->isRightToLeft();
  const Qt::LayoutDirection direction = mirrors ? Qt::RightToLeft : Qt::LeftToRight;
  const auto put = [&](QLayoutItem* item, const QRect& place) {
    item->setGeometry(QStyle::visualRect(direction, area, place));
  };
  int top = area.top();
  for (const Row& row : RowsWithin(area.width())) {
    int left = area.left();
    for (QLayoutItem* item : row.items) {
      const QSize size = item->sizeHint().boundedTo({area.width(), row.height});
      const int begin = item == row.at_end ? area.right() + 1 - size.width() : left;
      put(item, {QPoint(begin, top + (row.height - size.height()) / 2), size});
      left += size.width() + spacing();
    }
    top += row.height + spacing();
  }
}

}  // namespace heser
