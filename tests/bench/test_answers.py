"""All programs are asked the same question, and give the same answer to the cent."""

import os
import shutil
import subprocess
import sys

import pytest

from bench import answers, files, life, programs

N = 2_400


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bench")
    names = ("bank_csv", "bank_journal", "lean_journal", "bank_rules", "bank_beancount")
    files.write(folder, **dict.fromkeys(names, N))
    return folder


@pytest.fixture(scope="module")
def truth():
    return life.income(life.bank_lines(N))


@pytest.mark.slow
def test_plait_answers_what_the_file_holds(folder, truth):
    env = {**os.environ, "PLAIT_HOME": str(folder / "home")}
    env["PYTHONPATH"] = os.pathsep.join(
        [str(programs.ROOT / "src"), str(programs.ROOT)]
    )
    programs.begin(sys.executable, env)
    plait = [sys.executable, "-m", "plait"]
    subprocess.run([*plait, "import", folder / "bank.csv"], env=env, check=True)
    question = ["review", "--on", str(life.REVIEW_ON), "--json"]
    with (folder / "plait.json").open("wb") as out:
        subprocess.run([*plait, *question], env=env, stdout=out, check=True)

    assert answers.of_plait(folder / "plait.json") == truth


@pytest.mark.skipif(not shutil.which("hledger"), reason="hledger is not installed")
@pytest.mark.parametrize("ledger", ["bank.journal", "lean.journal", "bank.csv"])
def test_hledger_answers_what_the_file_holds(ledger, folder, truth):
    rules = ["--rules-file", folder / "bank.rules"] if ledger == "bank.csv" else []
    [stage] = programs.hledger(ledger, "-f", folder / ledger, *rules)
    stage.answer = folder / f"{ledger}.csv"

    stage.run()

    assert answers.of_hledger(stage.answer) == truth


@pytest.mark.skipif(
    not (programs.PEERS / "bean-query").exists(),
    reason="beancount is there after make bench only",
)
def test_beancount_answers_what_the_file_holds(folder, truth):
    [stage] = programs.beancount("file", folder / "bank.beancount", cached=False)
    stage.answer = folder / "beancount.csv"

    stage.run()

    assert answers.of_beancount(stage.answer) == truth
