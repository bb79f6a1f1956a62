"""Whole pages as they are copied, in many languages and layouts: only the papers are papers, and each is right."""

from __future__ import annotations

import pytest

from publist.formats import load
from publist.formats.recognition import recognised
from publist.importing.read_source import read_source
from publist.importing.source import Source
from publist.model.paper import Paper
from tests.support.works import read_as

ROWS = (
    "Noise in long winters\nA Lee, M Roe\nJournal of Ice 12 (3), 45-67, 2021\n23\t2021\n"
    "Ice and its sounds\nA Lee, J Poe\nProceedings of Snow, 1-9, 2019\n5*\t2019\n"
    "Snow\n王芳, 李明\n雪学报 3, 2-4, 2017\n\t2017\n"
)
MENUS = {
    "zh": (
        "正在加载...\n每年引用次数\n重复的引用\n合并的引用\n添加合著者\n合著者\n关注\n此作者的新文章\n"
        "用于接收更新的电子邮件地址\n"
        "完成\n我的个人资料\n我的图书馆\n统计指标\n快讯\n设置\n登录\n引用次数\n"
        "查看全部\n\t总计\t2020 年至今\n引用\t1281\t400\n"
        "h 指数\t3\t2\n开放获取的出版物数量\n查看全部\n4 篇文章\n"
        "可查看的文章\n无法查看的文章\n根据资助方的强制性开放获取政策\n"
        "Ann Lee\n奥卢大学\n在 oulu.example 的电子邮件经过验证 - 首页\n雪冰\n标题\n引用次数\n年份",
        "文章 1–3\n展开\n隐私权\n条款\n帮助",
    ),
    "ja": (
        "読み込んでいます...\n引用数（年）\n次の論文は Scholar で統合されています。\n統合された引用\n"
        "共著者を追加\nフォロー\n"
        "更新情報を受け取るメールアドレス\n完了\nマイ プロフィール\nマイ ライブラリ\n統計情報\n"
        "アラート\n設定\nログイン\n"
        "引用先\n\tすべて\t2020 年以来\n引用\t1281\t400\n利用可能\n利用不可\n助成機関の要件に基づく\n"
        "Ann Lee\nオウル大学\n"
        "確認したメール アドレス: oulu.example\n論文引用先\nタイトル\n並べ替え引用数順年順タイトル順\n引用先\n年",
        "論文 1–3\nもっと見る\nプライバシー\n規約\nヘルプ",
    ),
    "ko": (
        "로드 중...\n팔로우\n내 프로필\n내 라이브러리\n통계\n알리미\n설정\n로그인\n인용\n모두 보기\n"
        "\t전체\t2020년 이후\n"
        "서지정보\t1281\t400\nAnn Lee\n오울루 대학교\noulu.example의 이메일 확인됨\n학술자료인용\n제목\n정렬\n연도",
        "학술자료 1–3\n더보기\n개인정보처리방침\n약관\n도움말",
    ),
    "co-authors": (
        "Max Roe\nUniversity of Turku\nJ Poe\nUniversity of Oslo\nCo-authors\nTitle\nYear",
        "Co-authors\nA\nJ Poe\nB",
    ),
}  # fmt: skip


def titles(papers: tuple[Paper, ...]) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(paper.title, paper.date.year if paper.date else 0, paper.review) for paper in papers]


@pytest.mark.parametrize("language", MENUS)
def test_the_words_around_a_table_are_no_papers(language: str) -> None:
    """Menus in scripts without capitals look like names; around the table nothing without count and year is a paper."""
    above, below = MENUS[language]
    papers = read_as("scholar-profile", f"{above}\n{ROWS}{below}\n").papers
    assert titles(papers) == [("Noise in long winters", 2021, ()), ("Ice and its sounds", 2019, ()), ("Snow", 2017, ())]


@pytest.mark.parametrize("head", ["Year", "年份", "年"])
def test_a_title_without_capitals_follows_the_head_of_the_table(head: str) -> None:
    """The last word of the head is no title, though the first title looks like a name."""
    papers = read_as("scholar-profile", f"Title\nCited by\n{head}\n川の音と都市の記憶\nA Lee, 王芳\n{ROWS[35:]}").papers
    assert (papers[0].title, papers[0].review, len(papers)) == ("川の音と都市の記憶", (), 3)


@pytest.mark.parametrize("count", ["{}", "Cited by {}"])
def test_narrow_windows_show_the_year_behind_the_venue_alone(count: str) -> None:
    """A count follows each venue, and no column of years."""
    rows = [("Noise", "Journal of Ice 12 (3), 45-67", 2021, 23), ("Snow", "Snow", 2019, 5), ("Ice", "Ice", 2017, 4)]
    text = "\n".join(
        f"{title} is cold\nA Lee, M Roe\n{venue}, {year}\n{count.format(n)}" for title, venue, year, n in rows
    )
    papers = read_as("scholar-profile", text).papers
    assert [(paper.venue, paper.date and paper.date.year) for paper in papers] == [
        ("Journal of Ice", 2021), ("Snow", 2019), ("Ice", 2017),
    ]  # fmt: skip
    assert [paper.citations.count for paper in papers if paper.citations] == [23, 5, 4]


