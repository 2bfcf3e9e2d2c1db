"""The vocabulary: what every other room speaks in. Imports nothing of ours."""
