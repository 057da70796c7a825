#include "engine/training/process_group.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <thread>

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#include <unistd.h>
#ifdef HESER_WITH_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#endif
#ifdef HESER_WITH_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif
#include <torch/utils.h>
#include <torch/version.h>

#include "engine/core/error.h"
#include "engine/nn/tensor_conversion.h"

namespace heser {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

// Between two looks at whether the others have come or the user has gone.
constexpr milliseconds kLook{100};
constexpr seconds kAttempt{1};
// The leader's store outlives its last word by as long as the others take to read it, at most:
constexpr seconds kFarewell{10};

using Bytes = std::vector<std::uint8_t>;

Bytes BytesOf(const std::string& text) { return {text.begin(), text.end()}; }
std::string TextOf(const Bytes& bytes) { return {bytes.begin(), bytes.end()}; }

/// The first line of what LibTorch says, without its place in the sources.
std::string Reason(const std::exception& failure) {
  const auto* torch_error = dynamic_cast<const c10::Error*>(&failure);
  std::string text =
      torch_error != nullptr ? torch_error->what_without_backtrace() : failure.what();
  text = text.substr(0, text.find('\n'));
  if (text.starts_with('[')) {
    if (const std::size_t end = text.find("] "); end != std::string::npos) text.erase(0, end + 2);
  }
  return text;
}

/// Whether somebody listens there now. LibTorch can wait for it too, but not be told to stop, and
/// says so a thousand times.
bool IsListening(const std::string& host, int port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) return false;
  bool listening = false;
  for (const addrinfo* way = found; way != nullptr && !listening; way = way->ai_next) {
    const int handle = socket(way->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (handle < 0) continue;
    if (connect(handle, way->ai_addr, way->ai_addrlen) == 0) {
      listening = true;
    } else if (errno == EINPROGRESS) {
      pollfd answer{handle, POLLOUT, 0};
      int failure = 0;
      socklen_t length = sizeof(failure);
      listening = poll(&answer, 1, static_cast<int>(milliseconds(kAttempt).count())) == 1 &&
                  getsockopt(handle, SOL_SOCKET, SO_ERROR, &failure, &length) == 0 && failure == 0;
    }
    close(handle);
  }
  freeaddrinfo(found);
  return listening;
}

std::string Where(const ProcessPlace& place) {
  return place.host + ":" + std::to_string(place.port);
}

/// Runs what needs the others; what LibTorch throws in it means that one is lost.
template <class Action>
auto WithOthers(const ProcessPlace& place, const std::string& doing, Action action) {
  try {
    return action();
  } catch (const Error&) {
    throw;
  } catch (const Cancelled&) {
    throw;
  } catch (const std::exception& failure) {
    throw Error(ErrorKind::kPeerLost, Where(place), doing + ": " + Reason(failure));
  }
}

/// The address of this machine on the way to a host: what others that know the host can reach it
/// by. Empty if there is no way.
std::string AddressTowards(const std::string& host, int port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_DGRAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) return {};
  std::string address;
  for (const addrinfo* way = found; way != nullptr && address.empty(); way = way->ai_next) {
    const int handle = socket(way->ai_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (handle < 0) continue;
    sockaddr_storage own{};
    socklen_t length = sizeof(own);
    char text[NI_MAXHOST] = {};
    // Nothing is sent: a datagram's socket only chooses the way.
    if (connect(handle, way->ai_addr, way->ai_addrlen) == 0 &&
        getsockname(handle, reinterpret_cast<sockaddr*>(&own), &length) == 0 &&
        getnameinfo(reinterpret_cast<const sockaddr*>(&own), length, text, sizeof(text), nullptr, 0,
                    NI_NUMERICHOST) == 0) {
      address = text;
    }
    close(handle);
  }
  freeaddrinfo(found);
  return address;
}

}  // namespace

/// What c10d keeps of it.
class ProcessGroup::Meeting {
 public:
  Meeting(const ProcessPlace& place, const Device& device, seconds patience,
          const Progress& progress)
      : device_(TorchDevice(device)) {
    store_ = c10::make_intrusive<c10d::PrefixStore>(
        "heser/" + place.round, OpenStore(place, Clock::now() + patience, progress));
    store_->setTimeout(patience);
    WaitForAll(place, Clock::now() + patience, progress);
  }

