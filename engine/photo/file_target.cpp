#include "engine/photo/file_target.h"

#include <utility>

namespace heser {

FileTarget::FileTarget(AtomicFile& file, std::string insertion, std::size_t place)
    : file_(file),
      insertion_(std::move(insertion)),
      place_(place),
      target_(VIPS_TARGET(vips_target_custom_new())) {
  g_signal_connect(target_.get_target(), "write", G_CALLBACK(&FileTarget::OnWrite), this);
}

void FileTarget::Rethrow() const {
  if (failure_) std::rethrow_exception(failure_);
}

// Called from C: no exception may leave it.
gint64 FileTarget::OnWrite(VipsTargetCustom*, const void* data, gint64 size, FileTarget* self) {
  try {
    self->Take(std::string(static_cast<const char*>(data), static_cast<std::size_t>(size)));
    return size;
  } catch (...) {
    self->failure_ = std::current_exception();
    return -1;
  }
}

void FileTarget::Take(std::string bytes) {
  const std::size_t before = taken_;
  taken_ += bytes.size();
  if (before <= place_ && taken_ > place_ && !insertion_.empty()) {
    bytes.insert(place_ - before, insertion_);
    insertion_.clear();
  }
  file_.Write(bytes);
}

}  // namespace heser
