"""What LaTeX calls the characters that have no key of their own: accents, letters, symbols.

Names as in Scott Pakin, The Comprehensive LaTeX Symbol List; the maths alphabet as in unicode-math.
"""

from __future__ import annotations

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331", "t": "\u0361", "G": "\u030f", "U": "\u030e", "f": "\u0311", "h": "\u0309",
}  # fmt: skip
"""Accent command to Unicode combining character."""


def _table(pairs: str) -> dict[str, str]:
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


LETTERS = _table(
    """ss ß SS ẞ ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ
    ij ĳ IJ Ĳ"""
)
"""Commands that are letters: the space after them belongs to the command."""

SYMBOLS = _table(
    r"""textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ”
    textquotesingle ' textquotedbl " quotedblbase „ quotesinglbase ‚ guillemotleft « guillemotright » guillemetleft «
    guillemetright » guilsinglleft ‹ guilsinglright › lq ‘ rq ’ lbrack [ rbrack ] lbrace { rbrace } textbraceleft {
    textbraceright } textbackslash \ backslash \ textasciitilde ~ textasciicircum ^ textasciigrave ` textunderscore _
    textless < textgreater > textbar | textbardbl ‖ textdollar $ textpercent % textnumbersign # textampersand &
    textasteriskcentered * textbullet • textperiodcentered · textexclamdown ¡ textquestiondown ¿ textsection §
    textparagraph ¶ S § P ¶ dag † ddag ‡ dagger † ddagger ‡ textdagger † textdaggerdbl ‡ copyright © textcopyright ©
    textregistered ® texttrademark ™ textdegree ° degree ° textmu µ textohm Ω textcelsius ℃ pounds £ textsterling £
    texteuro € euro € textyen ¥ textcent ¢ textordfeminine ª textordmasculine º textonehalf ½ textonequarter ¼
    textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ texttimes × textdiv ÷ textpm ±
    textminus − textrightarrow → textleftarrow ← textuparrow ↑ textdownarrow ↓ ldots … dots … textellipsis … LaTeX LaTeX
    TeX TeX LaTeXe LaTeX2ε BibTeX BibTeX XeTeX XeTeX slash / and & textvisiblespace ␣ checkmark ✓ aleph ℵ
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
    nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    textalpha α textbeta β textgamma γ textdelta δ textepsilon ε textlambda λ textpi π textsigma σ textomega ω
    times × div ÷ pm ± mp ∓ cdot · ast ∗ star ⋆ circ ∘ bullet • sim ∼ approx ≈ simeq ≃ cong ≅ equiv ≡ propto ∝ neq ≠
    ne ≠ leq ≤ le ≤ geq ≥ ge ≥ leqslant ⩽ geqslant ⩾ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ infty ∞ partial ∂ nabla ∇ sum ∑
    prod ∏ int ∫ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ cup ∪ cap ∩ emptyset ∅ varnothing ∅
    forall ∀ exists ∃ neg ¬ wedge ∧ vee ∨ oplus ⊕ otimes ⊗ odot ⊙ perp ⊥ parallel ∥ to → rightarrow → leftarrow ←
    leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ uparrow ↑ downarrow ↓ longrightarrow ⟶
    hbar ℏ ell ℓ Re ℜ Im ℑ prime ′ angle ∠ triangle △ cdots ⋯ langle ⟨ rangle ⟩"""
)
"""Commands that are one symbol, also those of maths when they stand outside of it."""

