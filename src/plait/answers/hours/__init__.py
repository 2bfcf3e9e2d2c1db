"""Answers about hours: agreed and worked, drift, the weeks ahead, time off, the law."""
