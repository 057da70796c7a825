#include <QTemporaryDir>
#include <QtTest>

#include <torch/nn/functional/conv.h>
#include <torch/optim/adamw.h>
#include <torch/utils.h>

#include "engine/aligner/refinement_network.h"
#include "engine/analysis/head_net.h"
#include "engine/analysis/head_network.h"
#include "engine/analysis/mesh_net.h"
#include "engine/analysis/mesh_network.h"
#include "engine/blender/blending_unet.h"
#include "engine/core/resources.h"
#include "engine/nn/device_facts.h"
#include "engine/nn/mixed_precision.h"
#include "engine/nn/network_summary.h"
#include "engine/nn/tensor_conversion.h"
#include "engine/nn/torch_weights.h"
#include "engine/training/picture_losses.h"
#include "engine/training/train_aligner.h"
#include "engine/training/train_analysis.h"
#include "engine/training/train_blender.h"
#include "engine/training/training_loop.h"
#include "tests/training/synthetic_photos.h"

namespace heser {
namespace {

using Tensors = std::vector<torch::Tensor>;

Tensors OnDevice(const Tensors& tensors, const Device& device) {
  Tensors moved;
  for (const torch::Tensor& tensor : tensors) moved.push_back(tensor.to(TorchDevice(device)));
  return moved;
}

/// The largest difference in shares of the largest value of what the processor says.
double Difference(const torch::Tensor& answer, const torch::Tensor& of_processor) {
  const torch::Tensor there = answer.to(torch::kCPU, torch::kFloat32);
  const double largest = of_processor.abs().max().item<double>();
  return (there - of_processor).abs().max().item<double>() / std::max(largest, 1e-6);
}

/// A network and what it answers to inputs.
struct Runner {
  std::shared_ptr<torch::nn::Module> network;
  Tensors inputs;
  std::function<Tensors(const Tensors& inputs)> run;
};

Runner HeadRunner() {
  HeadNetwork network;
  return {network.ptr(), {torch::rand({2, 3, 64, 64}) * 2 - 1}, [network](const Tensors& in) {
            const HeadNetworkOutput out = HeadNetwork(network)->forward(in[0]);
            return Tensors{out.scores, out.matte, out.mesh, out.presence};
          }};
}

Runner MeshRunner() {
  MeshNetwork network;
  return {network.ptr(), {torch::rand({2, 3, 128, 128}) * 2 - 1}, [network](const Tensors& in) {
            const MeshNetworkOutput out = MeshNetwork(network)->forward(in[0]);
            return Tensors{out.mesh, out.presence};
          }};
}

Runner BlendingRunner() {
  BlendingUnet network(CompactBlendingUnet());
  return {
      network.ptr(), {torch::rand({2, kBlendingChannels, 64, 64})}, [network](const Tensors& in) {
        const BlendingUnetOutput out = BlendingUnet(network)->forward(in[0]);
        return Tensors{out.color, out.gate};
      }};
}

Runner RefinementRunner() {
  RefinementNetwork network(CompactRefinement());
  constexpr std::int64_t kSide = 64;
  const Tensors inputs = {torch::rand({1, 3, kSide, kSide}) * 2 - 1,
                          torch::rand({1, 1, kSide, kSide}),
                          torch::rand({1, 1, kSide, kSide}),
                          torch::rand({1, kLabelGroups, kSide, kSide}).round(),
                          torch::rand({1, 3, kSide, kSide}) * 2 - 1,
                          torch::rand({1, 2, kSourceChannels, kSide, kSide}),
                          torch::rand({1, 2, 2, kSide / 2, kSide / 2}) * 2 - 1,
                          torch::rand({1, 2, 1, kSide / 2, kSide / 2})};
  return {network.ptr(), inputs, [network](const Tensors& in) {
            const RefinementOutput out = RefinementNetwork(network)->forward(
                {in[0], in[1], in[2], in[3], in[4], in[5], in[6], in[7]});
            return Tensors{out.residual, out.alpha_change, out.gate};
          }};
}

}  // namespace

/// Transfers, types and steps on every device that LibTorch can use here: on the processor, against
/// which GPUs are measured, and on each GPU.
class GpuTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  std::filesystem::path root_;

  static void AddDevices() {
    QTest::addColumn<int>("number");
    const auto devices = ListDevices();
    for (std::size_t i = 0; i < devices.size(); ++i) {
      QTest::newRow(DeviceName(devices[i]).c_str()) << static_cast<int>(i);
    }
  }

  static Device Fetched(int number) { return ListDevices()[static_cast<std::size_t>(number)]; }

  TrainingLoopOptions Loop(const Device& device, const std::string& out) const {
    TrainingLoopOptions loop;
    loop.out = root_ / out;
    loop.steps = 3;  // The adversary learns in the last two.
    loop.device = DeviceName(device);
    loop.threads = 1;
    loop.workers = 1;
    return loop;
  }

