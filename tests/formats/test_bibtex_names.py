"""Names as bibliographies have them, each checked by hand: parts, groups, lists, and what only looks like a list."""

from __future__ import annotations

import pytest

from publist.formats.bibtex.names import people
from publist.model.paper import Name
from publist.text import names

NAMED = r"""Lai, Ada = Ada|Lai
Ada Lai = Ada|Lai
Ada B. Lai = Ada B.|Lai
A. B. Lai = A. B.|Lai
A.B. Lai = A.B.|Lai
AB Lai = AB|Lai
Lai, A B = A B|Lai
Lai, AB = AB|Lai
Lai, A.B. = A.B.|Lai
Lai, A.~B. = A. B.|Lai
A.~B.~Lai = A. B.|Lai
Lai, A.\,B. = A. B.|Lai
Lai, A.\ B. = A. B.|Lai
Lai, {A. B.} = A. B.|Lai
Lai, J. -P. = J.-P.|Lai
{Lai}, J.~A. -P. = J. A.-P.|Lai
J.-P. Lai = J.-P.|Lai
Lai,Ada = Ada|Lai
Lai , Ada = Ada|Lai
Lai,  Ada = Ada|Lai
Lai, Ada, = Ada|Lai
Lai,, Ada = Ada|Lai
Lai, = |Lai
, Ada = |Ada
Ada  Lai = Ada|Lai
Ada~Lai = Ada|Lai
Plato = |Plato
{Plato} = |Plato
{\'A}rpi = |Árpi
Ludwig van der Rohe = Ludwig|Rohe|van der
van der Rohe, Ludwig = Ludwig|Rohe|van der
van~der~Rohe, Ludwig = Ludwig|Rohe|van der
Ludwig {van der} Rohe = Ludwig|Rohe|van der
Rohe, Ludwig van der = Ludwig|Rohe|van der
{von Beetz}, Ludwig = Ludwig|von Beetz
Ludwig {von Beetz} = Ludwig|von Beetz
{danah} beetz = danah|beetz
von Stryk, Oskar = Oskar|Stryk|von
Oskar von Stryk = Oskar|Stryk|von
Jan van 't Hoek = Jan|Hoek|van 't
van 't Hoek, Jan = Jan|Hoek|van 't
't Hoek, Jan = Jan|Hoek|'t
de la Cruz, Ana = Ana|Cruz|de la
de los R{\'i}os, Ana = Ana|Ríos|de los
Charles de la Vall{\'e}e Brun = Charles|Vallée Brun|de la
Jo{\~a}o dos Santos Pereira = João|Santos Pereira|dos
Omar al-Rashid = Omar|al-Rashid
al-Rashid, Omar = Omar|al-Rashid
Omar Al-Rashid = Omar|Al-Rashid
Omar al Rashid = Omar|Rashid|al
Omar Al Rashid = Omar|Al Rashid
S. M. Omar Al Rashid = S. M. Omar|Al Rashid
Al Rashid = Al|Rashid
Hasan ibn Ali = Hasan|Ali|ibn
Hasan bin Ali = Hasan|Ali|bin
D'Addona, M. = M.|D'Addona
d'Addona, M. = M.|d'Addona
M. d'Addona = M.|d'Addona
De Lucia, G. = G.|De Lucia
Di Giorgio, A.~M. = A. M.|Di Giorgio
G. De Lucia = G.|De Lucia
A. Van der Ven = A.|Van der Ven
Le Brun, V. = V.|Le Brun
Victor Le Brun = Victor|Le Brun
Anne La Torre = Anne|La Torre
Van Den Broeck, M. = M.|Van Den Broeck
VAN DEN BROECK, Jan Maria = Jan Maria|VAN DEN BROECK
Davis, Jr., Sammy = Sammy|Davis||Jr.
Davis, {Jr.}, Sammy = Sammy|Davis||Jr.
Davis, Sammy, Jr. = Sammy|Davis||Jr.
Davis Jr., Sammy = Sammy|Davis||Jr.
Davis Jr., Sammy George = Sammy George|Davis||Jr.
{Davis Sr.}, Sammy George = Sammy George|Davis||Sr.
Davis {Jr.}, Sammy = Sammy|Davis||Jr.
Davis, Sammy Jr. = Sammy|Davis||Jr.
Sammy Davis Jr. = Sammy|Davis||Jr.
Sammy Davis, Jr. = Sammy|Davis||Jr.
Sammy {Davis Jr.} = Sammy|Davis||Jr.
Davis, Sr, Sammy = Sammy|Davis||Sr
Davis, III, Sammy = Sammy|Davis||III
Davis III, Sammy = Sammy|Davis||III
Sammy Davis II = Sammy|Davis||II
van der Davis, Jr., Sammy Lee = Sammy Lee|Davis|van der|Jr.
Ivanov, II = II|Ivanov
Lai, Ada, PhD = Ada|Lai||PhD
Ada Lai, Ph.D. = Ada|Lai||Ph.D.
Lai, Ada, MD = Ada|Lai||MD
Bo Li 0002 = Bo|Li||0002
Garc{\'\i}a M{\'a}rquez, Gabriel = Gabriel|García Márquez
Gabriel {Garc{\'\i}a M{\'a}rquez} = Gabriel|García Márquez
{Garc{\'\i}a M{\'a}rquez}, Gabriel = Gabriel|García Márquez
Garc{\'\i}a~M{\'a}rquez, Gabriel = Gabriel|García Márquez
Ana Garc{\'i}a-M{\'a}rquez = Ana|García-Márquez
Castillo y Ortega, Juan = Juan|Castillo y Ortega
Juan Castillo y Ortega = Juan|Castillo y Ortega
Jo{\~a}o Costa e Silva = João|Costa e Silva
Ortiz de Z{\'a}rate, Luis = Luis|Ortiz de Zárate
\'{E}milie Brun = Émilie|Brun
{\'{E}}milie Brun = Émilie|Brun
Fran\c{c}ois Brun = François|Brun
Fran{\c c}ois Brun = François|Brun
M{\"u}ller, J{\"u}rgen = Jürgen|Müller
M\"uller, J\"urgen = Jürgen|Müller
J\"{u}rgen M\"{u}ller = Jürgen|Müller
{M{\"u}ller}, J. = J.|Müller
M{\"u}ller, {\"O}. = Ö.|Müller
J{\o}rgensen, S{\o}ren = Søren|Jørgensen
\O ystein J\o rgensen = Øystein|Jørgensen
{\AA}sa Str\aa{}t = Åsa|Stråt
{\L}o{\'s}, Jan = Jan|Łoś
\L{}ukasz W\k{a}s = Łukasz|Wąs
{\O}stby, Kari = Kari|Østby
Kova{\v{c}}i{\'c}, Iva = Iva|Kovačić
Ji\v{r}\'{\i} Ko{\v r}\'ak = Jiří|Kořák
G\"unther Wei\ss = Günther|Weiß
Wei{\ss}, G{\"u}nther = Günther|Weiß
Pe{\~n}a, In{\'e}s = Inés|Peña
In\'es Pe\~na = Inés|Peña
Bart{\H{o}}s, P\'al = Pál|Bartős
\c{S}eyma Y\i ld\i z = Şeyma|Yıldız
{\.I}lker A{\u g}ca = İlker|Ağca
{\DJ}ura {\v Z}ivi{\'c} = Đura|Živić
Nguy{\~{\^e}}n, An = An|Nguyễn
Sk{\ae}r, O = O|Skær
Wąs, Łukasz = Łukasz|Wąs
Élodie Brun = Élodie|Brun
Guðrún Jónsdóttir = Guðrún|Jónsdóttir
李, 明 = 明|李
李 明 = 明|李
李明 = |李明
{山田 太郎} = 太郎|山田
山田, 太郎 = 太郎|山田
김 민수 = 민수|김
Aye, K-M = K-M|Aye
Aye, K.-Michael = K.-Michael|Aye
Ng, Yu-Xi = Yu-Xi|Ng
Ng, Yu{-}Xi = Yu-Xi|Ng
Alexander Meyer‐Gohde = Alexander|Meyer‐Gohde
{{Meyer-Gohde}}, Alexander = Alexander|Meyer-Gohde
O'Neil, Pat = Pat|O'Neil
O{\textquoteright}Neil, Pat = Pat|O’Neil
Pat O\textquotesingle Neil = Pat|O'Neil
Mac{D}uff, Iain = Iain|MacDuff
{\relax Yu}. Petrov = Yu.|Petrov
\textbf{Ada Lai} = Ada|Lai
{\bf Ada Lai} = Ada|Lai
{\bfseries Lai, Ada} = Ada|Lai
\textbf{Lai}, Ada = Ada|Lai
\underline{Lai, Ada} = Ada|Lai
\mbox{A. Lai} = A.|Lai
Lai, Ada$^*$ = Ada|Lai
Lai, Ada$^{1,2}$ = Ada|Lai
Lai, Ada {\textsuperscript{1}} = Ada|Lai
Lai$^\dagger$, Ada = Ada|Lai
{Lai, Ada} = Ada|Lai
{A. B. Lai} = A. B.|Lai
family=Rohe, given=Ludwig, prefix=van der = Ludwig|Rohe|van der
given=Ana Maria, family={Garc{\'i}a Ruiz}, given-i=A = Ana Maria|García Ruiz
family=Davis, given=Sammy, suffix=Jr., useprefix=false = Sammy|Davis||Jr.
{ATLAS Collaboration} = ATLAS Collaboration
ATLAS Collaboration = ATLAS Collaboration
{{ATLAS Collaboration}} = ATLAS Collaboration
{\relax ATLAS Collaboration} = ATLAS Collaboration
Collaboration, H.E.S.S. = H.E.S.S. Collaboration
{The deal.II developers} = The deal.II developers
{Google, Inc.} = Google, Inc.
{U.S. Department of {\'E}nergy} = U.S. Department of Énergy
{Barnes and Noble} = Barnes and Noble
{World Things Organization} = World Things Organization"""


