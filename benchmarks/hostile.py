"""Time reading and recognition on texts that are made to be slow, and show how the time grows with the length.

Run from the checkout: `python benchmarks/hostile.py`, or `python benchmarks/hostile.py --sizes 50 100 200 akkoord`
for lengths in kB and only the texts whose name holds a word. Every text is timed at each length, the best of three;
the ratio is the time at the last length over that at the one before, so that 2 is linear. What exceeds 2.3 is timed
five times more before it is marked: so much noise there is where other programs run. Times are those that the
processor spent; ratios say more than times.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator

__all__ = ["TEXTS", "hostile"]

_ROUNDS, _AGAIN = 3, 5  # times that a text is timed, and again when its ratio is too high
_MOST = 2.3  # twice, and noise
_TOO_LONG = 30  # seconds

# What is said over and over again.
_REPEATED = {
    **{word: word for word in ("brief", "debat", "advies", "rapport", "rapport-", "akkoord", "motie", "nota", "wet")},
    "Akkoord with space": "Akkoord ",
    "A Akkoord": "A Akkoord ",
    "open title": "het rapport «A ",
    "open quote": "rapport ‘a ",
    "straight quotes": 'rapport "A b c" ',
    "titles": "Het rapport «Zicht op opvang» (ZOO). ",
    "motie": "motie Baarle-Dassen ",
    "moties": "moties van de leden A en B, van het lid C, ",
    "promises": "toezeggingen aan uw Kamer: het lid A ",
    "promised": "toezegging aan het lid A, ",
    "done by": "rapport van A uitgevoerd door B. ",
    "ordered": "in opdracht van de minister van A ",
    "pages with a number": "1\n\f",
    "pages": "a\f",
    "lone numbers": "1\n",
    "spaced numbers": "\n1 ",
    "Kamerstuk": "Kamerstuk 36 ",
    "Kamerstukken": "Kamerstukken II 2022/23, 36 045, nr. 1 ",
    "numbers": "nr. 1, nr. 2, ",
    "dossiers": "19 637, ",
    "dossier list": "36 045 en ",
    "articles": "artikel 1, ",
    "law": "artikel 3 Wet ",
    "explained": "de Wet a (WA) ",
    "abbreviations": "Algemene wet bestuursrecht (Awb) ",
    "brackets": "(",
    "spaced brackets": " (",
    "digits": "1234567890",
    "enclosures": "bijlagen: 1. De x; ",
    "enclosed": "als bijlage ",
    "letters by": "brief van ",
    "letters of": "brief van 3 maart jl. ",
    "dates": "1 januari ",
    "numeric dates": "1-1-2020-",
    "past dates": "3 maart jl. ",
    "guillemets": "«a ",
    "guillemets alone": "«",
    "stars": "*a ",
    "underscores": "_",
    "no-break spaces": "\u00a0",
    "changes": "wijziging van de Wet A en A, ",
    "changed at length": "wijziging van de A en A en A en A en A en A en A en A en A en A en A en A en A en A Wet ",
    "doubtful markers": "woord 1 \n1Aaa\n",
    "notes of two on a page": "Een.1 Twee.2\n\n1 Zie A.\n2 Zie B.\n\f",
    "apart": "Tweede Kamer, vergaderjaar 2022–2023, 36 045, nr. 1\nDat is gemeld.\n",
    "double names": "de motie A-B, het lid A-B ",
    "fiche": "SWD (2023) 819, ",
    "front numbers": "kst-36045-1\nISSN 0921 - 7371\n",
    "hyphens": "a-\n",
    "soft hyphens": "\u00ad",
    "letters": "a",
    "capitals": "A",
    "capital words": "A ",
    "names": "Van der A, ",
    "hyphened names": "A-",
    "stops": ". ",
    "dots": ".",
    "questions": "?! ",
    "addresses": "https://",
    "address parts": "www.a/\n",
    "long address": "www.a/b-",
    "court": "Hoge Raad ",
    "district court": "Rechtbank A ",
    "journal": "Stb. 2024, ",
    "act": "Richtlijn 2001/55/",
    "ecli": "ECLI:NL:",
    "imprint": "kst-36045-1\n",
    "file imprint": "Tweede Kamer, vergaderjaar 2022–2023, 36 045, nr. 1 ",
    "page of pages": "Pagina 1 van 2\n",
    "office": "De Minister van A, ",
    "office lines": "De Minister van A,\n",
    "initials": "A.B. ",
    "initial lines": "A. B\n",
    "behalf": "namens de minister van A en de minister van B ",
    "questions of": "Vragen van het lid A ",
    "labels": "Betreft\n",
    "dated labels": "Datum 1 ",
    "own numbers": "36045-1\n",
    "headings": "36 045\nA\n",
    "debates": "debat over a op ",
    "Handelingen": "Handelingen II 2022/23, ",
    "literature": "RIVM, ",
    "studies": "onderzoek dat door A a ",
    "agreements": "Klimaat- en Energie",
    "announced": "wijziging van de Wet A, ",
    "and names": "Een en Een en ",
    "one word": "motie-Podt,Kamerstuk36045,nr.1;(Awb)2001/55/EG",
    "said again": "de Awb, die wet, artikel 4, ",
    "behalf in names": "de Minister van Namens Minister van A, ",
    "directives": "richtlijn a b c d e f (Richtlijn 2001/55/EG), ",
    "authors": "Van der A (2022)",
    "short numbers": "op stuk nr. 15, ",
    "case slashes": "zaaknummer 1/",
    "subjects of letters": "Verzamelbrief A a A a ",
    "listed changes": "wijziging van de A, A, A en de Wet A, ",
    "reactions": "in reactie op het advies van de B, ",
    "Union numbers": "Verordening (EU) 1/2, (EU) 3/4, ",
    "ranges of articles": "artikelen 1 t/m 999 t/m 999, ",
    "quarters": "eerste kwartaal van ",
    "series of reports": "A Monitor 2020 ",
    "sent along": "rapport meegestuurd in bijlage 3 ",
    "ISSN lines": "ISSN 0 0 0 0 0 0 0 0!\n",
}


def _pages_with_notes(length: int) -> str:
    page = "Dat is gemeld.{0} Meer volgt hier en nu.\n\n{0} Kamerstuk 36 045, nr. {0}.\n\f"
    return "".join(page.format(number % 900 + 1) for number in range(length // 70))[:length]


def _pages_of_one_note(length: int) -> str:
    return ("Dat is gemeld.1 Meer volgt hier.\n\n1 Zie www.a.nl en verder.\n\f" * (length // 50))[:length]


def _notes(length: int) -> str:
    return _long_notes(length, "Kamerstuk 36 045, nr. {0}")


def _literature_notes(length: int) -> str:
    return _long_notes(length, "WRR, 2021; RIVM, 2022")


def _long_notes(length: int, says: str) -> str:
    """Half a text of markers, half of notes; numbers have at most three digits, so that most of it is one long note."""
    many = min(900, length // 60)
    body = "".join(f"Dat is gemeld.{number} Meer volgt. " for number in range(1, many + 1))
    notes = "".join(f"\n{number} {says.format(number)}.\n" for number in range(1, many + 1))
    return (body + "\n\n" + notes + "Zie nr. 1 " * (length // 10))[:length]


def _pandoc_notes(length: int) -> str:
    many = min(9999, length // 60)
    body = "".join(f"Dat is gemeld[^{number}]. Meer volgt. " for number in range(1, many + 1))
    return body + "".join(f"\n\n[^{number}]: Kamerstuk 36 045, nr. {number}." for number in range(1, many + 1))


def _office_and_lines(length: int) -> str:
    return "De Minister van Defensie,\n" + "\n" * length


def _office_and_spaces(length: int) -> str:
    return "De Minister van Defensie,\n" + " \n" * (length // 2)


def _initials_and_lines(length: int) -> str:
    return "A. Bakker\n" + "\n" * length


def _one_line(length: int) -> str:
    return ("Het rapport van AEF over opvang in Nederland, Kamerstuk 36 045, nr. 1, volgt " * (length // 70))[:length]


def _front_labels(length: int) -> str:
    return "Ons kenmerk\n" + "Ons kenmerk " * (length // 12)


def _abbreviations(length: int) -> str:
    """Return regelingen that the text itself abbreviates, each differently."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    names = (letters[n % 26] + letters[n // 26 % 26] + letters[n // 676 % 26] for n in range(length // 24))
    return "".join(f"de Regeling {a.lower()}x {b.lower()}x {c.lower()}x (R{a}{b}{c}), " for a, b, c in names)[:length]


