#pragma once

#include <filesystem>

namespace heser {

/// The folder that holds models/: $HESER_RESOURCES, else share/heser beside the program's folder,
/// else resources/ in a folder above the program (a build tree inside the checkout). Throws
/// Error{kFileNotFound} if there is none. Thread-safe.
std::filesystem::path ResourceFolder();

/// ResourceFolder() / "models" / name; not checked for existence.
std::filesystem::path ModelPath(const std::filesystem::path& name);

}  // namespace heser
