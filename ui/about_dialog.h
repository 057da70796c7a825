#pragma once

#include <QDialog>

namespace heser {

/// What the program is, its version and what it is made of.
class AboutDialog : public QDialog {
  Q_OBJECT

 public:
  explicit AboutDialog(QWidget* parent = nullptr);
};

}  // namespace heser
