"""How a deadline stands in a clause and how it holds the clauses that it governs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum

from extractors.records import DeadlineFrom


class Hold(IntEnum):
    """How a deadline holds a clause; the looser the hold, the more the clause must say itself to be a target."""

    GOAL = 0
    """In a statement of goals."""
    INNER = 1
    """The clause that the deadline stands inside: `各市应于六月底前印发办法`."""
    FIRST = 2
    """The clause that the deadline opens, or the first one after a deadline that stands alone."""
    LATER = 3
    """A later clause of the sentence that the deadline opens."""
    LOOSE = 4
    """A later clause of a sentence in which the deadline stands inside an earlier clause."""
    WORK = 5
    """In a sentence that tells what is to be worked on for a length of time, `今后五年，要发展…，形成…`: what the work comes to."""
    NUMBERS = 6
    """Only the quantities of the clause."""


class Shape(Enum):
    """How a deadline stands in its clause."""

    ALONE = "the clause is nothing else"
    OPENING = "the clause begins with it"
    INNER = "it stands inside or at the end"
    NOTE = "it stands in brackets at the end, and dates its own clause only"
    VALIDITY = "it ends a period of validity, or is a note about the task"


@dataclass(frozen=True, slots=True)
class Rule:
    """What governs one clause: a deadline (index), where that stands, and how it holds.

    `strive`: 力争 stands before the deadline and reaches every clause it governs. `section`: where a rule for the rest of a
    paragraph was made. `phase`: the deadline is a phase of work, whose one-off acts are due at its end. `opened`: only the place of
    the deadline at the head of its paragraph says that goals are stated there, no heading and no announcement. `vision`: it dates a
    vision of the far future, which tells of no work.
    """

    deadline: int
    origin: DeadlineFrom
    hold: Hold
    strive: bool = False
    section: int | None = None
    phase: bool = False
    opened: bool = False
    vision: bool = False
