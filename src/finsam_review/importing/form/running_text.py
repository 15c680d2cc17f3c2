"""Owns what can be read out of a letter: whatever it finds is a suggestion and carries a doubt with its
quote.
"""

from __future__ import annotations

import re
from datetime import date

from finsam_review.domain.intake import Block, TableBlock, Vocabulary
from finsam_review.importing.form.contacts import emails_in, is_own_address, persons_in, resembles
from finsam_review.importing.form.kinds import kinds_in
from finsam_review.importing.words.amounts import read_amounts
from finsam_review.importing.words.bodies import Body, find_bodies
from finsam_review.importing.words.finding import Found, doubt
from finsam_review.importing.words.labels import field_of
from finsam_review.importing.words.periods import read_period

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|\n")
_ASKS = re.compile(
    r"\b(?:sök(?:er|s)|ansök(?:er|s)|behöver|äskar|begär|kostar|kostnad\w*|budget\w*|belopp\w*|sökt\w*)\b",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:per|varje) (?:deltagare|person|plats|individ|styck|månad)|/(?:deltagare|person|plats)"
    r"|\b(?:beviljad\w*|fick|förra (?:året|gången)|tidigare|sökte|avsa(?:tt|tte)|går (?:själva )?in med"
    r"|bidrar)\b",
    re.IGNORECASE,
)
"""Words by which a sentence speaks of other money: a cost for each person, an earlier grant, an own share."""
_TOGETHER = re.compile(
    r"\b(?:tillsammans|samverkan|samarbete|ansöker|söker|ansökan från|vill)\b", re.IGNORECASE
)
_STARTS = re.compile(
    r"\b(?:börja\w*|start\w*|pågå\w*|genomför\w*|projekttid\w*|period\w*|under tiden|löper|bedrivs"
    r"|driv\w*)\b",
    re.IGNORECASE,
)
_ALL_YEAR = re.compile(r"hela (?:året|\d{4})|året ut|helår", re.IGNORECASE)
_JANUARY = re.compile(r"\b(?:jan(?:uari)?\.?|hela(?: året)?) (20[2-4]\d)", re.IGNORECASE)
_GREETING = re.compile(
    r"hälsning|hälsar|högaktningsfullt|underskrift|undertecknad|mvh|\bhej då\b", re.IGNORECASE
)
_CONTACT_IS = re.compile(r"\bkontaktperson\w*\s+(?:är|blir|för\s\w+\s+är)\s+([^\n]{3,200})", re.IGNORECASE)
_OWN_NAME = re.compile(r"samordningsförbund|\bfinsam\b|^till:", re.IGNORECASE)
_BESIDE_MAX = 250
_KIND_SAID = re.compile(r"\b(?:söker|ansök\w*|projektet|insatsen|är en|är ett|en|ett)\b", re.IGNORECASE)


