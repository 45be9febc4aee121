"""Validates JSON files against the schemas they name: validate_schemas.py SCHEMA_FOLDER FILE..."""
import json
import pathlib
import sys

import jsonschema


def main() -> int:
    folder = pathlib.Path(sys.argv[1])
    faults = 0
    for name in sys.argv[2:]:
        document = json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
        schema_name = document["schema"].replace("/", ".") + ".json"
        schema = json.loads((folder / schema_name).read_text(encoding="utf-8"))
        validator = jsonschema.validators.validator_for(schema)(schema)
        for error in list(validator.iter_errors(document))[:5]:
            faults += 1
            print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
