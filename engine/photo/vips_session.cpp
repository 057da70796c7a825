#include "engine/photo/vips_session.h"

#include <cstdlib>
#include <mutex>

#include <vips/vips.h>

#include "engine/core/error.h"

namespace heser {
namespace {

void IgnoreMessage(const gchar*, GLogLevelFlags, const gchar*, gpointer) {}

// libvips looks for its modules below this folder while it starts, and for nothing else that the
// photo formats need.
class NoModules {
 public:
  NoModules()
      : before_(g_getenv(kName) != nullptr ? g_getenv(kName) : ""),
        was_set_(g_getenv(kName) != nullptr) {
    g_setenv(kName, "/nonexistent", TRUE);
  }
  ~NoModules() {
    if (was_set_)
      g_setenv(kName, before_.c_str(), TRUE);
    else
      g_unsetenv(kName);
  }

 private:
  static constexpr char kName[] = "VIPSHOME";
  std::string before_;
  bool was_set_;
};

std::string TakeErrorText() {
  char* text = vips_error_buffer_copy();
  std::string copy = text;
  g_free(text);
  return copy;
}

std::string FirstLine(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \n");
  if (begin == std::string::npos) return "damaged or incomplete";
  return text.substr(begin, text.find('\n', begin) - begin);
}

}  // namespace

void StartVips() {
  static std::once_flag once;
  std::call_once(once, [] {
    const NoModules no_modules;
    if (VIPS_INIT("heser") != 0) {
      throw Error(ErrorKind::kOutOfMemory, "libvips", TakeVipsError());
    }
    // Every file is read once and edited as a whole: a cache would only hold its pixels twice.
    vips_cache_set_max(0);
    g_log_set_handler("VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK | G_LOG_FLAG_RECURSION),
                      IgnoreMessage, nullptr);
  });
}

std::string TakeVipsError() { return FirstLine(TakeErrorText()); }

std::string TakeVipsSystemError() {
  const std::string text = TakeErrorText();
  const std::string mark = "unix error: ";
  const std::size_t at = text.find(mark);
  return at == std::string::npos ? "its format cannot hold this picture"
                                 : FirstLine(text.substr(at + mark.size()));
}

}  // namespace heser