class Letter:
    """The running text of a document, sentence by sentence, with its closing lines apart."""

    def __init__(self, blocks: tuple[Block, ...], vocabulary: Vocabulary) -> None:
        texts = [block.text for block in blocks if not isinstance(block, TableBlock)]
        self._vocabulary = vocabulary
        self._texts = texts
        self._sentences = [part.strip() for text in texts for part in _SENTENCE.split(text) if part.strip()]
        last = max(
            (place for place, text in enumerate(texts) if _GREETING.search(text) and len(text) < 80),
            default=None,
        )
        self._own = _own_domains(texts)
        self._closing = texts[last : last + 7] if last is not None else texts[-4:]

    def email(self, contact: str) -> Found[str] | None:
        """Return the address that seems to be the applicant's: in the closing lines, or like the contact's
        name.
        """
        options = [
            (address, text)
            for text in [*self._closing, *self._texts]
            for address, _ in emails_in(text)
            if not is_own_address(address) and address.partition("@")[2].casefold() not in self._own
        ]
        alike = [option for option in options if contact and resembles(option[0], contact)]
        distinct = {address.casefold() for address, _ in options}
        chosen = alike[0] if alike else options[0] if len(distinct) == 1 else None
        if chosen is None:
            return None
        return Found(chosen[0], chosen[1], doubts=(doubt("contact_email", "from_text", chosen[1]),))

    def contact(self) -> Found[str] | None:
        """Return the name that a sentence calls the contact person, else the one in the closing lines."""
        for sentence in self._sentences:
            named = _CONTACT_IS.search(sentence)
            names, certain = persons_in(named[1], self._vocabulary) if named else ([], False)
            if certain:
                return Found(names[0], sentence, doubts=(doubt("contact_name", "from_text", sentence),))
        for text in self._closing:
            for line in text.split("\n"):
                names, certain = persons_in(line, self._vocabulary)
                if certain and names and len(text) < 300:
                    return Found(names[0], text, doubts=(doubt("contact_name", "from_text", text),))
        return None

    def applicant(self) -> Found[str] | None:
        """Return the organisation in the closing lines, else the first one that the text names."""
        for text in [*self._closing, *self._texts[:12]]:
            bodies = find_bodies(text, self._vocabulary)
            if bodies:
                return Found(bodies[0].name, text, doubts=(doubt("applicant", "from_text", text),))
        return None

    def organisations(self) -> Found[tuple[str, ...]] | None:
        """Return the organisations of the first sentence under a heading about them, else of the closing
        lines.
        """
        for place, text in enumerate(self._texts[:-1]):
            if field_of(text) == "parties" and len(text) < 80:
                found = self._named(_SENTENCE.split(self._texts[place + 1])[:1])
                if found:
                    return found
        for sentence in self._sentences[:30]:
            several = len({body.name for body in find_bodies(sentence, self._vocabulary)}) > 1
            if several and _TOGETHER.search(sentence) and len(sentence) < 400:
                return self._named([sentence])
        return self._named(self._closing)

    def period(self) -> Found[tuple[date | None, date | None]] | None:
        """Return the period of the first sentence that states a whole one."""
        for sentence in self._sentences:
            if not _STARTS.search(sentence) or len(sentence) > 300:
                continue
            january = _JANUARY.search(sentence)
            if january and _ALL_YEAR.search(sentence):
                year = int(january[1])
                return self._period(date(year, 1, 1), date(year, 12, 31), sentence)
            read = read_period(sentence)
            if read.start and read.end and not {"period_years", "period_computed"} & set(read.codes):
                return self._period(read.start, read.end, sentence)
        return None

    def amounts(self) -> Found[tuple[dict[int, int], int | None]] | None:
        """Return the amounts of the first sentence in which money is asked for."""
        for sentence in self._sentences:
            if not _ASKS.search(sentence) or _NOT_ASKED.search(sentence) or len(sentence) > 300:
                continue
            read = [
                amount
                for amount in read_amounts(sentence)
                if amount.unsure in {"", "amount_approximate"} and amount.value >= 10_000
            ]
            if not read:
                continue
            years = {amount.year: amount.value for amount in read if amount.year}
            totals = [amount.value for amount in read if not amount.year]
            if len(totals) > 1 or len(years) + len(totals) != len(read):
                return None
            doubts = [doubt("amounts", "from_text", sentence), doubt("amount_total", "from_text", sentence)]
            doubts.extend(doubt("amounts", amount.unsure, sentence) for amount in read if amount.unsure)
            return Found((years, totals[0] if totals else None), sentence, doubts=tuple(doubts))
        return None

    def kind(self) -> Found[str] | None:
        """Return the kind of measure when the text speaks of exactly one."""
        named: dict[str, str] = {}
        for sentence in self._sentences:
            if _KIND_SAID.search(sentence):
                for code in kinds_in(sentence, self._vocabulary)[0]:
                    named.setdefault(code, sentence)
        if len(named) != 1:
            return None
        code, sentence = next(iter(named.items()))
        return Found(code, sentence, doubts=(doubt("kind", "from_text", sentence),)) if code != "?" else None

    def _named(self, texts: list[str]) -> Found[tuple[str, ...]] | None:
        bodies: list[tuple[Body, str]] = [
            (body, text) for text in texts for body in find_bodies(text, self._vocabulary)
        ]
        if not bodies:
            return None
        names = tuple(dict.fromkeys(body.name for body, _ in bodies))
        said = bodies[0][1]
        return Found(names, said, doubts=(doubt("organisations", "from_text", said),))

    def _period(self, start: date, end: date, said: str) -> Found[tuple[date | None, date | None]]:
        doubts = (doubt("period_start", "from_text", said), doubt("period_end", "from_text", said))
        return Found((start, end), said, doubts=doubts)


def _own_domains(texts: list[str]) -> frozenset[str]:
    """Return the domains of the addresses beside the förbund's own name, or that a mail is sent to.

    Those are the förbund's: printed at the head of its form, or in the line *Till*.
    """
    return frozenset(
        address.partition("@")[2].casefold()
        for text in texts
        for line in (text.split("\n") if len(text) > _BESIDE_MAX else [text])
        if _OWN_NAME.search(line) and len(line) <= _BESIDE_MAX
        for address, _ in emails_in(line)
    )
