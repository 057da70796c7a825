#include "app/project/project_manifest.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/document/setting_access.h"

namespace heser {
namespace {

using Json = nlohmann::ordered_json;

constexpr char kFormatName[] = "heser-project";

Json FaceToJson(const FaceChoice& face) {
  Json json = Json::object();
  if (face.number) json["number"] = *face.number;
  if (face.place) json["place"] = {face.place->x, face.place->y};
  return json;
}

Json PhotoToJson(const ManifestPhoto& photo) {
  Json json = {{"photo", photo.entry},
               {"name", photo.name},
               {"path", photo.path},
               {"face", FaceToJson(photo.face)},
               {"enabled", photo.enabled}};
  if (photo.weight != 1) json["weight"] = photo.weight;
  if (!photo.labels.empty()) json["labels"] = photo.labels;
  if (!photo.matte.empty()) json["matte"] = photo.matte;
  if (!photo.region.empty()) json["region"] = photo.region;
  if (!photo.fill.empty()) json["fill"] = photo.fill;
  return json;
}

/// Reads parts of a manifest that anybody may have written; whatever has the wrong type counts as
/// absent.
std::string TextOf(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Name of an entry of the archive. What is no name names no entry: that its edits are lost is told
/// where they are read.
std::string EntryOf(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && !found->is_string() ? found->dump() : TextOf(json, key);
}

FaceChoice FaceOf(const Json& json) {
  FaceChoice face;
  if (!json.is_object()) return face;
  constexpr int kMostFaces = 1000;
  if (const auto number = json.find("number"); number != json.end() && number->is_number()) {
    const double value = number->get<double>();
    if (value >= 0 && value < kMostFaces) face.number = static_cast<int>(value);
  }
  if (const auto place = json.find("place"); place != json.end() && place->is_array() &&
                                             place->size() == 2 && (*place)[0].is_number() &&
                                             (*place)[1].is_number()) {
    face.place = cv::Point2d((*place)[0].get<double>(), (*place)[1].get<double>());
  }
  return face;
}

ManifestPhoto PhotoOf(const Json& json, const std::string& file) {
  if (!json.is_object()) throw Error(ErrorKind::kBadFile, file, "a photo of manifest.json");
  ManifestPhoto photo;
  photo.entry = TextOf(json, "photo");
  photo.name = TextOf(json, "name");
  photo.path = TextOf(json, "path");
  photo.labels = EntryOf(json, "labels");
  photo.matte = EntryOf(json, "matte");
  photo.region = EntryOf(json, "region");
  photo.fill = EntryOf(json, "fill");
  if (const auto face = json.find("face"); face != json.end()) photo.face = FaceOf(*face);
  if (const auto enabled = json.find("enabled"); enabled != json.end() && enabled->is_boolean()) {
    photo.enabled = enabled->get<bool>();
  }
  if (const auto weight = json.find("weight"); weight != json.end() && weight->is_number()) {
    photo.weight = std::clamp(weight->get<double>(), kSmallestWeight, 1.0);
  }
  return photo;
}

void ReadSetting(SwapSettings& settings, const std::string& key, const Json& value,
                 std::vector<ProjectRemark>& remarks) {
  const auto remark = [&](ProjectRemark::Kind kind) {
    remarks.push_back({kind, QString::fromStdString(key)});
  };
  if (!value.is_number() && !value.is_boolean()) {
    remark(ProjectRemark::Kind::kSettingInvalid);
    return;
  }
  const bool is_known = std::ranges::any_of(
      AllSettings(), [&](const SettingInfo& setting) { return setting.key == key; });
  if (!is_known) {
    remark(ProjectRemark::Kind::kSettingUnknown);
    return;
  }
  try {
    SetSettingValue(settings, key,
                    value.is_boolean() ? (value.get<bool>() ? 1 : 0) : value.get<double>());
  } catch (const Error&) {
    remark(ProjectRemark::Kind::kSettingInvalid);
  }
}

SwapSettings SettingsOf(const Json& json, std::vector<ProjectRemark>& remarks) {
  SwapSettings settings;
  if (!json.is_object()) return settings;
  for (const auto& [stage, options] : json.items()) {
    if (!options.is_object()) continue;
    for (const auto& [option, value] : options.items()) {
      std::string name = stage;
      name.append(".").append(option);
      ReadSetting(settings, name, value, remarks);
    }
  }
  return settings;
}

void CheckVersion(const Json& json, const std::string& file) {
  if (!json.is_object() || TextOf(json, "format") != kFormatName) {
    throw Error(ErrorKind::kBadFile, file, "not a project");
  }
  const auto version = json.find("version");
  if (version == json.end() || !version->is_number()) {
    throw Error(ErrorKind::kBadFile, file, "its version is missing");
  }
  const double number = version->get<double>();
  if (number > kProjectVersion) {
    throw Error(ErrorKind::kBadFile, file, "made by a newer version", number, kProjectVersion);
  }
}

}  // namespace

std::string ManifestToJson(const ProjectManifest& manifest) {
  Json json = {{"format", kFormatName}, {"version", kProjectVersion}};
  json["sources"] = Json::array();
  for (const ManifestPhoto& source : manifest.sources) {
    json["sources"].push_back(PhotoToJson(source));
  }
  if (manifest.target) json["target"] = PhotoToJson(*manifest.target);
  json["settings"] = Json::parse(SettingsToJson(manifest.settings));
  if (!manifest.recovered_path.empty()) json["recovered_path"] = manifest.recovered_path;
  // File names need not be UTF-8; what is not must not keep a project from being saved.
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

ProjectManifest ManifestFromJson(const std::string& text, const std::string& file,
                                 std::vector<ProjectRemark>& remarks) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) throw Error(ErrorKind::kBadFile, file, "manifest.json is damaged");
  CheckVersion(json, file);
  ProjectManifest manifest;
  if (const auto sources = json.find("sources"); sources != json.end() && sources->is_array()) {
    for (const Json& source : *sources) manifest.sources.push_back(PhotoOf(source, file));
  }
  if (const auto target = json.find("target"); target != json.end() && !target->is_null()) {
    manifest.target = PhotoOf(*target, file);
  }
  if (const auto settings = json.find("settings"); settings != json.end()) {
    manifest.settings = SettingsOf(*settings, remarks);
  }
  manifest.recovered_path = TextOf(json, "recovered_path");
  return manifest;
}

}  // namespace heser
