"""Leaving a server of several people: asked for, a week of grace, then removed for good.

On one's own machine nothing of this is used: there everything is deleted at once.
"""
