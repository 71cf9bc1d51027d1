"""The codebook on the screen: what each theme finds, and changing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from threading import RLock
from typing import Any

from kwalevaluatie.errors import CodebookError, KwalError, hint
from kwalevaluatie.formats.codebook_editing import LISTS, REGISTERS, TEXTS
from kwalevaluatie.model import VALENCES, Code, Pattern
from kwalevaluatie.workbench.bench import Bench
from kwalevaluatie.workbench.codebook_home import Home, home_of, keep
from kwalevaluatie.workbench.progress import followed
from kwalevaluatie.workbench.reading import code_shown

SHOWN = 60
RESIDENT = "inwonertaal"
Given = Mapping[str, Any]
Shown = dict[str, Any]
_one_at_a_time = RLock()


def codebook(bench: Bench, given: Given) -> Shown:
    """Every theme with how many people, codings and open suggestions it has."""
    people, codings = _coded(bench)
    open_ = _open(bench)
    return {
        "themes": [
            {
                "id": code.id, "label": code.label, "parent": code.parent, "origin": code.origin,
                "patterns": len(code.patterns), "people": len(people.get(code.id, ())),
                "codings": codings[code.id], "suggestions": open_[code.id],
            }
            for code in bench.project.codebook.active
        ],
        "frozen": len(bench.project.store.names()),
    }  # fmt: skip


def _coded(bench: Bench) -> tuple[dict[str, set[str]], Counter[str]]:
    """Who is coded with each theme, and how often it is coded."""
    spoken = {
        (person.transcript, person.speaker): person.id
        for person in bench.project.respondents
        if person.usable
    }
    people: dict[str, set[str]] = {}
    codings: Counter[str] = Counter()
    for name in bench.project.store.names():
        for coding in bench.state.codings(name):
            codings[coding.code] += 1
            speaker = bench.state.transcripts[name].turns[coding.span.turn].speaker
            who = spoken.get((name, None)) or spoken.get((name, speaker))
            people.setdefault(coding.code, set()).update({who} - {None})  # type: ignore[arg-type]
    return people, codings


def _open(bench: Bench) -> Counter[str]:
    if bench.state.blind:
        return Counter()
    found = bench.project.store.suggestions()
    return Counter(one.code for one in found if bench.status(one) == "nieuw")


def theme(bench: Bench, given: Given) -> Shown:
    """One theme with all that can be changed in it, and the file that holds it.

    `patterns` are those of that file, `inherited` those of a codebook that it extends;
    `stamp` goes along when it is saved.
    """
    code = _theme(bench, given)
    home = home_of(bench.project, code.id)
    own = [_pattern(one) for one in (home.own or {}).get("patterns", ())]
    return {
        **code_shown(code),
        "counter_examples": list(code.counter_examples),
        "patterns": [_shown(pattern) for pattern in own],
        "inherited": [_shown(one) for one in code.patterns if one not in own],
        "file": home.path.name,
        "is_own": home.own is not None,
        "exists": home.path.exists(),
        "origin": code.origin,
        "stamp": home.stamp,
        "registers": REGISTERS,
        "valences": VALENCES,
    }


def try_patterns(bench: Bench, given: Given) -> Shown:
    """What patterns find in all conversations, before they are saved.

    Per pattern of `patterns` its `problem` (what, at which character) or how many places and
    conversations; of pattern number `at` the places themselves; and what the theme as a whole
    would gain and lose.
    """
    from kwalevaluatie.workbench.pattern_hits import hits, problem_of, spoken

    code = _theme(bench, given)
    wanted = _patterns(given)
    problems = [problem_of(one.text) for one in wanted]
    good = [one for one, problem in zip(wanted, problems, strict=True) if problem is None]
    said, protected = spoken(bench.project), bench.project.codebook.protected_words
    home = home_of(bench.project, code.id)
    own = {_pattern(one) for one in (home.own or {}).get("patterns", ())}
    kept = [pattern for pattern in code.patterns if pattern not in own]
    old, new = hits(said, code.patterns, protected), hits(said, [*good, *kept], protected)
    number = {at: n for n, at in enumerate(a for a, p in enumerate(problems) if p is None)}
    rows = [
        {"problem": problem} if problem else {"problem": None, **new.of(number[at]).counted()}
        for at, problem in enumerate(problems)
    ]
    chosen = number.get(given["at"]) if isinstance(given.get("at"), int) else None
    gained, lost = new.apart_from(old), old.apart_from(new)
    return {
        "patterns": rows,
        "hits": [] if chosen is None else new.of(chosen).shown(SHOWN),
        "gained": {**gained.counted(), "hits": gained.shown(SHOWN)},
        "lost": {**lost.counted(), "hits": lost.shown(SHOWN)},
        "total": new.counted(),
    }


def save_theme(bench: Bench, given: Given) -> Shown:
    """Keep a changed theme in the evaluation's own codebook, as a new version of it.

    A theme of the library is extended there, once the screen says so (`extend`).
    """
    with _one_at_a_time:
        code = _theme(bench, given)
        home = home_of(bench.project, code.id)
        changed = _changed(code, home, given)
        if not changed:
            raise CodebookError("er is niets veranderd", todo="Verander eerst iets.")
        _keep(bench, code.id, home, changed, given, str(given.get("stamp", "")))
    return _saved(bench, given)


def add_example(bench: Bench, given: Given) -> Shown:
    """Add a sentence to the examples of a theme."""
    with _one_at_a_time:
        code, text = _theme(bench, given), _words(given)
        if text in code.examples:
            raise CodebookError("dit voorbeeld staat er al", todo="Kies andere woorden.")
        home = home_of(bench.project, code.id)
        _keep(bench, code.id, home, {"examples": [*code.examples, text]}, given, home.stamp)
    return _saved(bench, given)


def add_pattern(bench: Bench, given: Given) -> Shown:
    """Add a pattern to a theme, in the words of residents unless another register is given."""
    with _one_at_a_time:
        code, text = _theme(bench, given), _words(given)
        register = str(given.get("register") or RESIDENT)
        home = home_of(bench.project, code.id)
        if any((one.text, one.register) == (text, register) for one in code.patterns):
            raise CodebookError("dit patroon staat er al", todo="Kies andere woorden.")
        own = list((home.own or {}).get("patterns", ()))
        new = {"text": text, "register": register, "valence": None}
        _keep(bench, code.id, home, {"patterns": [*own, new]}, given, home.stamp)
    return _saved(bench, given)


def renew_suggestions(bench: Bench, given: Given) -> Shown:
    """Propose codings again, with the codebook as it is now."""
    with followed(bench.project):
        found = bench.project.suggest()
    return {"suggestions": len(found), "open": int((found["status"] == "nieuw").sum())}


# what is asked


def _theme(bench: Bench, given: Given) -> Code:
    name, known = str(given.get("id", "")), bench.project.codebook.by_id
    if name not in known:
        raise KwalError(f"thema “{name}” bestaat niet", todo=hint(name, known))
    return known[name]


def _words(given: Given) -> str:
    words = " ".join(str(given.get("text", "")).split())
    if not words:
        raise CodebookError("er zijn geen woorden", todo="Selecteer eerst woorden.")
    return words


def _patterns(given: Given) -> list[Pattern]:
    rows = given.get("patterns")
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise CodebookError("deze patronen zijn niet te lezen", todo="Ververs de pagina.")
    return [_pattern(row) for row in rows]


def _pattern(row: Mapping[str, Any]) -> Pattern:
    register: Any = row.get("register") or RESIDENT
    return Pattern(str(row.get("text", "")), register, row.get("valence") or None)


def _shown(pattern: Pattern) -> Shown:
    return {"text": pattern.text, "register": pattern.register, "valence": pattern.valence}


def _changed(code: Code, home: Home, given: Given) -> Shown:
    """What is another than it was; what was taken over from a library stays taken over."""
    changed: Shown = {}
    for key in TEXTS:
        if key in given and (said := str(given[key]).strip()) != getattr(code, key):
            changed[key] = said
    for key in LISTS:
        lines = [one for line in given.get(key, ()) if (one := str(line).strip())]
        if key in given and lines != list(getattr(code, key)):
            changed[key] = lines
    if "patterns" in given:
        wanted = [_shown(one) for one in _patterns(given) if one.text.strip()]
        if wanted != list((home.own or {}).get("patterns", ())):
            changed["patterns"] = wanted
    return changed


def _keep(bench: Bench, theme: str, home: Home, changed: Shown, given: Given, seen: str) -> None:
    if home.own is None and given.get("extend") is not True:
        raise CodebookError(
            f"thema “{theme}” hoort bij een codeboek van de bibliotheek, en dat verandert niet",
            todo=f"Kies dat uw wijziging in het eigen codeboek {home.path.name} komt.",
        )
    if any(key in changed and not changed[key] for key in TEXTS):
        raise CodebookError("een thema heeft een naam en een definitie nodig", todo="Vul die in.")
    keep(bench.project, home, theme, changed, seen)


def _saved(bench: Bench, given: Given) -> Shown:
    codes = [code_shown(code) for code in bench.project.codebook.active]
    return {"theme": theme(bench, given), "codes": codes}
