"""Prints the names that LiteLLM keeps for itself, as JSON. Run by generate-litellm-names.ts, which says with what."""

import ast
import inspect
import json
import os
import re
from importlib.metadata import version
from importlib.resources import files

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"

import litellm
import litellm.main
from litellm import _custom_logger_compatible_callbacks_literal
from litellm.caching.caching import Cache
from litellm.constants import (
    DEFAULT_CHAT_COMPLETION_PARAM_VALUES,
    INTERNAL_KWARG_PREFIX,
    OPENAI_CHAT_COMPLETION_PARAMS,
    OPENAI_EMBEDDING_PARAMS,
)
from litellm.litellm_core_utils.routing_common_utils import ROUTER_ONLY_CALL_KWARGS
from litellm.proxy._types import ConfigGeneralSettings
from litellm.proxy.auth.auth_utils import _BANNED_REQUEST_BODY_PARAMS
from litellm.proxy.litellm_pre_call_utils import _UNTRUSTED_ROOT_CONTROL_FIELDS
from litellm.proxy.route_llm_request import _PER_REQUEST_ROUTER_SETTINGS, GATED_MOCK_PARAM_NAMES
from litellm.router_attempt import ROUTING_KEYS
from litellm.router_rust.core import RequestStartFields
from litellm.router_utils.request_priority import priority_header_fields
from litellm.types.router import Deployment, LiteLLM_Params, ModelInfo
from litellm.types.utils import DynamicPromptManagementParamLiteral, all_litellm_params
from openai.types.chat.completion_create_params import CompletionCreateParamsBase, CompletionCreateParamsStreaming


def supported_members():
    """What LiteLLM sends to at least one vendor that has members of its own beside OpenAI's."""
    return set(litellm.get_supported_openai_params(model="claude-sonnet-4-6", custom_llm_provider="anthropic") or [])


def popped_by_completion():
    """What `completion()` takes out of a call's parameters before a vendor is asked."""
    return set(re.findall(r'optional_params\.pop\(\s*"(\w+)"', inspect.getsource(litellm.main)))


LOGGING = "litellm_core_utils/litellm_logging.py"
PROXY_CALLBACKS = "proxy/common_utils/callback_utils.py"
SERVICES = "_service_logger.py"
SERVER = files("litellm").joinpath("proxy/proxy_server.py")
SOURCES = list(files("litellm").rglob("*.py"))


def read_as(holder, sources=SOURCES):
    """The keys that code reads of a mapping of this name."""
    pattern = re.compile(rf'\b{holder}(?:\.get\(\s*|\[)"(\w+)"|"(\w+)" in {holder}\b')
    return {key for source in sources for found in pattern.findall(source.read_text()) for key in found if key}


def compared_settings():
    """`litellm_settings` that the proxy treats by name where it goes through all of them."""
    text = SERVER.read_text()
    return set(re.findall(r'\bkey == "(\w+)"', text))


def compared_callbacks():
    """Callbacks that the code knows by name alone."""
    texts = [files("litellm").joinpath(path).read_text() for path in (LOGGING, PROXY_CALLBACKS, SERVICES)]
    return {name for text in texts for name in re.findall(r'\bcallback == "(\w+)"', text)}


# Of these names other programs make use as well: terminals, container platforms, CI, OpenTelemetry, vendors' own clients.
SHARED = re.compile(
    r"(TERM|TERM_\w+|NO_COLOR|(ALACRITTY|GNOME|ITERM|KITTY|KONSOLE|VTE|WEZTERM|WT|ACTIONS|CIRCLE|VERCEL|PYTHON|AWS|OTEL)_\w+"
    r"|HTTP_PROXY|HTTPS_PROXY|NO_PROXY|HOSTNAME|POD_NAME|REGION|PROJECT_ID|SPACE_ID|SSL_CERT_FILE|TIKTOKEN_CACHE_DIR|\w+_(KEY|KEYS|TOKEN|JWT|APIKEY))"
)


