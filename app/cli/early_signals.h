#pragma once

namespace heser::cli {

/// SIGINT, SIGTERM and SIGHUP that come while the program's libraries set themselves up wait from
/// then on: for LibTorch alone that takes half a second before main(), and without a handler the
/// process would end by the signal and not by the exit code that scripts look for. (What comes even
/// earlier, while the loader maps the libraries, ends the process by the signal; nothing was begun
/// then.) Lets those through that have come, and all later ones. Call it once the handlers stand.
void LetSignalsThrough();

}  // namespace heser::cli
