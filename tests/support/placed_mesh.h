#pragma once

#include "engine/analysis/face_mesh.h"

namespace heser::test {

/// The mean face of this size around a point.
inline FaceMesh MeshAt(cv::Point2d center, double size) {
  FaceMesh mesh = DefaultFaceMeshModel().mean;
  mesh *= size / FaceSize(mesh);
  const cv::Point2d middle = FaceCenter(mesh);
  mesh.col(0).array() += center.x - middle.x;
  mesh.col(1).array() += center.y - middle.y;
  return mesh;
}

}  // namespace heser::test
