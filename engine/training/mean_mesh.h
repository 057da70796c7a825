#pragma once

#include <filesystem>
#include <span>

#include "engine/analysis/face_mesh.h"

namespace heser {

/// The mean shape of face meshes, in the head frame of FaceMeshModel: generalised Procrustes
/// alignment on the stable points, four rounds from the shipped mean (so that the head frame keeps
/// its pitch), symmetrised, centred, W = 1. At least one mesh. Thread-safe.
FaceMesh MeanFaceMesh(std::span<const FaceMesh> meshes);

/// Writes the file that LoadFaceMeshModel reads. Throws Error{kCannotWrite}.
void WriteMeanFaceMesh(const std::filesystem::path& file, const FaceMesh& mean);

}  // namespace heser
