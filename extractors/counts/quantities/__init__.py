"""Numbers with their units and bound words."""
