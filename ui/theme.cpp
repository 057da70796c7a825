#include "ui/theme.h"

#include <QApplication>
#include <utility>

#include "ui/studio_style.h"

namespace heser {
namespace {

/// The colours that differ between light and dark.
struct Tones {
  QRgb window;
  QRgb base;
  QRgb button;
  QRgb text;
  QRgb muted;
  QRgb disabled;
  QRgb accent;
  QRgb link;
};

constexpr Tones kLight = {0xfff4f5f7, 0xffffffff, 0xfffcfcfd, 0xff1c2024,
                          0xff5d6670, 0xffa5acb4, 0xff2f67e8, 0xff2255cc};
constexpr Tones kDark = {0xff232529, 0xff1a1c1f, 0xff2f3237, 0xffe8eaed,
                         0xffa0a7af, 0xff696f76, 0xff3b6fe3, 0xff8ab1ff};

QPalette PaletteOf(const Tones& tones) {
  QPalette palette(QColor::fromRgb(tones.button), QColor::fromRgb(tones.window));
  palette.setColor(QPalette::Window, tones.window);
  palette.setColor(QPalette::WindowText, tones.text);
  palette.setColor(QPalette::Base, tones.base);
  palette.setColor(QPalette::AlternateBase, tones.window);
  palette.setColor(QPalette::Text, tones.text);
  palette.setColor(QPalette::PlaceholderText, tones.muted);
  palette.setColor(QPalette::Button, tones.button);
  palette.setColor(QPalette::ButtonText, tones.text);
  palette.setColor(QPalette::ToolTipBase, tones.button);
  palette.setColor(QPalette::ToolTipText, tones.text);
  palette.setColor(QPalette::Highlight, tones.accent);
  palette.setColor(QPalette::HighlightedText, Qt::white);
  palette.setColor(QPalette::Link, tones.link);
  palette.setColor(QPalette::LinkVisited, tones.link);
  for (QPalette::ColorRole role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
    palette.setColor(QPalette::Disabled, role, tones.disabled);
  }
  palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.disabled);
  return palette;
}

/// Flat tool buttons with a tinted ground instead of Fusion's bevels: views and settings are chosen
/// by them, and a bevel says less than the accent colour.
QString FlatButtonStyle(const Tones& tones) {
  const QColor accent = QColor::fromRgb(tones.accent);
  const QColor outline = QColor::fromRgb(tones.muted);  // An empty box must be seen as a box.
  return QStringLiteral(
             "QToolButton[autoRaise=\"true\"] { border: none; border-radius: 5px; padding: 4px "
             "6px; }"
             "QToolButton[autoRaise=\"true\"]:hover { background: rgba(128, 128, 128, 45); }"
             "QToolButton[autoRaise=\"true\"]:pressed { background: rgba(128, 128, 128, 80); }"
             "QToolButton[autoRaise=\"true\"]:checked { background: rgba(%1, %2, %3, 60); }"
             "QToolButton[opensMore=\"true\"]:checked { background: transparent; }"
             "QToolButton[autoRaise=\"true\"]:focus { border: 1px solid rgb(%1, %2, %3); }"
             "QToolButton::menu-indicator { image: none; }"
             "QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }"
             "QCheckBox::indicator:unchecked { border: 1px solid rgb(%4, %5, %6); border-radius: "
             "2px; background: palette(base); width: 11px; height: 11px; }"
             "QRadioButton::indicator:unchecked { border: 1px solid rgb(%4, %5, %6); "
             "border-radius: 6px; background: palette(base); width: 10px; height: 10px; }")
      .arg(accent.red())
      .arg(accent.green())
      .arg(accent.blue())
      .arg(outline.red())
      .arg(outline.green())
      .arg(outline.blue());
}

/// What the desktop said before we changed anything.
bool SystemIsDark() {
  static const bool is_dark = IsDark(QApplication::palette());
  return is_dark;
}

}  // namespace

void ApplyTheme(Theme theme) {
  const bool system_is_dark = SystemIsDark();
  const bool dark = theme == Theme::kDark || (theme == Theme::kSystem && system_is_dark);
  if (static bool has_style = false; !std::exchange(has_style, true)) {
    QApplication::setStyle(new StudioStyle);
  }
  const Tones& tones = dark ? kDark : kLight;
  QApplication::setPalette(PaletteOf(tones));
  qApp->setStyleSheet(FlatButtonStyle(tones));
}

bool IsDark(const QPalette& palette) {
  return palette.color(QPalette::WindowText).lightness() >
         palette.color(QPalette::Window).lightness();
}

QColor MutedText(const QPalette& palette) { return palette.color(QPalette::PlaceholderText); }

QColor HairLine(const QPalette& palette) { return IsDark(palette) ? 0xff3a3e44 : 0xffd9dde2; }

QColor ControlOutline(const QPalette& palette) { return IsDark(palette) ? 0xff7c8289 : 0xff868c93; }

QColor WarningColor(const QPalette& palette) { return IsDark(palette) ? 0xfff2b84b : 0xff955700; }

QColor ErrorColor(const QPalette& palette) { return IsDark(palette) ? 0xffff7b72 : 0xffc62828; }

QColor DoneColor(const QPalette& palette) { return IsDark(palette) ? 0xff5fce8a : 0xff1b7f46; }

QColor CanvasGround(const QPalette& palette) { return IsDark(palette) ? 0xff141414 : 0xffdadada; }

}  // namespace heser
