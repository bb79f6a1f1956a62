"""The site's own PDFs: each stands in its paper's folder, where Google Scholar looks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from publist.content.loading import Asset, Content, PaperRecord
from publist.model.artifact import digest
from publist.text.file_names import address_of, file_of
from publist.text.unicode_forms import composed


def own_pdfs(content: Content, published: Iterable[PaperRecord]) -> dict[str, Asset]:
    """The PDF of each published paper that has one here, by slug: the file beside it, or one that its links name."""
    beside = {composed(asset.name): asset for asset in content.pdfs}
    assets = {composed(asset.name): asset for asset in content.assets if asset.name.lower().endswith(".pdf")}
    if not assets and not beside:
        return {}
    found = {}
    for record in published:
        url = record.paper.links.get("pdf", "")
        name = _below_assets(url) if url and "://" not in url else ""
        linked = assets.get(name) or assets.get(file_of(name))
        if asset := beside.get(composed(record.slug)) or linked:
            found[record.slug] = asset
    return found


def _below_assets(url: str) -> str:
    """The name below content/assets of ``assets/x.pdf``, ``/assets/x.pdf``, ``../assets/x.pdf`` or ``x.pdf``."""
    return url.lstrip("./").removeprefix("assets/")


def pdf_path(slug: str) -> str:
    """The address on the site of a paper's own PDF (Google Scholar: in the folder of the page with the abstract)."""
    name = address_of(slug)
    return f"papers/{name}/{name}.pdf"


def with_own_pdf(record: PaperRecord, pdfs: Mapping[str, Asset]) -> PaperRecord:
    """The record with the site path of its own PDF in its links, if it has one."""
    if record.slug not in pdfs:
        return record
    links = {**record.paper.links, "pdf": pdf_path(record.slug)}
    return record._replace(paper=record.paper._replace(links=links), head=digest(record.head, b"own pdf"))
