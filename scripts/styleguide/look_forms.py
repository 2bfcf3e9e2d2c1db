"""The forms, invented: what a page's own form looks like to its template."""

from django import forms

KINDS = [
    ("employment", "Employment"),
    ("contract", "Work for a client"),
    ("board", "Board"),
    ("study", "Study"),
]
PER = [("week", "a week"), ("month", "a month"), ("year", "a year")]
BASES = [("month", "a month"), ("hour", "an hour"), ("none", "unpaid")]
CLAUSES = [
    ("none", "Nothing said of other work"),
    ("consent", "Only after asking"),
    ("exclusive", "No other work"),
]
COUNTS = [("employment", "As employment"), ("self-employed", "As self-employed")]
MEANINGS = [
    ("", "Leave it out"),
    ("booked_on", "Day of the payment"),
    ("amount", "Amount"),
    ("payer", "Who paid"),
    ("reference", "Reference"),
]
DECIMAL = forms.TextInput(attrs={"inputmode": "decimal"})
DATE = forms.DateInput(attrs={"type": "date"})


class Everything(forms.Form):
    """One field of each sort."""

    name = forms.CharField(label="Name", help_text="As you speak of it.")
    hours = forms.DecimalField(label="Hours", widget=DECIMAL)
    starts_on = forms.DateField(label="From", widget=DATE)
    kind = forms.ChoiceField(label="Kind", choices=KINDS, widget=forms.RadioSelect)
    clause = forms.ChoiceField(label="Other work", choices=CLAUSES, required=False)
    is_paid = forms.BooleanField(label="It is paid", required=False)
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)


class RoleForm(forms.Form):
    """A role."""

    name = forms.CharField(label="What do you call it?")
    organisation = forms.CharField(
        label="Where, or for whom?",
        help_text="An employer, a client, a charity, a school, or yourself.",
    )
    kind = forms.ChoiceField(
        label="What sort of role is it?", choices=KINDS, widget=forms.RadioSelect
    )
    is_paid = forms.BooleanField(label="It is paid", required=False)
    starts_on = forms.DateField(label="Since", widget=DATE)
    ends_on = forms.DateField(
        label="Until", required=False, widget=DATE, help_text="Empty while it runs."
    )


class AgreementForm(forms.Form):
    """The terms of a role."""

    starts_on = forms.DateField(label="From", widget=DATE)
    ends_on = forms.DateField(label="Until", required=False, widget=DATE)
    hours = forms.DecimalField(label="Hours", required=False, widget=DECIMAL)
    per = forms.ChoiceField(label="Counted over", choices=PER)
    pay_basis = forms.ChoiceField(label="Pay is", choices=BASES)
    pay = forms.DecimalField(label="Amount", required=False, widget=DECIMAL)
    currency = forms.CharField(label="Currency", initial="EUR")
    notice_days = forms.IntegerField(
        label="Days of notice", required=False, help_text="Two months are 60."
    )
    clause = forms.ChoiceField(label="Other work", choices=CLAUSES)
    counts_as = forms.ChoiceField(
        label="How its hours count",
        choices=COUNTS,
        help_text="For the limits on working time, all jobs together.",
    )


class MappingForm(forms.Form):
    """What the columns of an unknown table mean."""

    column_0 = forms.ChoiceField(choices=MEANINGS, initial="booked_on")
    column_1 = forms.ChoiceField(choices=MEANINGS, initial="payer")
    column_2 = forms.ChoiceField(choices=MEANINGS, initial="amount")
    column_3 = forms.ChoiceField(choices=MEANINGS, required=False)
    date_order = forms.ChoiceField(label="Dates", choices=[("d", "31/12/2026")])
    decimal_mark = forms.ChoiceField(label="Amounts", choices=[(",", "1.234,56")])
    name = forms.CharField(label="Name of this table", initial="Triodos export")


class ReadAsForm(forms.Form):
    """What the person can say of files before they are taken."""

    role = forms.ChoiceField(
        label="All of it belongs to", choices=[("", "Let Plait see")]
    )
    dates = forms.ChoiceField(label="Dates", choices=[("", "As the file shows")])
    person = forms.CharField(
        label="Whose hours", required=False, help_text="If the file holds a whole team."
    )


class SettingsForm(forms.Form):
    """How Plait speaks to the person."""

    name = forms.CharField(label="Your name", initial="Ruth Vermeer")
    capacity = forms.DecimalField(
        label="Hours a week you have to give",
        initial=40,
        widget=DECIMAL,
        help_text="All roles together, unpaid ones too. The braid is measured by it.",
    )
    currency = forms.CharField(label="Currency", initial="EUR")
    timezone = forms.CharField(label="Time zone", initial="Europe/Amsterdam")
    language = forms.ChoiceField(
        label="Language", choices=[("en", "English"), ("nl", "Nederlands")]
    )
    theme = forms.ChoiceField(
        label="Light or dark", choices=[("auto", "As this device")]
    )


class PasswordForm(forms.Form):
    """A new password."""

    new = forms.CharField(
        label="New password",
        widget=forms.PasswordInput,
        help_text="Twelve letters or more; three words are easy to keep.",
    )
    again = forms.CharField(
        label="Once more",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class SignInForm(forms.Form):
    """Who wants to come in."""

    username = forms.CharField(label="Name")
    password = forms.CharField(
        label="Password",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
