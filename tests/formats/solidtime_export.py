"""A solidtime organisation, small and invented, as its full export holds it."""

META = '{"id":"e1","version":"1.0","organizations":["o1"],"exported_at":"2024-04-01T00:00:00Z"}'
ORGANISATION = (
    "id,name,billable_rate,currency,created_at,updated_at\n"
    "o1,Praktijk Es,,EUR,2024-01-01T00:00:00Z,2024-01-01T00:00:00Z\n"
)
CLIENTS = (
    "id,name,organization_id,archived_at,created_at,updated_at\n"
    "c1,Zorggroep Atlas,o1,,2024-01-01T00:00:00Z,2024-01-01T00:00:00Z\n"
)
PROJECTS = (
    "id,name,color,billable_rate,is_public,client_id,organization_id,is_billable,"
    "archived_at,created_at,updated_at\n"
    "p1,Budget,#ef5350,12050,false,c1,o1,true,,2024-01-01T00:00:00Z,\n"
    "p2,Website,#ef5350,,false,,o1,true,,2024-01-01T00:00:00Z,\n"
)
TASKS = (
    "id,name,project_id,organization_id,done_at,created_at,updated_at\n"
    "t1,Review,p1,o1,,2024-01-01T00:00:00Z,\n"
)
MEMBERS = (
    "id,user_id,name,email,organization_id,billable_rate,role,created_at,updated_at\n"
    "m1,u1,Ana,ana@a.example,o1,,owner,2024-01-01T00:00:00Z,\n"
    "m2,u2,Bo,bo@a.example,o1,,employee,2024-01-01T00:00:00Z,\n"
)
TAGS = (
    "id,name,organization_id,created_at,updated_at\n"
    "g1,deep,o1,2024-01-01T00:00:00Z,\n"
    "g2,phone,o1,2024-01-01T00:00:00Z,\n"
)
HEADING = (
    "id,description,start,end,billable_rate,billable,type,member_id,user_id,"
    "organization_id,client_id,project_id,task_id,tags,is_imported,"
    "still_active_email_sent_at,created_at,updated_at\n"
)


def entry(**told: str) -> str:
    """Return a row of time entries: an hour and a half of Ana's, with these changes."""
    row = {
        "id": "e1",
        "description": "Form",
        "start": "2024-03-04T08:00:00Z",
        "end": "2024-03-04T09:30:00Z",
        "billable_rate": "12050",
        "billable": "true",
        "type": "work",
        "member_id": "m1",
        "user_id": "u1",
        "organization_id": "o1",
        "client_id": "c1",
        "project_id": "p1",
        "task_id": "t1",
        "tags": '"[""g1"",""g2""]"',
        "is_imported": "false",
        "still_active_email_sent_at": "",
        "created_at": "2024-03-04T09:30:00Z",
        "updated_at": "2024-03-04T09:30:00Z",
    }
    return ",".join((row | told).values()) + "\n"


def export(*entries: str, without: str = "") -> dict[str, str]:
    """Return the files of a full export that holds these entries."""
    files = {
        "organizations.csv": ORGANISATION,
        "time_entries.csv": HEADING + "".join(entries),
        "clients.csv": CLIENTS,
        "projects.csv": PROJECTS,
        "members.csv": MEMBERS,
        "tasks.csv": TASKS,
        "tags.csv": TAGS,
        "meta.json": META,
    }
    return {name: content for name, content in files.items() if name != without}
