"""What every page knows."""
from django.http import HttpRequest
def every_page(request: HttpRequest) -> dict[str, object]:
    return {}
