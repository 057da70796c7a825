#include "app/jobs/failure.h"

#include <new>

#include "app/messages.h"

namespace heser {

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

}  // namespace heser
