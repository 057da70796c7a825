#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace heser {

/// Controls side by side, in as many rows as they need: the narrowest that it can be made is the
/// widest control. The last control stands at the right end of the first row that has room for it.
/// What is hidden takes no room.
class FlowLayout : public QLayout {
  Q_OBJECT

 public:
  FlowLayout(QWidget* parent, int spacing);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override;
  int count() const override { return static_cast<int>(items_.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  QSize sizeHint() const override;
  QSize minimumSize() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  void setGeometry(const QRect& rect) override;
  Qt::Orientations expandingDirections() const override { return {}; }

 private:
  struct Row {
    std::vector<QLayoutItem*> items;
    int width = 0;
    int height = 0;
    QLayoutItem* at_end = nullptr;  ///< Of the items.
  };
  bool HasRoom(const Row& row, const QLayoutItem& item, int width) const;
  void Append(Row& row, QLayoutItem* item) const;
  std::vector<Row> RowsWithin(int width) const;

  std::vector<std::unique_ptr<QLayoutItem>> items_;
};

}  // namespace heser
