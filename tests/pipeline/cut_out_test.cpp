#include "engine/pipeline/cut_out.h"

#include <QTest>
#include <memory>

#include "engine/core/error.h"

namespace heser {
namespace {

const cv::Size kPhotoSize(40, 30);
const cv::Rect kWindow(10, 5, 20, 20);
const cv::Vec3f kHead(0.8f, 0.4f, 0.2f);
const cv::Vec3f kPlate(0.1f, 0.2f, 0.9f);

/// A head of one colour before a plate of another: whole on the left, half in the middle, none on
/// the right.
SwapResult MakeResult(cv::Size view_size) {
  auto view = std::make_shared<HeadView>();
  view->window = kWindow;
  auto blend = std::make_shared<BlendResult>();
  blend->head_alpha = AlphaMap(view_size, 0.f);
  blend->head_alpha.colRange(0, view_size.width / 2).setTo(1);
  blend->head_alpha.colRange(view_size.width / 2, view_size.width * 3 / 4).setTo(0.5);
  blend->background_fill = ColorImage(view_size, kPlate);
  blend->color = ColorImage(view_size);
  for (int y = 0; y < view_size.height; ++y) {
    for (int x = 0; x < view_size.width; ++x) {
      blend->color(y, x) = kPlate + (kHead - kPlate) * blend->head_alpha(y, x);
    }
  }
  auto colors = std::make_shared<ColorReference>();
  colors->color = ColorImage(view_size, kHead);
  SwapResult result;
  result.target_view = view;
  result.blend = blend;
  result.color_reference = colors;
  return result;
}

Photo Target(int type) { return Photo(cv::Mat(kPhotoSize, type, cv::Scalar::all(90))); }

}  // namespace

class CutOutTest : public QObject {
  Q_OBJECT

 private slots:
  void HalfCoveredPixelsHaveTheHeadsOwnColor() {
    const Photo cut = CutOutHead(MakeResult(kWindow.size()), Target(CV_8UC3));
    QCOMPARE(cut.samples().type(), CV_8UC4);
    QCOMPARE(cut.size(), kPhotoSize);
    QCOMPARE(cut.samples().at<cv::Vec4b>(10, 12), cv::Vec4b(204, 102, 51, 255));
    QCOMPARE(cut.samples().at<cv::Vec4b>(10, 22), cv::Vec4b(204, 102, 51, 128));
  }

  void BesideTheHeadNothingIsLeft() {
    const Photo cut = CutOutHead(MakeResult(kWindow.size()), Target(CV_8UC3));
    for (const cv::Point place : {cv::Point(2, 2), cv::Point(28, 10), cv::Point(35, 28)}) {
      QCOMPARE(cut.samples().at<cv::Vec4b>(place), cv::Vec4b(0, 0, 0, 0));
    }
  }

  void DepthAndGreyAreTheTargets() {
    QCOMPARE(CutOutHead(MakeResult(kWindow.size()), Target(CV_16UC3)).samples().type(), CV_16UC4);
    QCOMPARE(CutOutHead(MakeResult(kWindow.size()), Target(CV_8UC1)).samples().type(), CV_8UC2);
    QCOMPARE(CutOutHead(MakeResult(kWindow.size()), Target(CV_8UC4)).samples().type(), CV_8UC4);
  }

  void AReducedViewIsEnlargedToThePhoto() {
    const Photo cut = CutOutHead(MakeResult({10, 10}), Target(CV_8UC3));
    QCOMPARE(cut.samples().at<cv::Vec4b>(10, 12), cv::Vec4b(204, 102, 51, 255));
    QCOMPARE(cut.samples().at<cv::Vec4b>(2, 2), cv::Vec4b(0, 0, 0, 0));
  }

  void AResultWithoutHeadIsRefused() {
    QVERIFY_EXCEPTION_THROWN(CutOutHead(SwapResult(), Target(CV_8UC3)), Error);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::CutOutTest)
#include "cut_out_test.moc"
