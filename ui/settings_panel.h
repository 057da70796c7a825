#pragma once

#include <QScrollArea>
#include <string>
#include <vector>

#include "app/document/swap_document.h"

class QToolButton;
class QVBoxLayout;

namespace heser {

/// Every setting that changes the picture, in the order of the work: align, colour, blend, detail.
/// The rows follow from what the engine's stages declare; rarer ones stand behind "More".
class SettingsPanel : public QScrollArea {
  Q_OBJECT

 public:
  explicit SettingsPanel(SwapDocument* document, QWidget* parent = nullptr);

  /// How far it is scrolled and which groups show more.
  struct Look {
    int scrolled = 0;
    std::vector<bool> unfolded;
  };
  Look look() const;
  /// Of a panel whose place this one takes; is seen once this is laid out.
  void SetLook(const Look& look);

 private:
  /// `main`: those of `keys` that are always in sight.
  void AddGroup(QVBoxLayout* layout, const QString& title, const std::vector<std::string>& keys,
                const std::vector<std::string>& main);
  QWidget* MakeHeader(const QString& title, const std::vector<std::string>& keys);
  QWidget* MakeRows(const std::vector<std::string>& keys);

  SwapDocument* document_;
  std::vector<QToolButton*> more_buttons_;
};

}  // namespace heser
