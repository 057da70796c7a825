#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <initializer_list>
#include <map>

#include "app/document/setting_access.h"
#include "app/project/project_file.h"
#include "app/project/zip_archive.h"
#include "engine/edits/hand_edits.h"
#include "tests/app/fake_engine.h"

namespace heser::test {

/// A folder with project files, whole ones and such as somebody else made or damaged.
class ProjectFolder {
 public:
  std::string Path(const char* name) const { return folder_.filePath(name).toStdString(); }

  static DocumentState SomeState() {
    DocumentState state;
    const PhotoHandle twice = MakePhoto("anna ü.jpg", Qt::red);
    state.sources = {{7, twice, {2, {}}, true, {}}, {9, MakePhoto("b", Qt::blue), {}, false, {}}};
    state.sources[1].face.place = cv::Point2d(12.25, 30);
    state.sources[0].weight = 0.3;
    state.sources[0].pinned = true;
    TileMap labels;
    labels.Writable({0, 0})[70] = LabelEdit(Label::kHair);
    state.sources[1].labels = std::make_shared<const TileMap>(labels);
    TileMap region;
    region.Writable({0, 0}).fill(kRegionReplaced);
    region.Writable({1, 0})[3] = kRegionTarget;
    state.target = {twice, {0, {}}, {}, std::make_shared<const TileMap>(region)};
    ColorTileMap fill;
    fill.Writable({0, 0})[9] = {{1, 300, 65535, 40000}};
    state.target.fill = std::make_shared<const ColorTileMap>(fill);
    TileMap matte;
    matte.Writable({1, 0})[5] = 60;
    state.sources[0].matte = std::make_shared<const TileMap>(matte);
    matte.Writable({0, 0})[6] = 200;
    state.target.matte = std::make_shared<const TileMap>(matte);
    SetSettingValue(state.settings, "aligner.yaw", 1.0 / 3);
    SetSettingValue(state.settings, "blender.patches", 0);
    return state;
  }

  static void WriteFile(const std::string& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
  }

  static QByteArray FileBytes(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  /// A project whose manifest is this text, with ' for ", and that holds the given entries.
  static void WriteArchive(const std::string& path, std::string manifest,
                           const std::map<std::string, std::string>& entries) {
    std::ranges::replace(manifest, '\'', '"');
    ZipWriter writer;
    writer.Add("manifest.json", Bytes(std::move(manifest)), ZipWriter::Packing::kDeflated);
    for (const auto& [name, bytes] : entries) {
      writer.Add(name, Bytes(bytes), ZipWriter::Packing::kDeflated);
    }
    WriteFile(path, QByteArray::fromStdString(writer.Finish()));
  }

  /// Whether it opens or is refused; anything but a heser::Error fails the test.
  static bool Opens(const std::string& path) {
    try {
      ReadProject(path);
      return true;
    } catch (const Error&) {
      return false;
    }
  }

  /// Entries of a saved project by name, its manifest among them.
  static std::map<std::string, std::string> EntriesOf(const std::string& path,
                                                      std::initializer_list<const char*> names) {
    const ZipReader reader(path);
    std::map<std::string, std::string> entries;
    for (const char* name : names) entries[name] = reader.Read(name, std::size_t{1} << 24);
    return entries;
  }

 private:
  static std::shared_ptr<const std::string> Bytes(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
  }

  QTemporaryDir folder_;
};

}  // namespace heser::test
