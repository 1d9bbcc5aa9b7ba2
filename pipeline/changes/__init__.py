"""What is new in an output folder since the run before."""

from pipeline.changes.pairing import Change
from pipeline.changes.since import Earlier, changes_since, earlier_tables

__all__ = ["Change", "Earlier", "changes_since", "earlier_tables"]
