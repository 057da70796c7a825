#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <span>
#include <vector>

#include "engine/core/error.h"
#include "engine/pipeline/swap_pipeline.h"

namespace heser {

/// What is left of a request once its sources were read.
struct UsableSources {
  SwapRequest request;                ///< With the sources that can be used, at least one.
  std::vector<std::size_t> indices;   ///< Of these in the request that was made, ascending.
  std::vector<SwapWarning> warnings;  ///< On those that were left out.
};

/// Whether a photo cannot be used for what it is or shows, so that another one may stand in for it.
/// A name that leads nowhere, or a face that is not there, is a slip in what was asked.
bool IsPhotosFault(const Error& error);

/// `failures` has one entry a source: why it could not be read, or null; `views` has the heads of
/// those that could. Of sources that show the very same head one is left. Throws the first failure
/// that the request does not allow to leave out, and Error{kNoSource} where none of several is
/// left.
UsableSources FindUsableSources(const SwapRequest& request,
                                std::span<const std::exception_ptr> failures,
                                std::span<const std::shared_ptr<const HeadView>> views);

}  // namespace heser
