"""What a peer is given and gives back, as JSON lines: pages on standard input, texts and the processor's time on standard output."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

#: All pages are read this often, and the fastest reading of each counts: what else runs on the machine does not slow it. One round after the
#: other, so that no program finds in its caches what it has just read.
ROUNDS = 3


def serve(extract: Callable[[str], str]) -> None:
    """Read pages ({"markup": …}) and write their texts ({"text": …, "seconds": …}), in their order."""
    pages = [json.loads(line)["markup"] for line in sys.stdin]
    for page in pages[:3]:
        extract(page)  # imports and caches are not what is measured
    best, texts = [float("inf")] * len(pages), [""] * len(pages)
    for _ in range(ROUNDS):
        for at, page in enumerate(pages):
            begun = time.process_time()
            texts[at] = extract(page)
            best[at] = min(best[at], time.process_time() - begun)
    for text, seconds in zip(texts, best, strict=True):
        print(json.dumps({"text": text, "seconds": seconds}, ensure_ascii=True))
