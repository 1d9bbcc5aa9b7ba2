"""Chinese policy releases (政策) as tables: `zhengce.extract(bytes_or_text)` reads one document.

    >>> import zhengce
    >>> found = zhengce.extract("到2025年，制定地方标准50项以上。")
    >>> [(row["text"], row["item"]) for row in found.tables["counts"]]
    [('50项以上', '地方标准')]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

__all__ = ["Extraction", "extract", "load"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one document.

    `tables` maps a table's name to its rows, each a dict with the columns of the tables' contract (dates are `datetime.date`,
    quantities `decimal.Decimal`, null is None); `text` is the cleaned, simplified text that every `start` and `end` counts in.
    """

    text: str
    tables: Mapping[str, list[dict[str, Any]]]

    @property
    def document(self) -> dict[str, Any]:
        """The row of `documents`: title, publication date, genre, script, status …"""
        return self.tables["documents"][0]

    def frame(self, table: str) -> pd.DataFrame:
        """A table as a pandas data frame with typed columns. Raises KeyError for a table that does not exist."""
        from zhengce.frames import frame

        return frame(table, self.tables[table])


def extract(content: bytes | str, source: str = "-") -> Extraction:
    """Read one document: an HTML page, markdown or plain text, in simplified or traditional script.

    `content` as bytes is decoded by what it looks like (UTF-8, GB18030, Big5 …); `source` names it, and its ids are made from that
    name. Nothing is written. Content that cannot be read raises nothing: its document row has status `rejected` and the table
    `findings` says why.
    """
    from pipeline.process import process
    from pipeline.tables import tables_of

    result = process(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content, source)
    return Extraction(result.text, tables_of([result]))


def load(output: Path | str) -> dict[str, pd.DataFrame]:
    """The tables that a run published in the folder `output`, as pandas data frames by name; FileNotFoundError when there are none."""
    from zhengce import frames

    return frames.load(output)
