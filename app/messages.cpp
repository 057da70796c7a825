#include "app/messages.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <cmath>

#include "app/project/project_file.h"
#include "engine/analysis/face_finder.h"

namespace heser {
namespace {

/// The context of these texts in translation files.
struct Messages {
  Q_DECLARE_TR_FUNCTIONS(Messages)
};

// Characters; what files made up may be longer than anybody reads.
constexpr qsizetype kLongestDetail = 300;

// More of them than anybody reads.
constexpr qsizetype kMostClauses = 8;

/// Names of files, and what stands in them, may hold line breaks and what steers a terminal.
QString Printable(const std::string& bytes) {
  QString text = QString::fromStdString(bytes);
  for (QChar& letter : text) {
    if (!letter.isPrint() && !letter.isSurrogate()) letter = QLatin1Char('?');
  }
  return text;
}

/// What is said of files that cannot be read or must not be written, for translation; Detail looks
/// them up.
[[maybe_unused]] constexpr const char* kKnownDetails[] = {
    QT_TRANSLATE_NOOP("Messages", "a folder"),
    QT_TRANSLATE_NOOP("Messages", "an empty file"),
    QT_TRANSLATE_NOOP("Messages", "damaged or cut short"),
    QT_TRANSLATE_NOOP("Messages", "its inks cannot be converted"),
    QT_TRANSLATE_NOOP("Messages", "not a file"),
    QT_TRANSLATE_NOOP("Messages", "not a JPEG, PNG, TIFF or WebP file"),
    QT_TRANSLATE_NOOP("Messages", "samples are neither 8 nor 16 bits wide"),
    QT_TRANSLATE_NOOP("Messages", "too many channels"),
    QT_TRANSLATE_NOOP("Messages",
                      "it would be written over a photo that is open; choose another name"),
};

QString Detail(const std::string& bytes) {
  const QString text = Printable(Messages::tr(bytes.c_str()).toStdString());
  return text.size() <= kLongestDetail ? text : text.left(kLongestDetail) + QChar(0x2026);
}

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

/// " (detail)" before the full stop, or nothing.
QString InBrackets(const std::string& detail) {
  return detail.empty() ? QString() : QStringLiteral(" (%1)").arg(Detail(detail));
}

/// ": detail", or nothing.
QString AfterColon(const std::string& detail) {
  return detail.empty() ? QString() : QStringLiteral(": %1").arg(Detail(detail));
}

QString Number(double value, int decimals = 0) { return QLocale().toString(value, 'f', decimals); }

QString Percent(double share) { return QLocale().toString(std::lround(share * 100)); }

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

QString SourceWarning(const SwapWarning& warning, const QString& name) {
  switch (warning.kind) {
    case SwapWarning::Kind::kLargeAngle:
      return Messages::tr(
                 "%1 is turned %2 degrees away from the target; a photo that looks the same way "
                 "gives a better head.")
          .arg(name, Number(warning.value));
    case SwapWarning::Kind::kSourceSmall:
      return Messages::
          tr("%1 shows the head with %2 % of the target's resolution, so the result looks soft; "
             "use a larger photo.")
              .arg(name, Percent(warning.value));
    case SwapWarning::Kind::kSourceCut:
      return Messages::tr("The border of %1 cuts the head off; use a photo that shows all of it.")
          .arg(name);
    case SwapWarning::Kind::kSourceBlurred:
      return Messages::tr("%1 is blurred, and so will be the result; use a sharper photo.")
          .arg(name);
    case SwapWarning::Kind::kClippedLight:
      return Messages::
          tr("%2 % of the skin in %1 is over- or underexposed, where colours cannot be matched; "
             "use a photo in softer light.")
              .arg(name, Percent(warning.value));
    case SwapWarning::Kind::kSeveralFaces:
      return Messages::tr(
                 "%1 shows %2 faces, the largest was used; choose another if that is wrong.")
          .arg(name, Number(warning.value));
    case SwapWarning::Kind::kDeviceFallback:
      return Messages::tr(
          "The device asked for cannot be used, the processor does the work instead.");
    case SwapWarning::Kind::kNoRefinement:
      return Messages::tr(
          "The weights of the refinement are missing or do not fit this version; the head is as "
          "geometry makes it.");
    case SwapWarning::Kind::kSourceUnlike:
      return Messages::
          tr("The face in %1 has another shape than in the other photos (%2 % of its width), so it "
             "counts little; leave it out if it shows another person.")
              .arg(name, Number(warning.value * 100, 1));
    case SwapWarning::Kind::kSourceSofter:
      return Messages::tr(
                 "%1 is softer than the other photos, so it counts little; use a sharper one.")
          .arg(name);
    case SwapWarning::Kind::kSourceNoUse:
      return Messages::tr(
                 "%1 is turned %2 degrees away from the target and shows nothing that is needed; "
                 "it can be left out.")
          .arg(name, Number(warning.value));
    case SwapWarning::Kind::kNoBodyNetwork:
      return Messages::tr(
          "The weights of the network for hidden bodies are missing or do not fit this version, so "
          "necks and shoulders behind hair are guessed by rules.");
    case SwapWarning::Kind::kNoBlendingNetwork:
      return Messages::tr(
          "The weights of the blending network are missing or do not fit this version, so seams "
          "and fills are left as geometry makes them.");
    case SwapWarning::Kind::kOtherPerson:
      return Messages::tr(
                 "%1 seems to show another person than the first photo; leave it out if it does.")
          .arg(name);
    case SwapWarning::Kind::kTurnedAway:
      return Messages::
          tr("%1 is turned %2 degrees to the side; a photo that looks ahead suits more targets.")
              .arg(name, Number(warning.value));
    case SwapWarning::Kind::kHairUnseen:
      return Messages::
          tr("%1 shows too little hair to take its colour from, so the hair keeps its own; pick a "
             "colour instead.")
              .arg(name);
    case SwapWarning::Kind::kNoNeck:
      return Messages::tr(
                 "%1 shows neither neck nor collar under the face, so the new head may hang in the "
                 "air; use a photo that shows them.")
          .arg(name);
    case SwapWarning::Kind::kNotUpright:
      return Messages::tr(
                 "The head in %1 is tilted by %2 degrees; rotate the photo until it is upright.")
          .arg(name, Number(warning.value));
    case SwapWarning::Kind::kSourceGrey:
      return Messages::tr(
                 "%1 is black and white, so hair, eyes and lips stay grey in the result; use a "
                 "colour photo.")
          .arg(name);
    case SwapWarning::Kind::kTargetGrey:
      return Messages::tr(
                 "%1 is black and white, but the new head keeps colours of its own; make the "
                 "head's photo black and white, too.")
          .arg(name);
    case SwapWarning::Kind::kBodyHidden:
      return Messages::tr(
                 "Hair hides %2 % of neck and shoulders in %1, so they are made up; a photo that "
                 "shows more of them gives a better body.")
          .arg(name, Percent(warning.value));
    case SwapWarning::Kind::kSourceNoFace:
      return Messages::tr(
                 "No face was found in %1, so it was left out; use a photo that shows the whole "
                 "face in good light and at least %2 pixels large.")
          .arg(name, Number(kSmallestFace));
    case SwapWarning::Kind::kSourceFaceCut:
      return Messages::tr(
                 "The border of %1 cuts through the face, so it was left out; use a photo that "
                 "shows all of it.")
          .arg(name);
    case SwapWarning::Kind::kSourceTransparent:
      return Messages::tr(
                 "%2 % of the head in %1 is transparent and may be missing in the result; use a "
                 "photo that "
                 "shows all of it.")
          .arg(name, Percent(warning.value));
  }
  return {};
}

/// What is in the brackets of the sentence on a damaged project.
QString ClauseFor(const ProjectRemark& remark) {
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
    {"feedback", QT_TRANSLATE_NOOP("Messages", "Correcting the pose")},
    {"refine", QT_TRANSLATE_NOOP("Messages", "Refining the head")},
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
    {"write", QT_TRANSLATE_NOOP("Messages", "Writing the picture")},
};

}  // namespace

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
      return Messages::tr(
                 "No face was found in %1; use a photo that shows the whole face in good light and "
                 "at least %2 pixels large.")
          .arg(subject, Number(kSmallestFace));
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

QString MessageForOthers(const QStringList& names) {
  return Messages::tr("Nor can these be used: %1.").arg(names.join(QStringLiteral(", ")));
}

QString MessageFor(const SwapWarning& warning, const QStringList& source_names,
                   const QString& target_name) {
  const bool about_source = warning.source >= 0 && warning.source < source_names.size();
  return SourceWarning(warning, about_source ? source_names[warning.source] : target_name);
}

QString BriefFor(SwapWarning::Kind kind) {
  switch (kind) {
    case SwapWarning::Kind::kOtherPerson:
      return Messages::tr("Another person?");
    case SwapWarning::Kind::kSourceUnlike:
      return Messages::tr("Unlike the other photos");
    case SwapWarning::Kind::kSourceBlurred:
    case SwapWarning::Kind::kSourceSofter:
      return Messages::tr("Blurred");
    case SwapWarning::Kind::kSourceSmall:
      return Messages::tr("Too small");
    case SwapWarning::Kind::kLargeAngle:
    case SwapWarning::Kind::kTurnedAway:
    case SwapWarning::Kind::kSourceNoUse:
      return Messages::tr("Turned too far");
    case SwapWarning::Kind::kSourceCut:
      return Messages::tr("Head cut off");
    case SwapWarning::Kind::kClippedLight:
      return Messages::tr("Harsh light");
    case SwapWarning::Kind::kNotUpright:
      return Messages::tr("Not upright");
    case SwapWarning::Kind::kSourceGrey:
      return Messages::tr("Black and white");
    case SwapWarning::Kind::kSourceTransparent:
      return Messages::tr("Partly transparent");
    case SwapWarning::Kind::kSeveralFaces:
    case SwapWarning::Kind::kDeviceFallback:
    case SwapWarning::Kind::kNoRefinement:
    case SwapWarning::Kind::kNoBodyNetwork:
    case SwapWarning::Kind::kNoBlendingNetwork:
    case SwapWarning::Kind::kHairUnseen:
    case SwapWarning::Kind::kNoNeck:
    case SwapWarning::Kind::kTargetGrey:
    case SwapWarning::Kind::kBodyHidden:
    case SwapWarning::Kind::kSourceNoFace:
    case SwapWarning::Kind::kSourceFaceCut:
      break;
  }
  return {};
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