  c10d::Store& store() { return *store_; }
  const torch::Device& device() const { return device_; }

  void Connect(const ProcessPlace& place, seconds patience) {
    if (device_.is_cpu()) {
      ConnectByGloo(place, patience);
    } else {
      ConnectByNccl(place, patience);
    }
  }

  void Sum(std::vector<torch::Tensor>& tensors) { group_->allreduce(tensors)->wait(); }
  void Send(std::vector<torch::Tensor>& tensors) { group_->broadcast(tensors)->wait(); }

 private:
#if defined(HESER_WITH_GLOO) || defined(HESER_WITH_NCCL)
  // 1.13 knows no c10d::Backend, 2.x gives Gloo and NCCL that in common.
#if TORCH_VERSION_MAJOR >= 2
  using Group = c10d::Backend;
#else
  using Group = c10d::ProcessGroup;
#endif
#endif

  static c10::intrusive_ptr<c10d::Store> OpenStore(const ProcessPlace& place,
                                                   Clock::time_point deadline,
                                                   const Progress& progress) {
    c10d::TCPStoreOptions options;
    options.port = static_cast<std::uint16_t>(place.port);
    options.isServer = place.rank == 0 && !place.is_hosted;
    options.waitWorkers = false;
    while (!options.isServer && !IsListening(place.host, place.port)) {
      progress.Checkpoint();
      if (Clock::now() >= deadline) {
        throw Error(ErrorKind::kPeerLost, Where(place), "nobody listens there");
      }
      std::this_thread::sleep_for(kLook);
    }
    return c10::make_intrusive<c10d::TCPStore>(place.host, options);
  }

  void WaitForAll(const ProcessPlace& place, Clock::time_point deadline, const Progress& progress) {
    store_->set("here/" + std::to_string(place.rank), BytesOf("yes"));
    for (int rank = 0; rank < place.size; ++rank) {
      while (!store_->check({"here/" + std::to_string(rank)})) {
        progress.Checkpoint();
        if (Clock::now() >= deadline) {
          throw Error(ErrorKind::kPeerLost, Where(place),
                      "process " + std::to_string(rank) + " of " + std::to_string(place.size) +
                          " has not come");
        }
        std::this_thread::sleep_for(kLook);
      }
    }
  }

  void ConnectByGloo([[maybe_unused]] const ProcessPlace& place,
                     [[maybe_unused]] seconds patience) {
#ifdef HESER_WITH_GLOO
    auto options = c10d::ProcessGroupGloo::Options::create(patience);
    const char* interface = std::getenv("GLOO_SOCKET_IFNAME");
    const std::string address = AddressTowards(place.host, place.port);
    if (interface != nullptr && *interface != '\0') {
      options->devices.push_back(c10d::ProcessGroupGloo::createDeviceForInterface(interface));
    } else if (!address.empty()) {
      options->devices.push_back(c10d::ProcessGroupGloo::createDeviceForHostname(address));
    } else {
      options->devices.push_back(c10d::ProcessGroupGloo::createDefaultDevice());
    }
    group_ = c10::make_intrusive<c10d::ProcessGroupGloo>(store_, place.rank, place.size, options);
#else
    throw Error(ErrorKind::kDeviceFailed, "cpu",
                "this program was built without Gloo, by which processes train together there");
#endif
  }

  void ConnectByNccl([[maybe_unused]] const ProcessPlace& place,
                     [[maybe_unused]] seconds patience) {
#ifdef HESER_WITH_NCCL
    auto options = c10d::ProcessGroupNCCL::Options::create();
    options->timeout = patience;
    group_ = c10::make_intrusive<c10d::ProcessGroupNCCL>(store_, place.rank, place.size, options);
#else
    throw Error(ErrorKind::kDeviceFailed, device_.str(),
                "this program was built without NCCL, by which GPUs train together");
#endif
  }

  torch::Device device_;
  c10::intrusive_ptr<c10d::Store> store_;
  c10::intrusive_ptr<Group> group_;
};

