#include "app/cli/standard_streams.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/core/error.h"

namespace heser::cli {
namespace {

bool was_output_closed = false;
int lost_line = 0;  // Why the first line was lost, as errno has it; 0: none was.

/// `addition` is what is said beside the system's reason.
[[noreturn]] void FailPrinting(int error, const std::string& addition) {
  if (error == EPIPE) {
    // Nobody reads any more: nothing is to be said, and scripts know this end.
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
  }
  std::string reason = error != 0 ? std::generic_category().message(error) : std::string();
  if (was_output_closed) reason = "it is closed";
  if (!reason.empty() && !addition.empty()) reason += "; ";
  throw Error(ErrorKind::kCannotWrite, "standard output", reason + addition);
}

}  // namespace

void KeepStandardStreams() {
  std::signal(SIGPIPE, SIG_IGN);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) != -1) continue;
    if (stream == STDOUT_FILENO) was_output_closed = true;
    // The lowest free number is taken: those below are open.
    if (::open("/dev/null", stream == STDOUT_FILENO ? O_RDONLY : O_RDWR) == -1) return;
  }
}

void RequireStandardOutput() {
  if (was_output_closed) throw Error(ErrorKind::kCannotWrite, "standard output", "it is closed");
}

bool IsStandardOutput(const std::string& path) { return path == "-"; }

bool StreamsGoTogether() {
  struct stat output {};
  struct stat errors {};
  return ::fstat(STDOUT_FILENO, &output) == 0 && ::fstat(STDERR_FILENO, &errors) == 0 &&
         output.st_dev == errors.st_dev && output.st_ino == errors.st_ino;
}

void Print(const std::string& text) {
  errno = 0;
  const bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (!is_written || std::fflush(stdout) != 0 || std::ferror(stdout) != 0) FailPrinting(errno, {});
}

void PrintLine(const std::string& line) {
  errno = 0;
  std::fprintf(stdout, "%s\n", line.c_str());
  if (std::fflush(stdout) != 0 && lost_line == 0) lost_line = errno;
}

void FinishPrinting() {
  errno = 0;
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    FailPrinting(lost_line != 0 ? lost_line : errno, "files that were to be written are there");
  }
}

}  // namespace heser::cli
