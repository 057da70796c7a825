#!/usr/bin/env python3
"""Lets the teacher read the meshes of labelled photos and of prepared heads (heser train analysis --prepare-turned,
--prepare-swapped).

usage: teacher_meshes.py MEASURE_DIR FOLDER...
MEASURE_DIR holds teachers.py with model, run and crop_from_image, as ../shared/tools/measure does. Each X_mesh.npy of a
FOLDER, which says where the head is or was meant to be, is replaced by what the teacher sees in X.jpg, in the mean of several
looks: one look alone turns the head by about a degree an axis with two hundredths of the crop. Heads in which it sees no
face there, or one elsewhere, are struck from the folder's manifest.csv. Photos and prepared heads then have the meshes of one
reader, so that no network learns to tell them apart by them. About 45 ms a head on two cores. A FOLDER may be of links (cp -rs): files
are replaced, never written into.
"""
import os
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np

FIRST_LOOKS = 2  # The second one's crop follows the first one's mesh.
LOOKS = 8  # Around the last of these, averaged.
SHIFT = 0.02  # Standard deviations of their crops: face sizes,
SCALE = 0.04  # natural logarithm,
TILT = 1.5  # degrees.
LEAST_PRESENCE = 0.5
LARGEST_CHANGE = 0.25  # Mean distance in the picture, of the outer eye corners' distance.
HEADS_AT_ONCE = {"cpu": 4, "cuda": 64}  # More is slower on a processor: its caches are small.
CROP_SIZE = 192
CROP_HALF = 0.75  # Of the face size, as the teacher's own photos were read.
EYES = ((33, 133), (362, 263))
OUTER_EYE_CORNERS = (33, 263)


def mesh_file_of(folder, photo):
    return os.path.join(folder, os.path.splitext(photo)[0] + "_mesh.npy")


def crop_around(points):
    """Centre, half side and angle (radians) of the crop in which a mesh is read."""
    left, right = (points[list(corners), :2].mean(0) for corners in EYES)
    low, high = points[:, :2].min(0), points[:, :2].max(0)
    return (low + high) / 2, float((high - low).max()) * CROP_HALF, float(np.arctan2(right[1] - left[1], right[0] - left[0]))


class Teacher:
    """Reads meshes of many crops at once, on a GPU where there is one."""

    def __init__(self, measure):
        sys.path.insert(0, measure)
        import teachers
        import torch

        self.torch = torch
        self.teachers = teachers
        self.model = teachers.model("face_landmark_468.tflite")
        device = "cuda" if torch.cuda.is_available() else "cpu"
        if device != "cpu":
            torch.set_default_device(device)
        self.heads_at_once = HEADS_AT_ONCE[device]
        self.threads = ThreadPoolExecutor(os.cpu_count())

    def cut(self, picture, crop):
        matrix = self.teachers.crop_from_image(*crop, CROP_SIZE)
        return matrix, cv2.warpAffine(picture, matrix, (CROP_SIZE, CROP_SIZE), flags=cv2.INTER_AREA)[..., ::-1]

    def look(self, pictures, crops):
        """Meshes, N x 468 x 3 in pixels of their pictures, and presences of one crop (centre, half side, angle) each."""
        cuts = list(self.threads.map(self.cut, pictures, crops))
        model = self.model
        values = self.torch.as_tensor(np.stack([cut for _, cut in cuts])).float() / 127.5 - 1
        with self.torch.no_grad():
            answer = self.teachers.run(model, {model.inputs[0]: values})
        points = answer[model.outputs[0]].cpu().numpy().reshape(-1, 468, 3).astype(float)
        presences = self.torch.sigmoid(answer[model.outputs[1]]).cpu().numpy().reshape(-1)
        for mesh, (matrix, _), (_, half, _) in zip(points, cuts, crops):
            inverse = cv2.invertAffineTransform(matrix)
            mesh[:, :2] = mesh[:, :2] @ inverse[:, :2].T + inverse[:, 2]
            mesh[:, 2] *= 2 * half / CROP_SIZE
        return points, presences

    def read(self, folder, photos):
        """What it sees in each of the photos: meshes and presences."""
        pictures = list(self.threads.map(lambda photo: cv2.imread(os.path.join(folder, photo)), photos))
        points = [np.load(mesh_file_of(folder, photo)).astype(float) for photo in photos]
        for _ in range(FIRST_LOOKS):
            points, presences = self.look(pictures, [crop_around(one) for one in points])
        crops = []
        for photo, one in zip(photos, points):
            random = np.random.default_rng(zlib.crc32(photo.encode()))
            centre, half, angle = crop_around(one)
            for _ in range(LOOKS):
                shift = random.normal(0, SHIFT, 2) * half / CROP_HALF
                scale = np.exp(random.normal(0, SCALE))
                crops.append((centre + shift, half * scale, angle + np.radians(random.normal(0, TILT))))
        looks, _ = self.look([picture for picture in pictures for _ in range(LOOKS)], crops)
        return looks.reshape(len(photos), LOOKS, 468, 3).mean(1), presences


def replace(file, write):
    """A link becomes a file; what it led to stays as it is."""
    with open(file + ".part", "wb") as part:
        write(part)
    os.replace(file + ".part", file)


def read_folder(teacher, folder):
    manifest = os.path.join(folder, "manifest.csv")
    with open(manifest) as file:
        header, *rows = file.read().splitlines()
    photos = [row.split(",")[0] for row in rows]
    heads = [k for k, photo in enumerate(photos) if os.path.exists(mesh_file_of(folder, photo))]
    missed = set()
    for begin in range(0, len(heads), teacher.heads_at_once):
        some = heads[begin : begin + teacher.heads_at_once]
        for k, seen, presence in zip(some, *teacher.read(folder, [photos[k] for k in some])):
            mesh_file = mesh_file_of(folder, photos[k])
            meant = np.load(mesh_file).astype(float)
            change = np.linalg.norm(seen[:, :2] - meant[:, :2], axis=1).mean()
            eyes = np.linalg.norm(np.subtract(*meant[list(OUTER_EYE_CORNERS)]))
            if presence > LEAST_PRESENCE and change < LARGEST_CHANGE * eyes:
                replace(mesh_file, lambda part: np.save(part, np.ascontiguousarray(seen, np.float32)))
            else:
                missed.add(k)
    kept = [row for k, row in enumerate(rows) if k not in missed]
    replace(manifest, lambda part: part.write(("\n".join([header, *kept]) + "\n").encode()))
    print(f"{folder}: {len(kept)} of {len(rows)} heads kept", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    one_teacher = Teacher(sys.argv[1])
    for one in sys.argv[2:]:
        read_folder(one_teacher, one)
