#include "engine/nn/network_summary.h"

#include <QtTest>

#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/linear.h>

#include "engine/nn/conv_blocks.h"

namespace heser {

class NetworkSummaryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void CountsConvolutionsByTheirPlaces() {
    torch::nn::Sequential network(ConvUnit(3, 8, 3, 2, true), ConvUnit(8, 4, 1, 1, false));
    network->eval();
    const NetworkSummary summary = SummarizeNetwork(*network, [&] {
      network->forward(torch::zeros({2, 3, 16, 16}));
    });
    // Convolution and normalisation of both units.
    QCOMPARE(summary.layers.size(), std::size_t{4});
    QCOMPARE(summary.layers[0].name, std::string("0.conv"));
    QCOMPARE(summary.layers[0].parameters, std::int64_t{8 * 3 * 9 + 8});
    QCOMPARE(summary.layers[0].multiplications, std::int64_t{2 * 8 * 8 * 8 * 3 * 9});
    QCOMPARE(summary.layers[1].multiplications, std::int64_t{0});
    QCOMPARE(summary.layers[2].multiplications, std::int64_t{2 * 8 * 8 * 4 * 8});
    QCOMPARE(summary.parameters(), std::int64_t{224 + 16 + 36 + 8});
  }

  void CountsEveryCallOfASharedLayer() {
    torch::nn::Linear layer(10, 5);
    const NetworkSummary summary = SummarizeNetwork(*torch::nn::Sequential(layer), [&] {
      for (int i = 0; i < 3; ++i) layer->forward(torch::zeros({2, 10}));
    });
    QCOMPARE(summary.layers.front().calls, 3);
    QCOMPARE(summary.multiplications(), std::int64_t{3 * 2 * 10 * 5});
  }

  void TellsLayersThatTheCallLeavesOut() {
    torch::nn::Sequential network(ConvUnit(3, 8, 3, 1, true));
    const NetworkSummary summary = SummarizeNetwork(*network, [] {});
    QCOMPARE(summary.layers.front().calls, 0);
    QCOMPARE(summary.multiplications(), std::int64_t{0});
  }

  void TransposedConvolutionsCostWhatTheirInputSays() {
    torch::nn::Sequential network(
        torch::nn::ConvTranspose2d(torch::nn::ConvTranspose2dOptions(4, 2, 2).stride(2)));
    const NetworkSummary summary = SummarizeNetwork(*network, [&] {
      network->forward(torch::zeros({1, 4, 8, 8}));
    });
    QCOMPARE(summary.multiplications(), std::int64_t{64 * 4 * 2 * 4});
  }

  void TheTableNamesLayersAndSums() {
    torch::nn::Sequential network(ConvUnit(3, 8, 3, 1, true));
    network->eval();
    const std::string table = DescribeSummary(SummarizeNetwork(*network, [&] {
      network->forward(torch::zeros({1, 3, 32, 32}));
    }));
    QVERIFY(table.find("0.conv") != std::string::npos);
    QVERIFY(table.find("MB in half precision") != std::string::npos);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::NetworkSummaryTest)
#include "network_summary_test.moc"
