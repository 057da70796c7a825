#pragma once

#include <QString>
#include <exception>

namespace heser::cli {

/// Whether memory ran out: the C++ library, OpenCV and threads that get no stack tell it in ways of
/// their own.
bool IsOutOfMemory(const std::exception& failure);

/// One sentence for people on any failure, be it an Error, exhausted memory or what nobody foresaw.
QString Explain(const std::exception& failure);

/// What a program that ends with this failure tells scripts (app/messages.h).
int ExitCodeOf(const std::exception& failure);

}  // namespace heser::cli
