"""What can end a command: one sentence for the user, and the exit status that goes with it."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit statuses of every command."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    FAULT = 3
    INTERRUPTED = 130


class KehoachError(Exception):
    """Something the user can put right, told in one Vietnamese sentence.

    `status` is the exit status that the command ends with; `found`: what a file had given until
    then, for a summary of many.
    """

    def __init__(self, message: str, status: Exit = Exit.USAGE, found: object = None) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.found = found


class TakenError(KehoachError):
    """Something stands where a new file was to be."""
