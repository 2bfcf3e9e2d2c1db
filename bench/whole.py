"""From files to the answer, whole commands in turns with the other programs'."""

from collections.abc import Iterator

from bench import answers, files, life, on_postgresql
from bench.measured import Stage, measure, ratio
from bench.programs import WORK, Book, beancount, hledger
from bench.report import Target, exponent, growth, stages

EVENTS_FOR_LINES = 5  # one event for so many lines


class Filled:
    """A book of one size: filled from files, asked after each step."""

    def __init__(self, n: int) -> None:
        self.folder = WORK / f"files-{n}"
        self.book = book = Book(f"lines-{n}")
        bank, hours, calendar = (
            self.folder / name for name in ("bank.csv", "hours.csv", "calendar.ics")
        )
        self.bank = book.stage("import bank lines", "import", bank, begins=True)
        self.first = book.review("review of the bank lines")
        self.again = book.review("the same review asked again")
        self.hours = book.stage("import time entries", "import", hours)
        self.calendar = book.stage("import calendar", "import", calendar)
        self.all = book.review("review of everything")
        self.n = n

    def stages(self) -> list[Stage]:
        """Return the stages in their order."""
        first = [self.bank, self.first, self.again]
        return [*first, self.hours, self.calendar, self.all]


class Whole:
    """Everything that is measured in turns at `n` lines, a quarter, a sixteenth."""

    def __init__(self, n: int) -> None:
        self.sizes = [Filled(n // 16), Filled(n // 4), Filled(n)]
        self.top = self.sizes[-1]
        at = self.top.folder
        self.hledger = hledger("hledger, its journal", "-f", at / "bank.journal")
        self.lean = hledger("hledger, a lean journal", "-f", at / "lean.journal")
        rules = ("--rules-file", at / "bank.rules")
        self.csv = hledger("hledger, the CSV", "-f", at / "bank.csv", *rules, most=0)
        ledger = at / "bank.beancount"
        self.beancount = [
            *beancount("beancount, its cache", ledger, cached=True, most=2),
            *beancount("beancount, its file", at / "uncached.beancount", most=1),
        ]
        self.ledger = ledger
        self.postgresql = on_postgresql.stages(at / "bank.csv")

    def write_files(self) -> None:
        """Write the life's files of every size."""
        for filled in self.sizes:
            n = filled.n
            counts = {"bank_csv": n, "hours_csv": n}
            counts["calendar_ics"] = n // EVENTS_FOR_LINES
            if filled is self.top:
                ledgers = ("bank_journal", "lean_journal", "bank_rules")
                counts |= dict.fromkeys((*ledgers, "bank_beancount"), n)
                counts["uncached_beancount"] = n
            files.write(filled.folder, **counts)

    def others(self) -> list[Stage]:
        """Return the other programs' stages."""
        return [*self.hledger, *self.lean, *self.csv, *self.beancount]

    def measure(self, rounds: int) -> None:
        """Run all in turns, and see that all gave the same answer."""
        small = [stage for size in self.sizes[:-1] for stage in size.stages()]
        top = self.top.stages()
        measure([*top[:3], *self.others(), *top[3:], *small, *self.postgresql], rounds)
        self._same_answers()

    def _same_answers(self) -> None:
        """Stop unless every program says what the files hold, to the cent."""
        truth = life.income(life.bank_lines(self.top.n))
        ours = [self.top.first, self.top.again, self.top.all, *self.postgresql[1:]]
        told = {stage.name: answers.of_plait(stage.answer) for stage in ours}
        for stage in (*self.hledger, *self.lean, *self.csv):
            told[stage.name] = answers.of_hledger(stage.answer)
        for stage in self.beancount:
            told[stage.name] = answers.of_beancount(stage.answer)
        wrong = [name for name, answer in told.items() if answer != truth]
        if wrong:
            raise SystemExit(f"Another answer than the files hold: {wrong}")

    def targets(self) -> Iterator[Target]:
        """Yield what the whole commands are to reach."""
        top = self.top
        if self.hledger:
            new = ratio([top.bank, top.first], self.hledger)
            what = "bank file to answer, against hledger's journal"
            yield Target(what, "2 × faster", str(new), new.wall >= 2)
            old = ratio([top.again], self.hledger)
            what = "the same asked again, against hledger's journal"
            yield Target(what, "20 × faster", str(old), old.wall >= 20)
        peak = max(stage.middle().peak_mb for stage in top.stages())
        yield Target(
            "most memory of any command", "< 300 MB", f"{peak:.0f} MB", peak < 300
        )
        n = [filled.n for filled in self.sizes]
        powers = [
            exponent([stage.middle().wall for stage in same], n)
            for same in zip(*(f.stages() for f in self.sizes), strict=True)
        ]
        most = max(powers)
        yield Target("power of growth", "≤ 1", f"{most:.2f} at most", most <= 1.05)

    def lines(self) -> Iterator[str]:
        """Yield the tables."""
        yield f"### {self.top.n:,} lines, whole commands\n"
        yield from stages([*self.top.stages(), *self.others(), *self.postgresql])
        yield "### Growth\n"
        yield from growth({filled.n: filled.stages() for filled in self.sizes})
