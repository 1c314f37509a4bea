"""What the makers of kehoach run beside it; nothing of it is installed."""
