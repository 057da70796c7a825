#pragma once

#include <exception>
#include <string>

#include <vips/vips8>

#include "engine/photo/atomic_file.h"

namespace heser {

/// Private to this folder: takes what a libvips saver writes, front to back, into a file and puts
/// `insertion` behind the first `place` bytes. Not for savers that seek (TIFF).
class FileTarget {
 public:
  FileTarget(AtomicFile& file, std::string insertion, std::size_t place);
  FileTarget(const FileTarget&) = delete;
  FileTarget& operator=(const FileTarget&) = delete;

  vips::VTarget target() const { return target_; }

  /// Throws the error that stopped the saver, if it was one of writing.
  void Rethrow() const;

 private:
  static gint64 OnWrite(VipsTargetCustom* target, const void* data, gint64 size, FileTarget* self);
  void Take(std::string bytes);

  AtomicFile& file_;
  std::string insertion_;
  std::size_t place_;
  std::size_t taken_ = 0;
  std::exception_ptr failure_;
  vips::VTarget target_;
};

}  // namespace heser
