#include "engine/training/process_place.h"

#include <charconv>
#include <cstdlib>

#include "engine/core/error.h"

namespace heser {
namespace {

constexpr int kLargestPort = 65535;
// What PyTorch's launcher takes when told nothing.
constexpr int kUsualPort = 29500;
// Slurm names no port: jobs that share a machine get different ones from this range.
constexpr int kFirstSlurmPort = 20000;
constexpr int kSlurmPorts = 10000;

/// Numbers out of environment variables.
class Variables {
 public:
  explicit Variables(const Environment& environment) : environment_(environment) {}

  std::optional<std::string> Text(const char* name) const {
    auto value = environment_(name);
    if (value && value->empty()) return std::nullopt;
    return value;
  }

  std::optional<int> Number(const char* name) const {
    const auto text = Text(name);
    if (!text) return std::nullopt;
    int number = -1;
    const char* end = text->data() + text->size();
    const auto [stop, code] = std::from_chars(text->data(), end, number);
    if (code != std::errc() || stop != end || number < 0) {
      throw Error(ErrorKind::kWrongUse, name, "must be a number from 0 up");
    }
    return number;
  }

  int Needed(const char* name, const char* because) const {
    if (const auto number = Number(name)) return *number;
    throw Error(ErrorKind::kWrongUse, name, std::string("must be set where ") + because + " is");
  }

 private:
  const Environment& environment_;
};

ProcessPlace TorchrunPlace(const Variables& variables) {
  ProcessPlace place;
  place.size = variables.Needed("WORLD_SIZE", "RANK");
  place.rank = variables.Needed("RANK", "WORLD_SIZE");
  place.local_rank = variables.Number("LOCAL_RANK").value_or(place.rank);
  place.local_size = std::max(1, variables.Number("LOCAL_WORLD_SIZE").value_or(1));
  place.host = variables.Text("MASTER_ADDR").value_or("");
  place.port = variables.Number("MASTER_PORT").value_or(kUsualPort);
  place.is_hosted = variables.Text("TORCHELASTIC_USE_AGENT_STORE") == "True";
  place.round = variables.Text("TORCHELASTIC_RESTART_COUNT").value_or("");
  return place;
}

ProcessPlace SlurmPlace(const Variables& variables) {
  ProcessPlace place;
  place.size = variables.Needed("SLURM_NTASKS", "SLURM_PROCID");
  place.rank = variables.Needed("SLURM_PROCID", "SLURM_NTASKS");
  place.local_rank = variables.Number("SLURM_LOCALID").value_or(0);
  place.host = variables.Text("MASTER_ADDR")
                   .value_or(FirstHostOf(variables.Text("SLURM_JOB_NODELIST").value_or("")));
  const int job = variables.Number("SLURM_JOB_ID").value_or(0);
  place.port = variables.Number("MASTER_PORT").value_or(kFirstSlurmPort + job % kSlurmPorts);
  return place;
}

void Check(const ProcessPlace& place, const char* rank, const char* size) {
  const auto require = [](bool holds, const char* variable, const std::string& allowed) {
    if (!holds) throw Error(ErrorKind::kWrongUse, variable, allowed);
  };
  require(place.size >= 1, size, "must be 1 or more");
  require(place.rank < place.size, rank, std::string("must be below ") + size);
  if (place.size == 1) return;
  require(!place.host.empty(), "MASTER_ADDR", "must name the host of process 0");
  require(place.port >= 1 && place.port <= kLargestPort, "MASTER_PORT", "must be 1 to 65535");
}

}  // namespace

std::string FirstHostOf(const std::string& nodes) {
  const std::size_t bracket = nodes.find('[');
  if (nodes.find(',') < bracket || bracket == std::string::npos) {
    return nodes.substr(0, nodes.find(','));
  }
  const std::size_t number_end = nodes.find_first_of("-,]", bracket);
  std::string host = nodes.substr(0, bracket);
  host += nodes.substr(bracket + 1, number_end - bracket - 1);
  const std::size_t closing = nodes.find(']', bracket);
  if (closing == std::string::npos) return host;
  return host + nodes.substr(closing + 1, nodes.find(',', closing) - closing - 1);
}

ProcessPlace FindProcessPlace(const Environment& environment) {
  const Variables variables(environment);
  if (variables.Text("RANK") || variables.Text("WORLD_SIZE")) {
    ProcessPlace place = TorchrunPlace(variables);
    Check(place, "RANK", "WORLD_SIZE");
    return place;
  }
  if (variables.Text("SLURM_PROCID") || variables.Text("SLURM_NTASKS")) {
    ProcessPlace place = SlurmPlace(variables);
    Check(place, "SLURM_PROCID", "SLURM_NTASKS");
    return place;
  }
  return {};
}

ProcessPlace FindProcessPlace() {
  return FindProcessPlace([](const std::string& name) -> std::optional<std::string> {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) return std::nullopt;
    return value;
  });
}

}  // namespace heser
