"""The characters of the fonts of symbols, to those of Unicode."""

from __future__ import annotations

import regex

__all__ = ["UNKNOWN", "as_unicode", "character"]

UNKNOWN = "\ufffd"  # stands for a symbol of which nobody knows what it shows

# The encoding of the font Symbol (Adobe), from 0x20 and from 0xA0. No character of Unicode stands for the gaps.
_SYMBOL = {
    first + at: character
    for first, characters in (
        (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"),
        (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
        (0x60, "\ufffdαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
        (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵"),
        (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
        (0xE0, "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
    )
    for at, character in enumerate(characters)
}
# Those of Wingdings that papers use.
_WINGDINGS = {
    0x20: " ", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x6C: "•", 0x6E: "•", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x9E: "·",
    0x9F: "•", 0xA7: "•", 0xA8: "☐", 0xD8: "•", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "→", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PICTURES = ("wingdings", "webdings", "marlett", "zapfdingbats", "mt extra")  # their letters are none
_PRIVATE = 0xF000  # where words that are set in such a font have its characters
_SET_IN_SYMBOLS = regex.compile(r"[\uf020-\uf0ff]")


def character(font: str, code: int) -> str:
    """Return the character that a font has at a code, UNKNOWN where that is not known.

    >>> character("Symbol", 0xF06D), character("Wingdings", 0xFC), character("Webdings", 0x61) == UNKNOWN
    ('μ', '✓', True)
    """
    name = font.casefold()
    low = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    if name in _FONTS:
        return _FONTS[name].get(low, UNKNOWN)
    return chr(low) if 0x20 <= low < 0xD800 and not _is_of_pictures(font) else UNKNOWN


def as_unicode(font: str, words: str) -> str:
    """Return words with the characters of a font of symbols replaced, those of Symbol in a font that is none of them.

    >>> as_unicode("", "5 " + chr(0xF06D) + "m")
    '5 μm'
    """
    named = font if font.casefold() in _FONTS or _is_of_pictures(font) else "Symbol"
    return _SET_IN_SYMBOLS.sub(lambda found: character(named, ord(found[0])), words)


def _is_of_pictures(font: str) -> bool:
    return font.casefold().startswith(_PICTURES)
