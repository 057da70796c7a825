#include "ui/settings_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

#include "app/document/setting_access.h"
#include "ui/fold_button.h"
#include "ui/setting_row.h"
#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kRowGap = 8;
/// A new panel is laid out within this.
constexpr int kSettleMs = 200;

/// Faces are numbered by these for the whole window, before a swap has settings of its own.
constexpr std::string_view kForAllPhotos[] = {"analyzer.least_presence", "analyzer.least_face"};

/// Every setting of these stages, in the order in which the stages declare them.
std::vector<std::string> KeysOf(std::initializer_list<std::string_view> stages) {
  std::vector<std::string> keys;
  for (std::string_view stage : stages) {
    for (const SettingInfo& setting : AllSettings()) {
      const bool is_of_stage = setting.key.substr(0, setting.key.find('.')) == stage;
      if (is_of_stage && std::ranges::find(kForAllPhotos, setting.key) == std::end(kForAllPhotos)) {
        keys.push_back(setting.key);
      }
    }
  }
  return keys;
}

}  // namespace

SettingsPanel::SettingsPanel(SwapDocument* document, QWidget* parent)
    : QScrollArea(parent), document_(document) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* content = new QWidget;
  auto* layout = new QVBoxLayout(content);
  layout->setContentsMargins(14, 8, 14, 8);
  layout->setSpacing(kRowGap);
  AddGroup(layout, tr("Align"), KeysOf({"aligner", "feedback", "refinement"}),
           {"aligner.expression", "aligner.pose", "refinement.amount"});
  AddGroup(layout, tr("Colour"), KeysOf({"color_reference"}),
           {"color_reference.amount", "color_reference.light", "color_reference.hair",
            "color_reference.lips"});
  AddGroup(layout, tr("Blend"), KeysOf({"blender"}),
           {"blender.network", "blender.feather", "blender.seam_height", "blender.chin_shadow"});
  AddGroup(layout, tr("Detail"), KeysOf({"resolution", "analyzer"}), {"resolution.largest_face"});
  layout->addStretch();
  setWidget(content);
  setMinimumWidth(content->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
}

SettingsPanel::Look SettingsPanel::look() const {
  Look look{verticalScrollBar()->value(), {}};
  for (const QToolButton* button : more_buttons_) look.unfolded.push_back(button->isChecked());
  return look;
}

void SettingsPanel::SetLook(const Look& look) {
  for (std::size_t i = 0; i < std::min(more_buttons_.size(), look.unfolded.size()); ++i) {
    more_buttons_[i]->setChecked(look.unfolded[i]);
  }
  QScrollBar* bar = verticalScrollBar();
  bar->setValue(look.scrolled);
  if (bar->value() == look.scrolled) return;
  // There is no room to scroll in before the layout has settled.
  const auto follow = connect(bar, &QScrollBar::rangeChanged, this,
                              [bar, scrolled = look.scrolled] { bar->setValue(scrolled); });
  QTimer::singleShot(kSettleMs, this, [follow] { disconnect(follow); });
}

void SettingsPanel::AddGroup(QVBoxLayout* layout, const QString& title,
                             const std::vector<std::string>& keys,
                             const std::vector<std::string>& main) {
  layout->addWidget(MakeHeader(title, keys));
  layout->addWidget(MakeRows(main));
  std::vector<std::string> more;
  std::ranges::copy_if(keys, std::back_inserter(more), [&main](const std::string& key) {
    return std::ranges::find(main, key) == main.end();
  });
  auto* rows = MakeRows(more);
  rows->setVisible(false);
  auto* more_button = new FoldButton(tr("More"));
  more_button->setAccessibleName(tr("More settings: %1").arg(title));
  more_buttons_.push_back(more_button);
  connect(more_button, &QToolButton::toggled, rows, &QWidget::setVisible);
  layout->addWidget(more_button, 0, Qt::AlignLeft);
  layout->addWidget(rows);
  layout->addSpacing(kRowGap);
}

QWidget* SettingsPanel::MakeHeader(const QString& title, const std::vector<std::string>& keys) {
  auto* header = new QWidget;
  auto* label = new QLabel(title, header);
  QFont font = label->font();
  font.setBold(true);
  font.setPointSizeF(font.pointSizeF() * 1.1);
  label->setFont(font);
  auto* reset = new QToolButton(header);
  reset->setIcon(ThemedIcon(QStringLiteral("reset")));
  reset->setAutoRaise(true);
  reset->setToolTip(tr("Reset these settings"));
  reset->setAccessibleName(tr("Reset settings: %1").arg(title));
  const auto refresh = [this, reset, keys] {
    reset->setVisible(std::ranges::any_of(keys, [this](const std::string& key) {
      return SettingValue(document_->settings(), key) != SettingByKey(key).default_value;
    }));
  };
  connect(reset, &QToolButton::clicked, this, [this, keys] { document_->ResetSettings(keys); });
  connect(document_, &SwapDocument::SettingsChanged, reset, refresh);
  auto* layout = new QHBoxLayout(header);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(label);
  layout->addStretch();
  layout->addWidget(reset);
  header->setMinimumHeight(reset->sizeHint().height());
  refresh();
  return header;
}

QWidget* SettingsPanel::MakeRows(const std::vector<std::string>& keys) {
  auto* rows = new QWidget;
  auto* layout = new QVBoxLayout(rows);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kRowGap);
  for (const std::string& key : keys) {
    layout->addWidget(new SettingRow(document_, key));
  }
  return rows;
}

}  // namespace heser
