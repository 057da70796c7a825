#include "engine/aligner/head_texture.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"

namespace heser {
namespace {

constexpr double kFaceSize = 200;
const cv::Size kSize(300, 240);
const cv::Rect kHead(60, 40, 180, 200);
const cv::Rect kPatch(140, 42, 20, 12);  // Near the upper outline.
const cv::Vec3f kBrown(0.2f, 0.13f, 0.1f);
const cv::Vec3f kWall(0.52f, 0.6f, 0.68f);

/// Share of the patch that shows the wall, if it has this colour.
double ShareThatShines(const cv::Vec3f& patch) {
  ColorImage image(kSize, kWall);
  image(kHead).setTo(kBrown);
  image(kPatch).setTo(patch);
  Mask head(kSize, std::uint8_t{0});
  head(kHead).setTo(255);
  const Mask shining = ShinesThrough(image, head, head, ~cv::Mat(head), kFaceSize);
  return double(cv::countNonZero(shining(kPatch))) / kPatch.area();
}

}  // namespace

class HeadTextureTest : public QObject {
  Q_OBJECT

 private slots:
  void TheWallShinesThroughThinHair() {
    QVERIFY(ShareThatShines(kWall) > 0.99);
    QVERIFY(ShareThatShines(kWall * 0.7f + kBrown * 0.3f) > 0.99);
  }

  void HairShinesItself() {
    // Warmer than any mixture with the wall.
    QCOMPARE(ShareThatShines({0.55f, 0.5f, 0.5f}), 0.0);
    // Brighter than the wall.
    QCOMPARE(ShareThatShines({0.78f, 0.9f, 1.0f}), 0.0);
    QCOMPARE(ShareThatShines(kBrown * 1.5f), 0.0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::HeadTextureTest)
#include "head_texture_test.moc"