def test_running_numbers_are_no_citations() -> None:
    """A list whose papers are numbered on lines of their own is not taken for a table with counts."""
    text = "\n".join(f"{at}\nNoise {at} is cold\nA Lee, M Roe\nJournal of Ice, 20{10 + at}" for at in (1, 2, 3, 4))
    found = recognised(text).format
    papers = load(found.name).read(text, source="x").papers if found else ()
    assert all(paper.review or not paper.citations for paper in papers)


def test_the_year_may_stand_before_the_words_that_count_citations() -> None:
    """`2021` and `Cited by 23`, in this order, are year and count."""
    text = "Noise\nA Lee\nIce 3\n2021\nCited by 23\nSnow\nM Roe, A Lee\nIce 2\n2019\nCited by 4\n"
    papers = read_as("scholar-profile", text).papers
    assert [(paper.date and paper.date.year, paper.citations and paper.citations.count) for paper in papers] == [
        (2021, 23), (2019, 4),
    ]  # fmt: skip


@pytest.mark.parametrize("group", ["LHCb collaboration", "The IceCube Collaboration", "Human Genome consortium"])
def test_groups_are_authors_however_they_are_spelt(group: str) -> None:
    """`collaboration` in small letters is a group, too, alone and beside people."""
    text = f"Noise\n{group}, R Aaij\nIce 3, 2020\n2\t2020\nSnow\n{group}\nIce 2, 2019\n5\t2019\n"
    papers = read_as("scholar-profile", text).papers
    assert [[str(name) for name in paper.authors] for paper in papers] == [[group, "R Aaij"], [group]]
    assert all(paper.authors[0].literal for paper in papers)


def test_commas_of_arabic_and_chinese_part_names() -> None:
    """`أحمد علي، محمد حسن` are two people, `王芳，李明` too."""
    text = "Noise\nأحمد علي، محمد حسن\nIce 3, 2020\n2\t2020\nSnow\n王芳，李明\nIce 2, 2019\n5\t2019\n"
    assert [len(paper.authors) for paper in read_as("scholar-profile", text).papers] == [2, 2]


def test_a_result_whose_links_are_missing_is_not_lost_in_silence() -> None:
    """Where a line made as one of authors stands among the words of a result, it may be another paper's."""
    text = (
        "Noise\nA Lee - Ice, 2021 - oulu.example\nIt is shown …\nCite Cited by 3\n"
        "Snow\nM Roe - Ice, 2019 - oulu.example\nIt is shown …\n"
        "Frost\nJ Poe - Ice, 2018 - oulu.example\nCite Cited by 2\n"
    )
    reading = load("scholar-search").read(text, source="x")
    assert [bool(paper.review) for paper in reading.papers] == [False, True]
    assert any("J Poe" in problem.message for problem in reading.problems)


HEADS = [
    "2021", "--- {} ---", "{}:", "[{}]", "({})", "Year {}", "Year: {}", "{} (5 papers)", "{} [2]", "Publications {}",
    "Publications in {}", "{} Publications", "## {}", "**{}**", "== {} ==", "— {} —", "■ {}", "▼ {}", "| {} |", "/{}/",
    "In {}", "{}年", "Año {}", "Jahr {}", "{} (so far)", "{}\n----", "\t{}", "{}.",
]  # fmt: skip
LIST = [("Noise in long winters", "A Lee, M Roe", "J Winters 20", 2021),
        ("Ice and its sounds", "M Roe, A Lee", "IceConf", 2021), ("A short spring", "A Lee, J Poe", "arXiv", 2019),
        ("On frost", "A Lee", "Frost Letters", 2016)]  # fmt: skip


def printed(head: str, *, blank: bool, venues: bool) -> str:
    lines, year = [], 0
    for title, authors, venue, printed_in in LIST:
        lines += [head.replace("2021", "{}").format(printed_in)] if printed_in != year else []
        lines += [title, authors, *([venue] if venues else []), *([""] if blank else [])]
        year = printed_in
    return "\n".join(lines)


@pytest.mark.parametrize("blank", [False, True])
@pytest.mark.parametrize("venues", [False, True])
@pytest.mark.parametrize("head", HEADS)
def test_years_stand_above_their_papers(head: str, *, venues: bool, blank: bool) -> None:
    """However a heading is set, its year is that of the papers below it."""
    papers = read_source(Source("x.txt", printed(head, blank=blank, venues=venues).encode()), path="x.txt").papers
    expected = [(title, year) for title, _, _, year in LIST]
    assert [(paper.title, paper.date and paper.date.year) for paper in papers] == expected
    assert [[str(name) for name in paper.authors] for paper in papers] == [
        authors.split(", ") for _, authors, _, _ in LIST
    ]


