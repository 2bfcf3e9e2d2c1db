"""Which spellings are one account, and which never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.formats.banks.account_numbers import iban_of
from plait.formats.banks.identity.sameness import (
    KnownAccount,
    Sameness,
    canonical_of,
    find_account,
    fullest_name,
    same_account,
    sameness,
)
from plait.formats.banks.identity.structures import structures

CERTAIN, LIKELY, DIFFERENT = Sameness.CERTAIN, Sameness.LIKELY, Sameness.DIFFERENT


def iban(country, inside):
    """Return the IBAN with its check digits: 98 less the remainder (ISO 13616)."""
    digits = "".join(str(int(mark, 36)) for mark in f"{inside}{country}00")
    return f"{country}{98 - int(digits) % 97:02}{inside}"


@pytest.mark.parametrize(
    ("spelling", "country", "inside"),
    [
        # 4·9 + 1·8 + 7·7 + 1·6 + 6·5 + 4·4 + 3·3 = 154 = 14·11: the eleven test.
        ("41.71.64.300", "NL", "ABNA0417164300"),
        ("417164300", "NL", "ABNA0417164300"),
        ("0417164300", "NL", "ABNA0417164300"),
        ("417164300EUR", "NL", "ABNA0417164300"),
        ("417164300 EUR", "NL", "ABNA0417164300"),
        ("ABNANL2A/417164300", "NL", "ABNA0417164300"),
        ("ABNANL2A 0417164300", "NL", "ABNA0417164300"),
        ("ABNA0417164300", "NL", "ABNA0417164300"),
        ("P 7654321", "NL", "INGB0007654321"),
        ("7654321", "NL", "INGB0007654321"),
        ("P7654321", "NL", "INGB0007654321"),
        ("37020500/0008090100", "DE", "370205000008090100"),
        ("37020500/8090100", "DE", "370205000008090100"),
        ("37020500 8090100", "DE", "370205000008090100"),
        ("370205000008090100", "DE", "370205000008090100"),
        ("Kto 8090100 BLZ 37020500", "DE", "370205000008090100"),
        ("37020500/43", "DE", "370205000000000043"),
        ("539-0075470-34", "BE", "539007547034"),
        ("539007547034", "BE", "539007547034"),
        ("60-16-13 31926819", "GB", "NWBK60161331926819"),
        ("601613 31926819", "GB", "NWBK60161331926819"),
        ("601613/31926819", "GB", "NWBK60161331926819"),
        ("60161331926819", "GB", "NWBK60161331926819"),
        ("NWBKGB2L/60161331926819", "GB", "NWBK60161331926819"),
        ("93-11-52 12345678", "IE", "AIBK93115212345678"),
        ("30002 00550 0000157841Z 25", "FR", "30002005500000157841Z25"),
        ("30002/00550/0000157841Z", "FR", "30002005500000157841Z25"),
        ("2100 0418 45 0200051332", "ES", "21000418450200051332"),
        ("21000418450200051332", "ES", "21000418450200051332"),
        ("X 05428 11101 000000123456", "IT", "X0542811101000000123456"),
        ("X05428 11101 000000123456", "IT", "X0542811101000000123456"),
        ("05428/11101/000000123456", "IT", "X0542811101000000123456"),
        ("19043/00234573201", "AT", "1904300234573201"),
        ("19043 234573201", "AT", "1904300234573201"),
        ("AT19043/00234573201", "AT", "1904300234573201"),
        ("80-12345-6", "CH", "09000000800123456"),
        ("61 1090 1014 0000 0712 1981 2874", "PL", "109010140000071219812874"),
        ("10901014 0000071219812874", "PL", "109010140000071219812874"),
        ("19-2000145399/0800", "CZ", "08000000192000145399"),
        ("2000145399/0800", "CZ", "08000000002000145399"),
        ("8601 11 17947", "NO", "86011117947"),
        ("8601.11.17947", "NO", "86011117947"),
        ("0040 0440116243", "DK", "00400440116243"),
        ("0040-440116243", "DK", "00400440116243"),
        ("123456-785", "FI", "12345600000785"),
        ("423456-781", "FI", "42345670000081"),
        ("11773016-11111018", "HU", "117730161111101800000000"),
        ("0159-26-007654", "IS", "0159260076545510730339"),
        ("12-345-6789012", "IL", "0123450000006789012"),
        ("0002 0123 12345678901 54", "PT", "000201231234567890154"),
    ],
)
def test_a_national_spelling_is_its_iban(spelling, country, inside):
    whole = iban(country, inside)

    assert iban_of(whole) == whole
    assert sameness(spelling, whole) is CERTAIN
    assert sameness(whole, spelling) is CERTAIN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nl91 abna 0417 1643 00", "NL91ABNA0417164300EUR"),
        ("IBAN NL91 ABNA 0417 1643 00", "NL91-ABNA-0417-1643-00"),
        ("ABNANL2A/NL91ABNA0417164300", "IBAN: NL91ABNA0417164300"),
        ("37020500/8090100", "370205000008090100"),
        ("37020500/8090100", "37020500 0008090100"),
        ("121000358/004512398", "121000358 4512398"),
        ("0012345678", "12345678"),
        ("revolut:Current:EUR", "Revolut:current:EUR"),
        ("411111******1111", "4111 11XX XXXX 1111"),
        ("411111******1111", "4111111111111111"),
        ("NL91ABNA******4300", "NL91ABNA0417164300"),
        ("4111 1111 1111 1111", "4111-1111-1111-1111"),
    ],
)
def test_two_spellings_are_one_account(one, other):
    assert sameness(one, other) is CERTAIN
    assert same_account(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8090100", iban("DE", "370205000008090100")),
        ("0008090100", "37020500/8090100"),
        ("COBADEFF/8090100", iban("DE", "370205000008090100")),
        ("31926819", "GB29NWBK60161331926819"),
        ("31926819", "60-16-13 31926819"),
        # Ten digits that fail the eleven test: other banks may have them too.
        ("2025123456", iban("NL", "BUNQ2025123456")),
        ("6789 123 456 789", iban("SE", "60000000000123456789")),
        ("**** 1234", "XXXX-XXXX-XXXX-1234"),
        ("x1234", "Card ending 1234"),
        ("…1234", "•••• 1234"),
        ("**** 1111", "4111 1111 1111 1111"),
        ("4111 **** **** 1111", "4111111111111111"),
        ("4111 **** **** 1111", "**** 1111"),
        ("XXXX-XXXXXX-10005", "378282246310005"),
        ("-10005", "378282246310005"),
    ],
)
def test_what_leaves_the_bank_or_digits_out_is_likely(one, other):
    assert sameness(one, other) is LIKELY
    assert sameness(other, one) is LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        ("", "NL91ABNA0417164300"),
        (iban("NL", "ABNA0417164300"), iban("NL", "RABO0417164300")),
        # A giro number was never another bank's.
        ("7654321", iban("NL", "RABO0007654321")),
        ("ABNANL2A/417164300", iban("NL", "RABO0417164300")),
        ("ABNANL2A/417164300", "RABONL2U/417164300"),
        ("COBADEFF/8090100", "DEUTDEFF/8090100"),
        ("COBADEFF/8090100", iban("AT", "1904300008090100")),
        ("37020500/8090100", "20050550/8090100"),
        ("20050550/8090100", iban("DE", "370205000008090100")),
        ("37020500/8090101", iban("DE", "370205000008090100")),
        ("60-16-14 31926819", "GB29NWBK60161331926819"),
        ("6789 123 456 789", "1234 123 456 789"),
        # The check digits of one of them are not those of this number.
        ("539-0075470-35", iban("BE", "539007547034")),
        # The end of an account is no card.
        ("**** 4300", "NL91ABNA0417164300"),
        ("XXXX-XXXX-XXXX-4300", "417164300"),
        ("4111 **** **** 1111", "5500 **** **** 1111"),
        ("4111 **** **** 1111", "4111111111111129"),
        ("**** 1234", "**** 1235"),
        # Sixteen digits that are no card number (the check digit fails).
        ("**** 1112", "4111111111111112"),
        ("1234", "**** 1234"),
        ("4300", "NL91ABNA0417164300"),
        ("12345678 EUR", "12345678 USD"),
        ("revolut:Current:EUR", "revolut:Current:USD"),
        ("revolut:Current:EUR", "revolut:Savings:EUR"),
        ("NL92ABNA0417164300", "NL91ABNA0417164300"),
        ("Savings", "Current"),
        ("²²²²²²²²", "³³³³³³³³"),
    ],
)
def test_two_accounts_stay_two(one, other):
    assert sameness(one, other) is DIFFERENT
    assert sameness(other, one) is DIFFERENT


def test_the_known_account_that_a_text_names_is_found():
    known = ["NL91ABNA0417164300", iban("DE", "370205000008090100"), "**** 1234"]

    assert find_account("417164300", known) == KnownAccount(known[0], CERTAIN)
    assert find_account("8090100", known) == KnownAccount(known[1], LIKELY)
    assert find_account("5500-XXXX-XXXX-1234", known) == KnownAccount(
        "**** 1234", LIKELY
    )
    assert canonical_of("99887766", known) is None


def test_a_choice_between_two_is_none():
    two = [iban("DE", "370205000008090100"), iban("DE", "200505500008090100")]

    assert canonical_of("8090100", two) is None
    assert canonical_of("20050550/8090100", two) == two[1]


def test_one_account_known_by_two_spellings_is_no_choice():
    known = ["417164300", "NL91ABNA0417164300"]

    assert canonical_of("0417164300 EUR", known) == "NL91ABNA0417164300"


def test_the_fullest_name_is_the_iban():
    assert fullest_name(["8090100", "37020500/8090100"]) == "37020500/8090100"
    assert fullest_name(["417164300", "NL91ABNA0417164300"]) == "NL91ABNA0417164300"


@st.composite
def numbers_inside(draw):
    """A country and its number in parts, digits alone (letters for a bank's code)."""
    country = draw(st.sampled_from(sorted(structures())))
    letters = country in ("NL", "GB", "IE", "RO", "BG", "LV", "GI", "MT")
    parts = []
    for at, (kind, length) in enumerate(structures()[country]):
        alphabet = "ABCD" if letters and at == 0 else "0123456789"
        text = st.text(alphabet, min_size=length, max_size=length)
        parts.append((kind, draw(text)))
    return country, parts


@given(numbers_inside())
def test_bank_and_number_of_any_country_meet_their_iban(number):
    country, parts = number
    joined = "".join(text for _, text in parts)
    whole = iban(country, joined)

    assert same_account(joined, whole)
    assert same_account(f"{joined} EUR", whole)
    spaced = " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))
    assert same_account(spaced.lower(), whole)


@given(numbers_inside(), numbers_inside())
def test_two_ibans_are_never_one_account(one, other):
    a, b = (
        iban(country, "".join(t for _, t in parts)) for country, parts in (one, other)
    )

    assert same_account(a, b) is (a == b)


TEXTS = st.one_of(
    st.text(max_size=40),
    st.text("0123456789 /-*X.", max_size=24),
    st.text("0123456789²٣① /-*XP", max_size=24),
    st.sampled_from(["NL91ABNA0417164300", "417164300", "**** 1234"]),
)


@given(TEXTS, TEXTS)
def test_sameness_does_not_depend_on_the_order_and_never_raises(one, other):
    assert sameness(one, other) is sameness(other, one)


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text):
    assert sameness(text, text) is (CERTAIN if text.strip() else DIFFERENT)
