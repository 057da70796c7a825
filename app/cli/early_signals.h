#pragma once

namespace heser::cli {

/// SIGINT and SIGTERM that come while the program's libraries set themselves up, most of the time
/// until main(), wait from then on: LibTorch alone takes half a second, and without a handler the
/// process would end by the signal and not by the exit code that scripts look for. Lets those
/// through that have come, and all later ones. Call it once the handlers stand.
void LetSignalsThrough();

}  // namespace heser::cli
