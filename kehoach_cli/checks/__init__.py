"""What may be wrong with a plan."""
