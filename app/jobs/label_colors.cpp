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
    {0xff22c3a6, QT_TRANSLATE_NOOP("Labels", "Skin")},
    {0xffc2410c, QT_TRANSLATE_NOOP("Labels", "Brows")},
    {0xff38bdf8, QT_TRANSLATE_NOOP("Labels", "Eyes")},
    {0xff111827, QT_TRANSLATE_NOOP("Labels", "Glasses")},
    {0xfffb923c, QT_TRANSLATE_NOOP("Labels", "Ears")},
    {0xffffe14d, QT_TRANSLATE_NOOP("Labels", "Nose")},
    {0xfff8fafc, QT_TRANSLATE_NOOP("Labels", "Inner mouth")},
    {0xfff43f5e, QT_TRANSLATE_NOOP("Labels", "Upper lip")},
    {0xff9f1239, QT_TRANSLATE_NOOP("Labels", "Lower lip")},
    {0xffa3e635, QT_TRANSLATE_NOOP("Labels", "Neck")},
    {0xff3b5bdb, QT_TRANSLATE_NOOP("Labels", "Clothing")},
    {0xffa855f7, QT_TRANSLATE_NOOP("Labels", "Hair")},
    {0xffec4899, QT_TRANSLATE_NOOP("Labels", "Headwear")},
}};

const LabelStyle& StyleOf(Label label) { return kStyles.at(static_cast<std::size_t>(label)); }

}  // namespace

QColor LabelColor(Label label) { return QColor::fromRgba(StyleOf(label).color); }

QColor RegionColor(BlendRegionPart part) {
  return QColor::fromRgb(part == BlendRegionPart::kHead ? 0xffa855f7 : 0xff22c3a6);
}

QString RegionTitle(BlendRegionPart part) {
  return part == BlendRegionPart::kHead ? QCoreApplication::translate("Labels", "New head")
                                        : QCoreApplication::translate("Labels", "Filled anew");
}

QString LabelTitle(Label label) {
  return QCoreApplication::translate("Labels", StyleOf(label).title);
}

}  // namespace heser