 private Q_SLOTS:
  void initTestCase() {
    torch::manual_seed(1);
    // GPUs compute as exactly as they can where they are compared.
    at::globalContext().setAllowTF32CuDNN(false);
    at::globalContext().setAllowTF32CuBLAS(false);
    root_ = folder_.path().toStdString();
    test::WriteSyntheticPhotos(root_ / "data", 8);
  }

  void AGpuIsHere() {
    if (ListDevices().size() == 1) {
      QSKIP("no GPU that LibTorch can use: the rest runs on the processor alone");
    }
    const DeviceFacts gpu = DescribeDevices().at(1);
    QVERIFY(!gpu.name.empty() && gpu.memory_bytes > 100'000'000);
  }

  void PicturesTravelUnchanged_data() { AddDevices(); }
  void PicturesTravelUnchanged() {
    QFETCH(int, number);
    ColorImage picture(40, 24);
    cv::randu(picture, 0, 1);
    const torch::Tensor tensor = TensorFromImages(std::span(&picture, 1), Fetched(number));
    QVERIFY(tensor.device() == TorchDevice(Fetched(number)));
    QVERIFY(tensor.is_contiguous(torch::MemoryFormat::ChannelsLast));
    const cv::Mat back = ImageFromTensor((tensor[0] + 1) / 2);
    QVERIFY(cv::norm(back, picture, cv::NORM_INF) < 1e-6);
    // Half-precision answers come back as float32.
    QCOMPARE(ImageFromTensor(tensor[0].to(torch::kBFloat16)).type(), CV_32FC3);
  }

  void BatchesTravelWithTheirGaps_data() { AddDevices(); }
  void BatchesTravelWithTheirGaps() {
    QFETCH(int, number);
    const torch::Device device = TorchDevice(Fetched(number));
    const TensorBatch batch =
        BatchOn(device, {torch::arange(6, torch::kUInt8), torch::Tensor(), torch::ones({2})});
    QVERIFY(batch[0].device() == device && batch[0].scalar_type() == torch::kUInt8);
    QVERIFY(!batch[1].defined());
    QVERIFY(torch::equal(batch[0].cpu(), torch::arange(6, torch::kUInt8)));
  }

  void NetworksAnswerAsOnTheProcessor_data() { AddDevices(); }
  void NetworksAnswerAsOnTheProcessor() {
    QFETCH(int, number);
    const Device device = Fetched(number);
    const torch::NoGradGuard no_gradients;
    for (const Runner& runner :
         {HeadRunner(), MeshRunner(), BlendingRunner(), RefinementRunner()}) {
      // Fresh networks answer nothing: their last layers are zero.
      for (torch::Tensor& parameter : runner.network->parameters()) {
        if (parameter.abs().max().item<double>() == 0) parameter.uniform_(-0.1, 0.1);
      }
      runner.network->eval();
      const Tensors expected = runner.run(runner.inputs);
      runner.network->to(TorchDevice(device));
      const Tensors answers = runner.run(OnDevice(runner.inputs, device));
      QCOMPARE(answers.size(), expected.size());
      for (std::size_t i = 0; i < answers.size(); ++i) {
        QVERIFY(answers[i].device() == TorchDevice(device));
        const double difference = Difference(answers[i], expected[i]);
        QVERIFY2(difference < 2e-3,
                 qPrintable(QStringLiteral("%1, answer %2: %3")
                                .arg(QString::fromStdString(runner.network->name()))
                                .arg(i)
                                .arg(difference)));
      }
    }
  }

  void WeightsGoToTheDeviceAndBack_data() { AddDevices(); }
  void WeightsGoToTheDeviceAndBack() {
    QFETCH(int, number);
    const Device device = Fetched(number);
    HeadNetwork network;
    LoadInto(*network, ModelPath("head_net.hwt"), kHeadNetworkName, kHeadNetworkVersion);
    const NetworkWeights before = WeightsOf(*network, kHeadNetworkName, kHeadNetworkVersion);
    network->to(TorchDevice(device));
    const NetworkWeights from_device = WeightsOf(*network, kHeadNetworkName, kHeadNetworkVersion);
    QCOMPARE(from_device.arrays.size(), before.arrays.size());
    for (std::size_t i = 0; i < before.arrays.size(); ++i) {
      QCOMPARE(from_device.arrays[i].values, before.arrays[i].values);
    }
    // Into a network that is there already.
    for (torch::Tensor& parameter : network->parameters()) parameter.detach().zero_();
    LoadInto(*network, ModelPath("head_net.hwt"), kHeadNetworkName, kHeadNetworkVersion);
    QVERIFY(network->parameters().front().device() == TorchDevice(device));
    QVERIFY(WeightsOf(*network, kHeadNetworkName, kHeadNetworkVersion).arrays[0].values ==
            before.arrays[0].values);
  }

