"""What is missing or wrong in a plan, asked one question at a time."""
