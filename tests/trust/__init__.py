"""What SECURITY.md promises, each promise by its test."""
