"""How alike a name is to each of many, word by word.

The score is the mean over the words of the shorter name of how alike each is to a
word of the other, from 0 to 100. Two words are alike where at least 85 of 100 of
their letters are (RapidFuzz ratio): "zorgroep" and "zorggroep" score 94, any word
below 85 counts as 0. So "Zorggroep Oss" and "Zorggroep Atlas" share one word of
two and score 50, however long that word is.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

# "atlantis" is like "atlas" by 77 and is another word; a letter left out costs 6.
_LEAST_ALIKE = 85

Near = dict[str, dict[str, float]]


class Names:
    """Names to compare with; each is a text of words, "" is like nothing."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = [_words(name) for name in names]
        self._holding: dict[str, list[int]] = {}
        for index, words in enumerate(self._names):
            for word in words:
                self._holding.setdefault(word, []).append(index)
        self._known = list(self._holding)

    def alike(self, name: str) -> dict[int, int]:
        """Return the score of every name that shares a word, by its index."""
        near = {word: self._near(word) for word in _words(name)}
        sharing = {
            index
            for known in near.values()
            for word in known
            for index in self._holding[word]
        }
        return {index: _score(near, self._names[index]) for index in sharing}

    def _near(self, word: str) -> dict[str, float]:
        found = process.extract(
            word,
            self._known,
            scorer=fuzz.ratio,
            score_cutoff=_LEAST_ALIKE,
            limit=None,
        )
        return {known: score for known, score, _ in found}


def _words(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.split()))


def _score(near: Near, words: Sequence[str]) -> int:
    """Return the score of a name against the words that are near to its own."""
    # By the words of the shorter name: "Atlas" alone is "Zorggroep Atlas" in full.
    if len(near) <= len(words):
        best = [max(known.get(w, 0.0) for w in words) for known in near.values()]
    else:
        best = [max(known.get(w, 0.0) for known in near.values()) for w in words]
    return round(sum(best) / len(best))
