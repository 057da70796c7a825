#!/usr/bin/env python3
"""Lets the teacher read the meshes of prepared heads (heser train analysis --prepare-turned, --prepare-swapped).

usage: teacher_meshes.py MEASURE_DIR FOLDER...
MEASURE_DIR holds teachers.py with mesh(picture, centre, half, angle), as ../shared/tools/measure does. Each X_mesh.npy of a
FOLDER, which says where the aligner meant the head to be, is replaced by what the teacher sees in X.jpg; heads in which it
sees no face there, or one elsewhere, are struck from the folder's manifest.csv. Photos and prepared heads then have the
meshes of one reader, so that no network learns to tell them apart by them. About 30 ms a head.
"""
import os
import sys

import cv2
import numpy as np

LOOKS = 2  # The second one's crop follows the first one's mesh.
LEAST_PRESENCE = 0.5
LARGEST_CHANGE = 0.25  # Mean distance in the picture, of the outer eye corners' distance.
CROP_HALF = 0.75  # Of the face size, as the teacher's own photos were read.
EYES = ((33, 133), (362, 263))
OUTER_EYE_CORNERS = (33, 263)


def read_mesh(teacher_mesh, picture, guess):
    """468 x 3 in pixels, presence."""
    points = guess
    for _ in range(LOOKS):
        left, right = (points[list(corners), :2].mean(0) for corners in EYES)
        angle = float(np.arctan2(right[1] - left[1], right[0] - left[0]))
        low, high = points[:, :2].min(0), points[:, :2].max(0)
        points, presence = teacher_mesh(picture, (low + high) / 2, float((high - low).max()) * CROP_HALF, angle)
    return points, presence


def read_folder(teacher_mesh, folder):
    manifest = os.path.join(folder, "manifest.csv")
    with open(manifest) as file:
        header, *rows = file.read().splitlines()
    kept = []
    for row in rows:
        name = os.path.join(folder, row.split(",")[0])
        mesh_file = os.path.splitext(name)[0] + "_mesh.npy"
        meant = np.load(mesh_file).astype(float)
        seen, presence = read_mesh(teacher_mesh, cv2.imread(name), meant)
        change = np.linalg.norm(seen[:, :2] - meant[:, :2], axis=1).mean()
        eyes = np.linalg.norm(np.subtract(*meant[list(OUTER_EYE_CORNERS)]))
        if presence > LEAST_PRESENCE and change < LARGEST_CHANGE * eyes:
            np.save(mesh_file, np.ascontiguousarray(seen, np.float32))
            kept.append(row)
    with open(manifest + ".part", "w") as file:
        file.write("\n".join([header, *kept]) + "\n")
    os.replace(manifest + ".part", manifest)
    print(f"{folder}: {len(kept)} of {len(rows)} heads kept")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.path.insert(0, sys.argv[1])
    from teachers import mesh

    for one in sys.argv[2:]:
        read_folder(mesh, one)
