#!/usr/bin/env python3
"""Averages the weights of two trainings of one network, the second one started from the first (--start): what only one of
them learnt of single photos goes, what both know stays.

usage: average_weights.py FIRST.hwt SECOND.hwt SHARE OUT.hwt
SHARE, 0 to 1, is the second one's part. The format is that of engine/nn/weights.h.
"""
import hashlib
import json
import struct
import sys

import numpy as np

MAGIC = b"HESERWT1"


def load(file):
    """Header (without its hash) and values."""
    with open(file, "rb") as stream:
        data = stream.read()
    if data[:8] != MAGIC:
        sys.exit(f"{file} is not a weights file")
    (length,) = struct.unpack("<Q", data[8:16])
    header = json.loads(data[16 : 16 + length])
    del header["sha256"]
    return header, np.frombuffer(data[16 + length :], "<f2").astype(np.float32)


def main(first, second, share, out):
    header, values = load(first)
    other_header, other_values = load(second)
    if header != other_header:
        sys.exit(f"{first} and {second} are not of one network")
    payload = (values * (1 - share) + other_values * share).astype("<f2").tobytes()
    header["sha256"] = hashlib.sha256(payload).hexdigest()
    text = json.dumps(header, separators=(",", ":"), sort_keys=True).encode()
    with open(out, "wb") as stream:
        stream.write(MAGIC + struct.pack("<Q", len(text)) + text + payload)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), sys.argv[4])
