"""The types of the example's raw table, checked with nothing but Python's library: names, nulls and types, no more."""
import gzip
import json
import os
import sys

TYPES = {"character": str, "int": int, "double": (int, float)}

root = os.path.join(os.path.dirname(__file__), "..", "..")
with open(os.path.join(root, "meta_data", "raw", "random_postcodes.json"), encoding="utf-8") as file:
    columns = {column["name"]: (TYPES[column["type"]], column["nullable"]) for column in json.load(file)["columns"]}

with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
    for number, line in enumerate(lines, 1):
        row = json.loads(line)
        if row.keys() != columns.keys():
            sys.exit(f"line {number}: other columns")
        for name, value in row.items():
            kind, nullable = columns[name]
            if not (nullable if value is None else isinstance(value, kind)):
                sys.exit(f"line {number}: {name} is {value!r}")
