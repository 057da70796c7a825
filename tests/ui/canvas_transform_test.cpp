#include "ui/canvas_transform.h"

#include <QTest>

namespace heser {

class CanvasTransformTest : public QObject {
  Q_OBJECT

 private:
  static CanvasTransform Fitted(QSizeF picture) {
    CanvasTransform transform;
    transform.SetViewSize({800, 600});
    transform.SetPictureSize(picture);
    return transform;
  }

 private slots:
  void ALargePictureFitsWholeAndInTheMiddle() {
    const CanvasTransform transform = Fitted({4000, 1000});
    const QRectF shown = transform.ViewFromPicture(QRectF(0, 0, 4000, 1000));
    QVERIFY(QRectF(0, 0, 800, 600).contains(shown));
    QVERIFY(shown.width() > 700);
    QVERIFY(std::abs(shown.center().x() - 400) <= 1 && std::abs(shown.center().y() - 300) <= 1);
  }

  void ASmallPictureIsNotEnlargedByFitting() { QCOMPARE(Fitted({100, 80}).zoom(), 1.0); }

  void WhatLiesUnderThePointerStaysThere() {
    CanvasTransform transform = Fitted({4000, 3000});
    const QPointF pointer(211, 377);
    const QPointF place = transform.PictureFromView(pointer);
    transform.ZoomBy(3, pointer);
    const QPointF moved = transform.ViewFromPicture(place) - pointer;
    QVERIFY(std::abs(moved.x()) <= 1 && std::abs(moved.y()) <= 1);
  }

  void PixelsLieOnWholePixelsOfTheScreen() {
    CanvasTransform transform = Fitted({1001, 777});
    transform.ZoomTo(1, {13.3, 77.7});
    transform.Pan({0.4, -3.6});
    const QPointF corner = transform.ViewFromPicture(QPointF(0, 0));
    QCOMPARE(corner, QPointF(std::round(corner.x()), std::round(corner.y())));
  }

  void ThePictureCannotBeLost() {
    CanvasTransform transform = Fitted({1000, 1000});
    transform.Pan({1e6, -1e6});
    const QRectF shown = transform.ViewFromPicture(QRectF(0, 0, 1000, 1000));
    QVERIFY(shown.intersects(QRectF(0, 0, 800, 600)));
  }

  void AFittedPictureStaysFittedWhenTheWindowGrows() {
    CanvasTransform transform = Fitted({4000, 3000});
    const double before = transform.zoom();
    transform.SetViewSize({1600, 1200});
    QVERIFY(transform.is_fitted());
    QVERIFY(transform.zoom() > before);
  }

  void WhatIsFittedLiesBelowWhatCoversTheTop() {
    CanvasTransform transform = Fitted({3000, 4000});
    const auto shown = [&] { return transform.ViewFromPicture(QRectF(0, 0, 3000, 4000)); };
    const QRectF before = shown();
    transform.SetCoveredTop(80);
    transform.Fit();
    QVERIFY2(shown().top() >= 80 && shown().bottom() <= 600,
             qPrintable(QString::number(shown().top())));
    QVERIFY(shown().height() > before.height() - 90);
    transform.SetCoveredTop(5000);  // It need not be seen whole then.
    transform.Fit();
    QVERIFY(shown().height() > 100);
    transform.SetCoveredTop(0);
    transform.Fit();
    QCOMPARE(shown(), before);
    // A flat picture has room above it anyway.
    CanvasTransform flat = Fitted({4000, 1000});
    const QPointF corner = flat.ViewFromPicture(QPointF(0, 0));
    flat.SetCoveredTop(80);
    flat.Fit();
    QCOMPARE(flat.ViewFromPicture(QPointF(0, 0)), corner);
  }

  void WhatIsShownDoesNotJumpWhereSomethingCoversTheTop() {
    CanvasTransform transform = Fitted({3000, 4000});
    const auto shown = [&] { return transform.ViewFromPicture(QRectF(0, 0, 3000, 4000)); };
    const QRectF before = shown();
    transform.SetCoveredTop(80);
    QCOMPARE(shown(), before);
    QVERIFY(transform.is_fitted());
    transform.SetCoveredTop(0);
    QCOMPARE(shown(), before);
  }

  void ZoomHasItsLimits() {
    CanvasTransform transform = Fitted({500, 500});
    transform.ZoomTo(1e9, {0, 0});
    QCOMPARE(transform.zoom(), CanvasTransform::kLargestZoom);
    transform.ZoomTo(0, {0, 0});
    QCOMPARE(transform.zoom(), CanvasTransform::kSmallestZoom);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::CanvasTransformTest)
#include "canvas_transform_test.moc"
