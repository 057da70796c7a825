#include "app/cli/export_arguments.h"

#include <map>

#include <CLI/CLI.hpp>

#include "app/cli/usage.h"
#include "engine/core/error.h"

namespace heser::cli {
namespace {

const std::map<std::string, StoredDepth> kDepths = {{"as-target", StoredDepth::kAsPhoto},
                                                    {"8", StoredDepth::kEight},
                                                    {"16", StoredDepth::kSixteen}};
const std::map<std::string, KeptMetadata> kMetadata = {{"all", KeptMetadata::kAll},
                                                       {"no-place", KeptMetadata::kWithoutPlace},
                                                       {"none", KeptMetadata::kNone}};

template <typename Value>
CLI::Validator OneOf(const std::map<std::string, Value>& words) {
  return CLI::IsMember(&words).description("");  // The option's help says them in a better order.
}

}  // namespace

void AddExportOptions(CLI::App* command, ExportArguments& arguments) {
  command->add_flag("--head-alone", arguments.head_alone,
                    "Writes the new head alone, on a transparent ground.");
  command
      ->add_option("--quality", arguments.quality,
                   "Of JPEG (" + std::to_string(ExportChoices().quality) +
                       " if not given) and WebP (every pixel exact if not given), from 1 to 100.")
      ->check(NumberFrom(1, 100))
      ->type_name("N");
  command
      ->add_option(
          "--depth", arguments.depth,
          "Bits of PNG and TIFF: as-target, 8 or 16; " + arguments.depth + " if not given.")
      ->check(OneOf(kDepths))
      ->type_name("BITS");
  command
      ->add_option(
          "--metadata", arguments.metadata,
          "What to keep of the target's: all, no-place (not where it was taken) or none; " +
              arguments.metadata + " if not given.")
      ->check(OneOf(kMetadata))
      ->type_name("WHAT");
  command->add_flag(
      "--settings-file", arguments.settings_file,
      "Writes the settings beside the picture: its name with .settings.json at the end.");
}

ExportChoices ChoicesOf(const ExportArguments& arguments, const std::string& output) {
  ExportChoices choices;
  choices.subject = arguments.head_alone ? ExportSubject::kHead : ExportSubject::kPicture;
  choices.format = WrittenFormatOf(output).value_or(PhotoFormat::kPng);
  if (arguments.head_alone && !HoldsAlpha(choices.format)) {
    throw Error(ErrorKind::kWrongUse, output, "it must be .png, .tif or .webp for the head alone");
  }
  if (kDepths.at(arguments.depth) == StoredDepth::kSixteen && !HoldsSixteenBits(choices.format)) {
    throw Error(ErrorKind::kWrongUse, output, "it must be .png or .tif for --depth 16");
  }
  choices.quality = arguments.quality.value_or(choices.quality);
  choices.exact = !arguments.quality.has_value();
  choices.depth = kDepths.at(arguments.depth);
  choices.metadata = kMetadata.at(arguments.metadata);
  choices.settings_file = arguments.settings_file;
  return choices;
}

}  // namespace heser::cli
