"""The dictionary form of a Dutch word, also of a word that no dictionary has.

Most words are in simplemma's table. Around it stand what the table lacks or has wrong: verbs
that change their vowel, separable verbs, small words of speech, and compounds, which inflect
as their last part does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kwalevaluatie.suggest.irregular import (
    EXACT,
    FIXED_DIMINUTIVES,
    NO_PAST,
    NOT_INFLECTED,
    STEMS_OF_VERBS,
    strong_verbs,
)

VOWELS = "aeiouy"
LONG_PART = 6
LONGEST = 60
PREFIXES = ("be", "ge", "ver", "ont", "her", "er", "mis", "over", "onder", "voor", "door", "om")
PARTICLES = tuple(
    """
    aan achter achterna af bij binnen boven buiten deel dicht dood door fijn gelijk goed heen
    in kennis klaar kwijt langs leeg les los mede mee mis na nat neer om omhoog omlaag onder
    op open over plaats rond samen schoon schuil stand stil stop tegemoet tegen tekort teleur
    terecht terug thuis toe tussen uit vast veilig verder vol voor voorbij voort vooruit vrij
    waar weer weg wijs ziek zwart
    """.split()
)
_ADJECTIVES = (
    "aal achtig arm baar eel end gericht gezind gevoelig ief ieus ig isch lijk loos matig rijk vol "
    "vrij waardig vaardig zaam".split()
)
_UNCHANGING = ("ss", "us", "is", "as", "os", "ens", "ings", "ijks", "aars", "loos")


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """The dictionary form of a lower-case word, or the word itself when it is not known."""
    if len(word) < 2:
        return word
    return (
        EXACT.get(word)
        or _strong(word)
        or _diminutive(word)
        or _present_participle(word)
        or _people(word)
        or _infinitive(word)
        or _inflected_participle(word)
        or _listed(word)
        or _hyphenated(word)
        or _separable(word)
        or _adjective(word)
        or compound_lemma(word)
        or _weak(word)
        or _plural(word)
        or word
    )


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    table: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary("nl")
    return table


def entry(word: str) -> str | None:
    """What simplemma's table has for a form; separable verbs stand there as `aan_vragen`."""
    return _table().get(word)


def is_base(word: str) -> bool:
    """Whether the table has this word as a dictionary form."""
    return _joined(word) == word


@lru_cache(maxsize=50_000)
def is_verb(word: str) -> bool:
    """Whether this is an infinitive that other forms in the tables come from."""
    if not word.endswith("n"):
        return False
    raw = word.removesuffix("n").removesuffix("e")
    stems = {raw, *singulars(raw)}
    forms = (form for stem in stems for form in (stem + "t", stem, f"ge{stem}d", f"ge{stem}t"))
    return word in _infinitives() or any(_joined(form) == word for form in forms)


def _joined(word: str) -> str:
    return (entry(word) or "").replace("_", "")


def _listed(word: str) -> str | None:
    """The table's lemma; one that belongs to another word or another sex is left out."""
    particle, mark, verb = (entry(word) or "").lower().partition("_")
    if particle == word + "n":
        return _without_e(word)
    if mark:
        particle, verb = (particle, verb) if word.startswith(particle) else ("", verb)
        return particle + verb if particle in ("", *PARTICLES) else None
    return word if _says_too_much(word, particle) else particle or None


def _without_e(word: str) -> str:
    """What the table takes for a wish of old: heilige → heilig, not heiligen; boete, not boeten."""
    if len(word) < 4 or word.endswith(("tte", "dde")):
        return word + "n"
    bases = (base for base in singulars(word[:-1]) if entry(base))
    return word if inflects(word) else lemma(next(bases, word + "n"))


def _says_too_much(word: str, listed: str) -> bool:
    """Whether the table makes a verb of a noun, or a woman of anybody: steun, werkgever."""
    if len(listed) < len(word) or listed == word or word in STEMS_OF_VERBS:
        return False
    if listed.endswith(("ster", "trice", "in", "e", "ën")):
        return word[-1] not in "nes"
    return listed in infinitives(word) and inflects(word)


def inflects(word: str) -> bool:
    """Whether the table knows a plural or another inflection of this noun or adjective."""
    endings = (word + "s", word + "'s", word + "en", word + "e", *infinitives(word))
    shorter = (form.removesuffix("n") for form in infinitives(word))
    return any(entry(form) == word for form in (*endings, *shorter))


def singulars(open_stem: str) -> Iterator[str]:
    """Spellings of what stood before -en or -e: vrag → vraag, stapp → stap, briev → brief."""
    if len(open_stem) < 2:
        return
    before, last = open_stem[-2], open_stem[-1]
    hard = open_stem[:-1] + {"v": "f", "z": "s"}.get(last, last)
    if before == last and last not in VOWELS:
        yield open_stem[:-1]
    elif before in "aeou" and last not in VOWELS and open_stem[-3:-2] not in tuple(VOWELS):
        yield hard[:-1] + before + hard[-1]
    yield hard
    if hard != open_stem:
        yield open_stem


