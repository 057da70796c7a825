#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/options.h"

namespace heser {

/// What a result depends on, as text: options by name and value, other results by their number.
class StageKey {
 public:
  template <typename Value>
  StageKey& Add(const Value& value) {
    text_ << value << ';';
    return *this;
  }
  template <typename Options>
  StageKey& AddOptions(const Options& options) {
    Options::VisitOptions(options, [&](const auto& value, const OptionInfo&) { Add(value); });
    return *this;
  }
  std::string Text() const { return text_.str(); }

 private:
  std::ostringstream text_ = [] {
    std::ostringstream stream;
    stream.precision(17);
    return stream;
  }();
};

/// The last result of one stage. A result is numbered anew whenever it is made anew, so that later
/// stages can name it in their keys. Keeps the old result if making the new one throws.
template <typename Result>
class StageCache {
 public:
  /// The kept result if `key` is the one it was made for, else `make()`'s. Tells `times` either
  /// way.
  template <typename Times, typename Make>
  std::shared_ptr<const Result> Get(const StageKey& key, const char* stage, Times& times,
                                    Make make) {
    std::string text = key.Text();
    if (result_ != nullptr && text == key_) {
      times.push_back({stage, 0, true});
      return result_;
    }
    const auto begin = std::chrono::steady_clock::now();
    auto made = std::make_shared<const Result>(make());
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    times.push_back({stage, seconds.count(), false});
    result_ = std::move(made);
    key_ = std::move(text);
    number_ = NextNumber();
    return result_;
  }

  /// Number of the kept result; never the same for two results of one kind.
  long number() const { return number_; }

 private:
  static long NextNumber() {
    static std::atomic<long> last = 0;
    return ++last;
  }

  std::string key_;
  std::shared_ptr<const Result> result_;
  long number_ = 0;
};

}  // namespace heser
