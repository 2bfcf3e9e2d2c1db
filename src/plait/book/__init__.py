"""A person's records: written by `operations`, read by `queries`, nowhere else."""
