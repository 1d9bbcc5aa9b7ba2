"""What a person puts right in the tables, kept in a file that every run applies again."""

from pipeline.corrections.apply import Corrections, Outcome
from pipeline.corrections.read import NAME, Correction, CorrectionsError, read_corrections

__all__ = ["NAME", "Correction", "Corrections", "CorrectionsError", "Outcome", "read_corrections"]
