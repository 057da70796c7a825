#include "engine/analysis/face_finder.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/core/geometry.h"

namespace heser {
namespace {

// Longest sides, pixels, of the pictures that are searched. At the first one faces from a tenth of
// the photo's side on are found, in 50 ms; at the second one from a twenty-fifth on, in 0.3 s.
constexpr int kFirstSide = 1000;
constexpr int kFineSide = 2400;
constexpr int kRareSide = 700;
// Where nothing else was found: enlarged so much the smallest faces fill the detector's window. The
// longest side bounds memory and time, about 2 s for 24 megapixels.
constexpr double kFinestEnlargement = 1.5;
constexpr int kFinestSide = 9000;
// Photos with a shorter side than this, pixels, show nothing.
constexpr int kLeastSide = 16;

// A small photo is enlarged by at most this much: beyond, faces are smudges.
constexpr double kLargestEnlargement = 2;

// If the largest face is smaller than this share of the photo's longer side, the photo shows a
// scene with people, and there may be smaller ones.
constexpr double kSceneFaceShare = 0.2;

// Scores of dlib's detector. Of 760 portraits 99 % score above the first, and all but 3 above the
// second; between the two one photo in 25 has a false proposal, so that these are only tried where
// nothing else was found.
constexpr double kGoodHogScore = 0.2;
constexpr double kLeastHogScore = -0.5;

// A border around the photo, share of its longer side, for faces that the photo cuts.
constexpr double kBorder = 0.35;

// Smallest profile looked for, share of the photo's shorter side.
constexpr double kLeastProfileShare = 0.12;

// Turns of the picture, degrees, that bring every tilt within the detector's reach.
constexpr double kTurns[] = {90, -90, 45, -45, 180, 135, -135};

struct ReducedPicture {
  cv::Mat3b pixels;
  cv::Matx23d photo_from_reduced;
};

ReducedPicture Reduce(const SearchPicture& picture, int side) {
  ReducedPicture reduced;
  const int longest = std::max(picture.size.width, picture.size.height);
  reduced.pixels = picture.reduced(side);
  const double enlargement = std::min(kLargestEnlargement, static_cast<double>(side) / longest);
  if (enlargement > 1.05) {
    cv::Mat3b enlarged;
    cv::resize(reduced.pixels, enlarged, {}, enlargement, enlargement, cv::INTER_LINEAR);
    reduced.pixels = enlarged;
  }
  const double x = static_cast<double>(picture.size.width) / reduced.pixels.cols;
  const double y = static_cast<double>(picture.size.height) / reduced.pixels.rows;
  const double scale = (x + y) / 2;
  // Pixel centres lie on integers: corners, not centres, fall together.
  reduced.photo_from_reduced = {scale, 0, (x - 1) / 2, 0, scale, (y - 1) / 2};
  return reduced;
}

ReducedPicture WithBorder(const ReducedPicture& picture) {
  const int border =
      static_cast<int>(std::lround(kBorder * std::max(picture.pixels.rows, picture.pixels.cols)));
  ReducedPicture wider;
  cv::copyMakeBorder(picture.pixels, wider.pixels, border, border, border, border,
                     cv::BORDER_REPLICATE);
  const double shift = border;
  wider.photo_from_reduced =
      ComposeAffine(picture.photo_from_reduced, cv::Matx23d(1, 0, -shift, 0, 1, -shift));
  return wider;
}

ReducedPicture Turned(const ReducedPicture& picture, double degrees) {
  const cv::Size size = picture.pixels.size();
  const int side = static_cast<int>(std::ceil(std::hypot(size.width, size.height)));
  const cv::Matx23d turned_from_reduced =
      CropFromPhoto({(size.width - 1) / 2.0, (size.height - 1) / 2.0}, side / 2.0, degrees, side);
  ReducedPicture turned;
  cv::warpAffine(picture.pixels, turned.pixels, turned_from_reduced, {side, side}, cv::INTER_LINEAR,
                 cv::BORDER_REPLICATE);
  turned.photo_from_reduced =
      ComposeAffine(picture.photo_from_reduced, InvertAffine(turned_from_reduced));
  return turned;
}

double LongestSide(const SearchPicture& picture) {
  return std::max(picture.size.width, picture.size.height);
}

FaceProposal MiddleOf(const SearchPicture& picture, double size_share) {
  FaceProposal proposal;
  proposal.center = {(picture.size.width - 1) / 2.0, (picture.size.height - 1) / 2.0};
  proposal.size = size_share * std::min(picture.size.width, picture.size.height);
  return proposal;
}

bool IsOnFace(const FaceProposal& proposal, const std::vector<DetectedFace>& faces) {
  return std::any_of(faces.begin(), faces.end(), [&](const DetectedFace& face) {
    return face.Box().contains(proposal.center);
  });
}

double BoxOverlap(const DetectedFace& a, const DetectedFace& b) {
  const double shared = (a.Box() & b.Box()).area();
  return shared / (a.Box().area() + b.Box().area() - shared);
}

/// What was found so far; every step adds to it.
class Search {
 public:
  Search(const SearchPicture& picture, const ReadFace& read, const Progress& progress)
      : picture_(picture), read_(read), progress_(progress) {}

