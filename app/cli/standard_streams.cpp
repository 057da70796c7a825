#include "app/cli/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include "engine/core/error.h"

namespace heser::cli {
namespace {

bool was_output_closed = false;

}  // namespace

void KeepStandardStreams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) != -1) continue;
    if (stream == STDOUT_FILENO) was_output_closed = true;
    // The lowest free number is taken: those below are open.
    if (::open("/dev/null", O_RDWR) == -1) return;
  }
}

void RequireStandardOutput() {
  if (was_output_closed) throw Error(ErrorKind::kCannotWrite, "standard output", "it is closed");
}

}  // namespace heser::cli
