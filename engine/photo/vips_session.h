#pragma once

#include <string>

namespace heser {

/// Starts libvips once, without its operation cache, its loadable modules (JPEG XL and ImageMagick
/// loaders, which would read what is not promised and cost 20 ms, and that of HEIF, for which see
/// heif_reader.h) and its warnings on the error stream. Thread-safe. Throws Error{kOutOfMemory} if
/// it does not start.
void StartVips();

/// The first line of a libvips error that tells something, for programmers; clears its list.
std::string TakeVipsError();

/// The system's reason within a libvips error ("No space left on device"), for Error::detail; where
/// there is none the picture itself is what could not be written. Clears the list.
std::string TakeVipsSystemError();

}  // namespace heser
