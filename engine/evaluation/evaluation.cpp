#include "engine/evaluation/evaluation.h"

#include <memory>
#include <optional>
#include <string_view>
#include <system_error>

#include "engine/core/error.h"
#include "engine/core/process_memory.h"
#include "engine/evaluation/pair_judge.h"
#include "engine/evaluation/report_pictures.h"
#include "engine/evaluation/stage_seconds.h"
#include "engine/photo/photo_reader.h"
#include "engine/photo/photo_writer.h"

namespace heser {
namespace {

constexpr double kMegabyte = 1e6;

/// Whether every other pair would fail as well.
bool EndsAll(const Error& error) {
  switch (error.kind()) {
    case ErrorKind::kCannotWrite:
    case ErrorKind::kNoFolder:
    case ErrorKind::kBadModel:
    case ErrorKind::kDeviceFailed:
      return true;
    default:
      return false;
  }
}

/// The sources that a variant uses; nothing if it means nothing for this pair.
std::optional<EvaluationPair> PairOfVariant(const EvaluationPair& pair, const Variant& variant) {
  if (variant.sources == 0) return pair;
  if (pair.sources.size() <= variant.sources) return std::nullopt;
  EvaluationPair fewer = pair;
  fewer.sources.resize(variant.sources);
  return fewer;
}

SwapSettings SettingsOf(const SwapSettings& settings, const Variant& variant) {
  SwapSettings changed = settings;
  if (variant.change != nullptr) variant.change(changed);
  changed.Check();
  return changed;
}

/// Photos of one pair, read when first asked for.
class PairPhotos {
 public:
  explicit PairPhotos(const EvaluationPair& pair) : pair_(pair) {}

  /// The first `sources` sources and the target.
  SwapRequest Request(std::size_t sources) {
    if (target_ == nullptr) {
      target_ = std::make_shared<const Photo>(ReadPhoto(pair_.target));
      for (const auto& source : pair_.sources) {
        sources_.push_back(std::make_shared<const Photo>(ReadPhoto(source)));
      }
    }
    SwapRequest request;
    for (std::size_t i = 0; i < sources; ++i) request.sources.push_back({sources_[i], {}});
    request.target = {target_, {}};
    return request;
  }

 private:
  const EvaluationPair& pair_;
  std::shared_ptr<const Photo> target_;
  std::vector<std::shared_ptr<const Photo>> sources_;
};

/// Whether a variant is anything else than the settings as they are.
bool IsOther(const Variant& variant, const SwapSettings& settings) {
  return variant.sources > 0 ||
         SettingsToJson(SettingsOf(settings, variant)) != SettingsToJson(settings);
}

class EvaluationRun {
 public:
  EvaluationRun(const EvaluationOptions& options, const EvaluationEvents& events)
      : options_(options),
        events_(events),
        judge_(options.perceptual_file),
        pipeline_(options.device) {
    evaluation_.device = DeviceName(options.device.device);
    evaluation_.has_identity = judge_.HasIdentity();
    evaluation_.has_perceptual = judge_.HasPerceptual();
    for (const Variant& variant : options.variants) {
      const bool is_full = variant.name == std::string_view(kFullVariant.name);
      if (!is_full && !IsOther(variant, options.settings)) continue;
      MakeFolder(variant.name);
      evaluation_.variants.push_back({variant, {}});
    }
    MakeFolder(kPicturesFolder);
  }

  Evaluation Run(const std::vector<EvaluationPair>& pairs, const Progress& progress) {
    evaluation_.pair_count = pairs.size();
    try {
      pipeline_.Networks();
      for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto count = static_cast<double>(pairs.size());
        RunPair(pairs[i],
                progress.Part(static_cast<double>(i) / count, static_cast<double>(i + 1) / count));
      }
    } catch (const Cancelled&) {
      evaluation_.interrupted = true;
    }
    return std::move(evaluation_);
  }

 private:
  void MakeFolder(const std::string& name) const {
    std::error_code failed;
    std::filesystem::create_directories(options_.folder / name, failed);
    if (failed) {
      throw Error(ErrorKind::kCannotWrite, (options_.folder / name).string(), failed.message());
    }
  }

  void RunPair(const EvaluationPair& pair, const Progress& progress) {
    PairPhotos photos(pair);
    StageSeconds seconds;
    const auto count = static_cast<double>(evaluation_.variants.size());
    for (std::size_t i = 0; i < evaluation_.variants.size(); ++i) {
      progress.Checkpoint();
      VariantRecords& variant = evaluation_.variants[i];
      const auto used = PairOfVariant(pair, variant.variant);
      if (!used) continue;
      variant.records.push_back(RecordOf(
          *used, variant.variant, photos, seconds,
          progress.Part(static_cast<double>(i) / count, static_cast<double>(i + 1) / count)));
    }
  }

  /// What is kept of an earlier run, or what comes of a new one.
  PairRecord RecordOf(const EvaluationPair& pair, const Variant& variant, PairPhotos& photos,
                      StageSeconds& seconds, const Progress& progress) {
    PairRecord record{pair, {}, {}};
    const SwapSettings settings = SettingsOf(options_.settings, variant);
    const auto file = options_.folder / variant.name / pair.name;
    const std::string made_with =
        MadeWith(pair, SettingsToJson(settings), evaluation_.device, options_.perceptual_file);
    const auto record_file = WithExtension(file, ".json");
    std::error_code ignored;
    if (!options_.again && std::filesystem::exists(WithExtension(file, ".png"), ignored)) {
      if (const auto figures = ReadRecord(record_file, made_with)) {
        record.figures = *figures;
        ++evaluation_.kept;
        return record;
      }
    }
    std::filesystem::remove(record_file, ignored);
    try {
      SwapRequest request = photos.Request(pair.sources.size());
      request.settings = settings;
      record.figures = SwapAndJudge(pair, request, file, seconds, progress);
      WriteRecord(record, made_with, record_file);
    } catch (const Cancelled&) {
      throw;
    } catch (const Error& error) {
      if (EndsAll(error)) throw;
      Fail(record, error);
    } catch (const std::exception& failure) {
      Fail(record, failure);
    }
    return record;
  }

  Figures SwapAndJudge(const EvaluationPair& pair, const SwapRequest& request,
                       const std::filesystem::path& file, StageSeconds& seconds,
                       const Progress& progress) {
    ResetPeakMemory();
    const SwapResult result = pipeline_.Run(request, progress.Part(0, 0.8));
    const double memory = static_cast<double>(PeakMemoryBytes()) / kMegabyte;
    const auto picture_file = WithExtension(file, ".png");
    WritePhoto(*result.picture, picture_file);
    WriteReportPictures(result, options_.folder, pair.name, WithExtension(file, ".jpg"));
    Figures figures = judge_.Judge(request, result, pair.HasTruth(), picture_file.string(),
                                   pipeline_.Networks(), progress.Part(0.8, 1, "judge"));
    figures[Figure::kSeconds] = seconds.Total(result.times);
    figures[Figure::kMemory] = memory;
    return figures;
  }

  void Fail(PairRecord& record, const std::exception& failure) const {
    record.failure = events_.explain(failure);
    events_.failed(record);
  }

  const EvaluationOptions& options_;
  const EvaluationEvents& events_;
  PairJudge judge_;
  SwapPipeline pipeline_;
  Evaluation evaluation_;
};

}  // namespace

Evaluation RunEvaluation(const std::vector<EvaluationPair>& pairs, const EvaluationOptions& options,
                         const EvaluationEvents& events, const Progress& progress) {
  return EvaluationRun(options, events).Run(pairs, progress);
}

}  // namespace heser
