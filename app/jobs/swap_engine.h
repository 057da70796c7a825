#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// What jobs want of the engine; SwapPipeline in the product, a stand-in in tests. Contracts are
/// those of SwapPipeline. Made, used and destroyed in one worker thread.
class SwapEngine {
 public:
  virtual ~SwapEngine() = default;
  virtual SwapResult Run(const SwapRequest& request, const Progress& progress) = 0;
  virtual std::vector<DetectedFace> DetectFaces(const std::shared_ptr<const Photo>& photo,
                                                const Progress& progress) = 0;
};

using SwapEngineFactory = std::function<std::unique_ptr<SwapEngine>()>;

/// The real engine on a device: "auto", "cpu", "cuda" or "cuda:N".
SwapEngineFactory PipelineEngineFactory(const std::string& device);

}  // namespace heser
