"""Files that kehoach itself printed → the plan: every paragraph says by its style what it is."""
