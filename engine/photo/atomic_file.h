#pragma once

#include <filesystem>
#include <string>

namespace heser {

/// The path where links have led to: what writing to `path` makes or replaces, also where nothing
/// is there yet. Links that lead in a circle come back as one of them.
std::filesystem::path BehindLinks(const std::filesystem::path& path);

/// A file that appears whole or not at all: what is written goes to a hidden file beside it, which
/// takes its name on Commit() and disappears otherwise. A link is followed, also one to a file that
/// is not there yet; the permissions of a file that was there are kept. Not thread-safe; several at
/// once are independent.
class AtomicFile {
 public:
  /// Throws Error{kNoFolder}, or Error{kCannotWrite} with the system's reason: no permission, or
  /// what is there is no ordinary file.
  explicit AtomicFile(const std::filesystem::path& path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  /// Open for reading and writing; stays this object's.
  int descriptor() const { return descriptor_; }

  /// Appends. Throws Error{kCannotWrite}.
  void Write(const std::string& bytes);

  /// Forces the bytes to the disk and gives the file its name. Throws Error{kCannotWrite}; the old
  /// file, if any, is untouched then.
  void Commit();

 private:
  [[noreturn]] void Fail(int error) const;

  std::filesystem::path shown_path_;
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  int descriptor_ = -1;
};

}  // namespace heser
