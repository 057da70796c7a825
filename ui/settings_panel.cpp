#include "ui/settings_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/themed_icon.h"

namespace heser {
namespace {

constexpr int kRowGap = 8;

std::vector<std::string> KeysOf(const std::vector<SettingFace>& main,
                                const std::vector<SettingFace>& more) {
  std::vector<std::string> keys;
  for (const auto* faces : {&main, &more}) {
    for (const SettingFace& face : *faces) {
      keys.emplace_back(face.key);
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
  AddGroup(layout, tr("Align"),
           {{"aligner.expression", tr("Expression"),
             tr("How far mouth and eyes take on the target's expression.")},
            {"aligner.pose", tr("Pose"), tr("How far the head turns as the target's does.")}},
           {{"aligner.yaw", tr("Turn"), tr("Turns the head further to the left or right.")},
            {"aligner.pitch", tr("Nod"), tr("Lifts or lowers the face further.")},
            {"aligner.roll", tr("Tilt"), tr("Tilts the head further to a shoulder.")},
            {"aligner.size", tr("Size"), tr("Size of the head; 100 % fits the target's face.")},
            {"aligner.shift_x", tr("Left and right"), tr("Moves the head sideways.")},
            {"aligner.shift_y", tr("Up and down"), tr("Moves the head up or down.")}});
  AddGroup(layout, tr("Colour"),
           {{"color_reference.amount", tr("Skin colour"),
             tr("How far the skin takes on the colour of the target's skin.")},
            {"color_reference.light", tr("Light"),
             tr("How far the head is lit from where the target's head is lit.")}},
           {{"color_reference.own_chroma", tr("Tint of hair and eyes"),
             tr("How far hair, eyes and teeth follow the tint of the scene.")},
            {"color_reference.own_exposure", tr("Brightness of hair and eyes"),
             tr("How far hair, eyes and teeth follow the exposure of the scene.")},
            {"color_reference.own_light", tr("Light on hair"),
             tr("How far the hair follows the direction of the light.")}});
  AddGroup(layout, tr("Blend"),
           {{"blender.feather", tr("Softness of the edge"),
             tr("How soft the head's edge is against neck and clothing.")},
            {"blender.chin_shadow", tr("Shadow under the chin"),
             tr("How far the new chin casts the shadow of the old one.")}},
           {{"blender.hair_reach", tr("Reach of fine hair"),
             tr("How far fine hair may stand out from the head.")},
            {"blender.background_margin", tr("Background filled anew"),
             tr("How far around the old head the background is filled anew.")},
            {"blender.grain", tr("Grain of fills"),
             tr("How much of the photo's grain filled parts get.")},
            {"blender.decontaminate", tr("Clean fine hair"),
             tr("Takes the source's background out of fine hair.")},
            {"blender.patches", tr("Continue textures"),
             tr("Continues bricks, leaves and patterns behind the old head; takes longer.")}});
  layout->addStretch();
  setWidget(content);
}

void SettingsPanel::AddGroup(QVBoxLayout* layout, const QString& title,
                             const std::vector<SettingFace>& main,
                             const std::vector<SettingFace>& more) {
  layout->addWidget(MakeHeader(title, KeysOf(main, more)));
  layout->addWidget(MakeRows(main));
  auto* rows = MakeRows(more);
  rows->setVisible(false);
  auto* more_button = new QToolButton;
  more_button->setText(tr("More"));
  more_button->setAccessibleName(tr("More settings: %1").arg(title));
  more_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  more_button->setArrowType(Qt::RightArrow);
  more_button->setCheckable(true);
  more_button->setAutoRaise(true);
  more_button->setProperty("opensMore", true);
  connect(more_button, &QToolButton::toggled, rows, [rows, more_button](bool shown) {
    rows->setVisible(shown);
    more_button->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
  });
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

QWidget* SettingsPanel::MakeRows(const std::vector<SettingFace>& faces) {
  auto* rows = new QWidget;
  auto* layout = new QVBoxLayout(rows);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kRowGap);
  for (const SettingFace& face : faces) {
    layout->addWidget(new SettingRow(document_, face));
  }
  return rows;
}

}  // namespace heser
