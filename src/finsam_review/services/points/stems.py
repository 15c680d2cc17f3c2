"""Owns which words of a Swedish note carry its meaning, reduced to their stems.

The lists hold fillers of Swedish in general and the short forms that officials of the four parties share, not
the topics of one day.
"""

import re
import threading
from functools import lru_cache

from finsam_review.domain.text import fold

_WORD = re.compile(r"\w+")
_KEPT_STEMS = 50_000
"""Words whose stem is remembered; 5,000 notes hold some 10,000 different ones."""

SHORT_FORMS = {
    "af": "arbetsförmedlingen",
    "ame": "arbetsmarknadsenhet",
    "amf": "arbetsmarknadsförvaltning",
    "fk": "försäkringskassan",
    "ggr": "gånger",
    "hsl": "hälso sjukvård",
    "ifo": "socialtjänst",
    "jfr": "jämfört",
    "jmf": "jämfört",
    "mån": "månader",
    "sjp": "sjukpenning",
    "soc": "socialtjänst",
    "utb": "utbildning",
    "vc": "vårdcentral",
}
"""Short forms written out, so that *FK* is *Försäkringskassan*; *IFO* and *soc* mean one body."""

_STOP_WORDS = """
alla allt att av blev bli blir blivit de dem den denna deras dess dessa det detta dig din dina ditt
du där då efter ej eller en er era ert ett från för ha hade han hans har henne hennes hon honom hur
här i icke ingen inom inte jag ju kan kunde man med mellan men mig min mina mitt mot mycket ni nu
när någon något några och om oss på samma sedan sig sin sina sitta själv skulle som så sådan sådana
sådant till under upp ut utan vad var vara varför varit varje vars vart vem vi vid vilka vilkas
vilken vilket vår våra vårt än är åt över
"""
"""Snowball's Swedish list."""

_SAID_BY_ALL = """
bara borde bra bör ev finns fint få får går gör göra göras hen in ist kommer måste ngn ngt nog o
också ok redan s ska skall ta väl även
"""
"""What many notes say besides and no note is about; *s* is the ending of *FK:s*."""

FILLERS = frozenset(_STOP_WORDS.split()) | frozenset(_SAID_BY_ALL.split())

_own = threading.local()
"""The stemmer of each thread: Snowball's holds the word it works on, so two threads can't share one."""


def content_stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words that carry the meaning of ``text``, each once, in alphabetical order.

    Short forms are written out and fillers left out; a text of nothing but fillers keeps them. Empty if
    the text has no word at all.
    """
    words = [word for found in _words(text) for word in SHORT_FORMS.get(found, found).split()]
    carrying = [word for word in words if word not in FILLERS] or words
    return tuple(sorted({_stem(word) or word for word in carrying}))


def stems_in_order(text: str) -> tuple[str, ...]:
    """Return the stem of every word of ``text``, fillers too, as they follow each other."""
    return tuple(_stem(word) for word in _words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


@lru_cache(maxsize=_KEPT_STEMS)
def _stem(word: str) -> str:
    if not hasattr(_own, "stemmer"):
        from snowballstemmer import stemmer  # Here, not above: the start must not wait for it.

        _own.stemmer = stemmer("swedish")
    return str(_own.stemmer.stemWord(word))
