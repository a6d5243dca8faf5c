"""Prints the vendors of a release of LiteLLM, as JSON. Run by generate-litellm-vendors.ts, which says with what."""

import inspect
import json
import os
import re
from collections import defaultdict
from collections.abc import MutableMapping
from importlib.metadata import version
from importlib.resources import files

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"

import litellm
from litellm.constants import openai_compatible_providers
from litellm.litellm_core_utils.get_llm_provider_logic import _get_llm_provider
from litellm.llms.openai_like.json_loader import JSONProviderRegistry

litellm.suppress_debug_info = True

# They sign in by a page in a browser, or have a form of address of their own.
OF_ANOTHER_KIND = {"chatgpt", "github_copilot", "ragflow", "azure_ai", "ai21"}


class Overheard(MutableMapping):
    """The environment, and which of its names are asked for, in their order."""

    def __init__(self, environment):
        self.environment = environment
        self.asked = []

    def __getitem__(self, name):
        self.asked.append(name)
        return self.environment[name]

    def __setitem__(self, name, value):
        self.environment[name] = value

    def __delitem__(self, name):
        del self.environment[name]

    def __iter__(self):
        return iter(self.environment)

    def __len__(self):
        return len(self.environment)

    def copy(self):
        return dict(self.environment)


environment = Overheard(os.environ)
os.environ = environment
os.getenv = lambda name, default=None: environment.get(name, default)

described = json.loads(files("litellm").joinpath("provider_endpoints_support_backup.json").read_text())["providers"]


# Some are asked for embeddings of which its page of vendors says that they have none.
embedding_code = inspect.getsource(litellm.embedding)


def title_of(name):
    """As LiteLLM's pages call the vendor, else its name in capitals."""
    title = re.sub(r"\s*\(`.*", "", described.get(name, {}).get("display_name", ""))
    return title or re.sub(r"[-_]", " ", name).title()


def speaks_openai(name):
    """One vendor of OpenAI's wire: where it is, which variables stand in for what, and how it calls one member."""
    environment.asked.clear()
    _, _, _, address = _get_llm_provider(f"{name}/any")
    variables = [each for each in dict.fromkeys(environment.asked) if each.startswith(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))]
    variables = [each for each in variables if each not in {"USE_LITELLM_PROXY", "PYDANTIC_DISABLE_PLUGINS"}]
    bases = [each for each in variables if re.search(r"(_BASE|_URL)$", each)]
    limits = litellm.get_optional_params(model="any", custom_llm_provider=name, max_completion_tokens=5, drop_params=True)
    return {
        "name": name,
        "title": title_of(name),
        "apiKey": [each for each in variables if each not in bases],
        "apiBase": bases,
        **({"address": address.rstrip("/")} if address else {}),
        "saysMaxTokens": limits.get("max_tokens") == 5,
        "embeds": bool(described.get(name, {}).get("endpoints", {}).get("embeddings")) or f'"{name}"' in embedding_code,
        "completes": name in litellm.openai_text_completion_compatible_providers,
    }


def vendor_of(model):
    try:
        return _get_llm_provider(model)[1]
    except litellm.BadRequestError:
        return None


wire, unreachable = [], []
for name in sorted(set(openai_compatible_providers) | set(JSONProviderRegistry.list_providers())):
    if name in OF_ANOTHER_KIND:
        continue
    try:
        wire.append(speaks_openai(name))
    except litellm.BadRequestError:
        unreachable.append(name)

vendors = sorted({str(getattr(each, "value", each)) for each in litellm.provider_list} | {each["name"] for each in wire})
models = defaultdict(list)
for model in sorted(litellm.model_cost):
    # A name with a slash begins with its vendor, or with the size of an image.
    vendor = None if "/" in model else vendor_of(model)
    if vendor is not None:
        models[vendor].append(model)

print(json.dumps({"litellm": version("litellm"), "vendors": vendors, "openAiWire": wire, "models": dict(sorted(models.items()))}))
