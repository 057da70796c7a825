#include "engine/core/resources.h"

#include <cstdlib>
#include <system_error>

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
    const fs::path installed = program.parent_path().parent_path() / "share" / "heser";
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

}  // namespace heser
