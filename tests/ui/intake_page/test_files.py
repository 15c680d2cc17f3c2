"""What is dropped on the window: files and folders of this computer, each once."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from finsam_review.ui.intake_page import accepted_paths


def test_files_and_folders_are_accepted_once_and_addresses_are_not(tmp_path: Path):
    file = tmp_path / "Ansökan å & ä.docx"
    file.write_bytes(b"x")
    mime = QMimeData()
    local = QUrl.fromLocalFile(str(file))
    gone = QUrl.fromLocalFile(str(tmp_path / "gone.pdf"))
    mime.setUrls([local, local, QUrl("https://example.org/a.docx"), gone, QUrl.fromLocalFile(str(tmp_path))])
    assert accepted_paths(mime) == [file, tmp_path]


def test_text_is_not_accepted():
    mime = QMimeData()
    mime.setText("/etc/hostname")
    assert accepted_paths(mime) == []
