"""Prints routes of LiteLLM's proxy as JSON: those that this gateway does not have for now, by what they are for, all
others, and the groups of routes that a key's `allowed_routes` may name.

Run by generate-litellm-routes.ts, with the folder of the package as its argument. Reads the sources; imports nothing.
"""

import ast
import enum
import json
import re
import sys
from pathlib import Path

METHODS = {"get", "post", "put", "delete", "patch", "head", "options", "api_route", "websocket"}

# What each is called in an answer, and which paths it has.
FEATURES = {
    "realtime sessions": r"/realtime|^/(v1/)?live\b|/openai/(v1/)?realtime",
    "the MCP gateway": r"^/(v1/)?mcp\b|^/mcp-rest|^/toolset|^/public/mcp|/\.well-known/(oauth|mcp)",
    "vector stores": r"vector_store|^/v1/indexes|^/(v1/)?rag\b",
    "assistants": r"^/(v1/)?(assistants|threads)|/openai/(v1/)?(assistants|threads)",
    "fine-tuning": r"/fine_tuning|/finetuning",
    "OCR": r"^/(v1/)?ocr\b",
    "video": r"^/(v1/)?videos|/openai/(v1/)?videos",
    "prompts": r"^/prompts",
    "the model hub": r"^/model_hub|^/public/(model_hub|agent_hub|providers)",
    "external secret managers": r"secret_manager|/config_overrides/hashicorp",
    "SSO and JWT": r"^/sso|^/jwt|^/scim|^/(v2/)?login|^/onboarding|^/fallback/login",
}

# Not of a route's making: a folder of files, and servers of their own (`app.mount` in proxy_server.py).
MOUNTED = {
    "the admin UI": ["/ui", "/ui/{rest:path}", "/get_image", "/get_favicon", "/get_logo_url"],
    "the MCP gateway": ["/mcp", "/mcp/{rest:path}", "/sse"],
}


def prefixes_of(tree):
    """The prefix of each router that a file makes."""
    prefixes = {}
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Assign, ast.AnnAssign)) or not isinstance(node.value, ast.Call):
            continue
        if getattr(node.value.func, "id", "") != "APIRouter":
            continue
        prefix = next((each.value.value for each in node.value.keywords if each.arg == "prefix" and isinstance(each.value, ast.Constant)), "")
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            if isinstance(target, ast.Name):
                prefixes[target.id] = prefix
    return prefixes


def paths_in(file):
    tree = ast.parse(file.read_text())
    prefixes = prefixes_of(tree)
    for node in ast.walk(tree):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        for call in node.decorator_list:
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or call.func.attr not in METHODS:
                continue
            path = call.args[0] if call.args else next((each.value for each in call.keywords if each.arg == "path"), None)
            if isinstance(path, ast.Constant) and isinstance(path.value, str) and path.value.startswith("/"):
                yield prefixes.get(getattr(call.func.value, "id", ""), "") + path.value


def class_in(file, name, known):
    """An enumeration of a file, made of its own source alone."""
    tree = ast.parse(file.read_text())
    found = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    exec(compile(ast.Module([found], []), str(file), "exec"), known)
    return known[name]


def groups_in(folder):
    known = {"enum": enum}
    class_in(folder / "types/proxy/auth/user_roles.py", "KeyManagementRoutes", known)
    routes = class_in(folder / "proxy/_types.py", "LiteLLMRoutes", known)
    return {name: sorted(routes[name].value) for name in routes._member_names_ if "routes" in name}


paths = sorted({path for file in Path(sys.argv[1], "proxy").rglob("*.py") for path in paths_in(file)})
features = {name: [path for path in paths if re.search(pattern, path)] for name, pattern in FEATURES.items()}
for name, mounted in MOUNTED.items():
    features[name] = sorted({*features.get(name, []), *mounted})
named = {path for of_feature in features.values() for path in of_feature}
# Beginning with a member, a path is none that a client would write.
others = [path for path in paths if path not in named and not path.startswith("/{") and path != "/"]
print(json.dumps({"unserved": features, "others": others, "groups": groups_in(Path(sys.argv[1]))}))
