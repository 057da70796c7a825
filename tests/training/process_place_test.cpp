#include "engine/training/process_place.h"

#include <QtTest>
#include <map>

#include "engine/core/error.h"

namespace heser {
namespace {

using Variables = std::map<std::string, std::string>;

ProcessPlace PlaceIn(const Variables& variables) {
  return FindProcessPlace([&](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  });
}

/// The variable that is blamed; empty if none is.
std::string BlamedIn(const Variables& variables) {
  try {
    PlaceIn(variables);
    return {};
  } catch (const Error& error) {
    return error.kind() == ErrorKind::kWrongUse ? error.subject() : "another kind of error";
  }
}

}  // namespace

class ProcessPlaceTest : public QObject {
  Q_OBJECT

 private slots:
  void WithoutALauncherAProcessIsAlone() {
    const ProcessPlace place = PlaceIn({{"PATH", "/bin"}, {"MASTER_ADDR", "elsewhere"}});
    QCOMPARE(place.rank, 0);
    QCOMPARE(place.size, 1);
  }

  void TorchrunNamesThePlace() {
    Variables variables = {{"RANK", "5"},
                           {"WORLD_SIZE", "8"},
                           {"LOCAL_RANK", "1"},
                           {"LOCAL_WORLD_SIZE", "4"},
                           {"MASTER_ADDR", "node3"},
                           {"MASTER_PORT", "1234"}};
    ProcessPlace place = PlaceIn(variables);
    QCOMPARE(place.rank, 5);
    QCOMPARE(place.size, 8);
    QCOMPARE(place.local_rank, 1);
    QCOMPARE(place.local_size, 4);
    QCOMPARE(place.host, std::string("node3"));
    QCOMPARE(place.port, 1234);
    QVERIFY(!place.is_hosted);
    variables["TORCHELASTIC_USE_AGENT_STORE"] = std::string("True");
    variables["TORCHELASTIC_RESTART_COUNT"] = std::string("2");
    // A launcher below Slurm knows better.
    variables["SLURM_PROCID"] = std::string("0");
    variables["SLURM_NTASKS"] = std::string("2");
    place = PlaceIn(variables);
    QCOMPARE(place.rank, 5);
    QVERIFY(place.is_hosted);
    QCOMPARE(place.round, std::string("2"));
  }

  void SlurmNamesThePlace() {
    Variables variables = {{"SLURM_PROCID", "3"},
                           {"SLURM_NTASKS", "6"},
                           {"SLURM_LOCALID", "1"},
                           {"SLURM_JOB_NODELIST", "gpu[07-09,12],login"},
                           {"SLURM_JOB_ID", "1234567"}};
    ProcessPlace place = PlaceIn(variables);
    QCOMPARE(place.rank, 3);
    QCOMPARE(place.size, 6);
    QCOMPARE(place.local_rank, 1);
    QCOMPARE(place.host, std::string("gpu07"));
    const int port = place.port;
    QVERIFY(port > 1024 && port < 65536);
    variables["SLURM_PROCID"] = std::string("4");
    QCOMPARE(PlaceIn(variables).port, port);
    variables["SLURM_JOB_ID"] = std::string("1234568");
    QVERIFY(PlaceIn(variables).port != port);
    variables["MASTER_ADDR"] = std::string("10.0.0.7");
    variables["MASTER_PORT"] = std::string("4321");
    place = PlaceIn(variables);
    QCOMPARE(place.host, std::string("10.0.0.7"));
    QCOMPARE(place.port, 4321);
  }

  void TheFirstHostOfAList() {
    QCOMPARE(FirstHostOf("node1"), std::string("node1"));
    QCOMPARE(FirstHostOf("node1,node2"), std::string("node1"));
    QCOMPARE(FirstHostOf("node[007-010]"), std::string("node007"));
    QCOMPARE(FirstHostOf("node[12,14],other[1-2]"), std::string("node12"));
    QCOMPARE(FirstHostOf("rack[1-2]-gpu,login"), std::string("rack1-gpu"));
    QCOMPARE(FirstHostOf("login,node[1-2]"), std::string("login"));
    QCOMPARE(FirstHostOf(""), std::string());
  }

  void WhatIsMissingOrWrongIsNamed() {
    const Variables good = {
        {"RANK", "1"}, {"WORLD_SIZE", "2"}, {"MASTER_ADDR", "a"}, {"MASTER_PORT", "99"}};
    QCOMPARE(BlamedIn(good), std::string());
    const auto with = [&](const char* name, const char* value) {
      Variables variables = good;
      variables[name] = std::string(value);
      return BlamedIn(variables);
    };
    QCOMPARE(with("RANK", ""), std::string("RANK"));
    QCOMPARE(with("RANK", "2"), std::string("RANK"));
    QCOMPARE(with("RANK", "-1"), std::string("RANK"));
    QCOMPARE(with("RANK", "one"), std::string("RANK"));
    QCOMPARE(with("WORLD_SIZE", ""), std::string("WORLD_SIZE"));
    QCOMPARE(with("WORLD_SIZE", "0"), std::string("WORLD_SIZE"));
    QCOMPARE(with("MASTER_ADDR", ""), std::string("MASTER_ADDR"));
    QCOMPARE(with("MASTER_PORT", "70000"), std::string("MASTER_PORT"));
    QCOMPARE(BlamedIn({{"SLURM_NTASKS", "2"}}), std::string("SLURM_PROCID"));
    QCOMPARE(BlamedIn({{"SLURM_NTASKS", "2"}, {"SLURM_PROCID", "0"}}), std::string("MASTER_ADDR"));
  }
};

}  // namespace heser

QTEST_GUILESS_MAIN(heser::ProcessPlaceTest)
#include "process_place_test.moc"
