#include "engine/photo/saver_sink.h"

#include <utility>

namespace heser {

SaverSink::SaverSink(Taker taker)
    : taker_(std::move(taker)), target_(VIPS_TARGET(vips_target_custom_new())) {
  g_signal_connect(target_.get_target(), "write", G_CALLBACK(&SaverSink::OnWrite), this);
}

void SaverSink::Rethrow() const {
  if (failure_) std::rethrow_exception(failure_);
}

// Called from C: no exception may leave it.
gint64 SaverSink::OnWrite(VipsTargetCustom*, const void* data, gint64 size, SaverSink* self) {
  try {
    self->taker_(std::string(static_cast<const char*>(data), static_cast<std::size_t>(size)));
    return size;
  } catch (...) {
    self->failure_ = std::current_exception();
    return -1;
  }
}

}  // namespace heser
