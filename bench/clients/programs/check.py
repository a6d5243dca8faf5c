"""What each program begins with: a gateway, a key, a model, and a line of JSON for each thing that was tried."""
import json
import sys
import traceback

url, key, model, limited = sys.argv[1:5]
tools = [{"type": "function", "function": {"name": "weather", "description": "Tells the weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}}}]
ask = [{"role": "user", "content": "Say hello"}]


def check(name, run):
    try:
        run()
        print(json.dumps({"check": name, "ok": True}))
    except BaseException as error:
        print(json.dumps({"check": name, "ok": False, "why": f"{type(error).__name__}: {error}"[:300]}))
        traceback.print_exc()


def same(seen, expected):
    assert seen == expected, f"{seen!r}, not {expected!r}"


def raises(kind, run):
    try:
        run()
    except kind:
        return
    raise AssertionError(f"no {kind.__name__}")
