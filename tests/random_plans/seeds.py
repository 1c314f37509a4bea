"""What makes random plans the same whatever else is loaded."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants


@contextmanager
def by_numbers_alone() -> Iterator[None]:
    """Hypothesis draws from the constants of the code at hand too: a plan would change with any."""
    known = providers.CONSTANTS_CACHE.cache
    with patch.object(providers.HypothesisProvider, "_local_constants", Constants()):
        known.clear()
        yield
    known.clear()
