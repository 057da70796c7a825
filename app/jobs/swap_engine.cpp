#include "app/jobs/swap_engine.h"

namespace heser {
namespace {

class PipelineEngine : public SwapEngine {
 public:
  explicit PipelineEngine(const std::string& device) : pipeline_(ResolveDevice(device)) {}

  SwapResult Run(const SwapRequest& request, const Progress& progress) override {
    return pipeline_.Run(request, progress);
  }

  std::vector<DetectedFace> DetectFaces(const std::shared_ptr<const Photo>& photo,
                                        const Progress& progress) override {
    return pipeline_.DetectFaces(photo, progress);
  }

 private:
  SwapPipeline pipeline_;
};

}  // namespace

SwapEngineFactory PipelineEngineFactory(const std::string& device) {
  return [device] { return std::make_unique<PipelineEngine>(device); };
}

}  // namespace heser
