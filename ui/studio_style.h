#pragma once

#include <QProxyStyle>

namespace heser {

/// Fusion with outlines that are seen: fields, buttons and grooves of sliders stand out from the
/// window by 3:1, as controls must for people who see less.
class StudioStyle : public QProxyStyle {
  Q_OBJECT

 public:
  StudioStyle();

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                          QPainter* painter, const QWidget* widget) const override;
};

}  // namespace heser
