#include "app/cli/input_files.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "engine/core/error.h"

namespace heser::cli {
namespace {

// Far more than a jobs file of many thousand swaps; what never ends must not fill the memory.
constexpr std::size_t kLargestText = std::size_t{16} << 20;

}  // namespace

std::string ReadText(const std::string& file) {
  std::error_code failure;
  const auto status = std::filesystem::status(file, failure);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw Error(ErrorKind::kFileNotFound, file);
  }
  if (std::filesystem::is_directory(status)) throw Error(ErrorKind::kBadFile, file, "a folder");
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw Error(ErrorKind::kBadFile, file, std::generic_category().message(errno));
  std::string text(kLargestText + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (text.size() > kLargestText) throw Error(ErrorKind::kBadFile, file, "too large");
  return text;
}

}  // namespace heser::cli
