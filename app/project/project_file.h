#pragma once

#include <QImage>
#include <QString>
#include <filesystem>
#include <vector>

#include "app/document/document_state.h"
#include "engine/core/error.h"

namespace heser {

/// A project file, ".heser": a zip archive in the manner of OpenRaster. Its entries are
///   mimetype        kProjectMimeType, stored
///   manifest.json   format version, photos with face and switch, settings, checksums of the rest,
///                   and on which photo each of edits was painted
///   photos/N.EXT    the photos' own files, byte for byte
///   edits/...       what was painted, as BytesOfTiles
///   result.jpg      its result, if it was up to date: for the screen until it is made anew
///   thumbnail.png   what it looks like
/// so that a project says everything that its picture follows from and depends on no other file. In
/// this order: of a file that was cut short what stands before the cut can be read.

inline constexpr char kProjectMimeType[] = "application/x-heser-project";
/// What this program writes, and the newest that it reads. Version 1 had no painted mattes: it is
/// read as a document without any.
inline constexpr int kProjectVersion = 2;

/// What a project holds beside the document.
struct ProjectExtras {
  QImage thumbnail;        ///< May be null.
  QImage result;           ///< What the document comes to, in whatever size; may be null.
  QString recovered_path;  ///< In recovery files: where the project itself is saved, if it is.
};

/// Something that was left out when a damaged project, or one with things that this version does
/// not know, was opened. The words are made by MessageFor.
struct ProjectRemark {
  enum class Kind {
    kSourceLost,      ///< The photo cannot be used; subject: its name. Empty: all of them.
    kTargetLost,      ///< The photo cannot be used; subject: its name. Empty: that is lost, too.
    kEditsLost,       ///< What was painted on a photo; subject: its name.
    kSettingUnknown,  ///< Subject: stage.option.
    kSettingInvalid,  ///< Its default is used. Subject: stage.option, or a whole stage.
    kPhotoExchanged,  ///< A photo that is not what was saved under its name; subject: its name.
    kPhotoFieldLost,  ///< What `field` says of a photo; subject: the photo's name.
    kFieldLost,       ///< What a field of the manifest says; subject: the field.
    kEditsForeign,  ///< What was painted on another photo, or as something else; subject: its name.
    kCutShort,      ///< The file's end is missing.
  };
  Kind kind = Kind::kSourceLost;
  QString subject;
  QString field;
  /// Of kSourceLost and kTargetLost: kTooSmall, kTooLarge, or kUnreadable for what is damaged.
  ErrorKind reason = ErrorKind::kUnreadable;
};

struct OpenedProject {
  DocumentState state;
  QString recovered_path;
  std::vector<ProjectRemark> remarks;
  /// What the target with the new head looked like, reduced; empty where that is not known.
  Picture result;
};
/// Longer side of the saved picture of a result: as many pixels as screens show of it.
inline constexpr int kSavedResultSide = 2048;

/// Writes a project whole or not at all. Takes time: not on the GUI thread. Thread-safe. Throws
/// Error{kCannotWrite}.
void WriteProject(const DocumentState& state, const ProjectExtras& extras,
                  const std::filesystem::path& path);

/// Reads a project that may come from anywhere: names in it are no paths, sizes are bounded, what
/// is damaged, or missing since the file was cut short, is left out and remarked on. Takes time:
/// not on the GUI thread. Thread-safe. Throws Error: kFileNotFound; kBadFile for what is no project
/// or is damaged beyond use, and for projects of a newer version (see IsOfNewerVersion).
OpenedProject ReadProject(const std::filesystem::path& path);

/// True of the error that ReadProject throws for a project of a newer version: kBadFile with its
/// version as value and ours as limit.
bool IsOfNewerVersion(const Error& error);

/// True if the name is one of a project.
bool IsProjectName(const QString& path);

}  // namespace heser
