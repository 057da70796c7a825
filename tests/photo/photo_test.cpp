#include "engine/photo/photo.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include "tests/photo/fixtures.h"

namespace heser {
using namespace fixtures;

class PhotoTest : public QObject {
  Q_OBJECT

 private slots:
  void SamplesWithoutProfileAreWorkingPixels() {
    const cv::Mat samples = Scene(CV_8UC3);
    const ColorImage working = Photo(samples).WorkingPixels({10, 20, 50, 40});
    const cv::Vec3b stored = samples.at<cv::Vec3b>(25, 30);
    for (int c = 0; c < 3; ++c) QCOMPARE(working(5, 20)[c], stored[c] / 255.0f);
  }

  void WorkingPixelsComeBackWithinOneStep_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("profile");
    QTest::newRow("grey") << CV_8UC1 << "";
    QTest::newRow("grey alpha 16") << CV_16UC2 << "";
    QTest::newRow("grey gamma 1.8") << CV_8UC1 << "grey";
    QTest::newRow("grey gamma 1.8, 16 bits") << CV_16UC1 << "grey";
    QTest::newRow("colour") << CV_8UC3 << "";
    QTest::newRow("colour srgb") << CV_8UC3 << "srgb";
    QTest::newRow("colour p3") << CV_8UC3 << "p3";
    QTest::newRow("colour alpha p3") << CV_8UC4 << "p3";
    QTest::newRow("colour p3, 16 bits") << CV_16UC3 << "p3";
  }
  void WorkingPixelsComeBackWithinOneStep() {
    QFETCH(int, type);
    QFETCH(QString, profile);
    PhotoMetadata metadata;
    if (profile == "grey")
      metadata.icc = GreyProfile();
    else if (!profile.isEmpty())
      metadata.icc = Profile(profile.toStdString());
    const Photo photo(Scene(type), metadata);
    QCOMPARE(photo.metadata().icc.empty(), profile.isEmpty());
    const cv::Rect box = photo.bounds();
    const Photo back = photo.WithPixels(box, photo.WorkingPixels(box), AlphaMap(box.size(), 1.0f));
    const int colors = photo.IsGrey() ? 1 : 3;
    for (int c = 0; c < colors; ++c) {
      cv::Mat before, after;
      cv::extractChannel(photo.samples(), before, c);
      cv::extractChannel(back.samples(), after, c);
      const double step = photo.IsSixteenBit() ? 257 : 1;
      QVERIFY2(LargestDifference(before, after) <= step,
               qPrintable(QString::number(LargestDifference(before, after))));
    }
  }

  void AWiderProfileMeansOtherColors() {
    cv::Mat3b red(64, 64, cv::Vec3b(255, 0, 0));
    PhotoMetadata metadata;
    metadata.icc = Profile("p3");
    const cv::Vec3f working = Photo(red, metadata).WorkingPixels({0, 0, 1, 1})(0, 0);
    // The red of Display P3 in extended sRGB.
    QVERIFY(std::abs(working[0] - 1.093f) < 0.01f);
    QVERIFY(std::abs(working[1] + 0.2267f) < 0.01f);
    QVERIFY(std::abs(working[2] + 0.1501f) < 0.01f);
  }

  void ASrgbProfileChangesNothing() {
    PhotoMetadata metadata;
    metadata.icc = Profile("srgb");
    const cv::Mat samples = Scene(CV_8UC3);
    const Photo with(samples, metadata), without(samples);
    QCOMPARE(LargestDifference(with.WorkingPixels(with.bounds()),
                               without.WorkingPixels(without.bounds())),
             0.0);
  }

  void AProfileForOtherChannelsIsDropped() {
    PhotoMetadata metadata;
    metadata.icc = Profile("p3");
    QVERIFY(Photo(Scene(CV_8UC1), metadata).metadata().icc.empty());
    metadata.icc = "no profile at all";
    QVERIFY(Photo(Scene(CV_8UC3), metadata).metadata().icc.empty());
  }

