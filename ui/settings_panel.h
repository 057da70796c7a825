#pragma once

#include <QScrollArea>
#include <string>
#include <vector>

#include "app/document/swap_document.h"

class QVBoxLayout;

namespace heser {

/// Every setting that changes the picture, in the order of the work: align, colour, blend, detail.
/// The rows follow from what the engine's stages declare; rarer ones stand behind "More".
class SettingsPanel : public QScrollArea {
  Q_OBJECT

 public:
  explicit SettingsPanel(SwapDocument* document, QWidget* parent = nullptr);

 private:
  /// `main`: those of `keys` that are always in sight.
  void AddGroup(QVBoxLayout* layout, const QString& title, const std::vector<std::string>& keys,
                const std::vector<std::string>& main);
  QWidget* MakeHeader(const QString& title, const std::vector<std::string>& keys);
  QWidget* MakeRows(const std::vector<std::string>& keys);

  SwapDocument* document_;
};

}  // namespace heser
