#include <QMouseEvent>
#include <QTest>
#include <vector>

#include "ui/canvas_view.h"

namespace heser {

/// The head's handles on a canvas of 400 x 300 that shows a picture of the same size 1:1.
class CanvasHeadTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture {
    CanvasView canvas;
    std::vector<HeadHandle> grabbed;
    QPointF by;  ///< From the beginning to the end of the last drag.
    int released = 0;

    explicit Fixture(bool handles = true) {
      QObject::connect(&canvas, &CanvasView::HeadGrabbed, &canvas,
                       [this](HeadHandle handle) { grabbed.push_back(handle); });
      QObject::connect(&canvas, &CanvasView::HeadDragged, &canvas,
                       [this](QPointF from, QPointF to) { by = to - from; });
      QObject::connect(&canvas, &CanvasView::HeadReleased, &canvas, [this] { ++released; });
      canvas.resize(460, 360);
      canvas.show();
      if (!QTest::qWaitForWindowExposed(&canvas)) {
        QTest::qFail("the canvas does not appear", __FILE__, __LINE__);
      }
      CanvasContent content;
      content.extent = {400, 300};
      content.head = CanvasHead{QRectF(100, 80, 120, 140), {{160, 150}, 60}};
      canvas.SetContent(content);
      canvas.ShowPixels();
      canvas.SetHeadHandles(handles);
    }
    QPoint PlaceOf(double x, double y) {
      return (QRectF(canvas.rect()).center() + QPointF(x - 200, y - 150)).toPoint();
    }
    void Drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
      QTest::mousePress(&canvas, Qt::LeftButton, modifiers, from);
      QMouseEvent move(QEvent::MouseMove, to, canvas.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                       modifiers);
      QApplication::sendEvent(&canvas, &move);
      QTest::mouseRelease(&canvas, Qt::LeftButton, modifiers, to);
    }
  };

 private slots:
  void InsideTheFrameTheHeadIsMoved() {
    Fixture f;
    f.Drag(f.PlaceOf(150, 150), f.PlaceOf(170, 140));
    QVERIFY(f.grabbed == std::vector{HeadHandle::kMove});
    QCOMPARE(f.by, QPointF(20, -10));
    QCOMPARE(f.released, 1);
  }

  void WithShiftItIsTurned() {
    Fixture f;
    f.Drag(f.PlaceOf(150, 150), f.PlaceOf(170, 140), Qt::ShiftModifier);
    QVERIFY(f.grabbed == std::vector{HeadHandle::kTurn});
  }

  void CornersSizeAndTheKnobTilts() {
    Fixture f;
    f.Drag(f.PlaceOf(220, 220), f.PlaceOf(240, 240));
    f.Drag(f.PlaceOf(160, 80 - 26), f.PlaceOf(190, 60));
    QVERIFY(f.grabbed == (std::vector{HeadHandle::kScale, HeadHandle::kRotate}));
  }

  void TheKnobStaysInSight_data() {
    QTest::addColumn<QRectF>("box");
    QTest::addColumn<QPointF>("knob");
    // The canvas goes 30 pixels beyond the picture on every side.
    QTest::newRow("below") << QRectF(100, -20, 120, 140) << QPointF(160, 120 + 26);
    QTest::newRow("inside") << QRectF(100, -60, 120, 400) << QPointF(160, -30 + 9);
  }

  void TheKnobStaysInSight() {
    QFETCH(const QRectF, box);
    QFETCH(const QPointF, knob);
    Fixture f;
    CanvasContent content = f.canvas.content();
    content.head->box = box;
    f.canvas.SetContent(content);
    f.Drag(f.PlaceOf(knob.x(), knob.y()), f.PlaceOf(knob.x() + 30, knob.y() + 5));
    QVERIFY(f.grabbed == std::vector{HeadHandle::kRotate});
  }

  void OutsideTheFrameThePictureIsMoved() {
    Fixture f;
    f.Drag(f.PlaceOf(300, 250), f.PlaceOf(320, 250));
    QVERIFY(f.grabbed.empty());
  }

  void WithoutHandlesNothingIsGrabbed() {
    Fixture f(false);
    f.Drag(f.PlaceOf(150, 150), f.PlaceOf(170, 140));
    QVERIFY(f.grabbed.empty());
  }
};

}  // namespace heser

QTEST_MAIN(heser::CanvasHeadTest)
#include "canvas_head_test.moc"
