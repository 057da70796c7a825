#pragma once

#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "app/setting_texts.h"
#include "engine/pipeline/swap_pipeline.h"

namespace CLI {
class App;
}

namespace heser::cli {

/// What the choices below are called where they were made: options, or keys of a job.
struct ChoiceNames {
  std::string target_face = "--face";
  std::string source_faces = "--source-face";
  std::string lead = "--lead";
};

/// What `heser swap` was told, as typed.
struct SwapArguments {
  std::vector<std::string> sources;
  std::string target;
  std::string output;
  std::string target_face;                ///< "N" or "X,Y"; empty: the largest.
  std::vector<std::string> source_faces;  ///< "I:N" or "I:X,Y", I from 1.
  std::string lead;                       ///< Number of the leading source, from 1; empty: chosen.
  ChoiceNames names;
  std::string settings_file;
  std::string device = "auto";
  std::string debug_folder;
  /// Of kAmountOptions; nothing: as the settings have it.
  std::array<std::optional<double>, std::size(kAmountOptions)> amounts;
  bool json = false;
  bool quiet = false;
};

/// Declares the amounts, --settings and --device below `command`; `arguments` must outlive it.
void AddSettingsOptions(CLI::App& command, SwapArguments& arguments);

/// "N" (from 1, as people count) or "X,Y" in pixels. Throws Error{kWrongUse} naming `option`.
FaceChoice ParseFaceChoice(const std::string& text, const std::string& option);

/// Settings from the file, if any, with the amounts over them, checked. Throws Error.
SwapSettings ReadSettings(const SwapArguments& arguments);

/// Looks at the faces and the lead that were asked for, as far as that goes without photos. Throws
/// Error{kWrongUse}.
void CheckChoices(const SwapArguments& arguments);

/// The request but for its photos: what was typed is looked at before they are. Throws Error.
SwapRequest RequestWithoutPhotos(const SwapArguments& arguments);

/// Puts the photos into such a request; of several sources those that cannot be read get a fault
/// (see PhotoFace), as long as another one can. `progress` is of this alone. Throws Error,
/// Cancelled.
void ReadPhotos(const SwapArguments& arguments, SwapRequest* request, const Progress& progress);

/// Both. Throws Error, Cancelled.
SwapRequest MakeRequest(const SwapArguments& arguments, const Progress& progress);

}  // namespace heser::cli
