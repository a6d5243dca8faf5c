"""Prints the names that LiteLLM keeps for itself, as JSON. Run by generate-litellm-names.ts, which says with what."""

import inspect
import json
import os
import re
from importlib.metadata import version

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"

import litellm
import litellm.main
from litellm.constants import (
    DEFAULT_CHAT_COMPLETION_PARAM_VALUES,
    INTERNAL_KWARG_PREFIX,
    OPENAI_CHAT_COMPLETION_PARAMS,
    OPENAI_EMBEDDING_PARAMS,
)
from litellm.proxy.auth.auth_utils import _BANNED_REQUEST_BODY_PARAMS
from litellm.proxy.litellm_pre_call_utils import _UNTRUSTED_ROOT_CONTROL_FIELDS
from litellm.proxy.route_llm_request import _PER_REQUEST_ROUTER_SETTINGS, GATED_MOCK_PARAM_NAMES
from litellm.router_attempt import ROUTING_KEYS
from litellm.router_rust.core import RequestStartFields
from litellm.router_utils.request_priority import priority_header_fields
from litellm.types.router import LiteLLM_Params
from litellm.types.utils import DynamicPromptManagementParamLiteral, all_litellm_params
from openai.types.chat.completion_create_params import CompletionCreateParamsBase, CompletionCreateParamsStreaming


def supported_members():
    """What LiteLLM sends to at least one vendor that has members of its own beside OpenAI's."""
    return set(litellm.get_supported_openai_params(model="claude-sonnet-4-6", custom_llm_provider="anthropic") or [])


def popped_by_completion():
    """What `completion()` takes out of a call's parameters before a vendor is asked."""
    return set(re.findall(r'optional_params\.pop\(\s*"(\w+)"', inspect.getsource(litellm.main)))


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
        }
    )
)