def infinitives(stem: str) -> Iterator[str]:
    """Spellings of an infinitive with this stem: maak → maken, stap → stappen, leef → leven."""
    soft = {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
    if len(stem) > 2 and stem[-2] == stem[-3] and stem[-2] in "aeou":
        yield from {f"{stem[:-2]}{stem[-1]}en": 0, f"{stem[:-2]}{soft}en": 0}
    elif stem[-1] not in VOWELS and stem[-2:-1] in tuple("aeiou"):
        yield stem + stem[-1] + "en"
    yield from {stem + "en": 0, stem[:-1] + soft + "en": 0}
    yield stem + "n"


@lru_cache(maxsize=1)
def _infinitives() -> frozenset[str]:
    return frozenset(verb for verb, _ in _strong_forms().values())


@lru_cache(maxsize=1)
def _strong_forms() -> Mapping[str, tuple[str, bool]]:
    return {form: (verb, participle) for form, verb, participle in strong_verbs()}


def _strong(word: str) -> str | None:
    """A verb that changes its vowel, with what stands before it: ervoer, meegenomen."""
    forms = _strong_forms()
    if word in forms:
        return forms[word][0]
    if word in NO_PAST or is_base(word) or any(map(is_base, _noun_of(word))):
        return None
    for particle, rest in _apart(word):
        if particle and rest in forms:
            return particle + forms[rest][0]
        for prefix in PREFIXES:
            if rest.startswith(prefix) and (verb := _prefixed(rest, prefix)):
                return particle + verb
    return None


def _prefixed(word: str, prefix: str) -> str | None:
    """A strong verb with be-, ver-, ont- …, in the past tense or as a participle without ge-."""
    forms, rest = _strong_forms(), word.removeprefix(prefix)
    verb, participle = forms.get(rest) or forms.get("ge" + rest, ("", False))
    known = verb and is_base(prefix + verb) and (rest in forms) is not participle
    return prefix + verb if known else None


def _apart(word: str) -> Iterator[tuple[str, str]]:
    """A word as (particle, rest): first as a whole, then with each particle it starts with."""
    yield "", word
    for particle in PARTICLES:
        if word.startswith(particle) and len(word) > len(particle) + 2:
            yield particle, word[len(particle) :]


def _noun_of(word: str) -> Iterator[str]:
    if word.endswith("en"):
        yield word[:-1]
        yield from singulars(word[:-2])


def _diminutive(word: str) -> str | None:
    """The noun that a small one comes from: gesprekjes → gesprek, mannetje → man."""
    small = word.removesuffix("s")
    if not small.endswith("je") or len(small) < 5:
        return None
    if small in FIXED_DIMINUTIVES or small in EXACT:
        return EXACT.get(small, small)
    known = (noun for noun in _bases(small) if is_noun(noun))
    return next(known, None) or next((noun for noun in _bases(small) if _cut(noun)), None)


def _bases(small: str) -> Iterator[str]:
    stem = small.removesuffix("je")
    if stem.endswith("et") and stem[-4:-3] == stem[-3:-2]:
        yield stem[:-3]
    yield stem
    if stem.endswith("nget"):
        yield stem[:-2]
    if stem.endswith("ink"):
        yield stem[:-1] + "g"
    if stem.endswith("mp"):
        yield stem[:-1]
    if stem.endswith("t") and not _short_vowel(stem[:-1]):
        short = stem[:-1].removesuffix("'")
        yield from (short, short[:-1] if short[-2:] in ("aa", "ee", "oo", "uu") else short)


def _short_vowel(letters: str) -> bool:
    """Whether a word's last letters, before a t, are one vowel alone: pot in potje."""
    return letters[-1:] in tuple("aeiou") and letters[-2:-1] not in tuple("aeiou")


def is_noun(word: str) -> bool:
    """Whether the table has this as the dictionary form of a noun (or an adjective)."""
    return len(word) > 1 and (is_base(word) or inflects(word))


def _infinitive(word: str) -> str | None:
    """A verb with something before it is no plural: uitvallen, not uitval."""
    starts = [word.removeprefix(start) for start in (*PARTICLES, *PREFIXES)]
    rests = (rest for rest in starts if len(rest) > 3 and rest != word)
    return word if word.endswith("en") and any(map(is_verb, rests)) and is_verb(word) else None


def _inflected_participle(word: str) -> str | None:
    """The verb of a participle in -eerde: gewaardeerde, gemotiveerde."""
    bare = word[:-1]
    return lemma(bare) if word.startswith("ge") and bare.endswith("eerd") and entry(bare) else None


def _present_participle(word: str) -> str | None:
    """An adjective made of a verb: passende → passend, bestaande → bestaand."""
    bare = word.removesuffix("e")
    return bare if bare.endswith("nd") and is_verb(bare[:-1]) else None


def _people(word: str) -> str | None:
    """People named by an adjective: deskundigen → deskundige, alleenstaanden → alleenstaande."""
    if word.endswith("gerechtigden"):
        return word[:-1]
    if not word.endswith(("nden", "igen", "lozen", "enen")) or is_verb(word):
        return None
    bare = word[:-2]
    if bare.endswith("nd"):
        return word[:-1] if is_verb(bare[:-1]) or word[:-1] in EXACT else None
    if bare.endswith("loz") or word[:-1] in EXACT:
        return word[:-1]
    adjective = entry(bare) is not None and (
        bare in _strong_forms() or (bare.endswith("ig") and not bare.endswith(("uig", "eig")))
    )
    return word[:-1] if adjective else None


def _hyphenated(word: str) -> str | None:
    """What is written with a stroke inflects as its last part: e-mails → e-mail."""
    before, stroke, last = word.rpartition("-")
    return f"{before}-{lemma(last)}" if stroke and len(last) > 1 else None


def _separable(word: str) -> str | None:
    """A verb with a loose first part that is not in the table as one: meedenkt → meedenken."""
    for particle, rest in _apart(word):
        if particle and is_verb(verb := _strong(rest) or _listed(rest) or _weak(rest) or ""):
            return particle + verb if rest != verb or not is_base(rest) else word
    return None


def _weak(word: str) -> str | None:
    """A regular verb's participle: gecontroleerd, gematcht, omgeschold."""
    plain = word.removesuffix("e") if word.endswith(("de", "te")) else word
    for particle, rest in _apart(plain):
        if rest.startswith("ge") and rest[-1:] in ("d", "t") and len(rest) > 5:
            return particle + _infinitive_of(rest[2:])
    return None


def _infinitive_of(participle: str) -> str:
    """The infinitive of a regular participle without its ge-, whether it is known or not."""
    stem = participle[:-1].replace("ï", "i", 1) if participle[0] == "ï" else participle[:-1]
    stem = stem.replace("ë", "e", 1) if stem[0] == "ë" else stem
    options = [*infinitives(stem), *infinitives(stem + participle[-1])]
    return next((verb for verb in options if is_verb(verb)), _spelled(stem, participle[-1]))


def _spelled(stem: str, ending: str) -> str:
    """An infinitive that nobody knows yet; -nt, -rt and the like belong to the stem."""
    stem += ending if ending == "t" and stem[-1] not in "kfschpxe" else ""
    return stem + "n" if stem.endswith("e") else next(infinitives(stem))


def _adjective(word: str) -> str | None:
    """An inflected adjective by its ending: klantgerichter → klantgericht."""
    for ending in ("ere", "ste", "er", "st", "e"):
        if word.endswith(ending):
            for base in singulars(word.removesuffix(ending)):
                if base.endswith(tuple(_ADJECTIVES)) and not base.endswith(("ieg", "eig")):
                    return base
    return None


def _plural(word: str) -> str | None:
    """A plural of a word that is not in the table: caseloads → caseload."""
    for ending, singular in _PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + singular
    if word.endswith("s") and not word.endswith(_UNCHANGING) and word[-2] not in VOWELS:
        return word[:-1]
    return None


_PLURALS = (
    ("'s", ""), ("heden", "heid"), ("ieën", "ie"), ("eeën", "ee"), ("ingen", "ing"),
    ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ies", "ie"), ("teiten", "teit"),
    ("oren", "or"), ("eurs", "eur"),
)  # fmt: skip


def compound_lemma(word: str) -> str | None:
    """A compound inflects as its last part: uitkeringsaanvragen → uitkeringsaanvraag."""
    if len(word) > LONGEST:
        return None
    cut = _cut(word) or _likely_cut(word)
    return word[:cut] + _nominal(word[cut:]) if cut else None


def _likely_cut(word: str) -> int:
    """Where a long known last part begins, after what may be a loan word; 0 when nowhere."""
    places = range(4, len(word) - LONG_PART + 1)
    return next((place for place in places if entry(word[place:])), 0)


@lru_cache(maxsize=50_000)
def _cut(word: str) -> int:
    """Where the longest known last part begins, after what is a word too; 0 when nowhere."""
    for place in range(3, len(word) - 3):
        if entry(word[place:]) and _may_lead(word[:place]):
            return place
    return 0


def _may_lead(start: str) -> bool:
    """Whether this can be the first part of a compound, with its linking letters."""
    if entry(start):
        return True
    short = next((start[: -len(link)] for link in ("en", "s", "e") if start.endswith(link)), "")
    return len(short) > 2 and (is_base(short) or bool(_cut(short)))


def _nominal(head: str) -> str:
    """The lemma of a compound's last part, which is a noun or an adjective and no verb."""
    if small := _diminutive(head):
        return small
    if head in NOT_INFLECTED or (head in EXACT and not is_verb(EXACT[head])):
        return EXACT[head]
    listed = _listed(head) or head
    if not is_verb(listed):
        return listed
    bases = (base for base in _inflected_of(head) if len(base) > 2 and is_base(base))
    return next(bases, head)


def _inflected_of(head: str) -> Iterator[str]:
    if head.endswith("en"):
        yield from singulars(head[:-2])
        yield head[:-1]
    elif head.endswith("s"):
        yield head[:-1]
    elif head.endswith("e"):
        yield from singulars(head[:-1])
