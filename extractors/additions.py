"""A user's own words, added to the extractors' lexicons before these are read.

    measure_words = ["方阵"]                  # 3方阵
    agencies = ["县大数据专班"]
    agency_endings = ["指挥部"]
    set_phrases = ["五大会战"]                # its number counts nothing
    words = ["低空物流"]                      # one word, a noun
    [bound_words.before]
    ge = ["不下于"]
    [item_synonyms]
    "GVA" = "生产总值"                        # one term in the comparison, inside longer indicators too
    [indicators]
    "智慧岛营收" = "数据岛营业收入"           # a whole indicator as written = the name it is compared under

The lexicons are read once a process, so additions are given to a process before it reads its first document.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: The sides of a number a bound word may stand on, and what it may say.
_SIDES = {"before": ("ge", "gt", "le", "lt", "approx"), "after": ("ge", "le", "approx")}
_LISTS = ("measure_words", "units", "agencies", "agency_endings", "set_phrases", "words")
_TABLES = ("bound_words", "item_synonyms", "indicators")
KEYS = (*_LISTS, *_TABLES)

Words = tuple[str, ...]


class AdditionsError(ValueError):
    """A user's lexicon that cannot be used; the message names the file and what to change."""


@dataclass(frozen=True, slots=True)
class Additions:
    """What a user adds. Hashable and small: it goes to every worker process.

    `bound_words` are triples (side, comparator, word); `item_synonyms` and `indicators` pairs (as written, the name it is compared
    under), of terms and of whole indicators.
    """

    measure_words: Words = ()
    units: Words = ()
    agencies: Words = ()
    agency_endings: Words = ()
    set_phrases: Words = ()
    words: Words = ()
    bound_words: tuple[tuple[str, str, str], ...] = ()
    item_synonyms: tuple[tuple[str, str], ...] = ()
    indicators: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Process:
    """The additions of this process; `read` once a lexicon has been read with them, after which they cannot change."""

    additions: Additions = field(default_factory=Additions)
    read: bool = False


_process = _Process()


def read_additions(path: Path) -> Additions:
    """The additions in the TOML file `path`.

    Raises AdditionsError when it cannot be opened, is not TOML, has an unknown key (the message lists the known ones) or a value of the
    wrong kind.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise AdditionsError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise AdditionsError(f"{path} is not TOML in UTF-8: {error}.") from error
    _known(path, "", data, KEYS)
    lists = {name: _words(path, name, data[name]) for name in _LISTS if name in data}
    synonyms, indicators = _names(path, data, "item_synonyms"), _names(path, data, "indicators")
    return Additions(**lists, bound_words=_bound_words(path, data), item_synonyms=synonyms, indicators=indicators)


def use(additions: Additions) -> None:
    """Read every lexicon of this process with `additions`.

    Raises RuntimeError when lexicons have been read with others: their patterns are made already.
    """
    if not usable(additions):
        raise RuntimeError("the lexicons have been read in this process without these additions; give them before the first document is read")
    _process.additions = additions


def usable(additions: Additions) -> bool:
    """Whether this process can read documents with `additions`."""
    return additions == _process.additions or not _process.read


def in_use() -> Additions:
    """The additions of this process; from now on they cannot change."""
    _process.read = True
    return _process.additions


def load(path: Path) -> dict[str, Any]:
    """The lexicon file `path` with the user's words in it. Raises OSError when it is missing, TOMLDecodeError when it is not TOML."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    add = _ADDED.get(f"{path.parent.name}/{path.stem}")
    if add is not None:
        add(data, in_use())
    return data


def _add_units(data: dict[str, Any], additions: Additions) -> None:
    data["classifiers"] += _more(additions.measure_words)
    data["measures"] += _more(additions.units)
    data["spelled_measures"] += _more(additions.units)


def _add_bounds(data: dict[str, Any], additions: Additions) -> None:
    for side, comparator, word in additions.bound_words:
        data[side][comparator] += f" {word}"


def _add_phrases(data: dict[str, Any], additions: Additions) -> None:
    data["phrases"] += _more(additions.set_phrases)


def _add_agencies(data: dict[str, Any], additions: Additions) -> None:
    data["names"]["ends"] += [*additions.agencies, *additions.agency_endings]


def _more(words: Words) -> str:
    return "".join(f" {word}" for word in words)


_ADDED: dict[str, Callable[[dict[str, Any], Additions], None]] = {
    "counts/units": _add_units,
    "counts/bounds": _add_bounds,
    "counts/exclusions": _add_phrases,
    "agencies/agencies": _add_agencies,
}


def _known(path: Path, table: str, data: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    unknown = [key for key in data if key not in keys]
    if unknown:
        place = f" in [{table}]" if table else ""
        listed = ", ".join(unknown)
        raise AdditionsError(f"{path}: unknown {'key' if len(unknown) == 1 else 'keys'} {listed}{place}. Known are: {', '.join(keys)}.")


def _words(path: Path, name: str, value: Any) -> Words:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise AdditionsError(f'{path}: {name} must be a list of words, such as {name} = ["…", "…"].')
    if spaced := [word for word in value if word.split() != [word]]:
        raise AdditionsError(f"{path}: {name} holds a word with white space in it: {spaced[0]!r}. Write each word by itself.")
    return tuple(value)


def _table(path: Path, data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = data.get(name, {})
    if not isinstance(value, dict):
        raise AdditionsError(f"{path}: {name} must be a table: write [{name}] and its entries below.")
    return value


def _bound_words(path: Path, data: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    sides = _table(path, data, "bound_words")
    _known(path, "bound_words", sides, tuple(_SIDES))
    found = []
    for side in sides:
        name = f"bound_words.{side}"
        listed = _table(path, {name: sides[side]}, name)
        _known(path, name, listed, _SIDES[side])
        found += [(side, comparator, word) for comparator in listed for word in _words(path, f"{name}.{comparator}", listed[comparator])]
    return tuple(found)


def _names(path: Path, data: Mapping[str, Any], key: str) -> tuple[tuple[str, str], ...]:
    table = _table(path, data, key)
    for written, name in table.items():
        if not written.strip() or not isinstance(name, str) or not name.strip():
            raise AdditionsError(f'{path}: {key}.{written} must name one indicator, such as "GDP" = "生产总值".')
    return tuple(table.items())
