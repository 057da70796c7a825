#include "engine/training/losses.h"

#include <filesystem>
#include <optional>

#include <QtTest/QtTest>
#include <torch/nn/functional/pooling.h>
#include <torch/utils.h>

#include "engine/core/error.h"
#include "engine/training/npy.h"
#include "tests/support/teacher_view.h"

namespace heser {
namespace {

std::filesystem::path SqueezeNetFile() {
  const std::optional<std::filesystem::path> shared = test::SharedFolder();
  return shared ? *shared / "teachers" / "squeezenet10_fp16.npz" : std::filesystem::path();
}

torch::Tensor Smoothed(const torch::Tensor& pictures) {
  namespace F = torch::nn::functional;
  return F::avg_pool2d(pictures, F::AvgPool2dFuncOptions(5).stride(1).padding(2));
}

/// A NumPy file of float16 values 1, -2, .5 as NumPy writes it.
std::string HalfPrecisionFile() {
  std::string header = "{'descr': '<f2', 'fortran_order': False, 'shape': (3,), }";
  header.resize(117, ' ');
  header += '\n';
  std::string bytes("\x93NUMPY\x01\x00", 8);
  bytes += static_cast<char>(header.size());
  bytes += '\0';
  bytes += header;
  bytes += std::string("\x00\x3c\x00\xc0\x00\x38", 6);
  return bytes;
}

class LossesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { torch::manual_seed(1); }

  void readsHalfPrecision() {
    const NpyArray array = ParseNpy(HalfPrecisionFile(), "x.npy");
    QCOMPARE(array.shape, std::vector<int>{3});
    QCOMPARE(array.values, (std::vector<float>{1, -2, 0.5f}));
    std::string cut = HalfPrecisionFile();
    cut.pop_back();
    QVERIFY_THROWS_EXCEPTION(Error, ParseNpy(cut, "x.npy"));
  }

  void refusesAFileThatIsNoArchive() {
    QVERIFY_THROWS_EXCEPTION(Error, PerceptualLoss("/nonexistent.npz"));
  }

  void perceptualDistanceGrowsWithTheBlur() {
    if (!std::filesystem::exists(SqueezeNetFile())) QSKIP("../shared/teachers is not here");
    PerceptualLoss loss(SqueezeNetFile());
    QVERIFY(loss->parameters().empty());
    const torch::Tensor sharp = torch::rand({2, 3, 96, 96}) * 2 - 1;
    torch::Tensor soft = Smoothed(sharp).set_requires_grad(true);
    const torch::Tensor distance = loss->forward(soft, sharp);
    QVERIFY(loss->forward(sharp, sharp).item<double>() < 1e-6);
    QVERIFY(distance.item<double>() > 0.05);
    QVERIFY(loss->forward(Smoothed(soft), sharp).item<double>() > distance.item<double>());
    distance.backward();
    QVERIFY(torch::isfinite(soft.grad()).all().item<bool>());
    QVERIFY(soft.grad().abs().sum().item<double>() > 0);
  }

  void patchesAreSeventyPixelsWide() {
    PatchDiscriminator discriminator(3, 8);
    QCOMPARE(discriminator->forward(torch::zeros({1, 3, 70, 70})).sizes().vec(),
             (std::vector<std::int64_t>{1, 1, 6, 6}));
  }

  void adversaryLearnsToTellPicturesApart() {
    PatchAdversary adversary(3, 8, 1e-3);
    const auto truths = [] { return torch::rand({4, 3, 70, 70}) * 2 - 1; };
    const auto pictures = [&] { return Smoothed(truths()); };
    const double first = adversary->Learn(pictures(), truths()).item<double>();
    double last = first;
    for (int i = 0; i < 30; ++i) last = adversary->Learn(pictures(), truths()).item<double>();
    QVERIFY(last < 0.7 * first);
    QVERIFY(adversary->LossOf(pictures()).item<double>() >
            adversary->LossOf(truths()).item<double>());
  }

  void itsGradientsReachThePicturesAlone() {
    PatchAdversary adversary(3, 8);
    torch::Tensor pictures = torch::rand({1, 3, 70, 70}).set_requires_grad(true);
    adversary->LossOf(pictures).backward();
    QVERIFY(pictures.grad().abs().sum().item<double>() > 0);
    for (const torch::Tensor& parameter : adversary->parameters()) {
      QVERIFY(parameter.requires_grad());
      QVERIFY(!parameter.grad().defined());
    }
  }
};

}  // namespace
}  // namespace heser

QTEST_GUILESS_MAIN(heser::LossesTest)
#include "losses_test.moc"
