"""What every process of the program begins with, workers too."""

import gc
import sys


def collect_seldom() -> None:
    """Look for cycles seldom: plans make many objects and hardly any cycle."""
    gc.set_threshold(1_000_000, 50, 50)


def speak_utf8() -> None:
    """Vietnamese letters on any console: old Windows code pages and LC_ALL=C lack them."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def become_worker() -> None:
    """In a program made of one folder its workers are itself, started with words of their own."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
