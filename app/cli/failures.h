#pragma once

#include <QString>
#include <exception>

namespace heser::cli {

/// One sentence for people on any failure, be it an Error, exhausted memory or what nobody foresaw.
QString Explain(const std::exception& failure);

/// What a program that ends with this failure tells scripts (app/messages.h).
int ExitCodeOf(const std::exception& failure);

}  // namespace heser::cli
