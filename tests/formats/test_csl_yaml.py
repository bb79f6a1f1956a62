"""CSL-YAML is read as CSL-JSON is, in the forms of pandoc; archives that hold no list are told with a way."""

from __future__ import annotations

import io
import json
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.formats import csl_json, csl_yaml
from publist.formats.recognition import recognise
from publist.model.paper import Date, Name
from tests.conftest import Site

_ITEMS = """\
- id: doe2019
  type: article-journal
  title: 'A study of *things*: the first'
  author:
  - family: Doe
    given: Jane A.
  - {family: Berg, given: Max, non-dropping-particle: van den}
  issued:
    date-parts: [[2019, 8]]
  container-title: Journal of Things
  volume: 12
  DOI: 10.1000/182
- id: roe2020
  type: chapter
  title: Another
  author: [{literal: The Group}]
  issued: 2020-05
  status: in press
"""
_INDENTED = "".join(f"  {line}\n" for line in _ITEMS.splitlines())
_FORMS = {
    "list": _ITEMS,
    "references": f"references:\n{_ITEMS}",
    "pandoc": f"---\nreferences:\n{_ITEMS}...\n",
    "document": f"---\ntitle: My thesis\nbibliography: x.bib\nreferences:\n{_INDENTED}---\n\nText: of the thesis\n",
    "comment": f"# exported\n\nreferences:\n{_INDENTED}",
}


@pytest.mark.parametrize("form", _FORMS)
def test_each_form_is_read(form: str) -> None:
    """Both papers, with the line on which each begins."""
    text = _FORMS[form]
    found = recognise(text, "x.yaml")
    assert found
    assert found.name == "csl-yaml"
    reading = csl_yaml.read(text, source="x.yaml")
    assert reading.problems == ()
    first, second = reading.papers
    assert first.authors == (Name("Jane A. Doe"), Name("Max van den Berg", "Max", "Berg", "van den"))
    assert (first.date, first.venue, first.volume, first.doi) == (
        Date(2019, 8),
        "Journal of Things",
        "12",
        "10.1000/182",
    )
    assert (second.date, second.status, second.type) == (Date(2020, 5), "in press", "chapter")
    begins = [number for number, line in enumerate(text.splitlines(), 1) if "id: " in line]
    assert list(reading.lines) == begins


def test_an_item_is_what_it_is_in_json() -> None:
    """The same reader, the same paper."""
    item = {"id": "a", "type": "book", "title": "T", "author": [{"family": "Lee", "given": "Ann"}], "edition": "2"}
    as_json = csl_json.read(json.dumps([item]), source="x").papers
    as_yaml = csl_yaml.read(f"references: [{json.dumps(item)}]", source="x").papers
    assert as_json == as_yaml != ()


@pytest.mark.parametrize(
    "text", ["a: 1\nb: [x]\n", "- title: A\n  authors: [Ann Lee]\n  year: 2020\n", "cff-version: 1.2.0\ntitle: T\n"]
)
def test_other_yaml_is_none(text: str) -> None:
    """Settings, lists of another make and citation files of software."""
    assert not csl_yaml.recognises(text)


def test_a_mistake_and_a_record_without_a_title_are_told() -> None:
    """With their lines; the other items are read."""
    reading = csl_yaml.read(_ITEMS.replace("  title: Another\n", ""), source="x.yaml")
    assert len(reading.papers) == 1
    assert [(problem.path, problem.line) for problem in reading.problems] == [("x.yaml", 13)]
    broken = csl_yaml.read(_ITEMS.replace("[{literal: The Group}]", "[{literal: The Group"), source="x.yaml")
    assert [problem.severity for problem in broken.problems] == ["error"]


@given(st.data())
def test_damage_raises_nothing(data: st.DataObject) -> None:
    """Whatever is cut out or put in: papers, problems, or neither, and nothing that the text does not say."""
    text = _FORMS[data.draw(st.sampled_from(sorted(_FORMS)))]
    begin, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    damaged = text[:begin] + data.draw(st.text("-:[]{}'\"&*!|>#\n aé\0", max_size=6)) + text[end:]
    csl_yaml.recognises(damaged)
    reading = csl_yaml.read(damaged, source="x")
    assert len(reading.papers) == len(reading.lines) <= 3


@pytest.mark.parametrize(
    ("inside", "said"),
    [("content.xml", "unpack it"), ("Index/Document.iwa", "Export To → Word"), ("x.enl", "a library of EndNote")],
)
def test_archives_are_told_with_a_way(site: Site, inside: str, said: str) -> None:
    """What an archive holds says what it is."""
    archive = io.BytesIO()
    with ZipFile(archive, "w") as folder:
        folder.writestr(inside, "x")
    site.write({"content/site.yaml": "title: P\n", "list.bin": archive.getvalue()})
    assert said in site.run("import", "list.bin").stderr