@pytest.mark.parametrize("case", NAMED.split("\n"))
def test_names_in_every_form(case: str) -> None:
    """Given name, family name, particle and suffix, or the whole name of a group."""
    raw, _, expected = case.rpartition(" = ")
    found = people(raw)
    assert (found.et_al, found.guessed, len(found.names)) == (False, False, 1)
    whole = names.parts(found.names[0])
    if whole.literal:
        assert whole.name == expected
    else:
        parts = [whole.given, whole.family, whole.particle, whole.suffix]
        assert "|".join(parts).rstrip("|") == expected


def test_there_are_a_hundred_names_of_which_none_stands_twice() -> None:
    """The sample is as large as it is said to be."""
    assert len(set(NAMED.split("\n"))) == len(NAMED.split("\n")) >= 100


@pytest.mark.parametrize(
    ("raw", "printed", "et_al", "guessed"),
    [
        ("Ada Lai and Bo Li and others", ["Ada Lai", "Bo Li"], True, False),
        ("Ada Lai and {others}", ["Ada Lai"], True, False),
        ("Ada Lai and et al.", ["Ada Lai"], True, False),
        ("Ada Lai et al.", ["Ada Lai"], True, False),
        ("Lai, A., Li, B., et~al.", ["A. Lai", "B. Li"], True, True),
        ("Ada Lai and 12 others", ["Ada Lai"], True, False),
        ("Ada Lai and \\ldots", ["Ada Lai"], True, False),
        ("{ATLAS Collaboration} and Ada Lai and others", ["ATLAS Collaboration", "Ada Lai"], True, False),
        ("Ada Lai, Bo Li, Cy Ng", ["Ada Lai", "Bo Li", "Cy Ng"], False, True),
        ("Ada Lai,\n Bo Li,\n Cy Ng", ["Ada Lai", "Bo Li", "Cy Ng"], False, True),
        ("Ada Lai, Bo Li and Cy Ng", ["Ada Lai", "Bo Li", "Cy Ng"], False, True),
        ("Ada Lai, Bo Li, and Cy Ng", ["Ada Lai", "Bo Li", "Cy Ng"], False, True),
        ("Ada Lai, Jr., Bo Li, Cy Ng", ["Ada Lai Jr.", "Bo Li", "Cy Ng"], False, True),
        ("Rosa O. Berg, Max M. Reich", ["Rosa O. Berg", "Max M. Reich"], False, True),
        ("Lai, A., Li, B., Ng, C.", ["A. Lai", "B. Li", "C. Ng"], False, True),
        ("Lai, Ada, Li, Bo", ["Ada Lai", "Bo Li"], False, True),
        ("Lai, Ada, Bo Li, Cy Ng", ["Ada Lai", "Bo Li", "Cy Ng"], False, True),
        ("Lai, Ada B., Bo Li, and Cy D. Ng", ["Ada B. Lai", "Bo Li", "Cy D. Ng"], False, True),
        ("van der Berg, Ada, Bo Li and Cy Ng", ["Ada van der Berg", "Bo Li", "Cy Ng"], False, True),
        ("王伟, 李明, 张三", ["王伟", "李明", "张三"], False, True),
        ("王伟、李明", ["王伟", "李明"], False, True),
        ("Lai, Ada; Li, Bo", ["Ada Lai", "Bo Li"], False, True),
        ("Ada Lai; Bo Li; and Cy Ng", ["Ada Lai", "Bo Li", "Cy Ng"], False, True),
        ("Ada Lai \\& Bo Li", ["Ada Lai", "Bo Li"], False, True),
        ("Lai A, Li BC, Ng D", ["A Lai", "BC Li", "D Ng"], False, True),
        ("Lai A and Li BC and others", ["A Lai", "BC Li"], True, True),
        ("García Márquez, Gabriel José", ["Gabriel José García Márquez"], False, False),
        ("de la Cruz, Ana Maria and Bo Li", ["Ana Maria de la Cruz", "Bo Li"], False, False),
        ("Bo Li and Dal Pozzo, Ana Maria and Cy Ng", ["Bo Li", "Ana Maria Dal Pozzo", "Cy Ng"], False, True),
        ("{García Márquez}, Gabriel José and Bo Li", ["Gabriel José García Márquez", "Bo Li"], False, False),
        ("Lai, Ada AND Li, Bo", ["Ada Lai", "Bo Li"], False, False),
        ("Lai, Ada and Li, Bo, and Ng, Cy", ["Ada Lai", "Bo Li", "Cy Ng"], False, False),
        ("Ada Lai \\and Bo Li", ["Ada Lai", "Bo Li"], False, False),
        ("{Lai, Ada and Li, Bo}", ["Ada Lai", "Bo Li"], False, False),
        ("{Smith and Sons} and Bo Li", ["Smith and Sons", "Bo Li"], False, False),
        ("Ada Lai\nand\n  Bo\n\tLi", ["Ada Lai", "Bo Li"], False, False),
        ("Sandy Anderson and Andy Land", ["Sandy Anderson", "Andy Land"], False, False),
        ("and Ada Lai and and {} and Bo Li and", ["Ada Lai", "Bo Li"], False, False),
        ("Ada Lai and Bo Lim.", ["Ada Lai", "Bo Lim"], False, False),
        ("王伟 and 李 明", ["王伟", "李 明"], False, False),
        ("", [], False, False),
        ("others", [], True, False),
    ],
)
def test_lists_of_names(raw: str, printed: list[str], et_al: bool, guessed: bool) -> None:
    """Names part at ``and``; where somebody used commas, semicolons or ``&``, that is a guess to be looked at."""
    found = people(raw)
    assert ([name.name for name in found.names], found.et_al, found.guessed) == (printed, et_al, guessed)


def test_a_name_with_more_commas_than_names_have_is_to_be_looked_at() -> None:
    """Whatever it is read as: BibTeX itself knows two commas at most."""
    assert people("Lai, Ada, Dr., Esq, of Oslo and Bo Li").guessed


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Lai, Ada (ed.)", Name("Ada Lai", note="ed.")),
        ("Ada Lai\\thanks{Equal contribution}", Name("Ada Lai", note="Equal contribution")),
    ],
)
def test_a_remark_beside_a_name_is_no_part_of_it(raw: str, expected: Name) -> None:
    """It is kept as the name's note."""
    assert people(raw).names == (expected,)
