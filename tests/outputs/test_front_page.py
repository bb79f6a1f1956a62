"""The front page of a person, of a lab and of a list without an owner; the whole list where it has only a part."""

from __future__ import annotations

import io
import json
import re

import pytest

from tests.conftest import SMALL_SITE, Site, paper
from tests.support.addresses import faults
from tests.support.front_site import SETTINGS, front_site, papers
from tests.support.moved_sites import PNG

BASE = "https://example.org/p/"


def main(page: str) -> str:
    """What a page has between its bar and its foot."""
    return page[page.index("<main") : page.index("</main>")]


def test_the_front_page_of_a_person_has_a_face_a_role_a_biography_links_and_news(site: Site) -> None:
    """Everything that site.yaml and index.md say of the owner, each link under a word, and the newest news."""
    site.write(front_site(12))
    site.build()
    page = main(site.page("index.html"))
    assert "<h1>Mira Solano</h1>" in page
    assert "Senior researcher, Example Institute" in page
    assert 'class="mast who person round"' in page
    assert re.search(r'<img class="photo"[^>]* alt="Mira Solano"', page)
    assert "I work on machine learning" in page
    found = re.findall(r"<a[^>]*>([^<]*)</a>", page[page.index('class="links"') : page.index("</header>")])
    assert found == ["Email", "Google Scholar", "CV"]
    assert 'href="mailto:mira@example.org"' in page
    assert page.index("Jan 2026") < page.index("Jul 2025") < page.index(">2024<")
    assert "Not yet" not in page
    assert page.count("Co-authors") == page.count("Frequent authors") == page.count('class="chart') == 0
    assert [fault for fault in faults(site.output, BASE) if "{search_term_string}" not in fault] == []


def test_the_role_of_a_person_can_stand_in_people_yaml(small_site: Site) -> None:
    """What site.yaml does not say comes from the owner's entry there, so that nothing has to be written twice."""
    entry = "- {name: Ada Lovelace, owner: true, orcid: 0000-0002-1825-0097, affiliation: Engine House}\n"
    small_site.write({"content/people.yaml": entry})
    small_site.build()
    page = main(small_site.page("index.html"))
    assert "Engine House" in page
    assert '<a rel="me" href="https://orcid.org/0000-0002-1825-0097">ORCID</a>' in page


def test_up_to_sixty_papers_the_front_page_has_the_whole_list(site: Site) -> None:
    """All are there, and no page beside it."""
    site.write(
        {"content/site.yaml": SETTINGS.replace("photo", "# photo").replace(", CV: assets/cv.pdf", ""), **papers(60)}
    )
    site.build()
    page = main(site.page("index.html"))
    assert all(f'href="papers/paper-{number:02d}/"' in page for number in range(1, 61))
    assert not (site.output / "papers/index.html").exists()
    assert "<loc>https://example.org/p/papers/</loc>" not in site.page("sitemap.xml")


def test_over_sixty_papers_the_front_page_has_the_selected_and_the_ten_newest(site: Site) -> None:
    """At most eight selected; papers/ has the whole list, with its place in sitemap, navigation and breadcrumbs."""
    site.write(front_site(61))
    site.build()
    page = main(site.page("index.html"))
    selected, newest = page.split('<section class="group selected">')[1].split("</section>", 1)
    assert selected.count('class="entry') == 8
    shown = re.findall(r'<h3[^>]*><a href="papers/paper-(\d\d)/"', newest)
    assert sorted(shown) == [str(number) for number in range(52, 62)]
    assert '<a href="papers/">All 61 papers</a>' in page
    whole = site.page("papers/index.html")
    assert main(whole).count('class="entry') == 61
    assert f'<link rel="canonical" href="{BASE}papers/">' in whole
    assert re.search(r'<a href="\.\./papers/" aria-current="page">Publications</a>', whole)
    assert f"<loc>{BASE}papers/</loc>" in site.page("sitemap.xml")
    paper = site.page("papers/paper-01/index.html")
    trail = re.search(r'"BreadcrumbList".*?</script>', paper, re.DOTALL)
    assert trail
    assert f'"position":2,"name":"Publications","item":"{BASE}papers/"' in trail[0]
    assert len(json.loads(site.page("list.json"))["papers"]) == 61
    assert [fault for fault in faults(site.output, BASE) if "{search_term_string}" not in fault] == []


def test_the_whole_list_is_paged_below_its_own_address(site: Site) -> None:
    """The second page is papers/page/2/; its address of former days, page/2/, leads there."""
    site.write({**front_site(61), "content/site.yaml": SETTINGS + "per_page: 40\n"})
    site.build()
    assert main(site.page("papers/page/2/index.html")).count('class="entry') == 21
    former = site.page("page/2/index.html")
    assert 'content="0; url=../../papers/page/2/"' in former
    assert f'<link rel="canonical" href="{BASE}papers/page/2/">' in former
    site.write({"content/pages/page/2.md": "---\ntitle: Mine\n---\nA page of my own.\n"})
    site.build("--strict")
    assert "A page of my own." in site.page("page/2/index.html")


def test_how_much_the_front_page_has_is_a_setting(site: Site) -> None:
    """`index: {whole: 100}` keeps 61 papers on the front page, and `whole: 0` leaves three of three to papers/."""
    site.write({**front_site(61), "content/site.yaml": SETTINGS + "index: {whole: 100}\n"})
    site.build()
    assert not (site.output / "papers/index.html").exists()
    site.write({"content/site.yaml": SETTINGS + "index: {whole: 0}\n"})
    site.build()
    assert (site.output / "papers/index.html").exists()


