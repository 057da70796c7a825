#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/pipeline/swap_settings.h"

namespace heser {

/// One way of running the list: the settings with something turned off or changed.
struct Variant {
  const char* name;                         ///< Names its folder in the report.
  const char* title;                        ///< In tables.
  void (*change)(SwapSettings&) = nullptr;  ///< Null: settings as they are.
  /// At most so many sources of each pair are used, the first; pairs that have fewer are left out,
  /// so that the variant is compared over those pairs where it means something. 0: all, every pair.
  std::size_t sources = 0;
};

/// The settings as they are: what every other variant is compared with.
inline constexpr Variant kFullVariant{"full", "as set"};

/// All variants of an ablation, kFullVariant first.
std::span<const Variant> AblationVariants();

/// kFullVariant and those of these names. Throws Error{kWrongUse} about `--variants` for others.
std::vector<Variant> VariantsByName(const std::vector<std::string>& names);

/// The names of all variants but kFullVariant, for people: "a, b, c".
std::string VariantNames();

}  // namespace heser