_CYRILLIC = _table(
    """a а b б v в g г d д e е yo ё zh ж z з i и ishrt й k к l л m м n н o о p п r р s с t т u у f ф h х c ц ch ч sh ш
    shch щ hrdsn ъ ery ы sftsn ь erev э yu ю ya я ie є ii і yi ї gup ґ dje ђ tshe ћ je ј lje љ nje њ dzhe џ dze ѕ
    ushrt ў"""
)
READ_ONLY = (
    _table(
        r"""textlangle ⟨ textrangle ⟩ textlquill ⁅ textrquill ⁆ textbrokenbar ¦ textcurrency ¤ textflorin ƒ textwon ₩
    textdong ₫ textlira ₤ textnaira ₦ textpeso ₱ textcolonmonetary ₡ textbaht ฿ textperthousand ‰ textpertenthousand ‱
    permil ‰ textdiscount ⁒ textestimated ℮ textnumero № textrecipe ℞ textservicemark ℠ textcircledP ℗
    textreferencemark ※ textopenbullet ◦ textbigcircle ◯ textinterrobang ‽ textmusicalnote ♪ textlnot ¬ textmp ∓
    textmho ℧ textfractionsolidus ⁄ textdblhyphen ⹀ texttildelow ~ textasciiacute ´ textasciidieresis ¨
    textasciimacron ¯ textasciibreve ˘ textasciicaron ˇ textacutedbl ˝ textschwa ə textglotstop ʔ textturnk ʞ
    textphi ɸ texttheta θ textmarried ⚭ textborn ★ textdied † textdivorced ⚮ textleaf ❧ textinfty ∞ textperiodinferior .
    sharp ♯ flat ♭ natural ♮ male ♂ female ♀ venus ♀ mars ♂ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ setminus ∖ mid ∣
    nmid ∤ asymp ≍ doteq ≐ prec ≺ succ ≻ preceq ≼ succeq ≽ subsetneq ⊊ supsetneq ⊋ sqsubseteq ⊑ sqsupseteq ⊒ sqcup ⊔
    sqcap ⊓ uplus ⊎ ltimes ⋉ rtimes ⋊ bowtie ⋈ wr ≀ top ⊤ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ square □ Box □ blacksquare ■
    diamond ⋄ Diamond ◇ lozenge ◊ oint ∮ iint ∬ iiint ∭ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ ominus ⊖
    oslash ⊘ therefore ∴ because ∵ hookrightarrow ↪ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠ nearrow ↗ searrow ↘
    longleftrightarrow ⟷ Longrightarrow ⟹ Longleftrightarrow ⟺ iff ⟺ implies ⟹ beth ℶ gimel ℷ hslash ℏ wp ℘ mho ℧
    varkappa ϰ digamma ϝ measuredangle ∡ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ Vert ‖ log log ln ln lg lg
    exp exp sin sin cos cos tan tan arctan arctan sinh sinh cosh cosh tanh tanh max max min min sup sup inf inf lim lim
    limsup limsup liminf liminf arg arg det det dim dim gcd gcd ker ker hom hom Pr Pr"""
    )
    | {f"cyr{name}": letter for name, letter in _CYRILLIC.items()}
    | {f"CYR{name.upper()}": letter.upper() for name, letter in _CYRILLIC.items()}
)
"""Symbols that LaTeX has by packages (textcomp, amssymb, wasysym), names of functions, and letters as the encoding T2A
calls them, as in exports of Zotero that hold ASCII alone. Read and never written: not every document can set them."""

SPACES = {" ": " ", ",": "\u202f", ";": " ", ":": " ", "quad": " ", "qquad": " ", "space": " ", "enspace": " ",
          "thinspace": "\u202f", "nobreakspace": "\xa0", "\n": " ", "\t": " "}  # fmt: skip
"""Commands that are white space."""

IGNORED = frozenset(
    """! - / @ protect relax ignorespaces xspace noindent newblock allowbreak unskip hfill centering sloppy
    displaystyle textstyle small large Large footnotesize normalsize left right bibinfo mathstrut strut
    null leavevmode cyrchar""".split()
)
"""Commands that leave nothing behind."""

BREAKS = {"par": "\n\n", "\\": " ", "newline": " ", "linebreak": " ", "break": " "}
"""Commands that end a line or a paragraph."""

STYLES = (
    dict.fromkeys("emph textit textsl mkbibemph mkbibitalic em it itshape sl slshape".split(), "emphasis")
    | dict.fromkeys("textbf mkbibbold bf bfseries".split(), "strong")
    | dict.fromkeys("texttt lstinline tt ttfamily".split(), "code")
    | {"textsuperscript": "sup", "textsubscript": "sub", "mkbibsuperscript": "sup", "mkbibsubscript": "sub"}
    | {"enquote": "quote", "mkbibquote": "quote", "footnote": "note", "thanks": "note", "mkbibparens": "note"}
    | dict.fromkeys(
        "text textrm textsf textsc textnormal textup textmd mbox hbox fbox underline uline MakeUppercase".split(), ""
    )
)
"""Commands that set their argument in a style that Markdown has (or in one that it has not: "")."""

DECLARATIONS = frozenset(
    """em it itshape sl slshape bf bfseries tt ttfamily rm sc scshape sf normalfont cal upshape mdseries rmfamily
    sffamily""".split()
)
"""Commands that set the rest of their group in a style."""

REFERENCES = frozenset(
    """cite citep citet citealp citealt citeauthor citeyear parencite textcite autocite ref eqref autoref cref Cref
    pageref""".split()
)
"""Commands whose argument is a key: it is all that there is to show."""

WITHOUT_ARGUMENT = frozenset(
    """label vspace hspace color textcolor phantom hphantom vphantom index nocite fontsize selectlanguage noopsort
    sortnoop SortNoop NoopSort noop footnotemark""".split()
)
"""Commands whose (first) argument says nothing to a reader."""

MATHS_COMMANDS = frozenset(
    """frac dfrac tfrac sqrt binom mathcal mathbb mathrm mathbf mathsf mathfrak mathit mathscr boldsymbol hat bar tilde
    vec dot ddot widehat widetilde overline underbrace overbrace operatorname ensuremath""".split()
)
"""Commands of maths that have no Unicode character: outside of maths they become a formula of their own."""

MATHS_ENVIRONMENTS = {
    "equation": "", "displaymath": "", "math": "", "align": "aligned", "eqnarray": "aligned", "multline": "aligned",
    "flalign": "aligned", "gather": "gathered",
}  # fmt: skip
"""Displayed formulas, and what holds their lines inside of ``$$…$$``."""
