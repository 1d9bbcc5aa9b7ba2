"""Policy instruments: their canonical titles, periods and places, and which of them a document is about or names."""

from pipeline.policies.period import period_of

__all__ = ["period_of"]
