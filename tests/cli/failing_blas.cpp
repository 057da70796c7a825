// Loaded before a program's own libraries: takes the place of the BLAS's matrix product, and of the
// clock that ends what hangs.
#include <cstdlib>
#include <cstring>
#include <new>
#include <thread>

#include <sys/time.h>
#include <unistd.h>

extern "C" {

// One thread does it, the others wait.
void sgemm_() {  // NOLINT(readability-identifier-naming)
  static int calls = 0;
  if (__atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST) == 1) {
    const char said[] = "in the BLAS\n";
    if (write(STDERR_FILENO, said, sizeof(said) - 1) < 0) _exit(99);
    const char* what = std::getenv("HESER_TEST_BLAS");
    if (what != nullptr && std::strcmp(what, "exit") == 0) std::exit(1);
    if (what != nullptr && std::strcmp(what, "throw") == 0) {
      std::thread([] { throw std::bad_alloc(); }).join();
    }
  }
  for (;;) pause();
}

unsigned alarm(unsigned) noexcept {
  itimerval soon{};
  soon.it_value.tv_sec = 1;
  setitimer(ITIMER_REAL, &soon, nullptr);
  return 0;
}

}  // extern "C"
