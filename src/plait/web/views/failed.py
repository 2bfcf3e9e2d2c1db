"""The page of a failure that no view answered for."""

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import server_error

from plait.web.middleware import is_full


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the disk is full where that is why, else that it is our fault."""
    fault = sys.exc_info()[1]
    if fault is not None and is_full(fault):
        return render(request, "full.html", status=507)
    return server_error(request)
