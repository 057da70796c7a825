// Tells ThreadSanitizer of the order that Qt's event queues make: Qt is not instrumented, and its
// mutexes are futexes, so that everything that is posted to another thread would look like a race.
// Linked into the tests of the tsan preset only. What Qt allocates while it posts an event counts
// as the sending, the delivery of any event as the receiving.
#include <cstdlib>
#include <cstring>
#include <new>

#include <QtCore/qnamespace.h>
#include <dlfcn.h>
#include <link.h>

struct GMainContext;
extern "C" void __tsan_acquire(void* place);
extern "C" void __tsan_release(void* place);

namespace {

char order;  // Its address names the order to ThreadSanitizer.

struct Range {
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;
};

/// Where the code of libQt6Core lies.
Range FindQtCore() {
  Range range;
  dl_iterate_phdr(
      [](dl_phdr_info* library, std::size_t, void* found) {
        if (std::strstr(library->dlpi_name, "libQt6Core") == nullptr) return 0;
        for (int i = 0; i < library->dlpi_phnum; ++i) {
          const auto& part = library->dlpi_phdr[i];
          if (part.p_type != PT_LOAD || (part.p_flags & PF_X) == 0) continue;
          const std::uintptr_t begin = library->dlpi_addr + part.p_vaddr;
          *static_cast<Range*>(found) = {begin, begin + part.p_memsz};
        }
        return 1;
      },
      &range);
  return range;
}

const Range qt_core = FindQtCore();

bool OnDelivery(void**) {
  __tsan_acquire(&order);
  return false;  // Deliver it as ever.
}

const bool registered = QInternal::registerCallback(QInternal::EventNotifyCallback, OnDelivery);

}  // namespace

/// How Qt wakes a thread after it has posted to it.
extern "C" void g_main_context_wakeup(GMainContext* context) {
  static const auto wake_up =
      reinterpret_cast<void (*)(GMainContext*)>(dlsym(RTLD_NEXT, "g_main_context_wakeup"));
  __tsan_release(&order);
  wake_up(context);
}

void* operator new(std::size_t size) {
  const auto caller = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0));
  void* memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  if (caller >= qt_core.begin && caller < qt_core.end) __tsan_release(&order);
  return memory;
}
