#pragma once

#include <filesystem>
#include <string>

namespace heser {

/// The folder that holds models/: $HESER_RESOURCES, else share/heser beside the program's folder,
/// else resources/ in a folder above the program (a build tree inside the checkout). Throws
/// Error{kFileNotFound} if there is none. Thread-safe.
std::filesystem::path ResourceFolder();

/// ResourceFolder() / "models" / name; not checked for existence.
std::filesystem::path ModelPath(const std::filesystem::path& name);

/// A file of dlib's models that the set-up may have fetched, looked for in $HESER_DLIB_MODELS, then
/// dlib/ in the resource folder, then heser/dlib in $XDG_DATA_HOME (~/.local/share if not set);
/// empty if it is in none of them. Thread-safe.
std::filesystem::path FindDlibModel(const std::string& name);

}  // namespace heser
