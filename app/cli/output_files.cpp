#include "app/cli/output_files.h"

#include "engine/core/error.h"
#include "engine/photo/atomic_file.h"
#include "engine/photo/photo_format.h"

namespace heser::cli {

void RequirePictureWritable(const std::filesystem::path& path) {
  if (!FormatOfExtension(path)) {
    throw Error(ErrorKind::kWrongUse, path.string(), "must end in .png, .jpg, .tif or .webp");
  }
  RequireWritable(path);
}

void RequireWritable(const std::filesystem::path& path) { const AtomicFile probe(path); }

void WriteText(const std::filesystem::path& path, const std::string& text) {
  AtomicFile file(path);
  file.Write(text);
  file.Commit();
}

}  // namespace heser::cli
