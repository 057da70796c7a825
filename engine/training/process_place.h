#pragma once

#include <functional>
#include <optional>
#include <string>

namespace heser {

/// Where a process stands among those that train one network together.
struct ProcessPlace {
  int rank = 0;        ///< 0: the leader, which alone writes files and validates.
  int size = 1;        ///< Of all machines together; 1: it trains alone.
  int local_rank = 0;  ///< On its machine.
  int local_size = 1;  ///< That share the cores which this process sees.
  std::string host;    ///< Where they meet: the leader's.
  int port = 0;
  /// The launcher keeps the meeting place open (torchrun does), else the leader opens it.
  bool is_hosted = false;
  std::string round;  ///< Of processes that the launcher started again; tells their words apart.
};

/// The value of an environment variable, if there is one.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// The place that torchrun's environment variables name (RANK, WORLD_SIZE, LOCAL_RANK,
/// LOCAL_WORLD_SIZE, MASTER_ADDR, MASTER_PORT), else Slurm's (SLURM_PROCID, SLURM_NTASKS,
/// SLURM_LOCALID; the host is MASTER_ADDR or the first of SLURM_JOB_NODELIST, the port MASTER_PORT
/// or one that follows from SLURM_JOB_ID); without any the process is alone. Throws
/// Error{kWrongUse} that names the variable that is missing or out of range.
ProcessPlace FindProcessPlace(const Environment& environment);

/// That of this process's own environment.
ProcessPlace FindProcessPlace();

/// The first host of a Slurm list: "node007" of "node[007-010,12],login". Empty of an empty list.
std::string FirstHostOf(const std::string& nodes);

}  // namespace heser
