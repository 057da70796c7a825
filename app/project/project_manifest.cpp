#include "app/project/project_manifest.h"

#include <QCryptographicHash>
#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/document/setting_access.h"
#include "engine/core/json_text.h"

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
  if (photo.pinned) json["pinned"] = true;
  if (!photo.labels.empty()) json["labels"] = photo.labels;
  if (!photo.matte.empty()) json["matte"] = photo.matte;
  if (!photo.region.empty()) json["region"] = photo.region;
  if (!photo.fill.empty()) json["fill"] = photo.fill;
  return json;
}

bool IsText(const Json& json) { return json.is_string(); }

/// Reads the fields of an object of a manifest that anybody may have written.
class FieldReader {
 public:
  /// `photo` is what the object is about, for remarks; empty: the whole project.
  FieldReader(const Json& json, QString photo, std::vector<ProjectRemark>& remarks)
      : json_(json), photo_(std::move(photo)), remarks_(remarks) {}

  /// Null if there is no such field, or one that `fits` says no to.
  template <typename Fits>
  const Json* Find(const char* key, Fits fits) {
    if (IsAbsent(key)) return nullptr;
    const Json& found = json_[key];
    if (fits(found)) return &found;
    Remark(key);
    return nullptr;
  }

  std::string Text(const char* key) {
    const Json* found = Find(key, &IsText);
    return found == nullptr ? std::string() : found->get<std::string>();
  }

  /// The same for a field that must be there.
  template <typename Fits>
  void Require(const char* key, Fits fits) {
    if (Find(key, fits) == nullptr && IsAbsent(key)) Remark(key);
  }

  /// Name of an entry of the archive. What is no name names no entry: that its content is lost is
  /// told where it is read.
  std::string Entry(const char* key) const {
    const auto found = json_.find(key);
    if (found == json_.end()) return {};
    return found->is_string() ? found->get<std::string>() : found->dump();
  }

 private:
  bool IsAbsent(const char* key) const { return !json_.contains(key); }

  void Remark(const char* key) {
    if (photo_.isEmpty()) {
      remarks_.push_back({ProjectRemark::Kind::kFieldLost, key});
    } else {
      remarks_.push_back({ProjectRemark::Kind::kPhotoFieldLost, photo_, key});
    }
  }

  const Json& json_;
  QString photo_;
  std::vector<ProjectRemark>& remarks_;
};

bool IsFaceNumber(const Json& json) {
  constexpr int kMostFaces = 1000;
  return json.is_number_integer() && json.get<double>() >= 0 && json.get<double>() < kMostFaces;
}

bool IsPlace(const Json& json) {
  return json.is_array() && json.size() == 2 && json[0].is_number() && json[1].is_number();
}

bool IsFace(const Json& json) {
  return json.is_object() && (!json.contains("number") || IsFaceNumber(json["number"])) &&
         (!json.contains("place") || IsPlace(json["place"]));
}

bool IsWeight(const Json& json) {
  return json.is_number() && json.get<double>() >= kSmallestWeight && json.get<double>() <= 1;
}

FaceChoice FaceOf(const Json& json) {
  FaceChoice face;
  if (json.contains("number")) face.number = json["number"].get<int>();
  if (json.contains("place")) {
    face.place = cv::Point2d(json["place"][0].get<double>(), json["place"][1].get<double>());
  }
  return face;
}

/// `number` is for a photo of which not even the entry says how to call it.
ManifestPhoto PhotoOf(const Json& json, const std::string& number,
                      std::vector<ProjectRemark>& remarks) {
  ManifestPhoto photo;
  const std::string entry = FieldReader(json, {}, remarks).Entry("photo");
  const std::string usual_name = entry.substr(entry.find_last_of('/') + 1);
  photo.name = usual_name.empty() ? number : usual_name;
  const std::string name =
      FieldReader(json, QString::fromStdString(photo.name), remarks).Text("name");
  if (!name.empty()) photo.name = name;
  FieldReader reader(json, QString::fromStdString(photo.name), remarks);
  photo.entry = entry;
  photo.path = reader.Text("path");
  photo.labels = reader.Entry("labels");
  photo.matte = reader.Entry("matte");
  photo.region = reader.Entry("region");
  photo.fill = reader.Entry("fill");
  if (const Json* face = reader.Find("face", &IsFace)) photo.face = FaceOf(*face);
  const auto is_switch = [](const Json& value) { return value.is_boolean(); };
  if (const Json* enabled = reader.Find("enabled", is_switch)) photo.enabled = enabled->get<bool>();
  if (const Json* pinned = reader.Find("pinned", is_switch)) photo.pinned = pinned->get<bool>();
  if (const Json* weight = reader.Find("weight", &IsWeight)) photo.weight = weight->get<double>();
  return photo;
}

