"""References in CSL styles that builds have made: a paper's is made again only when the paper or the style changes."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from publist.build.kept_texts import KeptTexts, PaperText
from publist.cache.store import Cache
from publist.library.library import Entry
from publist.outputs.csl.references import CslReferences, Known


def complete(references: CslReferences, entries: Sequence[Entry], cache: Cache) -> None:
    """Make, for each style, the references that the cache does not have, and keep them there.

    PublistError if the engine refuses a style.
    """
    if not references.styles:
        return
    kept = KeptTexts(cache, "references", cache.signature.encode())
    wanted = {name: _wanted(references, entries, name) for name in references.styles}
    references.known |= _known(kept, wanted, entries)
    made = [references.make(entries, name) for name in references.styles]
    if any(made):
        names = [text for texts in wanted.values() for text in texts]
        states = [entry.state for entry in entries]
        texts = {
            (text.digest, name): references.known[state, name]
            for name, found in wanted.items()
            for text, state in zip(found, states, strict=True)
        }
        kept.save(names, texts, {entry.slug for entry in entries})


def _wanted(references: CslReferences, entries: Sequence[Entry], name: str) -> list[PaperText]:
    said = repr((references.styles[name].text, references.language)).encode()
    stamp = blake2b(said, digest_size=8).digest()
    return [PaperText(entry.slug, name, stamp + entry.state) for entry in entries]


def _known(kept: KeptTexts, wanted: dict[str, list[PaperText]], entries: Sequence[Entry]) -> Known:
    found = kept.of(text for texts in wanted.values() for text in texts)
    return {
        (entry.state, name): found[text.digest, name]
        for name, texts in wanted.items()
        for entry, text in zip(entries, texts, strict=True)
        if (text.digest, name) in found
    }