namespace {

std::string KeyOf(const char* what, int rank) {
  return std::string(what) + '/' + std::to_string(rank);
}

/// Waits until all other processes have said this word, kFarewell at most: the store ends with the
/// leader, and who still reads from it then knows nothing but that the leader is lost.
void WaitForWord(c10d::Store& store, const char* word, int processes) {
  const auto deadline = Clock::now() + kFarewell;
  for (int rank = 1; rank < processes; ++rank) {
    while (!store.check({KeyOf(word, rank)})) {
      if (Clock::now() >= deadline) return;
      std::this_thread::sleep_for(kLook);
    }
  }
}

/// Throws if another process was started for something else; in every process alike.
void ComparePlans(c10d::Store& store, const ProcessPlace& place, const std::string& plan) {
  store.set(KeyOf("plan", place.rank), BytesOf(plan));
  for (int rank = 0; rank < place.size; ++rank) {
    const std::string other = TextOf(store.get(KeyOf("plan", rank)));
    if (other == plan) continue;
    store.set(KeyOf("refused", place.rank), BytesOf(plan));
    if (place.rank == 0) WaitForWord(store, "refused", place.size);
    std::string detail =
        "must be started with the settings of process " + std::to_string(place.rank);
    detail.append(", which are \"").append(plan).append("\", not \"").append(other).append("\"");
    throw Error(ErrorKind::kWrongUse, "process " + std::to_string(rank), detail);
  }
}

}  // namespace

ProcessGroup::ProcessGroup(const ProcessPlace& place, const Device& device, const std::string& plan,
                           seconds patience, const Progress& progress)
    : place_(place) {
  if (is_leader()) {
    std::clog << "process 0 of " << place.size << " waits for the others at " << Where(place)
              << std::endl;
  }
  WithOthers(place_, "meeting", [&] {
    meeting_ = std::make_unique<Meeting>(place, device, patience, progress);
    ComparePlans(meeting_->store(), place, plan);
    meeting_->Connect(place, patience);
  });
}

ProcessGroup::~ProcessGroup() {
  if (!is_leader() || !last_word_said_) return;
  try {
    WaitForWord(meeting_->store(), "left", place_.size);
  } catch (const std::exception&) {
    return;  // Who is gone already needs no farewell.
  }
}

void ProcessGroup::Sum(torch::Tensor& tensor) {
  WithOthers(place_, "adding up", [&] {
    std::vector<torch::Tensor> tensors = {tensor.contiguous()};
    meeting_->Sum(tensors);
    if (!tensors[0].is_same(tensor)) tensor.copy_(tensors[0]);
  });
}

std::string ProcessGroup::FromLeader(const std::string& bytes) {
  return WithOthers(place_, "sending the leader's state", [&] {
    const auto send = [&](const torch::Tensor& tensor) {
      std::vector<torch::Tensor> tensors = {tensor.to(meeting_->device())};
      meeting_->Send(tensors);
      return tensors[0].cpu();
    };
    const auto count = send(torch::tensor(static_cast<std::int64_t>(bytes.size())));
    torch::Tensor content = torch::empty({count.item<std::int64_t>()}, torch::kUInt8);
    if (is_leader()) std::memcpy(content.data_ptr(), bytes.data(), bytes.size());
    content = send(content);
    return std::string(static_cast<const char*>(content.data_ptr()),
                       static_cast<std::size_t>(content.numel()));
  });
}

Pace ProcessGroup::Agree(int step, const Pace& own) {
  return WithOthers(place_, "agreeing on step " + std::to_string(step), [&] {
    c10d::Store& store = meeting_->store();
    const std::string key = "pace/" + std::to_string(step);
    if (!is_leader()) {
      if (own.stop) store.set("stop", BytesOf("yes"));
      const Bytes bytes = store.get(key);
      Pace pace;
      if (bytes.size() != sizeof(double) + 1) {
        throw Error(ErrorKind::kPeerLost, Where(place_), "an unknown answer to " + key);
      }
      std::memcpy(&pace.fraction, bytes.data(), sizeof(double));
      pace.stop = bytes.back() != 0;
      if (pace.IsLast()) store.set(KeyOf("left", place_.rank), BytesOf("yes"));
      return pace;
    }
    Pace pace = own;
    pace.stop = pace.stop || store.check({"stop"});
    Bytes bytes(sizeof(double) + 1);
    std::memcpy(bytes.data(), &pace.fraction, sizeof(double));
    bytes.back() = pace.stop ? 1 : 0;
    store.set(key, bytes);
    last_word_said_ = pace.IsLast();
    return pace;
  });
}

}  // namespace heser