def _reports(length: int) -> str:
    """Return reports that each have another title, and as many enclosures."""
    return "".join(
        f"het rapport «Zicht op opvang {number}» is er; bijlage 3 – De uitkomst {number} is hier. "
        for number in range(length // 80)
    )


def _word_of(number: int) -> str:
    """Return a word that no other number has."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return "".join(letters[number // place % 26] for place in (1, 26, 676, 17576))


def _named_acts(length: int) -> str:
    """Return acts of the Union that each have another name."""
    return "".join(
        f"de verordening {_word_of(number)} {_word_of(number + 7)} (Verordening (EU) {2015 + number % 9}/{number}), "
        for number in range(length // 60)
    )[:length]


def _titles_with_abbreviations(length: int) -> str:
    return "".join(
        f"het rapport «Zicht op {_word_of(number)} en meer» ({_word_of(number).upper()}), "
        for number in range(length // 45)
    )[:length]


def _dates_of_many_years(length: int) -> str:
    """Return days of two centuries in a paper without a date, whose day is inferred from them."""
    return ("3 maart jl. " + "".join(f"1 maart {1900 + number % 199}, " for number in range(length // 14)))[:length]


def _note_of(words: str) -> Callable[[int], str]:
    """Return what makes a text that is one long note of these words."""
    return lambda length: "Dat is gemeld.1 Meer volgt.\n\n1 Zie " + words * (length // len(words))


def _numbers_and_lines(length: int) -> str:
    """Return a page of numbers that stand apart from their notes, its foot empty."""
    numbers = "".join(f"{number}\n" for number in range(1, 99))
    return "a\f" + numbers + "Dat is gemeld.\n" * 110 + "\n" * length


def _between(words: str) -> Callable[[int], str]:
    return lambda length: "Zie" + words * (length // len(words)) + "dit."


def _opened(words: str) -> Callable[[int], str]:
    return lambda length: words + "a" * length


def _spaced(words: str) -> Callable[[int], str]:
    return lambda length: words + " " * length + "x"


# Name → what makes the text of a length.
TEXTS: dict[str, Callable[[int], str]] = {
    **{name: (lambda length, words=words: words * (length // len(words))) for name, words in _REPEATED.items()},
    "rising spaces": _between("\n "),
    "spaces": _between(" "),
    "empty lines": _between("\n"),
    "returns": _between("\r\n"),
    "lone returns": _between("\r"),
    "tabs and lines": _between("\t\n"),
    "form feeds": _between("\f"),
    "marks": _between("\ufeff"),
    "own abbreviations": _abbreviations,
    "reports and enclosures": _reports,
    "pages with notes": _pages_with_notes,
    "pages of one note": _pages_of_one_note,
    "notes": _notes,
    "notes of literature": _literature_notes,
    "pandoc notes": _pandoc_notes,
    "office and lines": _office_and_lines,
    "office and spaces": _office_and_spaces,
    "initials and lines": _initials_and_lines,
    "one line": _one_line,
    "named acts": _named_acts,
    "titles with abbreviations": _titles_with_abbreviations,
    "dates of many years": _dates_of_many_years,
    "note of brackets": _note_of("("),
    "note of colons": _note_of(": "),
    "note of authors": _note_of("A, 2021; "),
    "ISSN at length": lambda length: "ISSN 1" + " 1" * (length // 2) + "!",
    "numbers and lines": _numbers_and_lines,
    "front labels": _front_labels,
    "open address": _opened("www.a"),
    "open title at length": _opened("het rapport «A"),
    "office at length": _opened("De Minister van "),
    "spaces in a citation": _spaced("Kamerstuk"),
    "spaces at a line end": _spaced("a\n"),
}


def hostile(length: int) -> Iterator[tuple[str, str]]:
    """Yield the hostile texts of about this many characters, each with its name."""
    for name, make in TEXTS.items():
        yield name, make(length)


def _time(text: str, rounds: int = _ROUNDS) -> float:
    from dossier_graph.pipeline import _recognition
    from dossier_graph.reading import UnreadablePaperError, read_document
    from dossier_graph.recognition.records import records

    data = text.encode()
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        try:
            document = read_document("paper.txt", data)
            for _record in records(document, _recognition().recognise(document)):
                pass
        except UnreadablePaperError:
            return 0.0
        best = min(best, time.process_time() - begin)
        if best > 2 and rounds == _ROUNDS:
            break
    return best


def _measured(make: Callable[[int], str], sizes: list[int]) -> list[float]:
    """Return the times at these lengths in kB; a ratio that shows more than noise is measured again."""
    times: list[float] = []
    for size in sizes:
        times.append(_time(make(size * 1000)))
        if times[-1] > _TOO_LONG:
            return times
    if len(times) > 1 and times[-1] > _MOST * times[-2]:
        times[-2:] = [_time(make(size * 1000), _AGAIN) for size in sizes[-2:]]
    return times


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs=3, default=[100, 200, 400], metavar="KB", help="lengths in kB")
    parser.add_argument("words", nargs="*", help="only texts whose name holds one of these words")
    arguments = parser.parse_args()
    _time("Kamerstuk 36 045, nr. 1")  # everything is loaded before the first is timed
    print(f"{'':26}" + "".join(f"{size:>8} kB" for size in arguments.sizes) + "   ratio")
    worst = 0.0
    for name, make in TEXTS.items():
        if arguments.words and not any(word in name for word in arguments.words):
            continue
        times = _measured(make, arguments.sizes)
        ratio = times[-1] / times[-2] if len(times) > 1 and times[-2] else 0.0
        worst = max(worst, ratio)
        slow = "  !" if ratio > _MOST or times[-1] > _TOO_LONG else ""
        print(f"{name:26}" + "".join(f"{seconds:10.3f}s" for seconds in times) + f"{ratio:8.2f}{slow}", flush=True)
    print(f"worst ratio {worst:.2f}")


if __name__ == "__main__":
    sys.exit(_main())
