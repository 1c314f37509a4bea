"""Lines → parts in parts, by the numbers that open them."""
