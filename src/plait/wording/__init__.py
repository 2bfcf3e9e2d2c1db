"""How things are said: sentences, numbers, dates and money in a language."""
