"""Targets: which clauses are one, when they are due, how firmly they are meant."""
