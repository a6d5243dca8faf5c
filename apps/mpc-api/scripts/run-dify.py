"""Loads a Dify file by Dify's own engine (PyPI `graphon`) and runs it; says JSON: what it gave, or why it failed.

usage: run-dify.py FILE < {"environment": {…}, "inputs": {…}, "run": "…"}
"""

import json
import sys

import yaml
from graphon.dsl import inspect, loads

asked = json.load(sys.stdin)
with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()

plan = inspect(text)
document = yaml.safe_load(text)
for variable in document["workflow"]["environment_variables"]:
    variable["value"] = asked["environment"][variable["name"]]
engine = loads(
    yaml.safe_dump(document, allow_unicode=True),
    start_inputs=asked["inputs"],
    run_context={"workflow_run_id": asked["run"]},
)
*_, last = engine.run()
print(
    json.dumps(
        {
            "loadable": str(plan.load_status) == "loadable",
            "ended": type(last).__name__,
            "outputs": dict(getattr(last, "outputs", None) or {}),
            "error": str(getattr(last, "error", "")),
        }
    )
)
