"""The commands: the only layer that reads files, prints and exits."""
