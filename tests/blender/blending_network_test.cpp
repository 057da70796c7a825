#include <QTemporaryDir>
#include <QtTest>

#include "engine/blender/blend_correction.h"
#include "engine/blender/blending_net.h"
#include "engine/blender/blending_unet.h"
#include "engine/core/error.h"
#include "engine/nn/network_summary.h"
#include "engine/nn/torch_weights.h"

namespace heser {
namespace {

constexpr int kSide = 96;

// A head over a fill in the middle of a picture; the target's own pixels around.
BlendingInput DrawnInput() {
  torch::manual_seed(3);
  BlendingInput input;
  input.plate = torch::rand({1, 3, kSide, kSide}) * 2 - 1;
  input.alpha = torch::zeros({1, 1, kSide, kSide});
  input.alpha.slice(2, 30, 60).slice(3, 30, 60).fill_(1);
  input.alpha.slice(2, 60, 62).slice(3, 30, 60).fill_(0.1);
  input.made_up = torch::zeros({1, 1, kSide, kSide});
  input.made_up.slice(2, 20, 70).slice(3, 20, 70).fill_(1);
  input.color = input.plate + input.alpha * (torch::rand({1, 3, kSide, kSide}) - input.plate);
  input.luma = torch::rand({1, 1, kSide, kSide});
  return input;
}

// A network that changes something everywhere it may.
BlendingUnet BusyNetwork() {
  torch::manual_seed(5);
  BlendingUnet network(CompactBlendingUnet());
  const torch::NoGradGuard no_gradients;
  for (torch::Tensor& parameter : network->parameters()) {
    if (parameter.dim() == 1) parameter.add_(0.3);
  }
  for (auto& item : network->named_parameters()) {
    if (item.key() == "answer.weight") item.value().normal_(0, 0.2);
  }
  network->eval();
  return network;
}

// Weights of the product's size in a file.
void Save(BlendingUnet& network, const std::filesystem::path& file) {
  SaveWeights(file, WeightsOf(*network, network->options().architecture, kBlendingUnetVersion));
}

struct Swap {
  HeadView target;
  AlignedHead head;
  BlendResult blend;
};

// A face in the middle of a grey picture, a blend region around it.
Swap DrawnSwap() {
  constexpr int kSize = 300;
  const Similarity3 view_from_head{70, Eigen::Matrix3d::Identity(), {150, 140, 0}};
  Swap swap;
  swap.target.mesh = view_from_head.Apply(DefaultFaceMeshModel().mean);
  cv::theRNG().state = 4;
  swap.target.color = ColorImage(kSize, kSize);
  cv::randu(swap.target.color, 0.2, 0.8);
  swap.head.color = swap.target.color.clone();
  swap.head.mesh = swap.target.mesh;
  BlendResult& blend = swap.blend;
  blend.color = swap.target.color.clone();
  blend.background_fill = swap.target.color.clone();
  blend.blend_region = AlphaMap(kSize, kSize, 0.f);
  blend.head_alpha = AlphaMap(kSize, kSize, 0.f);
  blend.body = Mask(kSize, kSize, std::uint8_t{0});
  blend.body(cv::Rect(0, 170, kSize, kSize - 170)) = 255;
  const cv::Rect region(60, 50, 180, 200);
  blend.blend_region(region) = 1;
  blend.background_fill(region) = cv::Vec3f(0.5f, 0.4f, 0.3f);
  blend.head_alpha(cv::Rect(100, 80, 100, 120)) = 1;
  blend.color(region) = cv::Vec3f(0.5f, 0.4f, 0.3f);
  blend.color(cv::Rect(100, 80, 100, 120)) = cv::Vec3f(0.7f, 0.5f, 0.4f);
  return swap;
}

bool Same(const ColorImage& a, const ColorImage& b) { return cv::norm(a, b, cv::NORM_INF) == 0; }

}  // namespace

class BlendingNetworkTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::filesystem::path File(const char* name) const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

 private Q_SLOTS:
  void PackedInputsStillHoldTheComposite() {
    const BlendingInput input = DrawnInput();
    const torch::Tensor packed = PackBlendingInput(input);
    QVERIFY(packed.sizes() == torch::IntArrayRef({1, kBlendingChannels, kSide, kSide}));
    QVERIFY(torch::allclose(CompositeOf(packed), input.color, 0, 1e-5));
  }

  void AnUntrainedNetworkChangesNothing() {
    BlendingUnet network(CompactBlendingUnet());
    const torch::NoGradGuard no_gradients;
    for (const bool training : {true, false}) {
      network->train(training);
      const torch::Tensor packed = PackBlendingInput(DrawnInput());
      QVERIFY(torch::equal(network->forward(packed).color, CompositeOf(packed)));
    }
  }

  void OutsideOfHeadAndFillNoNetworkChangesAnything() {
    BlendingUnet network = BusyNetwork();
    const torch::NoGradGuard no_gradients;
    const torch::Tensor packed = PackBlendingInput(DrawnInput());
    const torch::Tensor change = (network->forward(packed).color - CompositeOf(packed)).abs();
    QCOMPARE(change.slice(2, 0, 20).max().item<float>(), 0.f);
    QCOMPARE(change.slice(3, 70, kSide).max().item<float>(), 0.f);
    QVERIFY(change.slice(2, 30, 60).slice(3, 30, 60).max().item<float>() > 0.01f);
  }

