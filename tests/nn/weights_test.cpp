#include "engine/nn/weights.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "engine/core/error.h"

namespace heser {

class WeightsTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  std::filesystem::path file_;
  const NetworkWeights weights_{"test_network",
                                3,
                                {{"layer.weight", {2, 3}, {0, 1, -2, 0.5F, 1024, -0.125F}},
                                 {"layer.bias", {2}, {3, -4}},
                                 {"scalar", {}, {7}}}};

  std::string Contents() const {
    std::ifstream stream(file_, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  void Replace(const std::string& contents) const {
    std::ofstream stream(file_, std::ios::binary | std::ios::trunc);
    stream.write(contents.data(), static_cast<std::streamsize>(contents.size()));
  }

  /// The sentence with which the file is refused; empty if it is read.
  std::string Refusal(const std::string& architecture = "test_network", int version = 3) const {
    try {
      LoadWeights(file_, architecture, version);
    } catch (const Error& error) {
      return error.kind() == ErrorKind::kBadModel ? error.detail() : "wrong kind";
    }
    return {};
  }

 private slots:
  void init() {
    file_ = std::filesystem::path(folder_.path().toStdString()) / "net.hwt";
    SaveWeights(file_, weights_);
  }

  void WhatWasSavedIsLoaded() {
    const NetworkWeights loaded = LoadWeights(file_, "test_network", 3);
    QCOMPARE(loaded.architecture, weights_.architecture);
    QCOMPARE(loaded.version, 3);
    QCOMPARE(loaded.arrays.size(), weights_.arrays.size());
    for (std::size_t i = 0; i < loaded.arrays.size(); ++i) {
      QCOMPARE(loaded.arrays[i].name, weights_.arrays[i].name);
      QVERIFY(loaded.arrays[i].shape == weights_.arrays[i].shape);
      QVERIFY(loaded.arrays[i].values == weights_.arrays[i].values);
    }
  }

  void NothingButTheFileIsLeftBehind() {
    QCOMPARE(QDir(folder_.path()).entryList(QDir::Files).size(), 1);
  }

  void AMissingFileIsRefused() {
    std::filesystem::remove(file_);
    QCOMPARE(Refusal(), std::string("is missing or cannot be opened"));
  }

  void AForeignFileIsRefused() {
    Replace("\x89PNG\r\n\x1a\n and so on");
    QCOMPARE(Refusal(), std::string("is not a weights file"));
    Replace("");
    QCOMPARE(Refusal(), std::string("is not a weights file"));
  }

  void AFileCutShortIsRefusedWhereverItEnds() {
    const std::string whole = Contents();
    for (std::size_t length = 8; length < whole.size(); length += 7) {
      Replace(whole.substr(0, length));
      QCOMPARE(Refusal(), std::string("is cut short"));
    }
  }

  void AFileThatGoesOnIsRefused() {
    Replace(Contents() + "xx");
    QCOMPARE(Refusal(), std::string("is longer than its header says"));
  }

  void AChangedValueIsRefusedByItsHash() {
    std::string contents = Contents();
    contents.back() = static_cast<char>(contents.back() ^ 1);
    Replace(contents);
    QCOMPARE(Refusal(), std::string("is damaged: its hash does not fit"));
  }

  void ADamagedHeaderIsRefused() {
    std::string contents = Contents();
    contents[16] = 'x';
    Replace(contents);
    QCOMPARE(Refusal(), std::string("has a damaged header"));
    contents = Contents();
    contents[15] = 0x7F;
    Replace(contents);
    QCOMPARE(Refusal(), std::string("has a damaged header"));
  }

  void AnotherNetworkAndAnotherVersionAreRefused() {
    QCOMPARE(Refusal("other_network"),
             std::string("holds weights of test_network where other_network is wanted"));
    QCOMPARE(Refusal("test_network", 4), std::string("holds version 3 where version 4 is wanted"));
  }

  void AFolderThatIsNotThereCannotBeWritten() {
    try {
      SaveWeights(file_.parent_path() / "missing" / "net.hwt", weights_);
      QFAIL("was written");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), ErrorKind::kCannotWrite);
    }
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::WeightsTest)
#include "weights_test.moc"
