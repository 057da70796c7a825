#include "ui/themed_icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>
#include <optional>

// Resources of a static library are only there once this was called, and it must be called from
// outside of any namespace.
static void InitIconResources() { Q_INIT_RESOURCE(icons); }

namespace heser {
namespace {

QByteArray ReadIcon(const QString& name) {
  InitIconResources();
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class SvgIconEngine : public QIconEngine {
 public:
  SvgIconEngine(QByteArray svg, std::optional<QColor> color)
      : svg_(std::move(svg)), color_(color) {}

  QIconEngine* clone() const override { return new SvgIconEngine(svg_, color_); }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
  }

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    QByteArray svg = svg_;
    svg.replace("currentColor", ColorFor(mode).name(QColor::HexRgb).toLatin1());
    QSvgRenderer(svg).render(painter, Square(rect));
  }

 private:
  static QRectF Square(const QRect& rect) {
    const qreal side = std::min(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect).center());
    return square;
  }

  QColor ColorFor(QIcon::Mode mode) const {
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
      case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
      case QIcon::Selected:
        return color_.value_or(palette.color(QPalette::HighlightedText));
      case QIcon::Normal:
      case QIcon::Active:
        break;
    }
    return color_.value_or(palette.color(QPalette::Active, QPalette::WindowText));
  }

  QByteArray svg_;
  std::optional<QColor> color_;
};

}  // namespace

QIcon ThemedIcon(const QString& name) {
  return QIcon(new SvgIconEngine(ReadIcon(name), std::nullopt));
}

QIcon ColoredIcon(const QString& name, const QColor& color) {
  return QIcon(new SvgIconEngine(ReadIcon(name), color));
}

QIcon ColorSwatch(const QColor& color) {
  constexpr int kPixels = 2 * kSwatchSide;
  QPixmap pixmap(kPixels, kPixels);
  pixmap.setDevicePixelRatio(2);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(QColor(128, 128, 128), 1));
  painter.setBrush(color.alpha() == 0 ? QBrush(QColor(128, 128, 128), Qt::BDiagPattern)
                                      : QBrush(color));
  painter.drawRoundedRect(QRectF(1, 1, kSwatchSide - 2, kSwatchSide - 2), 3, 3);
  return QIcon(pixmap);
}

}  // namespace heser