  void TheAnalysisRunsThere_data() { AddDevices(); }
  void TheAnalysisRunsThere() {
    QFETCH(int, number);
    ColorImage head(256, 256);
    cv::randu(head, 0, 1);
    const HeadPrediction expected = HeadNet::Load(ModelPath("head_net.hwt"), {}).Run(head);
    const HeadPrediction there =
        HeadNet::Load(ModelPath("head_net.hwt"), Fetched(number)).Run(head);
    QVERIFY(cv::norm(there.matte, expected.matte, cv::NORM_INF) < 5e-3);
    QVERIFY(cv::norm(there.probabilities, expected.probabilities, cv::NORM_INF) < 5e-3);
    QVERIFY((there.mesh - expected.mesh).cwiseAbs().maxCoeff() < 0.1);
  }

  void MixedPrecisionIsLeftAgain_data() { AddDevices(); }
  void MixedPrecisionIsLeftAgain() {
    QFETCH(int, number);
    const Device device = Fetched(number);
    namespace F = torch::nn::functional;
    const torch::Tensor x = torch::rand({1, 4, 8, 8}).to(TorchDevice(device));
    const torch::Tensor weight = torch::rand({4, 4, 3, 3}).to(TorchDevice(device));
    {
      const MixedPrecision mixed(true, device);
      QVERIFY(F::conv2d(x, weight).scalar_type() == torch::kBFloat16);
      QVERIFY(weight.scalar_type() == torch::kFloat32);
    }
    QVERIFY(F::conv2d(x, weight).scalar_type() == torch::kFloat32);
    const MixedPrecision off(false, device);
    QVERIFY(F::conv2d(x, weight).scalar_type() == torch::kFloat32);
  }

  void LossesLieWhereThePicturesDo_data() { AddDevices(); }
  void LossesLieWhereThePicturesDo() {
    QFETCH(int, number);
    const torch::Device device = TorchDevice(Fetched(number));
    PictureLosses losses({.adversary_from = 0, .labels_weight = 1, .landmarks_weight = 1}, 8);
    for (torch::nn::Module* module : losses.companions()) module->to(device);
    const torch::Tensor truth = (torch::rand({1, 3, 96, 96}) * 2 - 1).to(device);
    const torch::Tensor shown = (truth * 0.5).detach().requires_grad_(true);
    const torch::Tensor judged = torch::ones_like(truth.narrow(1, 0, 1));
    const torch::Tensor loss = losses.Loss(shown, truth, judged, 1);
    QVERIFY(loss.device() == device);
    loss.backward();
    QVERIFY(torch::isfinite(shown.grad()).all().item<bool>());
    QVERIFY(shown.grad().abs().sum().item<double>() > 0);
  }

  void CostsAreCountedThere_data() { AddDevices(); }
  void CostsAreCountedThere() {
    QFETCH(int, number);
    Runner runner = MeshRunner();
    const auto expected =
        SummarizeNetwork(*runner.network, [&] { runner.run(runner.inputs); }).multiplications();
    runner.network->to(TorchDevice(Fetched(number)));
    const Tensors inputs = OnDevice(runner.inputs, Fetched(number));
    QCOMPARE(SummarizeNetwork(*runner.network, [&] { runner.run(inputs); }).multiplications(),
             expected);
  }

  void TheAnalysisTrainsThereAndGoesOn_data() { AddDevices(); }
  void TheAnalysisTrainsThereAndGoesOn() {
    QFETCH(int, number);
    TrainAnalysisOptions options;
    options.data = root_ / "data";
    options.batch = 2;
    options.size = 64;
    options.held_out_share = 0.3;
    options.loop = Loop(Fetched(number), "head" + std::to_string(number));
    TrainAnalysis(options, {});
    // A checkpoint of one device goes on on it and on the processor.
    for (const std::string& device : {options.loop.device, std::string("cpu")}) {
      ++options.loop.steps;
      options.loop.device = device;
      options.loop.resume = true;
      TrainAnalysis(options, {});
    }
    HeadNetwork network;
    LoadInto(*network, options.loop.out / "head_net.hwt", kHeadNetworkName, kHeadNetworkVersion);
    for (const torch::Tensor& parameter : network->parameters()) {
      QVERIFY(torch::isfinite(parameter).all().item<bool>());
    }
  }

  void TheAlignerTrainsThere_data() { AddDevices(); }
  void TheAlignerTrainsThere() {
    QFETCH(int, number);
    TrainAlignerOptions options;
    options.data = root_ / "data";
    options.batch = 1;
    options.size = 64;
    options.scenes.copies = 1;
    options.held_out_share = 0.3;
    options.loop = Loop(Fetched(number), "aligner" + std::to_string(number));
    TrainAligner(options, {});
    QVERIFY(std::filesystem::exists(options.loop.out / "aligner_net.hwt"));
  }

  void TheBlenderTrainsThere_data() { AddDevices(); }
  void TheBlenderTrainsThere() {
    QFETCH(int, number);
    TrainBlenderOptions options;
    options.data = root_ / "data";
    options.batch = 1;
    options.size = 64;
    options.scenes = 1;
    options.held_out_share = 0.3;
    options.loop = Loop(Fetched(number), "blender" + std::to_string(number));
    TrainBlender(options, {});
    QVERIFY(std::filesystem::exists(options.loop.out / "blending_unet.hwt"));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::GpuTest)
#include "gpu_test.moc"
