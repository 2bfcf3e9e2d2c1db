"""What differs by country, as dated data: one folder a country, found by themselves.

A folder is named by the code people type (`--rules uk`). Its `country.toml` says which
countries it is of; beside it stand the parts it has: `working_time.toml`,
`obligations.toml`, `clauses.toml`, `continued_pay.toml`. A folder without a part leaves
it to the folder that stands in for its country (the Union's for member states).

Each part says when it was known (`as_of`) and when to look again (`look_again_on`; a
rule that ends sooner may have a day of its own), each rule its `article`, the `source`
where that was read, and its `status`. tests/reference/test_sources.py holds them to it.
"""