def test_the_front_page_of_a_lab_has_its_name_its_sentence_and_a_wide_picture(site: Site) -> None:
    """With `kind: lab`, or with several owners, the head is the site's title."""
    settings = "title: Listening Lab\nkind: lab\ntagline: We study listening.\nphoto: assets/me.png\n"
    site.write({**front_site(12), "content/site.yaml": settings})
    site.build()
    page = main(site.page("index.html"))
    assert "<h1>Listening Lab</h1>" in page
    assert 'class="mast who lab wide"' in page
    owners = "- {name: Mira Solano, owner: true}\n- {name: Bo Chen, owner: true}\n"
    site.write({"content/site.yaml": "title: Two of us\n", "content/people.yaml": owners})
    site.build()
    assert 'class="mast who lab"' in site.page("index.html")


def test_a_list_without_an_owner_has_frequent_authors_and_topics_to_choose(site: Site) -> None:
    """Nobody is a co-author of nobody; "All 3 authors" leads to three people; a chart of the years is there."""
    site.write({"content/site.yaml": "title: Our conference\n", **papers(30)})
    site.build()
    page = main(site.page("index.html"))
    assert "Co-authors" not in page
    assert "Frequent authors" in page
    assert '<a href="topics/listening/" data-choose="Listening">' in page
    assert 'class="chart"' in page


def test_a_number_in_a_link_is_the_number_behind_it(site: Site) -> None:
    """Of 40 people the front page of a list names twelve, and its link says 40."""
    many = {
        f"content/papers/p{n}.md": f"---\ntitle: P {n}\nauthors: [Ann A{n}, Bo B{n}]\ndate: 2020\n---\n"
        for n in range(20)
    }
    site.write({"content/site.yaml": "title: Our conference\n", **many})
    site.build()
    assert '<a href="people/">All 40 authors</a>' in site.page("index.html")
    assert site.page("people/index.html").count("<li><a href=") >= 40


def test_every_overview_is_in_the_foot(small_site: Site) -> None:
    """The bar has few words; years and people are found at the foot of every page."""
    small_site.build()
    page = small_site.page("papers/notes/index.html")
    bar, foot = page[: page.index("<main")], page[page.index("</main>") :]
    assert ">Publications</a>" in bar
    assert ">Years</a>" not in bar
    assert all(f">{word}</a>" in foot for word in ("Topics", "People", "Years"))


def test_a_photo_that_is_not_there_is_told_and_not_shown(small_site: Site) -> None:
    """The check names the line; the page has no broken picture."""
    small_site.write({"content/site.yaml": str(SMALL_SITE["content/site.yaml"]) + "photo: assets/me.jpg\n"})
    small_site.build()
    assert "<img" not in main(small_site.page("index.html"))
    done = small_site.run("check", "--all")
    assert "content/site.yaml:4:1: warning: `photo`: 'assets/me.jpg' cannot be shown" in done.stdout + done.stderr


def test_an_incremental_build_gives_the_bytes_of_a_clean_one(site: Site) -> None:
    """After the sixty-first paper, a change of news, and the paper's end again."""
    site.write(front_site(60))
    site.build()
    site.write({**papers(61), "content/news/new.md": "---\ndate: 2026-03\ntitle: New\n---\n"})
    site.build()
    later = site.snapshot()
    site.build("--clean")
    assert site.snapshot() == later
    (site.folder / "content/papers/paper-61.md").unlink()
    (site.folder / "content/news/new.md").unlink()
    site.build()
    before = site.snapshot()
    site.build("--clean")
    assert site.snapshot() == before


def test_the_photo_is_made_small_and_upright(site: Site) -> None:
    """320 px on the shorter side, as WebP, without what the camera wrote; a picture on its side is turned."""
    image = pytest.importorskip("PIL.Image")
    sideways = image.new("RGB", (1200, 800), (90, 90, 90))
    exif = image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    packed = io.BytesIO()
    sideways.save(packed, "JPEG", exif=exif)
    settings = SETTINGS.replace("assets/me.png", "assets/me.jpg")
    site.write({**front_site(3), "content/site.yaml": settings, "content/assets/me.jpg": packed.getvalue()})
    site.build()
    assert '<img class="photo" src="photo-320.webp"' in site.page("index.html")
    with image.open(site.output / "photo-320.webp") as shown:
        assert (shown.format, shown.size) == ("WEBP", (320, 480))
        assert not shown.getexif()


@pytest.mark.parametrize("written", ["assets/my face.png", "assets/my%20face.png", "../assets/my face.png"])
def test_a_photo_is_found_however_its_name_is_written(small_site: Site, written: str) -> None:
    """As in an address, as a file is called, as seen from a paper's file."""
    settings = str(SMALL_SITE["content/site.yaml"]) + f"photo: {written}\n"
    small_site.write({"content/site.yaml": settings, "content/assets/my face.png": PNG})
    small_site.build()
    assert "cannot be shown" not in small_site.run("check", "--all").stdout


@pytest.mark.parametrize(
    ("settings", "title"),
    [
        ("", "Publications"),
        ("language: de\n", "Publikationen"),
        ("owner: Ada Lai\n", "Ada Lai"),
        (None, "Publications"),
    ],
)
def test_a_site_without_a_title_has_a_name_all_the_same(site: Site, settings: str | None, title: str) -> None:
    """In the head of its pages, and as the text of the link to its front page; an edit keeps it."""
    site.write({"content/papers/a.md": paper("Snow"), **({} if settings is None else {"content/site.yaml": settings})})
    site.build()
    assert f"<title>{title}</title>" in site.page("index.html")
    assert f">{title}</a>" in site.page("papers/a/index.html")
    site.write({"content/papers/a.md": paper("Snow") + "\nMore.\n"})
    assert site.run("build", "--verify").returncode == 0
