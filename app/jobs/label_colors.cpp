#include "app/jobs/label_colors.h"

#include <QCoreApplication>
#include <array>

namespace heser {
namespace {

struct LabelStyle {
  QRgb color;
  const char* title;
};

constexpr std::array<LabelStyle, kLabelCount> kStyles = {{
    {0x00000000, QT_TRANSLATE_NOOP("Labels", "Background")},
    {0xffe8b088, QT_TRANSLATE_NOOP("Labels", "Skin")},
    {0xff8a5a2b, QT_TRANSLATE_NOOP("Labels", "Brows")},
    {0xff3fa7ff, QT_TRANSLATE_NOOP("Labels", "Eyes")},
    {0xff101820, QT_TRANSLATE_NOOP("Labels", "Glasses")},
    {0xffff8a3d, QT_TRANSLATE_NOOP("Labels", "Ears")},
    {0xffffd84d, QT_TRANSLATE_NOOP("Labels", "Nose")},
    {0xfff6f6f6, QT_TRANSLATE_NOOP("Labels", "Inner mouth")},
    {0xffe5396b, QT_TRANSLATE_NOOP("Labels", "Upper lip")},
    {0xffa8174a, QT_TRANSLATE_NOOP("Labels", "Lower lip")},
    {0xff8fce5a, QT_TRANSLATE_NOOP("Labels", "Neck")},
    {0xff2f8f83, QT_TRANSLATE_NOOP("Labels", "Clothing")},
    {0xff8b5cf6, QT_TRANSLATE_NOOP("Labels", "Hair")},
    {0xffd946ef, QT_TRANSLATE_NOOP("Labels", "Headwear")},
}};

const LabelStyle& StyleOf(Label label) { return kStyles.at(static_cast<std::size_t>(label)); }

}  // namespace

QColor LabelColor(Label label) { return QColor::fromRgba(StyleOf(label).color); }

QString LabelTitle(Label label) {
  return QCoreApplication::translate("Labels", StyleOf(label).title);
}

}  // namespace heser
