"""Owns the view of a PDF's own pages: below each other, as wide as there is room, drawn when seen."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import ExitStack

from PySide6.QtCore import QCoreApplication, QRect, QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.pdf_pages.file import PdfFile, UnreadablePdfError
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.messages import Message

KEPT_PAGES = 6
"""Images kept. An A4 page at 150 % on a sharp screen is some 12 MB."""
_WIDEST = 900
_MARGIN = 12
_ONE_STEP = 60


class PdfPagesView(QWidget):
    """The pages of a PDF, or a calm sentence when it can't be shown. ``name`` says whose pages they are."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = Message("warn", "", "", self)
        self._message.hide()
        self._canvas = _Canvas(self)
        self.setFocusProxy(self._canvas)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._message)
        self._column.addWidget(self._canvas, 1)
        self.set_name(name)
        follow_theme(self._dress)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._canvas.file.sizes) if self._canvas.file else 0

    @property
    def problem(self) -> str:
        """The sentence shown instead of pages; empty when there are pages or nothing."""
        return self._message.accessibleName() if self._message.isVisibleTo(self) else ""

    def set_name(self, name: str) -> None:
        """Say whose pages they are to those who do not see them."""
        self._canvas.setAccessibleName(name)

    def show_pdf(self, data: bytes, *, keep_place: bool = False) -> bool:
        """Show the pages of ``data`` and return whether it went well; ``keep_place`` stays where one read."""
        try:
            file = PdfFile(data)
        except UnreadablePdfError as error:
            self.clear()
            self._say(locked=error.locked)
            return False
        self._message.hide()
        self._canvas.show()
        self._canvas.show_file(file, keep_place=keep_place)
        return True

    def clear(self) -> None:
        """Show nothing."""
        self._message.hide()
        self._canvas.show_file(None)

    def _say(self, *, locked: bool) -> None:
        rest = (
            _("The file is protected by a password. It is kept as it came in.")
            if locked
            else _("The file is damaged. It is kept as it came in.")
        )
        self._message.say("warn", _("The pages can't be shown."), rest)
        self._message.show()
        self._canvas.hide()

    def _dress(self) -> None:
        self._column.setSpacing(current_theme().px(8))


class _Canvas(QAbstractScrollArea):
    """What scrolls: pages on white, the images of those in sight and a few more kept."""

    def __init__(self, parent: QWidget) -> None:
        self.file: PdfFile | None = None
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._wanted: list[int] = []
        self._open = ExitStack()
        super().__init__(parent)
        # Not a method of its own: those are cut off before the widget tells that it goes.
        self.destroyed.connect(self._open.close)
        self.setProperty("frameless", "true")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)
        follow_theme(self._dress)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._on_quit)

    def show_file(self, file: PdfFile | None, *, keep_place: bool = False) -> None:
        self._open.close()
        if file is not None:
            self._open.callback(file.close)
        same_pages = keep_place and file is not None
        self.file = file
        if not same_pages:
            self._images.clear()
            self.verticalScrollBar().setValue(0)
        self._wanted = [*self._images] if same_pages else []
        self.setAccessibleDescription(file.text() if file is not None else "")
        self._measure()
        if self._wanted:
            self._timer.start()
        self.viewport().update()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the pages are as wide as there is room, and one goes on reading where one was."""
        bar = self.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        super().resizeEvent(event)
        self._measure()
        bar.setValue(round(place * bar.maximum()))

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Home and End, and Space as Page Down; the arrows and Page Up come with Qt."""
        bar = self.verticalScrollBar()
        targets = {
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(target)

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the pages in sight, white until their image is there, and the frame of the focus."""
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        missing: list[int] = []
        for index, box in self._in_sight():
            painter.fillRect(box, Qt.GlobalColor.white)
            image = self._images.get(index)
            if image is not None:
                painter.drawImage(box, image)
            if image is None or image.width() != self._device_width(box):
                missing.append(index)
            painter.setPen(QPen(theme.colour("line2" if theme.tokens.plain else "line"), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -2, -2))
        if missing:
            self._wanted = missing + [index for index in self._wanted if index not in missing]
            self._timer.start()

    def _on_quit(self) -> None:
        self.show_file(None)

    def _on_turn(self) -> None:
        """Draw one page and give the window its turn."""
        if self.file is None or not self._wanted:
            return
        index = self._wanted.pop(0)
        boxes = dict(self._boxes())
        if index in boxes:
            self._images[index] = self.file.image(index, self._device_width(boxes[index]))
            self._images.move_to_end(index)
        while len(self._images) > KEPT_PAGES:
            self._images.popitem(last=False)
        self.viewport().update()
        if self._wanted:
            self._timer.start()

    def _device_width(self, box: QRect) -> int:
        return max(1, round(box.width() * self.devicePixelRatioF()))

    def _in_sight(self) -> Iterator[tuple[int, QRect]]:
        seen = self.viewport().rect()
        offset = self.verticalScrollBar().value()
        for index, box in self._boxes():
            placed = box.translated(0, -offset)
            if placed.intersects(seen):
                yield index, placed

    def _boxes(self) -> Iterator[tuple[int, QRect]]:
        theme = current_theme()
        margin = theme.px(_MARGIN)
        width = min(self.viewport().width() - 2 * margin, theme.px(_WIDEST))
        left = (self.viewport().width() - width) // 2
        top = margin
        for index, size in enumerate(self.file.sizes if self.file else ()):
            height = _height_at(width, size)
            yield index, QRect(left, top, width, height)
            top += height + margin

    def _measure(self) -> None:
        boxes = list(self._boxes())
        whole = boxes[-1][1].bottom() + current_theme().px(_MARGIN) if boxes else 0
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, whole - room))
        bar.setPageStep(max(1, room - current_theme().px(32)))
        bar.setSingleStep(current_theme().px(_ONE_STEP))

    def _dress(self) -> None:
        self._measure()
        self.viewport().update()


def _height_at(width: int, size: QSizeF) -> int:
    return max(1, round(width * size.height() / max(size.width(), 1.0)))
