"""What a quantity counts: the phrase at its number, or the one a list, a heading or an earlier clause lends it."""
