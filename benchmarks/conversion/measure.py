"""How much faster `pipeline.text.simplify` is than the OpenCC whose dictionaries it uses, and that both give the same.

    python benchmarks/conversion/measure.py [FILE ...]

converts the files, or 200,000 characters made of an invented notice and of OpenCC's own phrases, with both and prints the times
(processor seconds, the best of three runs) and their ratio. Ends with 1 if the results differ.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from opencc import OpenCC

from pipeline.text import simplify
from pipeline.text.convert import read_dictionary

if TYPE_CHECKING:
    from collections.abc import Callable

NOTICE = "雲嵐省為推動數位發展，訂定本計畫，各縣市應於一百一十五年底前建置開放資料平臺，並逐年提升公共服務品質。"
SIZE = 200_000
RUNS = 3


def made_up() -> str:
    """Invented sentences with a phrase of the dictionary in every tenth: about as many as official texts hold."""
    phrases = sorted(read_dictionary("TSPhrases.txt"))
    chance = random.Random(20250301)
    sentences: list[str] = []
    while len(sentences) * len(NOTICE) < SIZE:
        sentences.append(NOTICE + (chance.choice(phrases) if chance.random() < 0.1 else ""))
    return "".join(sentences)


def best(convert: Callable[[str], str], text: str) -> float:
    """The processor seconds of the fastest of several runs."""
    seconds = []
    for _ in range(RUNS):
        start = time.process_time()
        convert(text)
        seconds.append(time.process_time() - start)
    return min(seconds)


def main() -> int:
    text = "".join(Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]) or made_up()
    reference = OpenCC("t2s").convert
    if simplify(text) != reference(text):
        print("The conversions differ.")
        return 1
    ours, theirs = best(simplify, text), best(reference, text)
    print(f"{len(text):,} characters: OpenCC {theirs:.3f} s, zhengce {ours:.4f} s, {theirs / ours:.0f} times faster, same result")
    return 0


if __name__ == "__main__":
    sys.exit(main())
