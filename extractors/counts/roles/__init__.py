"""The part a quantity plays: target, achieved, change, structure, other."""
