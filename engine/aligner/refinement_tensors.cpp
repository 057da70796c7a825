#include "engine/aligner/refinement_tensors.h"

#include <cstring>

#include "engine/core/labels.h"

namespace heser {
namespace {

constexpr LabelSet kGroups[kLabelGroups] = {
    {Label::kSkin, Label::kNose},
    {Label::kBrow, Label::kEye},
    {Label::kInnerMouth, Label::kUpperLip, Label::kLowerLip},
    {Label::kEar},
    {Label::kHair, Label::kHeadwear},
    {Label::kGlasses}};

template <typename Picture>
torch::Tensor StackOf(std::span<const RefinementInput> inputs, Picture RefinementInput::*picture) {
  std::vector<cv::Mat> pictures;
  for (const RefinementInput& input : inputs) pictures.push_back(input.*picture);
  return StackPictures(pictures);
}

/// N x K x H x W x C.
template <typename Picture>
torch::Tensor StackOf(std::span<const RefinementInput> inputs, Picture RefinementSource::*picture) {
  std::vector<cv::Mat> pictures;
  for (const RefinementInput& input : inputs) {
    for (const RefinementSource& source : input.sources) pictures.push_back(source.*picture);
  }
  const auto count = static_cast<std::int64_t>(inputs.size());
  const torch::Tensor flat = StackPictures(pictures);
  return flat.view({count, -1, flat.size(1), flat.size(2), flat.size(3)});
}

/// N x kLabelGroups x H x W of N x H x W x 1 labels.
torch::Tensor GroupsOf(const torch::Tensor& labels) {
  std::vector<torch::Tensor> groups;
  for (const LabelSet& group : kGroups) {
    torch::Tensor of_group = torch::zeros_like(labels, torch::kFloat32);
    for (int label = 0; label < kLabelCount; ++label) {
      if (group.Contains(static_cast<std::uint8_t>(label))) {
        of_group = of_group + (labels == label).to(torch::kFloat32);
      }
    }
    groups.push_back(of_group.squeeze(3));
  }
  return torch::stack(groups, 1);
}

/// N x K x C x H x W of N x K x H x W x C bytes.
torch::Tensor UnitFromSourceBytes(const torch::Tensor& bytes) {
  return UnitFromBytes(bytes.flatten(0, 1))
      .view({bytes.size(0), bytes.size(1), bytes.size(4), bytes.size(2), bytes.size(3)});
}

}  // namespace

torch::Tensor StackPictures(std::span<const cv::Mat> pictures) {
  const cv::Mat& first = pictures.front();
  const bool bytes = first.depth() == CV_8U;
  torch::Tensor stack = torch::empty(
      {static_cast<std::int64_t>(pictures.size()), first.rows, first.cols, first.channels()},
      bytes ? torch::kUInt8 : torch::kInt16);
  auto* to = static_cast<std::uint8_t*>(stack.data_ptr());
  for (const cv::Mat& picture : pictures) {
    cv::Mat target(picture.size(), picture.type(), to);
    picture.copyTo(target);
    to += picture.total() * picture.elemSize();
  }
  return stack;
}

torch::Tensor UnitFromBytes(const torch::Tensor& bytes) {
  return bytes.permute({0, 3, 1, 2}).to(torch::kFloat32).contiguous() / 255;
}

std::vector<torch::Tensor> PackRefinement(std::span<const RefinementInput> inputs) {
  return {StackOf(inputs, &RefinementInput::color),      StackOf(inputs, &RefinementInput::alpha),
          StackOf(inputs, &RefinementInput::confidence), StackOf(inputs, &RefinementInput::labels),
          StackOf(inputs, &RefinementInput::normals),    StackOf(inputs, &RefinementSource::color),
          StackOf(inputs, &RefinementSource::alpha),     StackOf(inputs, &RefinementSource::places),
          StackOf(inputs, &RefinementSource::trust)};
}

RefinementTensors UnpackRefinement(std::span<const torch::Tensor> packed) {
  RefinementTensors input;
  input.color = UnitFromBytes(packed[0]) * 2 - 1;
  input.alpha = UnitFromBytes(packed[1]);
  input.confidence = UnitFromBytes(packed[2]);
  input.groups = GroupsOf(packed[3]);
  input.normals = (UnitFromBytes(packed[4]) * 255 - 128) / 127;
  input.sources =
      torch::cat({UnitFromSourceBytes(packed[5]) * 2 - 1, UnitFromSourceBytes(packed[6])}, 2);
  // From pixel centres on integers to -1 and 1 at the outer edges.
  const double side = static_cast<double>(packed[5].size(2));
  const torch::Tensor places = packed[7].permute({0, 1, 4, 2, 3}).to(torch::kFloat32).contiguous();
  input.places = (places * (2.0 / kPlaceUnits) + 1) / side - 1;
  input.trust = UnitFromSourceBytes(packed[8]);
  return input;
}

}  // namespace heser
