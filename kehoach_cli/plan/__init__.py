"""What a plan is: its fields, its typed model, its sums."""
