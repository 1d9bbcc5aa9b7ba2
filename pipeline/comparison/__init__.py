"""The cross-document view: what each policy sets for each indicator, and where documents disagree."""
