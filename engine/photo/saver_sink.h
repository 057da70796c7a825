#pragma once

#include <exception>
#include <functional>
#include <string>

#include <vips/vips8>

namespace heser {

/// Private to this folder: hands on what a libvips saver writes, front to back. Not for savers that
/// seek (TIFF).
class SaverSink {
 public:
  using Taker = std::function<void(std::string bytes)>;

  explicit SaverSink(Taker taker);
  SaverSink(const SaverSink&) = delete;
  SaverSink& operator=(const SaverSink&) = delete;

  const vips::VTarget& target() const { return target_; }

  /// Throws what the taker threw to stop the saver, if it did.
  void Rethrow() const;

 private:
  static gint64 OnWrite(VipsTargetCustom* target, const void* data, gint64 size, SaverSink* self);

  Taker taker_;
  std::exception_ptr failure_;
  vips::VTarget target_;
};

}  // namespace heser
