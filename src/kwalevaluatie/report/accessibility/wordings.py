"""What words alone tell of accessibility, whatever the kind of file."""

from __future__ import annotations

import re

_VAGUE = frozenset(
    "hier|klik|klik hier|lees meer|lees verder|meer|meer informatie|verder|link|deze link|website"
    "|deze website|download|here|click here|read more|more|>>|»".split("|")
)
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_FILE = re.compile(r"[\w\-() ]+\.(png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|webp)", re.IGNORECASE)
_EMPTY_WORDS = re.compile(
    r"(een |de |an? |the )?(afbeelding|plaatje|figuur|foto|grafiek|illustratie|beeld|image|picture"
    r"|graphic|chart|photo|img|logo|icoon|icon|object|shape|vorm)[\s\d_.:-]*",
    re.IGNORECASE,
)
_HOLDS_TEXT = re.compile(
    r"schermafbeelding|schermafdruk|screenshot|infographic|poster|gescand|scan\b"
    r"|afbeelding met tekst|afbeelding van (een )?(tekst|tabel)|picture of text",
    re.IGNORECASE,
)
_COLOUR = "rood|rode|groen|groene|geel|gele|oranje|blauw|blauwe|paars|paarse"
_THING = (
    "tekst|letters?|woorden|cellen|vakken|vakjes|vlakken|cijfers|getallen|regels|balken|bollen"
    "|bolletjes|punten|lijnen|kolommen|rijen"
)
_ONLY_COLOUR = re.compile(
    rf"\b(zie|in) (de |het )?({_COLOUR}) ({_THING})\b"
    rf"|\b(in het|met|staat in|staan in|is|zijn) ({_COLOUR}) (weergegeven|gemarkeerd|aangegeven"
    r"|gedrukt|gekleurd)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*([-–—•*·▪‣○●]|[oO](?=\t)|\(?(\d{1,2}|[a-z])[.)])\s+\S")
_DUTCH = frozenset("de het een en van is dat in zijn niet op voor met aan ook wordt zij er".split())
_ENGLISH = frozenset("the and of is that a not on for with are was this it be they to".split())
FEW = 12


def is_vague(link: str) -> bool:
    """Whether the words of a link do not say where it leads."""
    return " ".join(link.casefold().split()).strip(" .:") in _VAGUE


def is_address(link: str) -> bool:
    """Whether a link shows a bare web address."""
    return bool(_ADDRESS.fullmatch(link.strip()))


def says_nothing(alt: str) -> bool:
    """Whether a text for a picture is a file name, or only says that there is a picture."""
    text = alt.strip()
    return bool(_FILE.fullmatch(text) or _EMPTY_WORDS.fullmatch(text))


def speaks_of_text(alt: str) -> bool:
    """Whether a picture is likely to hold text, by what is said of it."""
    return bool(_HOLDS_TEXT.search(alt))


def points_by_colour(text: str) -> str:
    """The words that point at something by its colour alone; empty when there are none."""
    found = _ONLY_COLOUR.search(text)
    return found[0] if found else ""


def looks_like_an_item(text: str) -> bool:
    """Whether a paragraph begins with a typed bullet or number."""
    return bool(_BULLET.match(text))


def looks_like_a_heading(text: str) -> bool:
    """Whether words in bold are as short as a heading, and no sentence."""
    words = text.split()
    return (
        0 < len(words) <= FEW
        and text.strip()[-1] not in ".,;:?!…”\"'"
        and any(map(str.isalpha, text))
    )


def language_of(text: str) -> str:
    """`nl` or `en` by the little words in a text; empty when that cannot be told."""
    words = re.findall(r"[a-z]+", text.casefold())
    dutch, english = sum(w in _DUTCH for w in words), sum(w in _ENGLISH for w in words)
    if max(dutch, english) < 2 or dutch == english:
        return ""
    return "nl" if dutch > english else "en"
