#pragma once

namespace heser::cli {

/// Opens what was closed of the three standard streams for nothing, so that no file that is opened
/// later takes their numbers: what is printed would be written into it. Call it first.
void KeepStandardStreams();

/// For commands whose result is what they print; call it before the work. Throws
/// Error{kCannotWrite} if standard output was closed from the start.
void RequireStandardOutput();

}  // namespace heser::cli
