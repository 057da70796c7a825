#include "engine/nn/device.h"

#include <QtTest>

#include "engine/core/error.h"
#include "engine/nn/device_facts.h"

namespace heser {

class DeviceTest : public QObject {
  Q_OBJECT

 private slots:
  void TheProcessorIsAlwaysListedFirst() {
    const auto devices = ListDevices();
    QVERIFY(!devices.empty());
    QVERIFY(devices.front() == Device{});
    QCOMPARE(DeviceName(devices.front()), std::string("cpu"));
  }

  void EveryDeviceIsDescribed() {
    const auto devices = ListDevices();
    const auto facts = DescribeDevices();
    QCOMPARE(facts.size(), devices.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
      QVERIFY(facts[i].device == devices[i]);
      QVERIFY(facts[i].memory_bytes > 100'000'000);
    }
    QVERIFY(facts.front().cores >= 1);
  }

  void TheProcessorNeedsNoNote() {
    const ResolvedDevice resolved = ResolveDevice("cpu");
    QVERIFY(resolved.device == Device{});
    QVERIFY(resolved.note.empty());
  }

  void AMissingGpuFallsBackToTheProcessorWithANote() {
    const ResolvedDevice resolved = ResolveDevice("cuda:63");
    QVERIFY(resolved.device == Device{});
    QVERIFY(resolved.note.find("cuda:63") != std::string::npos);
  }

  void OtherWordsAreRefused_data() {
    QTest::addColumn<QString>("setting");
    for (const char* word : {"", "gpu", "cuda:", "cuda:-1", "cuda:1x", "CPU"}) {
      QTest::newRow(*word == 0 ? "empty" : word) << word;
    }
  }

  void OtherWordsAreRefused() {
    QFETCH(QString, setting);
    QVERIFY_EXCEPTION_THROWN(ResolveDevice(setting.toStdString()), Error);
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::DeviceTest)
#include "device_test.moc"