def variables():
    """The variables of the environment that the code reads by name; of those for anybody, its own alone."""
    read = r"(?:getenv|environ\.get|get_secret(?:_str|_bool)?|get_env_\w+)[(,]\s*(?:\w+\s*=\s*)?|environ\["
    pattern = re.compile(rf'(?:{read})"([A-Z][A-Z0-9_]+)"')
    names = {name for source in SOURCES for name in pattern.findall(source.read_text())}
    return {name for name in names if name.startswith("LITELLM_") or not SHARED.fullmatch(name)}


def command_line():
    """The options of `litellm`, with the variables that stand in for them."""
    tree = ast.parse(files("litellm").joinpath("proxy/proxy_cli.py").read_text())
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "click.option")
    options = []
    for call in calls:
        names = [name for arg in call.args for name in ast.literal_eval(arg).split("/")]
        given = {each.arg: each.value for each in call.keywords}
        takes = "is_flag" not in given and not any("/" in ast.literal_eval(arg) for arg in call.args)
        envvar = ast.literal_eval(given["envvar"]) if "envvar" in given else None
        short = next((name[1:] for name in names if len(name) == 2), None)
        for name in (name[2:] for name in names if name.startswith("--")):
            options.append({"name": name, "short": short, "takesValue": takes, "variable": envvar})
    return sorted(options, key=lambda each: each["name"])


def library_settings():
    """`litellm_settings` sets attributes of the library: those that hold a value."""
    return {
        name
        for name, value in vars(litellm).items()
        if name[0] != "_" and name.islower() and not name.endswith("_models")
        if not (inspect.ismodule(value) or inspect.isroutine(value) or inspect.isclass(value))
    }


def arguments_of(function):
    return set(inspect.signature(function).parameters) - {"self", "args", "kwargs"}


settings = {
    "file": read_as("config", [SERVER]),
    "model_list": set(Deployment.model_fields) - {"litellm_params", "model_info", "model_name"},
    "model_info": set(ModelInfo.model_fields),
    "router_settings": arguments_of(litellm.Router.__init__),
    "litellm_settings": library_settings() | read_as("litellm_settings") | compared_settings(),
    "general_settings": set(ConfigGeneralSettings.model_fields) | read_as("general_settings"),
    "cache_params": arguments_of(Cache.__init__),
}

openai_members = set(CompletionCreateParamsBase.__annotations__) | set(CompletionCreateParamsStreaming.__annotations__)
openai_constants = set(OPENAI_CHAT_COMPLETION_PARAMS)
chat_defaults = set(DEFAULT_CHAT_COMPLETION_PARAM_VALUES)

parameters = (
    set(all_litellm_params)
    | set(LiteLLM_Params.model_fields)
    | set(_BANNED_REQUEST_BODY_PARAMS)
    | popped_by_completion()
    | set(DynamicPromptManagementParamLiteral.list_all_params())
    | (openai_constants - chat_defaults)
    | (chat_defaults - openai_constants - supported_members())
)
controls = (
    set(ROUTING_KEYS)
    | set(ROUTER_ONLY_CALL_KWARGS)
    | set(GATED_MOCK_PARAM_NAMES)
    | set(_PER_REQUEST_ROUTER_SETTINGS)
    | set(_UNTRUSTED_ROOT_CONTROL_FIELDS)
    | set(RequestStartFields.model_fields)
    | set(priority_header_fields("1", lambda: False))
)
# What a vendor takes is never LiteLLM's alone.
vendors = openai_members | set(OPENAI_EMBEDDING_PARAMS)
print(
    json.dumps(
        {
            "litellm": version("litellm"),
            "openai": version("openai"),
            "internalPrefix": INTERNAL_KWARG_PREFIX,
            "parameters": sorted(parameters - vendors),
            "requestControls": sorted(controls - parameters - vendors),
            "openAiChatMembers": sorted(openai_members),
            "settings": {section: sorted(names) for section, names in settings.items()},
            "commandLine": command_line(),
            "variables": sorted(variables()),
            "callbacks": sorted(set(_custom_logger_compatible_callbacks_literal.__args__) | compared_callbacks()),
        }
    )
)
