#include "app/jobs/picture_conversion.h"

#include <QTest>
#include <cmath>

#include "app/jobs/result_pictures.h"

namespace heser {

class PictureConversionTest : public QObject {
  Q_OBJECT

 private slots:
  void EnlargedClassesHaveSmoothBorders() {
    // A disk: its border is never farther from the circle than half a pixel of the enlarged map and
    // what the classes themselves are wrong by.
    constexpr int kSide = 40;
    constexpr double kRadius = 13.3;
    constexpr int kFactor = 4;
    LabelMap labels(kSide, kSide, std::uint8_t{0});
    const auto distance = [](double x, double y, double middle) {
      return std::hypot(x - middle, y - middle);
    };
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x) {
        if (distance(x, y, (kSide - 1) / 2.0) < kRadius) labels(y, x) = 5;
      }
    }
    const LabelMap enlarged = EnlargedLabels(labels, kFactor);
    QCOMPARE(enlarged.cols, kSide * kFactor);
    double smooth = 0;
    double stairs = 0;
    for (int y = 0; y < enlarged.rows; ++y) {
      for (int x = 0; x < enlarged.cols; ++x) {
        const double off = distance(x, y, (enlarged.cols - 1) / 2.0) / kFactor - kRadius;
        const std::uint8_t is = off < 0 ? 5 : 0;
        if (enlarged(y, x) != is) smooth += std::abs(off);
        if (labels(y / kFactor, x / kFactor) != is) stairs += std::abs(off);
        QVERIFY(enlarged(y, x) == is || std::abs(off) < 0.6);
      }
    }
    QVERIFY2(smooth < 0.65 * stairs, qPrintable(QString("%1 of %2").arg(smooth).arg(stairs)));
  }

  void EnlargedClassesAreThoseThatWereThere() {
    LabelMap labels(3, 3, std::uint8_t{9});
    labels(1, 1) = 4;
    const LabelMap enlarged = EnlargedLabels(labels, 3);
    QCOMPARE(enlarged(4, 4), 4);
    QCOMPARE(enlarged(0, 0), 9);
    for (const std::uint8_t label : enlarged) QVERIFY(label == 4 || label == 9);
    QVERIFY(EnlargedLabels(labels, 1).data == labels.data);
  }

  void ClassesAreEnlargedToThePhotosPixels() {
    QCOMPARE(LabelEnlarging({300, 400}, 900), 3);
    QCOMPARE(LabelEnlarging({300, 400}, 300), 1);
    QCOMPARE(LabelEnlarging({300, 400}, 100), 1);
    QCOMPARE(LabelEnlarging({300, 400}, 30000), 4);
    QCOMPARE(LabelEnlarging({3000, 4000}, 12000), 1);
  }

  void MasksOfAHeadThatStaysAreNotMadeAnew() {
    const auto view_of = [](Label label) {
      auto view = std::make_shared<HeadView>();
      view->window = {10, 20, 30, 30};
      view->labels = LabelMap(30, 30, static_cast<std::uint8_t>(label));
      return view;
    };
    SwapResult result;
    result.target_view = view_of(Label::kHair);
    result.source_views = {view_of(Label::kNeck)};
    KeptMasks masks;
    const ResultPictures first = MakeResultPictures(result, masks);
    QCOMPARE(first.target_classes, std::vector{Label::kHair});
    QCOMPARE(first.sources[0].classes, std::vector{Label::kNeck});
    QCOMPARE(first.target_labels.place, QRectF(10, 20, 30, 30));
    result.source_views = {view_of(Label::kSkin)};
    const ResultPictures second = MakeResultPictures(result, masks);
    const auto key = [](const PlacedPicture& placed) { return placed.picture.Full().cacheKey(); };
    QCOMPARE(key(second.target_labels), key(first.target_labels));
    QCOMPARE(second.sources[0].classes, std::vector{Label::kSkin});
    QVERIFY(key(second.sources[0].labels) != key(first.sources[0].labels));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::PictureConversionTest)
#include "picture_conversion_test.moc"
