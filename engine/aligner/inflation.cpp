#include "engine/aligner/inflation.h"

#include <algorithm>
#include <array>

#include <Eigen/Core>
#include <opencv2/imgproc.hpp>

namespace heser {
namespace {

constexpr int kCoarsestSide = 16;
constexpr int kMostIterations = 600;
constexpr float kTolerance = 1e-4f;
// Keeps a shape with open edges all around solvable; its heights are capped by the caller anyway.
constexpr float kRegularization = 1e-5f;

InflationCell CellAt(const cv::Mat1b& cells, int y, int x) {
  if (y < 0 || x < 0 || y >= cells.rows || x >= cells.cols) return InflationCell::kZero;
  return static_cast<InflationCell>(cells(y, x));
}

InflationProblem Halve(const InflationProblem& fine) {
  InflationProblem coarse;
  const cv::Size size((fine.cells.cols + 1) / 2, (fine.cells.rows + 1) / 2);
  coarse.cells.create(size);
  coarse.squared = cv::Mat1f::zeros(size);
  coarse.rate = fine.rate * 4;
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      std::array<int, 4> count{};
      float sum = 0;
      for (int k = 0; k < 4; ++k) {
        const int fine_y = 2 * y + k / 2;
        const int fine_x = 2 * x + k % 2;
        const InflationCell cell = CellAt(fine.cells, fine_y, fine_x);
        ++count[static_cast<std::size_t>(cell)];
        if (cell == InflationCell::kFixed) sum += fine.squared(fine_y, fine_x);
      }
      const auto of = [&](InflationCell cell) { return count[static_cast<std::size_t>(cell)]; };
      InflationCell cell = InflationCell::kZero;
      if (of(InflationCell::kFixed) > 0) {
        cell = InflationCell::kFixed;
        coarse.squared(y, x) = sum / static_cast<float>(of(InflationCell::kFixed));
      } else if (of(InflationCell::kFree) >= 2) {
        cell = InflationCell::kFree;
      } else if (of(InflationCell::kOpen) > of(InflationCell::kZero)) {
        cell = InflationCell::kOpen;
      }
      coarse.cells(y, x) = static_cast<std::uint8_t>(cell);
    }
  }
  return coarse;
}

/// The linear system on a grid with a rim of one cell, so that the stencil needs no border cases.
/// Vectors are 0 wherever a cell is not free.
class InflationSystem {
 public:
  explicit InflationSystem(const InflationProblem& problem)
      : rows_(problem.cells.rows), cols_(problem.cells.cols), stride_(cols_ + 2) {
    const Eigen::Index size = static_cast<Eigen::Index>(rows_ + 2) * stride_;
    diagonal_ = Eigen::VectorXf::Zero(size);
    inverse_diagonal_ = Eigen::VectorXf::Zero(size);
    right_ = Eigen::VectorXf::Zero(size);
    free_ = Eigen::VectorXf::Zero(size);
    for (int y = 0; y < rows_; ++y) {
      for (int x = 0; x < cols_; ++x) {
        if (CellAt(problem.cells, y, x) != InflationCell::kFree) continue;
        const Eigen::Index i = Index(y, x);
        float diagonal = kRegularization;
        float right = static_cast<float>(problem.rate);
        constexpr int kSteps[4][2] = {{0, 1}, {0, -1}, {1, 0}, {-1, 0}};
        for (const auto& step : kSteps) {
          const InflationCell cell = CellAt(problem.cells, y + step[0], x + step[1]);
          if (cell != InflationCell::kOpen) diagonal += 1;
          if (cell == InflationCell::kFixed) right += problem.squared(y + step[0], x + step[1]);
        }
        diagonal_[i] = diagonal;
        inverse_diagonal_[i] = 1 / diagonal;
        right_[i] = right;
        free_[i] = 1;
      }
    }
  }

  Eigen::Index Index(int y, int x) const {
    return static_cast<Eigen::Index>(y + 1) * stride_ + x + 1;
  }

  void Apply(const Eigen::VectorXf& x, Eigen::VectorXf& product) const {
    for (int y = 0; y < rows_; ++y) {
      const Eigen::Index start = Index(y, 0);
      const auto at = [&](Eigen::Index shift) { return x.segment(start + shift, cols_).array(); };
      product.segment(start, cols_).array() =
          diagonal_.segment(start, cols_).array() * at(0) -
          free_.segment(start, cols_).array() * (at(-1) + at(1) + at(-stride_) + at(stride_));
    }
  }

  /// Preconditioned conjugate gradients (Jacobi), started from `x`.
  void Solve(Eigen::VectorXf& x, const Progress& progress) const {
    constexpr int kIterationsPerCheck = 50;
    const float enough = kTolerance * kTolerance * right_.squaredNorm();
    Eigen::VectorXf product = Eigen::VectorXf::Zero(x.size());
    Apply(x, product);
    Eigen::VectorXf residual = right_ - product;
    Eigen::VectorXf scaled = inverse_diagonal_.cwiseProduct(residual);
    Eigen::VectorXf direction = scaled;
    float gain = residual.dot(scaled);
    for (int i = 0; i < kMostIterations && residual.squaredNorm() > enough; ++i) {
      if (i % kIterationsPerCheck == 0) progress.Checkpoint();
      Apply(direction, product);
      const float step = gain / direction.dot(product);
      x += step * direction;
      residual -= step * product;
      scaled = inverse_diagonal_.cwiseProduct(residual);
      const float next = residual.dot(scaled);
      direction = scaled + (next / gain) * direction;
      gain = next;
    }
  }

  Eigen::VectorXf FromGrid(const cv::Mat1f& grid) const {
    Eigen::VectorXf vector = Eigen::VectorXf::Zero(free_.size());
    for (int y = 0; y < rows_; ++y) {
      vector.segment(Index(y, 0), cols_) = Eigen::Map<const Eigen::VectorXf>(grid[y], cols_);
    }
    return vector.cwiseProduct(free_);
  }

  cv::Mat1f ToGrid(const Eigen::VectorXf& vector) const {
    cv::Mat1f grid(rows_, cols_);
    for (int y = 0; y < rows_; ++y) {
      Eigen::Map<Eigen::VectorXf>(grid[y], cols_) = vector.segment(Index(y, 0), cols_);
    }
    return grid;
  }

 private:
  int rows_;
  int cols_;
  Eigen::Index stride_;
  Eigen::VectorXf diagonal_;
  Eigen::VectorXf inverse_diagonal_;
  Eigen::VectorXf right_;
  Eigen::VectorXf free_;
};

}  // namespace

cv::Mat1f SolveInflation(const InflationProblem& problem, const Progress& progress) {
  progress.Checkpoint();
  const InflationSystem system(problem);
  cv::Mat1f start = cv::Mat1f::zeros(problem.cells.size());
  if (std::min(problem.cells.rows, problem.cells.cols) > kCoarsestSide) {
    cv::resize(SolveInflation(Halve(problem), progress), start, problem.cells.size(), 0, 0,
               cv::INTER_LINEAR);
  }
  Eigen::VectorXf solution = system.FromGrid(start);
  system.Solve(solution, progress);
  cv::Mat1f squared = system.ToGrid(solution);
  problem.squared.copyTo(
      squared, cv::Mat(problem.cells == static_cast<std::uint8_t>(InflationCell::kFixed)));
  return squared;
}

}  // namespace heser