  void OnlyWhereTheMaskIsAboveZeroSamplesChange_data() {
    QTest::addColumn<int>("type");
    for (int type : {CV_8UC1, CV_8UC2, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC2, CV_16UC3, CV_16UC4}) {
      QTest::newRow(cv::typeToString(type).c_str()) << type;
    }
  }
  void OnlyWhereTheMaskIsAboveZeroSamplesChange() {
    QFETCH(int, type);
    PhotoMetadata metadata;
    if (CV_MAT_CN(type) > 2) metadata.icc = Profile("p3");
    const Photo photo(Scene(type), metadata);
    const cv::Rect box(30, 20, 60, 50);
    AlphaMap where(box.size(), 0.0f);
    cv::circle(where, {30, 25}, 15, 1.0, cv::FILLED);
    where(25, 30 + 17) = 1e-4f;
    const ColorImage green(box.size(), cv::Vec3f(0.1f, 0.9f, 0.2f));
    const Photo changed = photo.WithPixels(box, green, where);
    cv::Mat1b inside(photo.size(), 0);
    inside(box).setTo(255, where > 0);
    cv::Mat same = changed.samples().clone();
    photo.samples().copyTo(same, inside);
    QCOMPARE(LargestDifference(same, photo.samples()), 0.0);
    QVERIFY(LargestDifference(changed.samples(), photo.samples()) > 0);
    QCOMPARE(changed.samples().type(), type);
    if (photo.HasAlpha()) {
      const AlphaMap before = photo.Alpha(box), after = changed.Alpha(box);
      QCOMPARE(after(25, 30), 1.0f);
      QCOMPARE(cv::countNonZero(after < before), 0);
    }
  }

  void OpacityIsSetOnlyWhereTheMaskIsAboveZero() {
    const Photo photo(Scene(CV_8UC4));
    const cv::Rect box(30, 20, 60, 50);
    AlphaMap where(box.size(), 0.0f);
    where(cv::Rect(0, 0, 30, 50)) = 1.0f;
    const AlphaMap opacity(box.size(), 0.2f);
    const Photo changed = photo.WithPixels(box, photo.WorkingPixels(box), where, opacity);
    const cv::Rect inside(30, 20, 30, 50);
    const cv::Rect outside(60, 20, 30, 50);
    QVERIFY(LargestDifference(changed.Alpha(inside), AlphaMap(inside.size(), 0.2f)) < 1.0 / 255);
    QCOMPARE(LargestDifference(changed.Alpha(outside), photo.Alpha(outside)), 0.0);
  }

  void ValuesBeyondTheRangeAreClipped() {
    const Photo photo(Scene(CV_8UC3));
    const cv::Rect box(0, 0, 1, 1);
    const Photo changed =
        photo.WithPixels(box, ColorImage(1, 1, cv::Vec3f(-0.3f, 1.7f, 0.5f)), AlphaMap(1, 1, 1.0f));
    QVERIFY((changed.samples().at<cv::Vec3b>(0, 0) == cv::Vec3b(0, 255, 128)));
  }

  void TheProxyKeepsProportionsAndLimitsTheLongerSide() {
    const Photo photo(MutedScene(CV_16UC3, {400, 300}));
    const cv::Mat3b proxy = photo.Proxy(100);
    QCOMPARE(proxy.cols, 100);
    QCOMPARE(proxy.rows, 75);
    QCOMPARE(photo.Proxy(1000).cols, 400);
    cv::Mat expected;
    photo.samples().convertTo(expected, CV_8U, 1 / 257.0);
    cv::resize(expected, expected, proxy.size(), 0, 0, cv::INTER_AREA);
    QVERIFY(LargestDifference(proxy, expected) <= 2);
  }

  void TransparentPartsStandBeforeWhiteInTheProxy() {
    cv::Mat samples(64, 64, CV_8UC4, cv::Scalar(0, 0, 0, 0));
    samples.colRange(0, 32).setTo(cv::Scalar(10, 20, 30, 255));
    const cv::Mat3b proxy = Photo(samples).Proxy(64);
    QVERIFY(proxy(10, 10) == cv::Vec3b(10, 20, 30));
    QVERIFY(proxy(10, 50) == cv::Vec3b(255, 255, 255));
  }

  void AReducedBoxIsTheAverageOfItsPixels() {
    cv::Mat1b samples(64, 64, uchar{0});
    samples.colRange(0, 32).setTo(200);
    const ColorImage working = Photo(samples).WorkingPixels({0, 0, 64, 64}, 0.25);
    QCOMPARE(working.cols, 16);
    QVERIFY(std::abs(working(3, 3)[1] - 200 / 255.0f) < 1e-5f);
    QCOMPARE(working(3, 12)[1], 0.0f);
  }

  void BoxesOutsideAreRefused() {
    const Photo photo(Scene(CV_8UC3));
    QVERIFY(KindOfErrorFrom([&] {
              photo.WorkingPixels({150, 0, 20, 20});
            }) == ErrorKind::kWrongUse);
    QVERIFY(KindOfErrorFrom([&] { photo.Alpha({0, 0, 0, 5}); }) == ErrorKind::kWrongUse);
    QVERIFY(KindOfErrorFrom([&] { Photo{cv::Mat1f(64, 64)}; }) == ErrorKind::kWrongUse);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::PhotoTest)
#include "photo_test.moc"
