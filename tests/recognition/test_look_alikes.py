"""What looks like a reference and is none: each line must give no citation at all."""

from __future__ import annotations

from functools import cache

import pytest

from dossier_graph.lexicon import read_lexicon
from dossier_graph.linking.registers import read_registers
from dossier_graph.reading import read_document
from dossier_graph.recognition import Recognition

LOOK_ALIKES = """
Bel ons op 070 426 64 26 of mail uw vraag.
Het nummer is 070-426 64 26, toestel 113.
Bereikbaar via 0800-1351 (gratis).
Bel ons (15000-1234) voor meer.
Lever het in bij loket 4; 11000-12 staat erop.
De bijdrage per jaar – 25000 Deze is hoog.
Bel +31 70 340 79 11 voor meer.
T 088 602 10 00 en F 088 602 10 01.
Ons kenmerk 5401166 staat bovenaan.
Uw kenmerk: 2024-0000123456.
Kenmerk IENW/BSK-2022/268034 blijft gelden.
Zie kenmerk 4012345-1031234-WJZ daarvoor.
Dossiernummer bij de gemeente: zie het formulier.
De kosten bedragen € 36 045, nr. nog onbekend.
Er is € 19 637 uitgegeven.
De begroting telt 36 600 euro.
Er waren 36 045 mensen en 19 637 kinderen.
Het gaat om 25 000 plekken in 2024.
Het tarief steeg van 20 000 naar 36 045 euro.
De opbrengst is 31 839 miljoen.
De subsidie is 27.858,88 euro.
Er zijn 12 500 M beschikbaar.
Het kost 30 000 V aan stroom.
Er zijn 1.250 plekken, nr. 3 op de lijst.
Postbus 20301, 2500 EH Den Haag.
Postcode 2511 DP Den Haag.
Wij zitten aan de Turfmarkt 147.
Schedeldoekshaven 200, 2511 EZ te Den Haag.
Het adres is Plein 2, 2511 CR.
Korte Voorhout 7 is het adres.
Nieuwe Uitleg 1 en Lange Voorhout 34 zijn dicht.
De uitstoot van CO2 daalt, die van N2O niet.
COVID-19 is voorbij.
Na 11 september is alles anders.
De A12 en de N44 zijn afgesloten.
De F-16 en de F-35 vliegen over.
Vlucht KL 1234 en vlucht MH17 zijn genoemd.
De G7 en de G20 vergaderen.
Het gaat om 5G-netwerken en 4K-schermen.
De schaal loopt van 1-10, en 3/4 is genoeg.
De verhouding is 50/50 en later 60/40.
De score was 3-1 in 2022.
Het verschil is 2,5 procentpunt.
Het glas is voor 83/100 vol.
Zij wonen op nummer 12, nummer 14 en nummer 16.
Kamer 113, nr. 12 op de gang.
Zaal 21 501 is vrij.
Neem lijn 15 of bus 36.
De vergadering is van 10.00 tot 12.30 uur.
De trein van 19.37 uur rijdt niet.
Op pagina 36 staat tabel 4.
Zie tabel 1, kolom 3, en figuur 2.
Zie paragraaf 3.2 en hoofdstuk 4.
Vraag 1, vraag 2 en vraag 3 gaan samen.
Antwoord op vragen 4, 5, 6 en 7.
Punt 1, punt 2 en punt 3 zijn af.
Agendapunt 24 is van de agenda.
Fase 1 en fase 2 zijn klaar; spoor 3 volgt.
Artikel 5 is streng, en de artikelen 6 en 7 ook.
Het lid 2 van het bestuur is weg.
De wet is streng en het besluit is genomen.
Een regeling voor iedereen is nodig.
Het verdrag is getekend.
De richtlijn van het bestuur is duidelijk.
Een verordening van de gemeente volstaat.
Het besluit van de gemeenteraad is bekend.
Besluit 2022/13 van het college ligt ter inzage.
De motie is aangenomen.
De moties zijn in stemming gebracht.
Een amendement is niet nodig.
De brief is verzonden.
Deze brief gaat over de opvang.
Een volgende brief volgt in het najaar.
In een brief staat meer.
Het rapport is af.
Dit rapport is helder.
Het onderzoek loopt nog.
Het advies is positief.
De evaluatie volgt later.
Er komt een debat over de opvang.
In het debat is dat gezegd.
De bijlage is te groot.
Zie ook de bijlagen.
De Handelingen zijn nog niet klaar.
Het Staatsblad is gedrukt.
De Staatscourant is een krant.
De rechtbank is dicht.
Het hof doet uitspraak.
De Hoge Raad bestaat uit veel leden.
De Raad van State telt veel leden.
De zaak is gesloten.
Het dossier is groot.
Een dossier van 36 pagina's.
Het wetsvoorstel is ingediend.
De Kamer is met reces.
De Tweede Kamer telt 150 leden.
De Eerste Kamer telt 75 leden.
TK is een afkorting van twee letters.
De ministerraad besluit op vrijdag.
Minister 3 en minister 4 zijn er.
De leden A en B zijn afwezig.
Het lid van de commissie is ziek.
IBAN NL91 ABNA 0417 1643 00.
Het BTW-nummer is NL123456789B01.
KvK 27312345 is ingeschreven.
Het BSN is 123456782.
ISBN 978-90-12-34567-8 is besteld.
ISSN 0921-7371 staat op elke bladzijde.
Windows 11, versie 23H2, build 22631.
Versie 2.0.1 is uit, versie 3 volgt.
Het artikelnummer is 12345-67.
Coördinaten 52.08, 4.31 en 52.37, 4.90.
De temperatuur is 21 °C of 294 K.
Het perceel is 19 637 m2 groot.
De lengte is 36 045 meter.
Een dosis van 500 mg, 3 maal daags.
Lot 2023-045 is teruggeroepen.
Groep 8, klas 3B en 4H/V.
VMBO-t, havo 5 en vwo 6.
Het kabinet-Rutte IV en het kabinet-Schoof.
Willem II en Juliana waren er.
In de 19e eeuw was dat anders.
Hij is 36 en zij is 45 jaar.
Rij 3 | 19 637 | 36 045 | 27 858
2021 2022 2023 2024
Totaal 12 345 23 456 34 567
1 juli 2023 tot en met 30 juni 2024.
Op 7 juli 2023 en op 8 juli 2024.
Van 2022-2023 tot 2024/25 is er niets gebeurd.
Het jaar 2022, nr. 1 van de reeks.
De AB, de JB en de NJ zijn tijdschriften.
EU, EG en EEG zijn namen van vroeger en nu.
Com en swd zijn geen woorden.
De C-klasse en de E-klasse zijn auto's.
De e-mail van pietje@voorbeeld.nl is weg.
Dit is stap 1, nr. 2 is moeilijker.
""".strip().splitlines()


@cache
def _recognition() -> Recognition:
    return Recognition(read_lexicon(read_registers()))


def test_there_are_more_than_a_hundred() -> None:
    assert len(LOOK_ALIKES) == len(set(LOOK_ALIKES)) > 100


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_a_reference_is_none(text: str) -> None:
    document = read_document("brief.txt", text.encode())
    found = _recognition().recognise(document).citations
    assert [document.text[one.start : one.end] for one in found] == []


def test_they_give_nothing_together_either() -> None:
    document = read_document("brief.txt", "\n\n".join(LOOK_ALIKES).encode())
    found = _recognition().recognise(document).citations
    assert [document.text[one.start : one.end] for one in found] == []
