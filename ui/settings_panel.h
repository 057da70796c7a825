#pragma once

#include <QScrollArea>
#include <vector>

#include "app/document/swap_document.h"
#include "ui/setting_row.h"

class QVBoxLayout;

namespace heser {

/// What can be set of a swap, in the order of the work: align, colour, blend. Rarer settings of a
/// group stand behind its "More".
class SettingsPanel : public QScrollArea {
  Q_OBJECT

 public:
  explicit SettingsPanel(SwapDocument* document, QWidget* parent = nullptr);

 private:
  void AddGroup(QVBoxLayout* layout, const QString& title, const std::vector<SettingFace>& main,
                const std::vector<SettingFace>& more);
  QWidget* MakeHeader(const QString& title, const std::vector<std::string>& keys);
  QWidget* MakeRows(const std::vector<SettingFace>& faces);

  SwapDocument* document_;
};

}  // namespace heser
