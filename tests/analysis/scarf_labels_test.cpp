#include "engine/analysis/scarf_labels.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include "engine/core/image_ops.h"
#include "tests/support/placed_mesh.h"

namespace heser {
namespace {

constexpr int kSide = 400;
constexpr double kFace = 120;
const cv::Point kMiddle(200, 160);

/// A face in cloth of one colour from above the head down to the picture's border, before a wall;
/// what lies above `row` and beside the face is read as headwear, the rest as clothing.
struct ScarfPhoto {
  ColorImage color = ColorImage(kSide, kSide, cv::Vec3f(0.7f, 0.7f, 0.65f));
  LabelMap labels = LabelMap(kSide, kSide, std::uint8_t{0});
  FaceMesh mesh = test::MeshAt(kMiddle, kFace);
  int chin = cvRound(mesh(mesh_point::kChin, 1));

  explicit ScarfPhoto(int headwear_rows) {
    Mask cloth(kSide, kSide, std::uint8_t{0});
    cv::ellipse(cloth, kMiddle, cv::Size(100, 110), 0, 0, 360, 255, cv::FILLED);
    cloth(cv::Rect(100, kMiddle.y, 200, kSide - kMiddle.y)) = 255;
    cv::Mat3f noise(kSide, kSide);
    cv::RNG random(7);
    random.fill(noise, cv::RNG::NORMAL, 0, 0.02);
    color.setTo(cv::Scalar(0.2, 0.3, 0.6), cloth);
    color += noise;
    labels.setTo(static_cast<int>(Label::kClothing), cloth);
    Mask headwear = cloth.clone();
    headwear.rowRange(headwear_rows, kSide) = 0;
    labels.setTo(static_cast<int>(Label::kHeadwear), headwear);
    Mask face(kSide, kSide, std::uint8_t{0});
    cv::ellipse(face, kMiddle, cv::Size(48, 60), 0, 0, 360, 255, cv::FILLED);
    labels.setTo(static_cast<int>(Label::kSkin), face);
    color.setTo(cv::Scalar(0.7, 0.5, 0.4), face);
  }

  int At(int x, int y) const { return labels(y, x); }
};

}  // namespace

class ScarfLabelsTest : public QObject {
  Q_OBJECT

 private slots:
  void AScarfUnderTheChinBelongsToTheHead() {
    ScarfPhoto photo(kMiddle.y + 40);
    const cv::Rect chest(180, 340, 40, 30);
    photo.labels(chest) = static_cast<int>(Label::kHeadwear);
    QCOMPARE(photo.At(kMiddle.x, photo.chin + 10), static_cast<int>(Label::kClothing));
    JoinScarf(photo.color, photo.mesh, photo.labels);
    QCOMPARE(photo.At(kMiddle.x, photo.chin + 10), static_cast<int>(Label::kHeadwear));
    QCOMPARE(photo.At(kMiddle.x - 52, photo.chin - 18), static_cast<int>(Label::kHeadwear));
    // Deeper down it stays with the body, whatever it was read as.
    QCOMPARE(photo.At(kMiddle.x, photo.chin + 60), static_cast<int>(Label::kClothing));
    QCOMPARE(cv::countNonZero(photo.labels(chest) == static_cast<int>(Label::kHeadwear)), 0);
    QCOMPARE(photo.At(kMiddle.x, kMiddle.y), static_cast<int>(Label::kSkin));
    QCOMPARE(photo.At(5, 5), static_cast<int>(Label::kBackground));
  }

  void ClothingOfAnotherColourStays() {
    ScarfPhoto photo(kMiddle.y + 40);
    const cv::Rect below(0, photo.chin + 4, kSide, kSide - photo.chin - 4);
    photo.color(below).setTo(cv::Scalar(0.8, 0.2, 0.2));
    JoinScarf(photo.color, photo.mesh, photo.labels);
    QCOMPARE(photo.At(kMiddle.x, photo.chin + 12), static_cast<int>(Label::kClothing));
  }

  void AHatChangesNothing() {
    ScarfPhoto photo(kMiddle.y - 30);
    const LabelMap before = photo.labels.clone();
    JoinScarf(photo.color, photo.mesh, photo.labels);
    QCOMPARE(cv::countNonZero(before != photo.labels), 0);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::ScarfLabelsTest)
#include "scarf_labels_test.moc"
