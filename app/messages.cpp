#include "app/messages.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>

#include "app/message_text.h"
#include "app/project/project_file.h"
#include "engine/analysis/face_finder.h"

namespace heser {
namespace {

// Characters; what files made up may be longer than anybody reads.
constexpr qsizetype kLongestDetail = 300;

// More of them than anybody reads.
constexpr qsizetype kMostClauses = 8;

/// What is said of files that cannot be read or must not be written, for translation; Detail looks
/// them up.
[[maybe_unused]] constexpr const char* kKnownDetails[] = {
    QT_TRANSLATE_NOOP("Messages", "a folder"),
    QT_TRANSLATE_NOOP("Messages", "an empty file"),
    QT_TRANSLATE_NOOP("Messages", "damaged or cut short"),
    QT_TRANSLATE_NOOP("Messages", "it holds no still picture"),
    QT_TRANSLATE_NOOP("Messages", "its brightness is coded for HDR screens (PQ or HLG)"),
    QT_TRANSLATE_NOOP("Messages", "its folder takes no files"),
    QT_TRANSLATE_NOOP("Messages", "its inks cannot be converted"),
    QT_TRANSLATE_NOOP("Messages", "no decoder for its pixels is installed"),
    QT_TRANSLATE_NOOP("Messages", "not a file"),
    QT_TRANSLATE_NOOP("Messages", "not a JPEG, PNG, TIFF, WebP, HEIC or AVIF file"),
    QT_TRANSLATE_NOOP("Messages", "samples are neither 8 nor 16 bits wide"),
    QT_TRANSLATE_NOOP("Messages", "too many channels"),
    QT_TRANSLATE_NOOP("Messages",
                      "it would be written over a photo that is open; choose another name"),
};

QString SubjectText(const Error& error, SubjectForm form) {
  QString subject = Printable(error.subject());
  if (subject.isEmpty()) {
    return Messages::tr("This");
  }
  if (form == SubjectForm::kAsGiven) {
    return subject;
  }
  const QString file_name = QFileInfo(subject).fileName();
  return file_name.isEmpty() ? subject : file_name;
}

/// ": detail", or nothing.
QString AfterColon(const std::string& detail) {
  return detail.empty() ? QString() : QStringLiteral(": %1").arg(Detail(detail));
}

QString NoSuchFaceMessage(const Error& error, const QString& subject) {
  const int found = static_cast<int>(std::lround(error.value()));
  if (found <= 0) {
    return Messages::tr("The face that was asked for is not in %1; use another photo.")
        .arg(subject);
  }
  return Messages::tr(
             "The face that was asked for is not in %1; faces found there: %2; choose one of them.")
      .arg(subject, Number(found));
}

QString NoFaceMessage(const Error& error, const QString& subject) {
  const QString least = Number(kSmallestFace);
  if (!error.detail().empty()) {
    return Messages::tr(
               "No face was found in %1, since the setting %2 is higher than usual; set it back or "
               "use another photo.")
        .arg(subject, Detail(error.detail()));
  }
  if (error.value() < kNotableShare) {
    return Messages::tr(
               "No face was found in %1; use a photo that shows the whole face in good light and "
               "at least %2 pixels large.")
        .arg(subject, least);
  }
  return Messages::tr(
             "No face was found in %1, of which %3 % is transparent; use a photo that shows the "
             "whole face in good light and at least %2 pixels large.")
      .arg(subject, least, Percent(error.value()));
}

/// Why one of several photos cannot be used, in the brackets of the sentence on all.
QString ClauseFor(const Error& error) {
  const QString subject = SubjectText(error, SubjectForm::kAsGiven);
  switch (error.kind()) {
    case ErrorKind::kFaceCut:
      return Messages::tr("the border of %1 cuts through the face").arg(subject);
    case ErrorKind::kFaceErased:
      return Messages::tr("too much of the face in %1 is transparent").arg(subject);
    case ErrorKind::kUnreadable:
      return Messages::tr("%1 cannot be read as a photo").arg(subject);
    case ErrorKind::kTooSmall:
      return Messages::tr("%1 is too small").arg(subject);
    case ErrorKind::kTooLarge:
      return Messages::tr("%1 is too large").arg(subject);
    default:
      return Messages::tr("no face was found in %1").arg(subject) + InBrackets(error.detail());
  }
}

QString NoSourceMessage(const Error& error) {
  QStringList clauses;
  for (const Error& cause : error.causes()) {
    if (const QString clause = ClauseFor(cause); !clauses.contains(clause)) clauses << clause;
  }
  if (clauses.size() > kMostClauses) {
    clauses.resize(kMostClauses);
    clauses << Messages::tr("and more");
  }
  const auto is_hidden = [](const Error& cause) {
    return cause.kind() == ErrorKind::kNoFace && !cause.detail().empty();
  };
  const QString all = clauses.join(QStringLiteral(", "));
  if (std::ranges::any_of(error.causes(), is_hidden)) {
    return Messages::tr(
               "None of the photos of the head can be used (%1); set the settings that are named "
               "back, since they are higher than usual, or use a photo that shows the whole face.")
        .arg(all);
  }
  return Messages::tr(
             "None of the photos of the head can be used (%1); use a photo that shows the whole "
             "face.")
      .arg(all);
}

QString TooLargeMessage(const Error& error, const QString& subject) {
  if (error.limit() <= 0) {
    return Messages::tr("%1 is too large; make it smaller first.").arg(subject);
  }
  return Messages::tr("%1 has %2 megapixels, at most %3 can be used; make it smaller first.")
      .arg(subject, Number(error.value()), Number(error.limit()));
}

QString TooSmallMessage(const Error& error, const QString& subject) {
  if (error.limit() <= 0) {
    return Messages::tr("%1 or the face in it is too small; use a photo with more pixels.")
        .arg(subject);
  }
  return Messages::tr(
             "%1 or the face in it is too small (%2 of at least %3 pixels); use a photo with more "
             "pixels.")
      .arg(subject, Number(error.value()), Number(error.limit()));
}

/// What is in the brackets of the sentence on a damaged project.
QString ClauseFor(const ProjectRemark& remark) {
  const bool is_too_small = remark.reason == ErrorKind::kTooSmall;
  if (is_too_small || remark.reason == ErrorKind::kTooLarge) {
    return is_too_small ? Messages::tr("%1 is too small").arg(remark.subject)
                        : Messages::tr("%1 is too large").arg(remark.subject);
  }
  switch (remark.kind) {
    case ProjectRemark::Kind::kSourceLost:
      return remark.subject.isEmpty()
                 ? Messages::tr("the list of sources is damaged")
                 : Messages::tr("the source %1 is damaged").arg(remark.subject);
    case ProjectRemark::Kind::kTargetLost:
      return remark.subject.isEmpty()
                 ? Messages::tr("the target is damaged")
                 : Messages::tr("the target %1 is damaged").arg(remark.subject);
    case ProjectRemark::Kind::kEditsLost:
      return Messages::tr("what was painted on %1 is damaged").arg(remark.subject);
    case ProjectRemark::Kind::kSettingUnknown:
      return Messages::tr("this version does not know the setting %1").arg(remark.subject);
    case ProjectRemark::Kind::kSettingInvalid:
      return Messages::tr("the setting %1 is damaged").arg(remark.subject);
    case ProjectRemark::Kind::kPhotoExchanged:
      return Messages::tr("%1 is another picture than was saved").arg(remark.subject);
    case ProjectRemark::Kind::kPhotoFieldLost:
      return Messages::tr("the entry \"%2\" on %1 is damaged").arg(remark.subject, remark.field);
    case ProjectRemark::Kind::kEditsForeign:
      return Messages::tr("what is said to be painted on %1 belongs to another picture")
          .arg(remark.subject);
    case ProjectRemark::Kind::kCutShort:
      return Messages::tr("the end of the file is missing");
    case ProjectRemark::Kind::kFieldLost:
      return Messages::tr("the entry \"%1\" of its contents is damaged").arg(remark.subject);
  }
  return {};
}

struct NamedStage {
  const char* identifier;
  const char* text;
};

constexpr NamedStage kNamedStages[] = {
    {"load_networks", QT_TRANSLATE_NOOP("Messages", "Loading the networks")},
    {"detect_target", QT_TRANSLATE_NOOP("Messages", "Finding the target's face")},
    {"view_target", QT_TRANSLATE_NOOP("Messages", "Reading the target's head")},
    {"detect_source", QT_TRANSLATE_NOOP("Messages", "Finding the source's face")},
    {"view_source", QT_TRANSLATE_NOOP("Messages", "Reading the source's head")},
    {"edit_labels", QT_TRANSLATE_NOOP("Messages", "Applying painted masks")},
    {"edit_matte", QT_TRANSLATE_NOOP("Messages", "Applying the painted matte")},
    {"edit_fill", QT_TRANSLATE_NOOP("Messages", "Applying the painted fill")},
    {"edit_region", QT_TRANSLATE_NOOP("Messages", "Applying the painted region")},
    {"reduce", QT_TRANSLATE_NOOP("Messages", "Making a preview")},
    {"measure", QT_TRANSLATE_NOOP("Messages", "Measuring the photo's quality")},
    {"surface", QT_TRANSLATE_NOOP("Messages", "Shaping the head")},
    {"align", QT_TRANSLATE_NOOP("Messages", "Aligning the head")},
    {"feedback", QT_TRANSLATE_NOOP("Messages", "Refining the pose")},
    {"find_refinement", QT_TRANSLATE_NOOP("Messages", "Mending the head")},
    {"refine", QT_TRANSLATE_NOOP("Messages", "Mending the head")},
    {"color_reference", QT_TRANSLATE_NOOP("Messages", "Matching the colours")},
    {"find_regions", QT_TRANSLATE_NOOP("Messages", "Reading the target's head")},
    {"find_scene", QT_TRANSLATE_NOOP("Messages", "Blending")},
    {"fill_scene", QT_TRANSLATE_NOOP("Messages", "Blending")},
    {"finish_head", QT_TRANSLATE_NOOP("Messages", "Blending")},
    {"blend", QT_TRANSLATE_NOOP("Messages", "Blending")},
    {"find_correction", QT_TRANSLATE_NOOP("Messages", "Mending seams and fills")},
    {"correct", QT_TRANSLATE_NOOP("Messages", "Mending seams and fills")},
    {"compose", QT_TRANSLATE_NOOP("Messages", "Composing the picture")},
    {"read", QT_TRANSLATE_NOOP("Messages", "Reading photos")},
    {"detect", QT_TRANSLATE_NOOP("Messages", "Finding faces")},
    {"labels", QT_TRANSLATE_NOOP("Messages", "Reading the heads")},
    {"judge", QT_TRANSLATE_NOOP("Messages", "Measuring the result")},
    {"scenes", QT_TRANSLATE_NOOP("Messages", "Preparing photos to learn from")},
    {"turn", QT_TRANSLATE_NOOP("Messages", "Preparing photos to learn from")},
    {"swap", QT_TRANSLATE_NOOP("Messages", "Preparing photos to learn from")},
    {"write", QT_TRANSLATE_NOOP("Messages", "Writing the picture")},
};

}  // namespace

QString Printable(const std::string& bytes) {
  QString text = QString::fromStdString(bytes);
  for (QChar& letter : text) {
    if (!letter.isPrint() && !letter.isSurrogate()) letter = QLatin1Char('?');
  }
  return text;
}

QString Detail(const std::string& bytes) {
  const QString text = Printable(Messages::tr(bytes.c_str()).toStdString());
  return text.size() <= kLongestDetail ? text : text.left(kLongestDetail) + QChar(0x2026);
}

QString InBrackets(const std::string& detail) {
  return detail.empty() ? QString() : QStringLiteral(" (%1)").arg(Detail(detail));
}

int ExitCodeFor(const Error& error) {
  switch (error.kind()) {
    case ErrorKind::kWrongUse:
      return kExitWrongUse;
    case ErrorKind::kFileNotFound:
    case ErrorKind::kUnreadable:
    case ErrorKind::kTooLarge:
    case ErrorKind::kTooSmall:
    case ErrorKind::kNoFace:
    case ErrorKind::kFaceCut:
    case ErrorKind::kFaceErased:
    case ErrorKind::kNoSource:
    case ErrorKind::kNoSuchFace:
    case ErrorKind::kBadModel:
    case ErrorKind::kBadFile:
      return kExitBadInput;
    case ErrorKind::kCannotWrite:
    case ErrorKind::kNoFolder:
      return kExitCannotWrite;
    case ErrorKind::kOutOfMemory:
    case ErrorKind::kDeviceFailed:
    case ErrorKind::kPeerLost:
      return kExitNoResources;
  }
  return kExitWrongUse;
}

QString MessageFor(const Error& error, SubjectForm form) {
  const QString subject = SubjectText(error, form);
  const QString bracket = InBrackets(error.detail());
  switch (error.kind()) {
    case ErrorKind::kWrongUse:
      return Messages::tr("%1 cannot be used like this%2.")
          .arg(subject, AfterColon(error.detail()));
    case ErrorKind::kFileNotFound:
      return Messages::tr("%1 does not exist%2; check its name and folder.").arg(subject, bracket);
    case ErrorKind::kUnreadable:
      return Messages::
          tr("%1 cannot be read as a photo%2; choose another file or save it anew as JPEG or PNG.")
              .arg(subject, bracket);
    case ErrorKind::kTooLarge:
      return TooLargeMessage(error, subject);
    case ErrorKind::kTooSmall:
      return TooSmallMessage(error, subject);
    case ErrorKind::kNoFace:
      return NoFaceMessage(error, subject);
    case ErrorKind::kFaceErased:
      return Messages::tr(
                 "Too much of the face in %1 is transparent; use a photo that shows all of it.")
          .arg(subject);
    case ErrorKind::kNoSource:
      return NoSourceMessage(error);
    case ErrorKind::kFaceCut:
      return Messages::tr(
                 "The border of %1 cuts through the face; use a photo that shows all of it.")
          .arg(subject);
    case ErrorKind::kNoSuchFace:
      return NoSuchFaceMessage(error, subject);
    case ErrorKind::kCannotWrite:
      return Messages::tr("%1 cannot be written%2; choose another place or name.")
          .arg(subject, bracket);
    case ErrorKind::kNoFolder:
      return Messages::tr(
                 "%1 cannot be written, since there is no folder %2; make it or choose another "
                 "place.")
          .arg(subject, Printable(error.detail()));
    case ErrorKind::kBadModel:
      return Messages::tr(
                 "%1, a file of this program, is missing or damaged%2; install the program again.")
          .arg(subject, bracket);
    case ErrorKind::kBadFile:
      return IsOfNewerVersion(error)
                 ? Messages::tr(
                       "%1 was made by a newer version of HeSer Studio; open it with that version.")
                       .arg(subject)
                 : Messages::tr("%1 cannot be used%2; mend it or choose another file.")
                       .arg(subject, bracket);
    case ErrorKind::kOutOfMemory:
      return Messages::
          tr("%1 needs more memory than there is%2; close other programs or use smaller photos.")
              .arg(subject, bracket);
    case ErrorKind::kDeviceFailed:
      return Messages::tr(
                 "%1 cannot be used for computing%2; use the processor instead (device \"cpu\").")
          .arg(subject, bracket);
    case ErrorKind::kPeerLost:
      return Messages::tr(
                 "The other processes of this training cannot be reached at %1%2; see what they "
                 "say, then start all of them again.")
          .arg(subject, bracket);
  }
  return {};
}

QString MessageForUnexpected(std::string_view technical_text) {
  return Messages::tr("Something went wrong that should not; please report it with this text: %1")
      .arg(QString::fromUtf8(technical_text.data(), static_cast<qsizetype>(technical_text.size()))
               .simplified());
}

QString MessageForNoDisplay() {
  return Messages::tr(
      "There is no display to show the window on; start it in a desktop session, or use the "
      "command heser.");
}

QString MessageForLead(const QString& name, std::size_t number, std::size_t sources) {
  return Messages::
      tr("%1 (source %2 of %3) leads, since its pose is nearest to the target's, so most of the "
         "head comes from it; let another source lead if that one shows the head better.")
          .arg(name, QString::number(number), QString::number(sources));
}

QString MessageForOthers(const QStringList& names) {
  return Messages::tr("Nor can these be used: %1.").arg(names.join(QStringLiteral(", ")));
}

QString MessageFor(const std::vector<ProjectRemark>& remarks, const QString& project) {
  QStringList clauses;
  for (const ProjectRemark& remark : remarks) {
    if (const QString clause = ClauseFor(remark); !clauses.contains(clause)) clauses << clause;
  }
  if (clauses.size() > kMostClauses) {
    clauses.resize(kMostClauses);
    clauses << Messages::tr("and more");
  }
  return Messages::tr(
             "%1 could not be read as a whole (%2); all else was kept, look at it before you use "
             "it.")
      .arg(project, clauses.join(QStringLiteral(", ")));
}

QString StageName(std::string_view stage) {
  for (const NamedStage& named : kNamedStages) {
    if (stage == named.identifier) {
      return Messages::tr(named.text);
    }
  }
  return QString::fromUtf8(stage.data(), static_cast<qsizetype>(stage.size()));
}

}  // namespace heser