@pytest.mark.parametrize(
    "head", ["{} Journal articles", "{} – Journals", "Journal articles ({})", "Journal articles, {}"]
)
def test_a_heading_may_say_year_and_type(head: str) -> None:
    """Both are those of the papers below it."""
    papers = read_source(Source("x.txt", printed(head, blank=True, venues=True).encode()), path="x.txt").papers
    assert [(paper.type, paper.date and paper.date.year) for paper in papers] == [
        ("article-journal", year) for *_, year in LIST
    ]


def test_two_papers_in_one_block_are_not_one_with_a_note() -> None:
    """Where nothing parts two papers, what is read is right or nothing; the second is not a note of the first."""
    block = "Noise in long winters\nA Lee, M Roe\nJ Winters 20\nIce and its sounds\nM Roe, A Lee\n"
    text = f"# 2021\n{block}\n# 2019\nA short spring\nA Lee, J Poe\narXiv\n"
    assert all(
        "Ice and" not in paper.note for paper in read_source(Source("x.txt", text.encode()), path="x.txt").papers
    )


def test_rows_in_no_clear_order_say_what_to_do() -> None:
    """The refusal names the three lines of a paper, and the text made so is read."""
    text = "2015–2019\nNoise in long winters\nA Lee, M Roe\nJ Winters 20\nIce and its sounds\nM Roe, A Lee\nIceConf\n"
    read = read_source(Source("x.txt", text.encode()), path="x.txt")
    assert not read.papers
    assert "three lines" in read.problems[0].hint
    mended = "2019\nNoise in long winters\nA Lee, M Roe\nJ Winters 20\n\nIce and its sounds\nM Roe, A Lee\nIceConf\n"
    assert len(read_source(Source("x.txt", mended.encode()), path="x.txt").papers) == 2


def test_a_list_that_begins_with_a_number_in_brackets_is_no_json() -> None:
    """The refusal speaks of a list, and not of objects."""
    read = read_source(Source("x.txt", b"[1] something\n[2] something else\n"), path="x.txt")
    assert not read.papers
    assert "object" not in read.problems[0].message


@pytest.mark.parametrize(
    "form",
    [
        "{0}\n{1}\n{2}\n{3}\n\n",
        "## {0}\n\n- **{1}**\n  {2}\n  *{3}*\n\n",
        "<h2>{0}</h2><ul><li><b>{1}</b><br>{2}<br><i>{3}</i></li></ul>",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_papers_in_press_stand_beside_those_of_years(form: str, *, first: bool) -> None:
    """A heading of a status ends at the next year, and a year at the heading of a status."""
    rows = [
        ("In press", "Noise in long winters", "A Lee, M Roe", "J Winters"),
        ("2021", "Ice", "M Roe, A Lee", "IceConf"),
    ]
    text = "".join(form.format(*row) for row in (rows if first else rows[::-1]))
    text = f"<html><body>{text}</body></html>" if "<li>" in text else text
    papers = read_source(Source("x", text.encode()), path="x").papers
    assert {(paper.status, paper.date and paper.date.year) for paper in papers} == {("in press", None), ("", 2021)}


@pytest.mark.parametrize(
    "form",
    [
        "{0}\n{1}\n{2}\n{3}\n{4}\n\n",
        "## {0}\n\n### {1}\n\n- **{2}**\n  {3}\n  *{4}*\n\n",
        "<h2>{0}</h2><h3>{1}</h3><ul><li><b>{2}</b><br>{3}<br><i>{4}</i></li></ul>",
    ],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_years_and_sections_hold_both(form: str, *, swapped: bool) -> None:
    """Whichever of them stands above the other, each paper has its year and its type."""
    rows = [("2021", "Journal articles", "Noise in long winters", "A Lee, M Roe", "J Winters"),
            ("2019", "Conference papers", "Ice", "M Roe, A Lee", "IceConf")]  # fmt: skip
    text = "".join(form.format(*(row[1::-1] if swapped else row[:2]), *row[2:]) for row in rows)
    text = f"<html><body>{text}</body></html>" if "<li>" in text else text
    papers = read_source(Source("x", text.encode()), path="x").papers
    assert [(paper.type, paper.date and paper.date.year) for paper in papers] == [
        ("article-journal", 2021), ("paper-conference", 2019),
    ]  # fmt: skip


def test_lines_that_doubled_make_the_papers_beside_them_doubtful() -> None:
    """A venue that is the line of authors, and a row below one that has a venue for its title, are looked at again."""
    rows = ["Ice and its sounds\nAnn Lee, Jan Novák\nAnn Lee, Jan Novák\nJournal of Cold Things, 2008"]
    rows[0] += "\nA short spring in the north\nA short spring in the north\nA line that is strange\nTom Roe, Ann Lee"
    rows[0] += "\nNature, 2022"
    rows += [f"Learning to listen {n}\nMei Müller, Ann Lee\nIce and Snow, 2013" for n in ("well", "long", "late")]
    papers = read_source(Source("x", "\n\n".join(rows).encode()), path="x").papers
    assert [bool(paper.review) for paper in papers] == [True, True, True, False, False, False]
