#!/usr/bin/env python3
"""Lets the teacher read the meshes of labelled photos and of prepared heads (heser train analysis --prepare-turned,
--prepare-swapped).

usage: teacher_meshes.py MEASURE_DIR FOLDER...
MEASURE_DIR holds teachers.py with mesh(picture, centre, half, angle), as ../shared/tools/measure does. Each X_mesh.npy of a
FOLDER, which says where the head is or was meant to be, is replaced by what the teacher sees in X.jpg, in the mean of several
looks: one look alone turns the head by about a degree an axis with two hundredths of the crop. Heads in which it sees no
face there, or one elsewhere, are struck from the folder's manifest.csv. Photos and prepared heads then have the meshes of one
reader, so that no network learns to tell them apart by them. About 60 ms a head. A FOLDER may be of links (cp -rs): files
are replaced, never written into.
"""
import os
import sys
import zlib

import cv2
import numpy as np

FIRST_LOOKS = 2  # The second one's crop follows the first one's mesh.
LOOKS = 8  # Around the last of these, averaged.
SHIFT = 0.02  # Standard deviations of their crops: face sizes,
SCALE = 0.04  # natural logarithm,
TILT = 1.5  # degrees.
LEAST_PRESENCE = 0.5
LARGEST_CHANGE = 0.25  # Mean distance in the picture, of the outer eye corners' distance.
CROP_HALF = 0.75  # Of the face size, as the teacher's own photos were read.
EYES = ((33, 133), (362, 263))
OUTER_EYE_CORNERS = (33, 263)


def crop_around(points):
    """Centre, half side and angle (radians) of the crop in which a mesh is read."""
    left, right = (points[list(corners), :2].mean(0) for corners in EYES)
    low, high = points[:, :2].min(0), points[:, :2].max(0)
    return (low + high) / 2, float((high - low).max()) * CROP_HALF, float(np.arctan2(right[1] - left[1], right[0] - left[0]))


def read_mesh(teacher_mesh, picture, guess, random):
    """468 x 3 in pixels, presence."""
    points = guess
    for _ in range(FIRST_LOOKS):
        points, presence = teacher_mesh(picture, *crop_around(points))
    centre, half, angle = crop_around(points)
    looks = []
    for _ in range(LOOKS):
        shift = random.normal(0, SHIFT, 2) * half / CROP_HALF
        scale = np.exp(random.normal(0, SCALE))
        looks.append(teacher_mesh(picture, centre + shift, half * scale, angle + np.radians(random.normal(0, TILT)))[0])
    return np.mean(looks, 0), presence


def replace(file, write):
    """A link becomes a file; what it led to stays as it is."""
    with open(file + ".part", "wb") as part:
        write(part)
    os.replace(file + ".part", file)


def read_folder(teacher_mesh, folder):
    manifest = os.path.join(folder, "manifest.csv")
    with open(manifest) as file:
        header, *rows = file.read().splitlines()
    kept = []
    for row in rows:
        photo = row.split(",")[0]
        name = os.path.join(folder, photo)
        mesh_file = os.path.splitext(name)[0] + "_mesh.npy"
        if not os.path.exists(mesh_file):
            kept.append(row)
            continue
        meant = np.load(mesh_file).astype(float)
        random = np.random.default_rng(zlib.crc32(photo.encode()))
        seen, presence = read_mesh(teacher_mesh, cv2.imread(name), meant, random)
        change = np.linalg.norm(seen[:, :2] - meant[:, :2], axis=1).mean()
        eyes = np.linalg.norm(np.subtract(*meant[list(OUTER_EYE_CORNERS)]))
        if presence > LEAST_PRESENCE and change < LARGEST_CHANGE * eyes:
            replace(mesh_file, lambda part: np.save(part, np.ascontiguousarray(seen, np.float32)))
            kept.append(row)
    replace(manifest, lambda part: part.write(("\n".join([header, *kept]) + "\n").encode()))
    print(f"{folder}: {len(kept)} of {len(rows)} heads kept", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.path.insert(0, sys.argv[1])
    import torch
    from teachers import mesh

    torch.set_num_threads(1)  # A look is too small to share; several folders can be read side by side.
    for one in sys.argv[2:]:
        read_folder(mesh, one)
