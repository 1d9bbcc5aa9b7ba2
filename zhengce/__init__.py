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

    from extractors.explain import Reason

__all__ = ["Extraction", "extract", "load", "use_lexicon"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one document.

    `tables` maps a table's name to its rows, each a dict with the columns of the tables' contract (dates are `datetime.date`,
    quantities `decimal.Decimal`, null is None); `text` is the cleaned, simplified text that every `start` and `end` counts in.
    `reasons` are what the rows rest on, when `extract` was asked to explain.
    """

    text: str
    tables: Mapping[str, list[dict[str, Any]]]
    reasons: tuple[Reason, ...] = ()

    @property
    def document(self) -> dict[str, Any]:
        """The row of `documents`: title, publication date, genre, script, status …"""
        return self.tables["documents"][0]

    def frame(self, table: str) -> pd.DataFrame:
        """A table as a pandas data frame with typed columns. Raises KeyError for a table that does not exist."""
        from zhengce.frames import frame

        return frame(table, self.tables[table])

    def why(self, table: str, row: Mapping[str, Any]) -> dict[str, Reason]:
        """What the fields of a row of `table` rest on, `row` for why there is a row at all; empty unless `extract` was asked to explain."""
        from zhengce.explanation import why

        return why(self, table, row)


def extract(content: bytes | str, source: str = "-", *, explain: bool = False) -> Extraction:
    """Read one document: an HTML page, markdown or plain text, in simplified or traditional script.

    `content` as bytes is decoded by what it looks like (UTF-8, GB18030, Big5 …); `source` names it, and its ids are made from that
    name. Nothing is written. Content that cannot be read raises nothing: its document row has status `rejected` and the table
    `findings` says why. With `explain` the extraction's `why` says of each row which rule made it.
    """
    from contextlib import nullcontext

    from extractors.explain import reasons
    from pipeline.process import process
    from pipeline.tables import tables_of

    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    with reasons() if explain else nullcontext(()) as found:
        result = process(data, source)
    return Extraction(result.text, tables_of([result]), tuple(found))


def use_lexicon(path: Path | str) -> None:
    """Add the words of a TOML file to the lexicons of this process; call it before the first `extract`.

    Raises AdditionsError (a ValueError) when the file cannot be used, naming what to change, and RuntimeError when a document has been
    read already.
    """
    from pathlib import Path

    from extractors.additions import read_additions, use

    use(read_additions(Path(path)))


def load(output: Path | str) -> dict[str, pd.DataFrame]:
    """The tables that a run published in the folder `output`, as pandas data frames by name; FileNotFoundError when there are none."""
    from zhengce import frames

    return frames.load(output)
