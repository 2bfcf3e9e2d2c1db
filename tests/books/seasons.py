"""What is counted otherwise since each week is set beside what is expected of it."""

from typing import Any

SEASONS: dict[tuple[str, str], Any] = {
    # It is dated by the weeks in which a quarter more fits better than what was agreed,
    # so that a slow creep begins later and is larger.
    ("50924ad", "nora/drift/atlas/over"): 4.4065,
    ("50924ad", "nora/drift/atlas/since"): "2026-06-08",
    # Hours by the year need eight weeks beside a whole one to learn from; its last weeks
    # have no earlier year beside them.
    ("50924ad", "nora/drift/canal-board/over"): None,
    ("50924ad", "nora/drift/canal-board/since"): None,
    ("50924ad", "nora/drift/canal-board/verdict"): "too short",
    ("50924ad", "nora/findings/role-over/canal-board"): "no such fact",
    # 1.8 hours of 24 are 7.5 %: less than a tenth, and within what its weeks vary.
    ("50924ad", "nora/drift/practice/over"): None,
    ("50924ad", "nora/drift/practice/since"): None,
    ("50924ad", "nora/drift/practice/verdict"): "steady",
    ("50924ad", "nora/findings/role-over/practice"): "no such fact",
}
