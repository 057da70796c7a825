#include "engine/photo/atomic_file.h"

#include <atomic>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/core/error.h"

namespace heser {
namespace {

constexpr int kAttempts = 100;
// As many as Linux follows.
constexpr int kMostLinks = 40;

// A rename alone may be lost with the power: the folder has to reach the disk as well. There is no
// way back at this point, so a failure is not reported.
void SyncFolder(const std::filesystem::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

}  // namespace

std::filesystem::path BehindLinks(const std::filesystem::path& path) {
  std::filesystem::path behind = path;
  for (int link = 0; link < kMostLinks; ++link) {
    std::error_code failure;
    if (!std::filesystem::is_symlink(behind, failure)) break;
    // An absolute target takes the place of the whole.
    behind = behind.parent_path() / std::filesystem::read_symlink(behind, failure);
    if (failure) return path;
  }
  return behind;
}

AtomicFile::AtomicFile(const std::filesystem::path& path)
    : shown_path_(path), path_(BehindLinks(path)) {
  struct stat status {};
  const bool exists = stat(path_.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) Fail(errno);
  if (exists && S_ISDIR(status.st_mode)) Fail(EISDIR);
  if (exists && !S_ISREG(status.st_mode)) Fail(EINVAL);
  if (exists && access(path_.c_str(), W_OK) != 0) Fail(errno);
  if (!path_.has_filename()) Fail(EISDIR);

  // mkstemp would make the file private; open() honours the user's mask.
  static std::atomic<unsigned> counter{0};
  for (int attempt = 0; attempt < kAttempts && descriptor_ < 0; ++attempt) {
    // The name's start is enough to recognise it, and stays within the system's length limit.
    std::string name = ".";
    name.append(path_.filename().string(), 0, 100).append(".").append(std::to_string(getpid()));
    name.append("-").append(std::to_string(counter++)).append(".part");
    temporary_ = path_.parent_path() / name;
    descriptor_ = open(temporary_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ < 0 && errno != EEXIST) Fail(errno);
  }
  if (descriptor_ < 0) Fail(EEXIST);
  if (exists && fchmod(descriptor_, status.st_mode & 07777) != 0) {
    // Another's file in a shared folder: its permissions cannot be copied, its name can be taken.
  }
}

AtomicFile::~AtomicFile() {
  if (descriptor_ < 0) return;
  close(descriptor_);
  unlink(temporary_.c_str());
}

void AtomicFile::Write(const std::string& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = write(descriptor_, bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) Fail(errno);
    done += static_cast<std::size_t>(count);
  }
}

void AtomicFile::Commit() {
  if (fsync(descriptor_) != 0) Fail(errno);
  if (rename(temporary_.c_str(), path_.c_str()) != 0) Fail(errno);
  close(descriptor_);
  descriptor_ = -1;
  SyncFolder(path_.has_parent_path() ? path_.parent_path() : std::filesystem::path("."));
}

void AtomicFile::Fail(int error) const {
  const std::filesystem::path folder = path_.parent_path();
  std::error_code unknown;
  if (error == ENOENT && path_ == shown_path_ && !folder.empty() &&
      !std::filesystem::exists(folder, unknown)) {
    throw Error(ErrorKind::kNoFolder, shown_path_.string(), folder.string());
  }
  // The folder is there, but of a file system that is none of files, such as /proc.
  const bool takes_no_files =
      error == ENOENT && (folder.empty() || std::filesystem::exists(folder, unknown));
  const std::string reason =
      takes_no_files ? "its folder takes no files" : std::generic_category().message(error);
  throw Error(ErrorKind::kCannotWrite, shown_path_.string(),
              path_ == shown_path_ ? reason : "a link to " + path_.string() + ": " + reason);
}

}  // namespace heser
