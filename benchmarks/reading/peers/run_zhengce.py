"""zhengce itself: all of its reading, the decoding, headline, issuer, dates, number and genre with it, which the peers leave out."""

from __future__ import annotations

import sys
from pathlib import Path

from exchange import serve

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from pipeline.reading.read import read


def extract(markup: str) -> str:
    return read(markup.encode(), "page.html").text


serve(extract)