  void BothPresetsKeepTheirBudgets() {
    BlendingUnet compact(CompactBlendingUnet());
    compact->eval();
    const NetworkSummary summary = SummarizeNetwork(*compact, [&] {
      compact->forward(torch::zeros({1, kBlendingChannels, 256, 256}));
    });
    QVERIFY(summary.multiplications() < std::int64_t{12'000'000'000});
    QVERIFY(summary.parameters() * 2 < 20'000'000);
    for (const LayerSummary& layer : summary.layers) {
      if (layer.name.ends_with("conv")) QCOMPARE(layer.calls, 1);
    }
    const BlendingUnetOptions paper = PaperBlendingUnet();
    QCOMPARE(paper.widths.size(), std::size_t{7});
    QCOMPARE(paper.widths.front(), 64);
    QCOMPARE(512 % paper.step(), 0);
  }

  void WeightsComeBackFromTheirFile() {
    BlendingUnet network = BusyNetwork();
    Save(network, File("net.hwt"));
    const BlendingNet loaded = BlendingNet::Load(File("net.hwt"), {});
    BlendingPicture picture;
    picture.plate = ColorImage(64, 64, cv::Vec3f(0.3f, 0.4f, 0.5f));
    picture.color = picture.plate.clone();
    picture.alpha = AlphaMap(64, 64, 0.f);
    picture.made_up = AlphaMap(64, 64, 1.f);
    picture.luma = ScalarImage(64, 64, 0.5f);
    const cv::Mat3f correction = loaded.Correction(picture);

    const torch::NoGradGuard no_gradients;
    const auto color = torch::tensor({0.3f, 0.4f, 0.5f}).view({1, 3, 1, 1}).expand({1, 3, 64, 64});
    const torch::Tensor map = torch::ones({1, 1, 64, 64});
    const torch::Tensor packed =
        PackBlendingInput({color * 2 - 1, color * 2 - 1, map * 0, map, map * 0});
    const torch::Tensor expected = (network->forward(packed).color - CompositeOf(packed)) / 2;
    const float there = correction(20, 30)[1];
    QVERIFY(std::abs(there) > 1e-4f);
    // Half precision in the file, normalisation folded.
    const float wanted = expected[0][1][20][30].item<float>();
    QVERIFY2(std::abs(there - wanted) < 0.01f * std::abs(wanted),
             qPrintable(QStringLiteral("%1, not %2").arg(there).arg(wanted)));
  }

  void ForeignWeightsAreRefused() {
    BlendingUnet network = BusyNetwork();
    SaveWeights(File("foreign.hwt"), WeightsOf(*network, "head_network", kBlendingUnetVersion));
    QVERIFY_EXCEPTION_THROWN(BlendingNet::Load(File("foreign.hwt"), {}), Error);
    QVERIFY_EXCEPTION_THROWN(BlendingNet::Load(File("missing.hwt"), {}), Error);
  }

  void CorrectionsStayWithinTheBlendRegion() {
    BlendingUnet network = BusyNetwork();
    Save(network, File("busy.hwt"));
    const BlendingNet net = BlendingNet::Load(File("busy.hwt"), {});
    const Swap swap = DrawnSwap();
    const BlendCorrection correction =
        FindBlendCorrection(swap.target, swap.head, swap.blend, net, {});
    const BlendResult result = WithCorrection(swap.blend, correction, 1);
    cv::Mat difference;
    cv::absdiff(result.color, swap.blend.color, difference);
    const cv::Mat changed = difference.reshape(1) > 0;
    QVERIFY(cv::countNonZero(changed) > 1000);
    ColorImage outside_before = swap.blend.color.clone();
    ColorImage outside_after = result.color.clone();
    outside_before.setTo(0, swap.blend.blend_region > 0);
    outside_after.setTo(0, swap.blend.blend_region > 0);
    QVERIFY(Same(outside_before, outside_after));
    QVERIFY(Same(WithCorrection(swap.blend, correction, 0).color, swap.blend.color));
  }

  void WhatHandsGaveBackToTheTargetIsNotTouched() {
    BlendingUnet network = BusyNetwork();
    Save(network, File("busy.hwt"));
    const BlendingNet net = BlendingNet::Load(File("busy.hwt"), {});
    Swap swap = DrawnSwap();
    const cv::Rect back(60, 50, 60, 60);
    swap.blend.blend_region(back) = 0;
    swap.blend.head_alpha(back) = 0;
    swap.target.color(back).copyTo(swap.blend.color(back));
    const BlendCorrection correction =
        FindBlendCorrection(swap.target, swap.head, swap.blend, net, {});
    const BlendResult result = WithCorrection(swap.blend, correction, 1);
    QVERIFY(Same(result.color(back), swap.target.color(back)));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::BlendingNetworkTest)
#include "blending_network_test.moc"
