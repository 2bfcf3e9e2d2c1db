"""A Toggl workspace, small and invented, as its exports tell it."""

import json

PROJECTS = [
    {"id": 401, "wid": 1, "name": "Budget", "color": "#ef5350", "client_id": 301},
    {"id": 402, "wid": 1, "name": "Website", "color": "#ec407a", "client_id": None},
]
CLIENTS = [{"id": 301, "name": "Zorggroep Atlas", "wid": 1, "archived": False}]
TAGS = [{"id": 501, "name": "deep", "workspace_id": 1}]
TASKS = [{"id": 601, "name": "Review", "project_id": 401, "workspace_id": 1}]
USERS = [
    {"id": 1, "uid": 201, "name": "Ana", "email": "ana@a.example", "wid": 1},
    {"id": 2, "uid": 202, "name": "Bo", "email": "bo@a.example", "wid": 1},
]

# The same hour and a half in each of the forms; Amsterdam is an hour ahead in winter.
ACCOUNT = {
    "id": 9001,
    "workspace_id": 1,
    "project_id": 401,
    "task_id": 601,
    "billable": True,
    "start": "2024-03-04T08:00:00+00:00",
    "stop": "2024-03-04T09:30:00+00:00",
    "duration": 5400,
    "description": "Form",
    "tags": ["deep"],
    "tag_ids": [501],
    "user_id": 201,
}
REPORT = {
    "user_id": 201,
    "username": "Ana",
    "project_id": 401,
    "task_id": 601,
    "billable": True,
    "description": "Form",
    "tag_ids": [501],
    "billable_amount_in_cents": 18000,
    "currency": "EUR",
    "time_entries": [
        {
            "id": 9001,
            "seconds": 5400,
            "start": "2024-03-04T09:00:00+01:00",
            "stop": "2024-03-04T10:30:00+01:00",
            "at": "2024-03-04T09:30:00+00:00",
        }
    ],
    "row_number": 1,
}
OLD_REPORT = {
    "id": 9001,
    "pid": 401,
    "tid": 601,
    "uid": 201,
    "description": "Form",
    "start": "2024-03-04T09:00:00+01:00",
    "end": "2024-03-04T10:30:00+01:00",
    "dur": 5400000,
    "user": "Ana",
    "client": "Zorggroep Atlas",
    "project": "Budget",
    "task": "Review",
    "billable": 180.5,
    "is_billable": True,
    "tags": ["deep"],
}


def listed(*entries) -> str:
    """Write entries as the account and the newer reports list them."""
    return json.dumps(entries, indent=2)


def old_report(*entries) -> str:
    """Write entries as the older reports list them, with their totals before."""
    totals = {"total_grand": 5400000, "total_currencies": [{"currency": "EUR"}]}
    return json.dumps({**totals, "total_count": len(entries), "data": entries})


def workspace(**entries: str) -> dict[str, str]:
    """Return the files of a workspace export, with those of entries added."""
    lists = {
        "projects.json": PROJECTS,
        "clients.json": CLIENTS,
        "tags.json": TAGS,
        "workspace_users.json": USERS,
        "tasks/401.json": TASKS,
        "projects_users/401.json": [{"id": 7, "project_id": 401, "user_id": 201}],
        "tasks/402.json": [],
    }
    files = {name: json.dumps(entries) for name, entries in lists.items()}
    return files | {f"{name}.json": text for name, text in entries.items()}
