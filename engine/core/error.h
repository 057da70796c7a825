#pragma once

#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace heser {

/// What went wrong, as far as somebody must act differently on it. The sentence for people is made
/// from kind, subject and facts by app/messages; the engine writes none.
enum class ErrorKind {
  kWrongUse,      ///< An argument or setting is out of place; `detail` says what is allowed.
  kFileNotFound,  ///< No such file: subject.
  kUnreadable,    ///< Not a photo of a known format, truncated or damaged.
  kTooLarge,      ///< More pixels than are worked on; value = megapixels, limit = megapixels.
  kTooSmall,      ///< Photo or face too small; value = pixels, limit = pixels.
  kNoFace,        ///< No face was found in subject; value = share of it that is transparent.
  kFaceCut,       ///< The photo's border cuts through the face; value = face sizes.
  kFaceErased,    ///< The face is hidden in its photo; value = share that is transparent.
  kNoSource,      ///< None of several sources can be used; `causes` has one a source.
  kNoSuchFace,    ///< Face number or place asked for is not there; value = faces found.
  kCannotWrite,   ///< Subject cannot be written; `detail` is the system's reason.
  kNoFolder,      ///< Subject cannot be written: there is no folder `detail`.
  kBadModel,      ///< A weights file is missing, foreign or damaged; `detail` says how.
  kBadFile,       ///< A settings, jobs or project file cannot be used; `detail` says where.
  kOutOfMemory,   ///< Memory of the machine or of the device ran out.
  kDeviceFailed,  ///< The device asked for is missing or failed.
  kPeerLost,      ///< A process that works along is gone or silent; subject is where they met.
};

/// The one exception type of the engine for failures with a cause outside of it. Immutable.
class Error : public std::exception {
 public:
  /// `subject` is the file, setting or device that it is about; `detail` a technical reason for
  /// the log and for a closing bracket of the message, never alone shown to people.
  Error(ErrorKind kind, std::string subject, std::string detail = {}, double value = 0,
        double limit = 0);

  /// About several things at once, of which each has its own cause; the first one's is the subject.
  /// `causes` is not empty.
  Error(ErrorKind kind, std::vector<Error> causes);

  ErrorKind kind() const { return kind_; }
  const std::string& subject() const { return subject_; }
  const std::string& detail() const { return detail_; }
  double value() const { return value_; }
  double limit() const { return limit_; }
  const std::vector<Error>& causes() const { return causes_; }

  /// Technical, untranslated: for logs and tests.
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  ErrorKind kind_;
  std::string subject_;
  std::string detail_;
  double value_;
  double limit_;
  std::vector<Error> causes_;
  std::string what_;
};

/// Thrown by work that was told to stop. Not a failure; nothing was written.
class Cancelled : public std::exception {
 public:
  const char* what() const noexcept override { return "cancelled"; }
};

}  // namespace heser
