"""Mail: messages in words of a language, as text and as HTML."""
