"""Which strings of letters can be a Vietnamese syllable: onset, rhyme, tone.

Both placements of the tone mark in open oa, oe, uy are right (hòa, hoà).
"""

import unicodedata
from functools import lru_cache

from kehoach_cli.vietnamese.text import nfc

_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_STOPPED = ("\u0301", "\u0323")
"""The only tones before c, ch, p, t."""
_CONFUSED = {0x309: "\u0303", 0x303: "\u0309"}
"""Hỏi and ngã, which many speak alike."""
_FRONT = frozenset("ieêy")
_ONSETS_LIST = "b ch d đ h l m n nh p ph r s t th tr v x kh"
_ONSETS = frozenset(_ONSETS_LIST.split())
_BEFORE_FRONT = frozenset(("k", "gh", "ngh"))
_BEFORE_BACK = frozenset(("c", "g", "ng"))
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip
it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi
om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch
uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
"""
_ALONE_Y = frozenset(("y", "yêm", "yên", "yêng", "yêt", "yêu"))
_Y_AFTER = frozenset("hklmstv")
_AFTER_QU = """
a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê ên êt êu êch i
ich in it y ych yên yêt ynh yt ơ ơi ôc
"""
_AFTER_GI = frozenset(("êng", "êt"))
_I_AFTER_G_LIST = "i in it im ich iêng iêt"
_I_AFTER_G = frozenset(_I_AFTER_G_LIST.split())
_TWO_WAYS = frozenset(("oa", "oe", "uy"))
_MARKED = frozenset("ăâêôơ")
_VOWELS = frozenset("aăâeêioôơuưy")


def is_syllable(word: str) -> bool:
    """Whether small letters (composed) can be a syllable, in sound and in spelling."""
    plain, after_qu = _tables()
    for cut in range(4):
        onset, rhyme = word[:cut], word[cut:]
        if onset == "qu":
            if rhyme in after_qu:
                return True
        elif rhyme in plain and _stands(onset, plain[rhyme]):
            return True
    return False


def mended(word: str) -> str | None:
    """The syllable with its tone mark on the right letter, None where that does not help.

    hòan → hoàn, qúy → quý.
    """
    bare, tone = bare_of_tone(word)
    for cut in range(3, -1, -1):
        right = bare[:cut] + _toned(bare[cut:], tone) if bare[cut:] else ""
        if tone and right != word and is_syllable(right):
            return right
    return None


def with_other_tone(word: str) -> str:
    """A syllable in hỏi with ngã, or the other way round: phẫm → phẩm; another as it is."""
    return nfc(unicodedata.normalize("NFD", word).translate(_CONFUSED))


def lost_marks(word: str) -> bool:
    """Whether unmarked letters have a rhyme that Vietnamese only has with marks: truong, nghiep."""
    return not is_syllable(word) and any(
        word[cut:] in _bare_rhymes() and (word[:cut] == "q" or _fits(word[:cut], word[cut]))
        for cut in range(1, 4)
    )


def is_alphabet(word: str) -> bool:
    """Whether all letters of a word (small, composed) are Vietnamese or plain Latin ones."""
    allowed = {_composed(vowel, tone) for vowel in _VOWELS for tone in _TONES}
    return all(char in allowed or char == "đ" or char.isascii() for char in word)


def bare_of_tone(word: str) -> tuple[str, str]:
    """The word without tone marks, and its first tone mark."""
    parts = unicodedata.normalize("NFD", word)
    tone = next((char for char in parts if char in _TONES[1:]), "")
    return nfc("".join(char for char in parts if char not in _TONES[1:])), tone


def _fits(onset: str, first: str) -> bool:
    """Whether an onset is spelled so before a rhyme's first letter."""
    if first in _FRONT and onset in _BEFORE_FRONT:
        return True
    return onset in _ONSETS or (first not in _FRONT and onset in _BEFORE_BACK)


def _stands(onset: str, rhyme: str) -> bool:
    """Whether a rhyme (without tone) may follow an onset."""
    first = rhyme[0]
    if not onset:
        return first != "y" or rhyme in _ALONE_Y
    if onset == "gi":
        return first not in "iy" and (first != "ê" or rhyme in _AFTER_GI)
    if first == "y":
        return rhyme == "y" and onset in _Y_AFTER
    return _fits(onset, first) or (onset == "g" and rhyme in _I_AFTER_G)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """All rhymes with their tones, each with its bare form: after any onset, after qu."""
    return _rhymes_of(_RHYMES), _rhymes_of(_AFTER_QU)


def _rhymes_of(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for rhyme in text.split():
        at = _bearer(rhyme)
        tones = _STOPPED if rhyme[-1] in "cpt" or rhyme.endswith("ch") else _TONES
        for tone in tones:
            found[rhyme[:at] + _composed(rhyme[at], tone) + rhyme[at + 1 :]] = rhyme
            if rhyme in _TWO_WAYS:
                found[rhyme[0] + _composed(rhyme[1], tone)] = rhyme
    return found


@lru_cache(maxsize=128)
def _composed(letter: str, tone: str) -> str:
    return nfc(letter + tone)


def _toned(rhyme: str, tone: str) -> str:
    at = _bearer(rhyme)
    return rhyme[:at] + _composed(rhyme[at], tone) + rhyme[at + 1 :]


def _bearer(rhyme: str) -> int:
    """The index of the letter that bears the tone mark."""
    vowels = next((i for i, char in enumerate(rhyme) if char not in _VOWELS), len(rhyme))
    marked = [i for i, char in enumerate(rhyme[:vowels]) if char in _MARKED]
    if marked:
        return marked[-1]
    if vowels < len(rhyme):
        return vowels - 1
    return 1 if vowels == 3 else 0


@lru_cache(maxsize=1)
def _bare_rhymes() -> frozenset[str]:
    """The rhymes that no word has without marks, their letters bare: uong, iep, uyen."""
    marked = [rhyme for rhyme in _RHYMES.split() if any(char in "ăâêôơư" for char in rhyme)]
    bare = {"".join(unicodedata.normalize("NFD", char)[0] for char in rhyme) for rhyme in marked}
    return frozenset(rhyme for rhyme in bare if len(rhyme) > 2) - frozenset(_RHYMES.split())
