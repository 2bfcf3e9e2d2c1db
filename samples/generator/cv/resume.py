"""The CV as JSON Resume."""

import json

from generator.cv.cv import MENTORING, SKILLS, STUDY, WORK, Position
from generator.trackers.trackers import EMAIL


def resume() -> bytes:
    """Return the same positions as a JSON Resume."""
    told = {
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema"
        "/v1.0.0/schema.json",
        "basics": {
            "name": "Marit van Dalen",
            "label": "Practice manager and trainer",
            "email": EMAIL,
            "summary": "I keep practices running, and teach others how.",
            "location": {"city": "Utrecht", "countryCode": "NL"},
            "profiles": [],
        },
        "work": [
            _dated(p, {"name": p.organisation, "position": p.title}) for p in WORK
        ],
        "volunteer": [
            _dated(
                MENTORING,
                {
                    "organization": MENTORING.organisation,
                    "position": MENTORING.title,
                },
            )
        ],
        "education": [
            {
                "institution": STUDY.organisation,
                "area": "Leadership in care",
                "studyType": STUDY.title,
                "startDate": STUDY.start,
            }
        ],
        "skills": [{"name": skill} for skill in SKILLS],
        "languages": [
            {"language": "Dutch", "fluency": "Native speaker"},
            {"language": "English", "fluency": "Fluent"},
        ],
    }
    return (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode()


def _dated(position: Position, named: dict[str, str]) -> dict[str, str]:
    dates = {"startDate": position.start}
    if position.end:
        dates["endDate"] = position.end
    return {**named, **dates, "summary": position.summary}
