#pragma once

#include <string>

namespace heser::cli {

/// The text of a settings or jobs file; pipes such as those of `<(...)` are read as well. Throws
/// Error: kFileNotFound; kBadFile for folders, what may not be read, and more than a few megabytes.
std::string ReadText(const std::string& file);

}  // namespace heser::cli
