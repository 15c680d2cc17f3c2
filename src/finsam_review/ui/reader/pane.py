"""Owns the reader pane: the documents of one application, as text or as they came (picture 04)."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from finsam_review.domain.applications import Application, Document
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import failure_text
from finsam_review.ui.context import DayContext
from finsam_review.ui.guard import guarded
from finsam_review.ui.reader.document_line import DocumentLine
from finsam_review.ui.reader.find_line import FindLine
from finsam_review.ui.reader.original_view import OriginalView
from finsam_review.ui.reader.text_view import TextView
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import IconButton
from finsam_review.ui.widgets.cards import EmptyState
from finsam_review.ui.widgets.labels import ElidedLabel
from finsam_review.ui.widgets.messages import Message
from finsam_review.ui.widgets.segmented import SegmentedChoice

TEXT, ORIGINAL = "text", "original"


class ReaderPane(QFrame):
    """Shows what an application says. ``closed`` tells that the person wants the pane away."""

    closed = Signal()

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._application: Application | None = None
        self._document: Document | None = None
        self._original_shown = ""
        self.setProperty("part", "surface")
        self.setAccessibleName(_("Reader"))
        self._build()
        context.bus.changed.connect(self._on_changed)
        follow_theme(self._dress)
        self._show_nothing()

    @property
    def application_id(self) -> str:
        """The id of the application shown; empty when there is none."""
        return self._application.id if self._application else ""

    def show_application(self, application: Application) -> None:
        """Show ``application``, its newest document first; one that is already shown keeps its place."""
        same = self._application is not None and self._application.id == application.id
        before = self._application.documents if self._application else ()
        self._application = application
        if same and before == application.documents:
            return
        documents = application.documents
        chosen = self._document.id if same and self._document else ""
        self._document = next((item for item in documents if item.id == chosen), None)
        if self._document is None and documents:
            self._document = documents[-1]
        self._show_document()

    def focus_text(self) -> None:
        """Put the keyboard in the text, so that the arrow keys scroll it."""
        view = self._views.currentWidget()
        if view is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_text(self) -> None:
        """Show the document as text."""
        self._mode.choose(TEXT)
        self._show_view()

    def show_original(self) -> None:
        """Show the document as it came."""
        self._mode.choose(ORIGINAL)
        self._show_view()

    def search_for(self, words: str) -> None:
        """Search the text for ``words``, as if they had been typed."""
        self.search()
        self._find.field.setText(words)

    def search(self) -> None:
        """Open the line that searches the text."""
        if self._mode.choice != TEXT:
            self.show_text()
        if self._views.currentWidget() is self._text:
            self._find.begin(self._text.textCursor().selectedText())
            self._search(self._find.field.text())

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        """Qt override: inside the pane Ctrl+F searches the text, whatever it does elsewhere in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_find(event):
            event.accept()
            return True
        return super().event(event)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Ctrl+F opens the search, F3 goes on with it, Esc closes the pane."""
        if _is_find(event):
            self.search()
        elif event.key() == Qt.Key.Key_F3 and self._find.isVisible():
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._on_stepped(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_changed(self, changes: Changes) -> None:
        if self._application is None or self._application.id not in changes.applications:
            return
        try:
            self.show_application(self._context.session.applications.get(self._application.id))
        except UserError:
            self._show_nothing()

    def _on_document(self, document_id: str) -> None:
        documents = self._application.documents if self._application else ()
        self._document = next((item for item in documents if item.id == document_id), None)
        self._show_document()

    def _on_stepped(self, by: int) -> None:
        self._text.step(by)
        self._find.tell(self._text.hit, self._text.hits)

    def _on_find_ended(self) -> None:
        self._find.hide()
        self._text.find_all("")
        self.focus_text()

    def _search(self, words: str) -> None:
        self._text.find_all(words)
        self._find.tell(self._text.hit, self._text.hits)

    def _show_nothing(self) -> None:
        self._application = self._document = None
        self._show_document()

    def _show_document(self) -> None:
        documents = self._application.documents if self._application else ()
        document = self._document
        self._line.show_documents(documents, document.id if document else "")
        self._mode.setVisible(bool(documents))
        self._search_button.setVisible(bool(document and not document.problem))
        self._original_shown = ""
        self._original.clear()
        self._find.hide()
        if document is not None and not document.problem:
            self._text.show_blocks(self._context.session.applications.text(document.id))
        elif document is not None:
            sentence = failure_text(document.problem, {"file": document.file_name})
            self._problem.say("warn", _("There is no text to show."), sentence)
        self._show_view()

    def _show_view(self) -> None:
        document = self._document
        if document is None:
            self._views.setCurrentWidget(self._empty)
        elif self._mode.choice == ORIGINAL:
            self._find.hide()
            if self._original_shown != document.id:
                data = self._context.session.applications.original(document.id)
                self._original.show_original(document, data)
                self._original_shown = document.id
            self._views.setCurrentWidget(self._original)
        else:
            self._views.setCurrentWidget(self._trouble if document.problem else self._text)

    def _build(self) -> None:
        self._title = ElidedLabel(_("Application"), self, role=Role.LEAD, weight=SEMIBOLD)
        options = [(TEXT, _("Text"), ""), (ORIGINAL, _("The original"), "")]
        self._mode = SegmentedChoice(_("Show as"), options, self)
        self._mode.chosen.connect(lambda _key: self._show_view())
        self._search_button = IconButton(
            "magnifying-glass", _("Search in the application"), self, keys="Ctrl+F"
        )
        self._search_button.clicked.connect(self.search)
        close = IconButton("x", _("Close the application"), self, keys="Esc")
        close.clicked.connect(self.closed)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        for part in (self._mode, self._search_button, close):
            self._head.addWidget(part)
        self._line = DocumentLine(self)
        self._line.chosen.connect(self._on_document)
        self._find = FindLine(self)
        self._find.searched.connect(self._search)
        self._find.stepped.connect(self._on_stepped)
        self._find.ended.connect(self._on_find_ended)
        self._find.hide()
        self._build_views()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        for widget in (self._line, self._find):
            self._column.addWidget(widget)
        self._column.addWidget(self._views, 1)

    def _build_views(self) -> None:
        self._text = TextView(self)
        self._original = OriginalView(self._context.session.path.parent, self)
        self._problem = Message("warn", "", "", self)
        self._trouble = _topped(self._problem)
        words = _("The application was added by hand, so there is no document to read.")
        self._empty = _topped(EmptyState("file-text", _("No document"), words, self))
        self._views = QStackedWidget(self)
        for view in (self._text, self._original, self._trouble, self._empty):
            self._views.addWidget(view)

    def _dress(self) -> None:
        theme = current_theme()
        self._head.setContentsMargins(theme.px(20), theme.px(10), theme.px(10), theme.px(10))
        self._head.setSpacing(theme.px(4))
        side = theme.px(16)
        for holder in (self._trouble, self._empty):
            layout = holder.layout()
            if layout is not None:
                layout.setContentsMargins(side, side, side, side)


def _topped(widget: QWidget) -> QWidget:
    """Return a page with ``widget`` at its top."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(widget)
    column.addStretch(1)
    return page


def _is_find(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Find)
