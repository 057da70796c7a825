#include "engine/training/picture_losses.h"

#include "engine/core/resources.h"

namespace heser {
namespace {

constexpr int kColors = 3;

}  // namespace

PictureLosses::PictureLosses(PictureLossOptions options, int adversary_width)
    : options_(std::move(options)), adversary_(kColors, adversary_width) {
  if (!options_.perceptual.empty()) perceptual_.emplace(options_.perceptual);
  if (options_.labels_weight > 0 || options_.landmarks_weight > 0) {
    consistency_.emplace(options_.head_net.empty() ? ModelPath("head_net.hwt") : options_.head_net);
  }
}

torch::Tensor PictureLosses::Loss(const torch::Tensor& shown, const torch::Tensor& truths,
                                  const torch::Tensor& judged, double fraction) {
  torch::Tensor loss = torch::zeros({}, shown.options().dtype(torch::kFloat32));
  if (perceptual_) {
    loss = loss + options_.perceptual_weight * (*perceptual_)->forward(shown, truths);
  }
  if (consistency_) {
    const HeadConsistencyImpl::Terms terms = (*consistency_)->forward(shown, truths, judged);
    loss =
        loss + options_.labels_weight * terms.labels + options_.landmarks_weight * terms.landmarks;
  }
  if (options_.adversarial_weight > 0 && fraction >= options_.adversary_from) {
    adversary_->Learn(shown, truths);
    loss = loss + options_.adversarial_weight * adversary_->LossOf(shown);
  }
  return loss;
}

std::vector<torch::nn::Module*> PictureLosses::companions() {
  std::vector<torch::nn::Module*> modules = {adversary_.get()};
  if (perceptual_) modules.push_back(perceptual_->get());
  if (consistency_) modules.push_back(consistency_->get());
  return modules;
}

}  // namespace heser
