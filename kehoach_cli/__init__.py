"""kehoach: Vietnamese government plans from YAML to a Word file that may be signed."""

__version__ = "0.1.0"
