"""Work that nobody should wait for: queued, scheduled, taken again where it was cut off.

The row of a `Job` is the truth. The rooms that own the work register its kinds
(`jobs.kinds`); this room imports none of them.
"""
