"""Tells who asks and who answers: by label, by the header, or else by how people talk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from kwalevaluatie.formats.transcripts.people import Person, is_person
from kwalevaluatie.formats.transcripts.turns import Utterance
from kwalevaluatie.formats.transcripts.words import INTERVIEWER, NO_ROLE, RESPONDENT, base
from kwalevaluatie.model.transcript import ReadNote, Role

_NUMBERED_RESPONDENT = frozenset({"p", "d"})
_COUNTERPARTS = {"i": "r", "r": "i", "v": "a", "a": "v"}


@dataclass(frozen=True, slots=True)
class Manner:
    """How someone talks: the share of turns with a question, of all words, and who begins."""

    questions: float
    words: float
    begins: bool

    @property
    def score(self) -> float:
        """How much this resembles an interviewer; higher is more."""
        return self.questions + 0.5 * (1 - self.words) + 0.25 * self.begins


def find_roles(
    turns: Sequence[Utterance], people: Sequence[Person]
) -> tuple[dict[str, Role], tuple[ReadNote, ...]]:
    """The role of every speaker, and a note where the rule had to guess."""
    labels = tuple(dict.fromkeys(turn.speaker for turn in turns))
    words = frozenset(map(base, labels))
    roles = {label: role for label in labels if (role := stated_role(label, words, people))}
    unknown = [label for label in labels if label not in roles]
    if not unknown:
        return roles, ()
    if len(labels) == 1 or "interviewer" in roles.values():
        return roles | dict.fromkeys(unknown, "respondent"), ()
    guessed, notes = guess(turns, unknown)
    return roles | guessed, notes


def stated_role(label: str, words: Set[str], people: Iterable[Person]) -> Role | None:
    """The role that the label itself or the header gives, if any, beside the other labels."""
    word = base(label)
    if {word, word.partition(" ")[0]} & NO_ROLE:
        return "onbekend"
    named = {person.role for person in people if is_person(label, person)}
    if len(named) == 1 and _COUNTERPARTS.get(word) not in words:
        return named.pop()
    if word in _NUMBERED_RESPONDENT and any(char.isdigit() for char in label):
        return "respondent"
    addition = label.partition("(")[2].rstrip(" )")
    return (None if _is_initial(word, words) else _role_of_word(word)) or _role_of_word(
        base(addition)
    )


def guess(
    turns: Sequence[Utterance], unknown: Sequence[str]
) -> tuple[dict[str, Role], tuple[ReadNote, ...]]:
    """The one who asks most, says least and begins is the interviewer; the others answer."""
    everyone = manners_of(turns)
    manners = {label: everyone[label] for label in unknown}
    first = max(unknown, key=lambda label: manners[label].score)
    if not _convincing(first, manners):
        message = "Niet te zien wie de vragen stelt; de rollen zijn onbekend."
        return dict.fromkeys(unknown, "onbekend"), (ReadNote("twijfel", message, turns[0].line),)
    message = f'Niet zeker wie de vragen stelt; "{first}" is als interviewer gelezen.'
    roles: dict[str, Role] = dict.fromkeys(unknown, "respondent")
    return roles | {first: "interviewer"}, (ReadNote("twijfel", message, turns[0].line),)


def manners_of(turns: Sequence[Utterance]) -> dict[str, Manner]:
    """How every speaker talks, compared with the whole conversation."""
    said: dict[str, list[str]] = {}
    for turn in turns:
        said.setdefault(turn.speaker, []).append(turn.text)
    words = {label: sum(len(text.split()) for text in texts) for label, texts in said.items()}
    total = sum(words.values())
    return {
        label: Manner(
            questions=sum("?" in text for text in texts) / len(texts),
            words=words[label] / total,
            begins=label == turns[0].speaker,
        )
        for label, texts in said.items()
    }


def _convincing(first: str, manners: Mapping[str, Manner]) -> bool:
    best = manners[first]
    least = min(manners.values(), key=lambda one: one.words)
    return best.questions > 0 or (best.begins and best.words <= least.words)


def _role_of_word(word: str) -> Role | None:
    first = word.partition(" ")[0]
    if word in INTERVIEWER or (len(first) > 1 and first in INTERVIEWER):
        return "interviewer"
    if word in RESPONDENT or (len(first) > 1 and first in RESPONDENT):
        return "respondent"
    return None


def _is_initial(word: str, words: Set[str]) -> bool:
    """Whether V or A is somebody's initial because Vraag or Antwoord has another label here."""
    if word == "v":
        return bool(words & (INTERVIEWER - {"v", "vraag"}))
    return word == "a" and "v" not in words and bool(words & (RESPONDENT - {"a", "antwoord"}))