void ReadPhotos(const Json& json, ProjectManifest& manifest, std::vector<ProjectRemark>& remarks) {
  using Kind = ProjectRemark::Kind;
  const Json sources = json.value("sources", Json::array());
  if (!sources.is_array()) remarks.push_back({Kind::kSourceLost, {}});
  int number = 0;
  for (const Json& source : sources.is_array() ? sources : Json::array()) {
    const std::string text = std::to_string(++number);
    if (source.is_object()) {
      manifest.sources.push_back(PhotoOf(source, text, remarks));
    } else {
      remarks.push_back({Kind::kSourceLost, QString::fromStdString(text)});
    }
  }
  const Json target = json.value("target", Json());
  if (target.is_object()) {
    manifest.target = PhotoOf(target, std::to_string(++number), remarks);
  } else if (!target.is_null()) {
    remarks.push_back({Kind::kTargetLost, {}});
  }
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
  for (const auto& [stage, options] : json.items()) {
    if (!options.is_object()) {
      remarks.push_back({ProjectRemark::Kind::kSettingInvalid, QString::fromStdString(stage)});
      continue;
    }
    for (const auto& [option, value] : options.items()) {
      std::string name = stage;
      name.append(".").append(option);
      ReadSetting(settings, name, value, remarks);
    }
  }
  return settings;
}

std::map<std::string, std::string> ChecksumsOf(const Json& json) {
  std::map<std::string, std::string> checksums;
  // One that is no text fits no content.
  for (const auto& [entry, sum] : json.items()) {
    checksums[entry] = sum.is_string() ? sum.get<std::string>() : std::string();
  }
  return checksums;
}

Json PaintedOnToJson(const std::map<std::string, PaintedOn>& painted_on) {
  Json json = Json::object();
  for (const auto& [entry, place] : painted_on) {
    json[entry] = {{"photo", place.photo}, {"layer", place.layer}};
  }
  return json;
}

std::map<std::string, PaintedOn> PaintedOnOf(const Json& json) {
  std::map<std::string, PaintedOn> painted_on;
  const auto text = [](const Json& place, const char* key) {
    // What is no text names no photo.
    const auto found = place.is_object() ? place.find(key) : place.end();
    return found != place.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  for (const auto& [entry, place] : json.items()) {
    painted_on[entry] = {text(place, "photo"), text(place, "layer")};
  }
  return painted_on;
}

Json ParsedManifest(const std::string& text, const std::string& file) try {
  return ParseJson<Json>(text, file);
} catch (const Error& error) {
  throw Error(error.kind(), file, "manifest.json is damaged: " + error.detail());
}

/// Refuses what is no project of a version that this program knows. A version that never was is as
/// good as the latest: whatever it says is looked at, and nothing depends on it alone.
void CheckFormat(const Json& json, const std::string& file, FieldReader& reader) {
  const auto format = json.is_object() ? json.find("format") : json.end();
  if (format == json.end() || *format != kFormatName) {
    throw Error(ErrorKind::kBadFile, file, "not a project");
  }
  const auto version = json.find("version");
  if (version != json.end() && version->is_number() && version->get<double>() > kProjectVersion) {
    throw Error(ErrorKind::kBadFile, file, "made by a newer version", version->get<double>(),
                kProjectVersion);
  }
  reader.Require("version", [](const Json& value) {
    return value.is_number_integer() && value.get<double>() >= 1;
  });
}

}  // namespace

std::string ChecksumOf(const std::string& bytes) {
  const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
  return QCryptographicHash::hash(view, QCryptographicHash::Sha256).toHex().toStdString();
}

std::string ManifestToJson(const ProjectManifest& manifest) {
  Json json = {{"format", kFormatName}, {"version", kProjectVersion}};
  json["sources"] = Json::array();
  for (const ManifestPhoto& source : manifest.sources) {
    json["sources"].push_back(PhotoToJson(source));
  }
  if (manifest.target) json["target"] = PhotoToJson(*manifest.target);
  json["settings"] = Json::parse(SettingsToJson(manifest.settings));
  if (!manifest.checksums.empty()) json["checksums"] = manifest.checksums;
  if (!manifest.painted_on.empty()) json["painted_on"] = PaintedOnToJson(manifest.painted_on);
  if (!manifest.recovered_path.empty()) json["recovered_path"] = manifest.recovered_path;
  // File names need not be UTF-8; what is not must not keep a project from being saved.
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

ProjectManifest ManifestFromJson(const std::string& text, const std::string& file,
                                 std::vector<ProjectRemark>& remarks) {
  const Json json = ParsedManifest(text, file);
  FieldReader reader(json, {}, remarks);
  CheckFormat(json, file, reader);
  const auto is_object = [](const Json& value) { return value.is_object(); };
  ProjectManifest manifest;
  ReadPhotos(json, manifest, remarks);
  if (const Json* settings = reader.Find("settings", is_object)) {
    manifest.settings = SettingsOf(*settings, remarks);
  }
  if (const Json* checksums = reader.Find("checksums", is_object)) {
    manifest.checksums = ChecksumsOf(*checksums);
  }
  if (const Json* painted_on = reader.Find("painted_on", is_object)) {
    manifest.painted_on = PaintedOnOf(*painted_on);
  }
  manifest.recovered_path = reader.Text("recovered_path");
  return manifest;
}

}  // namespace heser
