#pragma once

#include <string>

namespace heser::cli {

/// Opens what was closed of the three standard streams for nothing, so that no file that is opened
/// later takes their numbers: what is printed would be written into it. Printing fails on a closed
/// standard output as on one that is full. Who reads them may leave: that fails what is printed
/// from then on, and does not end the process. Call it first.
void KeepStandardStreams();

/// For commands whose result is what they print; call it before the work. Throws
/// Error{kCannotWrite} if standard output was closed from the start.
void RequireStandardOutput();

/// Whether an output path means standard output: "-".
bool IsStandardOutput(const std::string& path);

/// Whether standard output and standard error lead to the same terminal, file or reader: what is
/// said on one of them need not be said on the other.
bool StreamsGoTogether();

/// Prints a result that is nowhere else, with all that was printed before. Throws
/// Error{kCannotWrite} with the system's reason; a reader that left ends the process as it ends
/// others, by SIGPIPE.
void Print(const std::string& text);

/// Prints a line beside files, at once; FinishPrinting tells of it if it did not arrive.
void PrintLine(const std::string& line);

/// Call it at the end of a command that went well. Throws Error{kCannotWrite} if not all of what it
/// printed beside its files arrived; ends the process as Print() does.
void FinishPrinting();

}  // namespace heser::cli
