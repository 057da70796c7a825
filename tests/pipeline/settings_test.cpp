#include <QtTest>

#include "engine/core/error.h"
#include "engine/pipeline/swap_settings.h"

namespace heser {
namespace {

std::string RefusalOf(const std::string& text) {
  try {
    SettingsFromJson(text, "s.json");
  } catch (const Error& error) {
    return error.kind() == ErrorKind::kBadFile ? error.detail() : "another kind of error";
  }
  return "accepted";
}

}  // namespace

class SettingsTest : public QObject {
  Q_OBJECT

 private slots:
  void EverySettingSurvivesJson() {
    SwapSettings settings;
    settings.aligner.expression = 0.123;
    settings.color_reference.light = 0.9;
    settings.feedback.rounds = 2;
    const std::string json = SettingsToJson(settings);
    QCOMPARE(SettingsToJson(SettingsFromJson(json, "s.json")), json);
  }

  void AbsentOptionsKeepTheirDefaults() {
    const SwapSettings settings =
        SettingsFromJson(R"({"aligner": {"expression": 0.25}})", "s.json");
    QCOMPARE(settings.aligner.expression, 0.25);
    QCOMPARE(settings.aligner.pose, SwapSettings().aligner.pose);
  }

  void WhatIsWrongIsNamed() {
    QVERIFY(RefusalOf("{").find("JSON") != std::string::npos);
    QVERIFY(RefusalOf("[1]").find("object") != std::string::npos);
    QVERIFY(RefusalOf(R"({"alinger": {}})").find("alinger") != std::string::npos);
    QVERIFY(RefusalOf(R"({"aligner": {"expresion": 1}})").find("aligner.expresion") !=
            std::string::npos);
    QVERIFY(RefusalOf(R"({"aligner": {"expression": "much"}})").find("aligner.expression") !=
            std::string::npos);
    QVERIFY(RefusalOf(R"({"aligner": {"expression": 7}})").find("aligner.expression") !=
            std::string::npos);
    QVERIFY(RefusalOf(R"({"feedback": {"rounds": 0.5}})").find("feedback.rounds") !=
            std::string::npos);
    // These would wrap around to numbers that are allowed.
    for (const char* number : {"4294967297", "-4294967295", "18446744073709551617"}) {
      const std::string text = std::string(R"({"feedback": {"rounds": )") + number + "}}";
      QVERIFY2(RefusalOf(text).find("feedback.rounds") != std::string::npos, number);
    }
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::SettingsTest)
#include "settings_test.moc"
