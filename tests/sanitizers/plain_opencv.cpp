// Runs OpenCV's loops on the thread that asks for them: neither OpenCV nor TBB, whose pool would
// run them, is instrumented, so that everything a loop writes would look like a race with who
// reads it afterwards. Linked into the tests of the tsan preset only.
#include <dlfcn.h>

namespace {

const bool plain = [] {
  // Looked up by its mangled name, not linked: some tests have no OpenCV.
  using SetThreads = void (*)(int);
  const auto set = reinterpret_cast<SetThreads>(dlsym(RTLD_DEFAULT, "_ZN2cv13setNumThreadsEi"));
  if (set != nullptr) set(1);
  return set != nullptr;
}();

}  // namespace
