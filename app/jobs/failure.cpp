#include "app/jobs/failure.h"

#include <QFileInfo>
#include <QStringList>
#include <new>

#include "app/messages.h"

namespace heser {
namespace {

/// Failures told in full, and files that are named beyond them: a message must not push the picture
/// out of the window.
constexpr qsizetype kMostLines = 3;
constexpr qsizetype kMostNames = 12;

}  // namespace

Failure CurrentFailure(const std::string& subject) {
  try {
    throw;
  } catch (const Error& error) {
    return {error, error.what()};
  } catch (const std::bad_alloc& failure) {
    return {Error(ErrorKind::kOutOfMemory, subject), failure.what()};
  } catch (const std::exception& failure) {
    return {std::nullopt, failure.what()};
  } catch (...) {
    return {std::nullopt, "unknown exception"};
  }
}

QString MessageFor(const Failure& failure) {
  return failure.error ? MessageFor(*failure.error, SubjectForm::kFileName)
                       : MessageForUnexpected(failure.technical_text);
}

QString MessageFor(const std::vector<Failure>& failures) {
  QStringList lines;
  QStringList others;
  for (const Failure& failure : failures) {
    if (lines.size() < kMostLines) {
      lines << MessageFor(failure);
    } else if (failure.error && others.size() < kMostNames) {
      others << QFileInfo(QString::fromStdString(failure.error->subject())).fileName();
    }
  }
  if (!others.isEmpty()) lines << MessageForOthers(others);
  return lines.join(QLatin1Char('\n'));
}

}  // namespace heser
