"""What annotations name, without importing `typing`: that is a fortieth of the time of `check`.

Type checkers see the names of `typing`; a running program only needs something in their places.
"""

from collections import namedtuple

TYPE_CHECKING = False
"""Type checkers take a name like this for true."""

if TYPE_CHECKING:
    from typing import (
        Any,
        AnyStr,
        BinaryIO,
        ClassVar,
        Literal,
        NamedTuple,
        Protocol,
        Self,
        TextIO,
        TypeVar,
        cast,
        dataclass_transform,
    )
else:

    class _Anything:
        """Stands for any type: subscribed, joined to others, called, or a base class."""

        def __getitem__(self, _):
            return self

        def __call__(self, *_, **__):
            return self

        def __or__(self, _):
            return self

        __ror__ = __or__

        def __mro_entries__(self, _):
            return ()

    class _Declared(type):
        """Makes a named tuple of a class that declares fields, as that of `typing` does."""

        def __new__(cls, name, bases, body):
            declared = super().__new__(cls, name, (), body)
            if not bases:
                return declared
            fields = declared.__annotations__
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=declared.__module__)
            for key, value in body.items():
                setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Declared):
        """What classes with fields are declared from."""

    def cast(_, value):
        return value

    def dataclass_transform(**_):
        return lambda declared: declared

    Any = AnyStr = BinaryIO = ClassVar = Literal = Protocol = Self = TextIO = TypeVar = _Anything()

__all__ = (
    "TYPE_CHECKING",
    "Any",
    "AnyStr",
    "BinaryIO",
    "ClassVar",
    "Literal",
    "NamedTuple",
    "Protocol",
    "Self",
    "TextIO",
    "TypeVar",
    "cast",
    "dataclass_transform",
)
