#include "app/batch/batch_worker.h"

#include <QFileInfo>

#include "app/export/output_files.h"
#include "app/jobs/photo_loading.h"
#include "app/messages.h"
#include "engine/photo/photo_reader.h"

namespace heser {
namespace {

constexpr qint64 kReportIntervalMs = 50;
/// Rows of the queue show pictures of 56 pixels on screens of up to three times the density.
constexpr int kRowPictureSide = 192;

}  // namespace

BatchWorker::BatchWorker(SwapEngineFactory factory) : factory_(std::move(factory)) {}

void BatchWorker::Run(const BatchTask& job) {
  try {
    const Progress progress(
        [&](double fraction, std::string_view stage) { ReportProgress(job, fraction, stage); },
        job.cancel);
    since_report_.invalidate();
    progress.Report(0);
    if (job.existing != ExistingFile::kNewName) {
      const std::vector<std::filesystem::path> inputs = [&] {
        std::vector<std::filesystem::path> paths;
        for (const QString& input : *job.inputs) paths.emplace_back(input.toStdString());
        return paths;
      }();
      RequireNotAmong(job.output.toStdString(), inputs, GivenFile::kPhoto);
    }
    if (!engine_) engine_ = factory_();
    const BatchSwapResult result = RunBatchSwap(SwapOf(job), *engine_, progress);
    emit Done(job.number, ProductOf(result, job));
  } catch (const Cancelled&) {
    emit JobCancelled(job.number);
  } catch (...) {
    emit Failed(job.number, CurrentFailure(job.target.toStdString()));
  }
}

BatchSwap BatchWorker::SwapOf(const BatchTask& job) {
  BatchSwap swap;
  swap.output = job.output.toStdString();
  swap.existing = job.existing;
  swap.choices = job.choices;
  swap.read = [this, &job](const Progress& progress) {
    SwapRequest request;
    request.sources = job.snapshot.request.sources;
    request.settings = job.snapshot.request.settings;
    request.leave_out_unusable = true;
    request.target.photo =
        std::make_shared<const Photo>(ReadPhoto(job.target.toStdString(), {}, progress));
    emit TargetRead(job.number, ImageOf(*request.target.photo, kRowPictureSide));
    return request;
  };
  return swap;
}

BatchProduct BatchWorker::ProductOf(const BatchSwapResult& result, const BatchTask& job) const {
  BatchProduct product;
  product.file = QString::fromStdString(result.file.string());
  product.was_there = result.picture == nullptr;
  if (!product.was_there) product.thumbnail = ImageOf(*result.picture, kRowPictureSide);
  QStringList remarks;
  for (const SwapWarning& warning : result.warnings) {
    remarks << MessageFor(warning, job.snapshot.source_names, QFileInfo(job.target).fileName());
  }
  product.remarks = remarks.join(QLatin1Char('\n'));
  return product;
}

void BatchWorker::ReportProgress(const BatchTask& job, double fraction, std::string_view stage) {
  job.gate->Pass(job.cancel);
  const bool is_due = !since_report_.isValid() || since_report_.elapsed() >= kReportIntervalMs ||
                      stage != reported_stage_;
  if (!is_due) return;
  since_report_.start();
  reported_stage_ = stage;
  emit Progressed(job.number, fraction,
                  QString::fromUtf8(stage.data(), static_cast<qsizetype>(stage.size())));
}

}  // namespace heser
