"""Tables as pandas data frames, with the types that the schema gives their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.tables.model import Table
from pipeline.tables.schema import TABLES

#: Schema type → pandas type; all of them have a null. Dates are read as days, quantities as floats (the CSV and `Extraction` are exact).
_TYPES = {"string": "string", "integer": "Int64", "number": "Float64", "date": "datetime64[s]"}


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The rows of the table `name` as a data frame with every column of the table, in its order."""
    table = TABLES[name]
    columns = [column.name for column in table.columns]
    return _typed(pd.DataFrame(list(rows), columns=columns, dtype=object), table)


def load(output: Path | str) -> dict[str, pd.DataFrame]:
    """Every table that a run published in the folder `output`, by name.

    Raises FileNotFoundError when there are none.
    """
    folder = Path(output) / "tables"
    paths = sorted(folder.glob("*.csv"))
    if not paths:
        raise FileNotFoundError(f"no tables in {folder}: is {output} the output folder of a run?")
    return {path.stem: _typed(pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""]), TABLES[path.stem]) for path in paths}


def _typed(data: pd.DataFrame, table: Table) -> pd.DataFrame:
    types: dict[str, Any] = {column.name: _TYPES[column.type] for column in table.columns if column.name in data}
    for name, kind in types.items():
        if kind == "datetime64[s]":
            data[name] = pd.to_datetime(data[name], format="ISO8601").astype(kind)
        elif kind == "string":
            data[name] = data[name].astype("string")
        else:
            data[name] = pd.to_numeric(data[name].map(float, na_action="ignore")).astype(kind)
    return data
