#include "engine/analysis/local_colors.h"

#include <QtTest>

namespace heser {

class LocalColorsTest : public QObject {
  Q_OBJECT

 private slots:
  void OnlySelectedPixelsCount() {
    ColorImage color(200, 200, cv::Vec3f(0.9f, 0.1f, 0.1f));
    color(cv::Rect(0, 0, 100, 200)).setTo(cv::Scalar(0.2, 0.4, 0.6));
    Mask selected(200, 200, std::uint8_t{0});
    selected(cv::Rect(20, 20, 60, 160)).setTo(255);
    const ColorImage around = ColorsAround(color, selected, 10);
    QCOMPARE(around.size(), color.size());
    for (const cv::Point& at : {cv::Point(50, 100), cv::Point(150, 100), cv::Point(199, 0)}) {
      QVERIFY(cv::norm(around(at) - cv::Vec3f(0.2f, 0.4f, 0.6f)) < 0.01);
    }
  }

  void WhatIsNearCountsMore() {
    ColorImage color(200, 200, cv::Vec3f(0, 0, 0));
    color.colRange(100, 200).setTo(cv::Scalar(1, 1, 1));
    const ColorImage around = ColorsAround(color, Mask(200, 200, std::uint8_t{255}), 8);
    QVERIFY(around(100, 40)[0] < 0.01F && around(100, 160)[0] > 0.99F);
    QVERIFY(std::abs(around(100, 99)[0] - 0.5F) < 0.1F);
  }

  void AFewPixelsOfALargePictureSayTheirColor() {
    ColorImage color(1200, 1200, cv::Vec3f(0.9f, 0.9f, 0.9f));
    Mask selected(1200, 1200, std::uint8_t{0});
    const cv::Rect few(600, 600, 15, 15);
    selected(few).setTo(255);
    color(few).setTo(cv::Scalar(0.3, 0.2, 0.1));
    const ColorImage around = ColorsAround(color, selected, 40);
    QVERIFY(cv::norm(around(605, 605) - cv::Vec3f(0.3f, 0.2f, 0.1f)) < 0.02);
    QVERIFY(cv::norm(around(10, 10) - cv::Vec3f(0.3f, 0.2f, 0.1f)) < 0.02);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::LocalColorsTest)
#include "local_colors_test.moc"
