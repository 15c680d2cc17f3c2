"""Pages: what stays together, what every text belongs to, what a reader finds in the tree."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.platypus.flowables import Flowable

from finsam_review.domain.notes import Note
from finsam_review.domain.summaries import SummarySource
from finsam_review.reporting.content import Footer, Metadata
from finsam_review.reporting.styles import BODY, PAGE, WIDTH
from finsam_review.reporting.tagged.canvas import TaggedCanvas, UntaggedTextError
from finsam_review.reporting.tagged.document import PAGE_HEIGHT, build
from finsam_review.reporting.tagged.flowables import Column, TextBlock
from finsam_review.reporting.tagged.lines import Run
from finsam_review.reporting.tagged.structure import Element
from finsam_review.reporting.verify import read_tags

METADATA = Metadata("Titel & <b>", "Förbund", "Ämne", "sv-SE", datetime(2025, 10, 15, tzinfo=UTC))
FOOTER = Footer("2025/041", "Sida {page} av {pages}")
LINES_A_PAGE = int(PAGE_HEIGHT // BODY.leading)


def _block(text: str, parent: Element) -> TextBlock:
    return TextBlock([Run(text, BODY.face)], BODY, parent.add("P"))


def _rows(count: int, parent: Element, word: str = "rad") -> TextBlock:
    return _block("\n".join(f"{word} {number}" for number in range(count)), parent)


def _pages(path: Path, story: Callable[[Element], Sequence[Flowable]]) -> list[str]:
    """Return the text of each page, from its own tags."""
    path.write_bytes(build(story, metadata=METADATA, footer=FOOTER))
    texts = []
    with pikepdf.open(path) as pdf:
        count = len(pdf.pages)
    for number in range(count):
        with pikepdf.open(path) as pdf:
            for other in reversed(range(count)):
                if other != number:
                    del pdf.pages[other]
            del pdf.Root["/StructTreeRoot"]
            single = path.with_name("single.pdf")
            pdf.save(single)
        texts.append(" ".join(read_tags(single).orphans))
    return texts


def test_text_that_belongs_to_nothing_is_refused() -> None:
    canvas = TaggedCanvas(BytesIO(), METADATA, page_size=PAGE)
    with pytest.raises(UntaggedTextError):
        canvas.drawString(10, 10, "borta")


def test_a_paragraph_over_pages_is_one_element(tmp_path: Path) -> None:
    pages = _pages(tmp_path / "a.pdf", lambda root: [_rows(LINES_A_PAGE * 2 + 5, root)])
    assert len(pages) == 3
    reading = read_tags(tmp_path / "a.pdf")
    assert len(reading.entries) == 1
    assert reading.texts[0].endswith(f"rad {LINES_A_PAGE * 2 + 4}")


def test_no_line_is_left_alone(tmp_path: Path) -> None:
    pages = _pages(tmp_path / "a.pdf", lambda root: [_rows(LINES_A_PAGE + 1, root)])
    assert pages[1].count("rad") == 2
    pages = _pages(
        tmp_path / "b.pdf", lambda root: [_rows(LINES_A_PAGE - 1, root), _rows(6, root, word="slut")]
    )
    assert "slut" not in pages[0]


def test_what_is_whole_goes_to_the_next_page_if_it_fits_there(tmp_path: Path) -> None:
    def story(root: Element) -> list[Flowable]:
        pair = [_rows(6, root, word="utmaning"), _rows(6, root, word="förslag")]
        return [_rows(LINES_A_PAGE - 8, root), Column(pair, page_height=PAGE_HEIGHT, whole=True)]

    first, second = _pages(tmp_path / "a.pdf", story)
    assert "utmaning" not in first
    assert second.count("utmaning") == second.count("förslag") == 6


def test_what_is_whole_but_longer_than_a_page_is_parted(tmp_path: Path) -> None:
    def story(root: Element) -> list[Flowable]:
        pair = [_rows(LINES_A_PAGE, root, word="utmaning"), _rows(9, root, word="förslag")]
        return [Column(pair, page_height=PAGE_HEIGHT, whole=True)]

    assert len(_pages(tmp_path / "a.pdf", story)) == 2


def test_a_heading_is_not_left_behind(tmp_path: Path) -> None:
    def story(root: Element) -> list[Flowable]:
        together = [_block("Rubrik", root), _rows(5, root, word="punkt")]
        return [_rows(LINES_A_PAGE - 2, root), Column(together, page_height=PAGE_HEIGHT, keep=1)]

    first, second = _pages(tmp_path / "a.pdf", story)
    assert "Rubrik" not in first
    assert second.startswith("Rubrik")


def test_a_part_that_never_fits_is_a_bug_and_no_endless_loop() -> None:
    class Stone(Flowable):
        def wrap(self, *_room: float) -> tuple[float, float]:
            return WIDTH, PAGE_HEIGHT + 1

    with pytest.raises(ValueError, match="no room"):
        build(lambda _root: [Stone()], metadata=METADATA, footer=FOOTER)


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(build(lambda root: [_block("Hej", root)], metadata=METADATA, footer=FOOTER))
    with pikepdf.open(path) as pdf:
        assert pdf.pdf_version == "1.7"
        assert str(pdf.Root.Lang) == "sv-SE"
        assert str(pdf.docinfo["/Title"]) == "Titel & <b>"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20251015000000")
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == "Titel & <b>"
            assert xmp["pdfaid:part"] == "2"
            assert xmp["pdfaid:conformance"] == "A"
            assert xmp["pdfuaid:part"] == "1"
            assert xmp["xmp:CreateDate"] == "2025-10-15T00:00:00+00:00"
        assert pdf.pages[0].obj.Tabs == "/S"


def test_the_tree_of_a_summary(
    note: Callable[..., Note], source: Callable[..., SummarySource], written: Callable
) -> None:
    document = written(source(note("Bra"), note("Sårbart", question=3, proposal="Pool")))
    with pikepdf.open(document.path) as pdf:
        tree = _outline(pdf.Root.StructTreeRoot.K[0])
    assert tree == [
        "Document", ["P"], ["P"], ["P"], ["H1"], ["P"],
        ["Table", *[["TR", ["TH"], ["TD"], ["TH"], ["TD"]]] * 3],
        ["Sect", ["P"], ["P"]],
        ["P"],
        ["Sect", ["H2"], ["L", ["LI", ["Lbl"], ["LBody", ["P"], ["P"]]]]],
        ["Sect", ["H2"], ["P"]],
        ["Sect", ["H2"], ["L", ["LI", ["Lbl"], ["LBody", ["P"], ["P"], ["P"]]]]],
    ]  # fmt: skip


def _outline(element: pikepdf.Object) -> list:
    kids = [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [str(element.S)[1:], *(_outline(kid) for kid in kids)]
