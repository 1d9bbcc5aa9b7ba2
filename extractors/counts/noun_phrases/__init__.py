"""Where a noun phrase before or after a number begins and ends."""