  const SearchPicture& picture() const { return picture_; }
  const Progress& progress() const { return progress_; }
  bool HasFound() const { return !faces_.empty(); }
  std::vector<DetectedFace> Take() { return std::move(faces_); }

  /// Whether all faces found are so small that there may be more of them.
  bool LooksLikeScene() const {
    return std::all_of(faces_.begin(), faces_.end(), [&](const DetectedFace& face) {
      return FaceSize(face.mesh) < kSceneFaceShare * LongestSide(picture_);
    });
  }

  void Read(const std::vector<FaceProposal>& proposals) {
    for (const FaceProposal& proposal : proposals) {
      progress_.Checkpoint();
      if (IsOnFace(proposal, faces_)) continue;
      if (std::optional<DetectedFace> face = read_(proposal)) faces_.push_back(std::move(*face));
    }
    faces_ = WithoutDoubles(std::move(faces_));
  }

 private:
  const SearchPicture& picture_;
  const ReadFace& read_;
  const Progress& progress_;
  std::vector<DetectedFace> faces_;
};

void SearchByHog(const HogDetector& hog, const ReducedPicture& reduced, Search& search) {
  std::vector<FaceProposal> good = TransformProposals(
      reduced.photo_from_reduced, hog.Propose(reduced.pixels, kLeastHogScore, search.progress()));
  const auto first_doubtful = std::partition_point(
      good.begin(), good.end(), [](const auto& one) { return one.score > kGoodHogScore; });
  const std::vector<FaceProposal> doubtful(first_doubtful, good.end());
  good.erase(first_doubtful, good.end());
  search.Read(good);
  if (!search.HasFound()) search.Read(doubtful);
}

/// Faces that were too small for kFineSide. Of the many proposals of so large a picture only good
/// ones are looked at.
void SearchFinest(const HogDetector& hog, Search& search) {
  const double longest = LongestSide(search.picture());
  const double side = std::min<double>(kFinestEnlargement * longest, kFinestSide);
  const double searched = std::min<double>(kFineSide, kLargestEnlargement * longest);
  if (side <= searched) return;
  const ReducedPicture finest = Reduce(search.picture(), cvRound(side));
  search.Read(TransformProposals(
      finest.photo_from_reduced,
      hog.Propose(finest.pixels, kGoodHogScore, search.progress(), side / searched)));
}

}  // namespace

std::vector<DetectedFace> FaceFinder::Find(const SearchPicture& picture, const ReadFace& read,
                                           const Progress& progress) const {
  if (std::min(picture.size.width, picture.size.height) < kLeastSide) return {};
  Search search(picture, read, progress);
  SearchByHog(hog_, Reduce(picture, std::min<int>(kFirstSide, LongestSide(picture))), search);
  progress.Report(0.3);
  if (search.LooksLikeScene()) SearchByHog(hog_, Reduce(picture, kFineSide), search);
  progress.Report(0.5);
  if (search.HasFound()) return search.Take();

  const ReducedPicture rare = Reduce(picture, kRareSide);
  const auto in_photo = [&](const std::vector<FaceProposal>& proposals) {
    return TransformProposals(rare.photo_from_reduced, proposals);
  };
  SearchByHog(hog_, WithBorder(rare), search);
  progress.Report(0.6);
  if (!search.HasFound()) {
    const double least = kLeastProfileShare * std::min(rare.pixels.rows, rare.pixels.cols);
    search.Read(in_photo(profile_.Propose(rare.pixels, least, progress)));
  }
  progress.Report(0.7);
  if (!search.HasFound()) search.Read(in_photo(cnn_.Propose(rare.pixels, progress)));
  progress.Report(0.8);
  for (double turn : kTurns) {
    if (!search.HasFound()) SearchByHog(hog_, Turned(rare, turn), search);
  }
  progress.Report(0.95);
  for (double share : {1.0, 0.5}) {
    if (!search.HasFound()) search.Read({MiddleOf(picture, share)});
  }
  progress.Report(0.96);
  if (!search.HasFound()) SearchFinest(hog_, search);
  progress.Report(1);
  return search.Take();
}

std::vector<DetectedFace> WithoutDoubles(std::vector<DetectedFace> faces) {
  constexpr double kDoubleOverlap = 1.0 / 3;
  std::stable_sort(faces.begin(), faces.end(),
                   [](const auto& a, const auto& b) { return a.presence > b.presence; });
  std::vector<DetectedFace> kept;
  for (DetectedFace& face : faces) {
    const bool is_double = std::any_of(kept.begin(), kept.end(), [&](const DetectedFace& other) {
      return BoxOverlap(face, other) > kDoubleOverlap;
    });
    if (!is_double) kept.push_back(std::move(face));
  }
  std::stable_sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) {
    return FaceSize(a.mesh) > FaceSize(b.mesh);
  });
  return kept;
}

}  // namespace heser
