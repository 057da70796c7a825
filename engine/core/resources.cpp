#include "engine/core/resources.h"

#include <cstdlib>
#include <system_error>
#include <vector>

#include "engine/core/error.h"

namespace heser {
namespace {

namespace fs = std::filesystem;

bool HoldsModels(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "models", ignored);
}

}  // namespace

fs::path ResourceFolder() {
  if (const char* given = std::getenv("HESER_RESOURCES"); given != nullptr && *given != '\0') {
    if (HoldsModels(given)) return given;
    throw Error(ErrorKind::kFileNotFound, std::string(given) + "/models",
                "named by HESER_RESOURCES");
  }
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (!failed) {
    fs::path installed = program.parent_path().parent_path() / "share" / "heser";
    if (HoldsModels(installed)) return installed;
    for (fs::path folder = program.parent_path(); folder != folder.root_path();
         folder = folder.parent_path()) {
      if (HoldsModels(folder / "resources")) return folder / "resources";
    }
  }
  throw Error(ErrorKind::kFileNotFound, "resources/models",
              "no resource folder beside the program");
}

fs::path ModelPath(const fs::path& name) { return ResourceFolder() / "models" / name; }

fs::path FindDlibModel(const std::string& name) {
  std::vector<fs::path> folders;
  if (const char* folder = std::getenv("HESER_DLIB_MODELS")) folders.emplace_back(folder);
  try {
    folders.push_back(ResourceFolder() / "dlib");
  } catch (const Error&) {
    // No resource folder, then no models in it.
  }
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0') {
    folders.push_back(fs::path(data) / "heser/dlib");
  } else if (const char* home = std::getenv("HOME")) {
    folders.push_back(fs::path(home) / ".local/share/heser/dlib");
  }
  for (const fs::path& folder : folders) {
    std::error_code ignored;
    if (fs::exists(folder / name, ignored)) return folder / name;
  }
  return {};
}

}  // namespace heser
