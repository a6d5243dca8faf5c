from anthropic import Anthropic, RateLimitError
from check import ask, check, key, limited, model, raises, same, tools, url

client = Anthropic(base_url=url, api_key=key, max_retries=0)
common = {"model": model, "max_tokens": 100, "messages": ask}
own_tools = [{"name": one["function"]["name"], "description": "Tells the weather", "input_schema": one["function"]["parameters"]} for one in tools]


def stream():
    with client.messages.stream(**common) as events:
        same("".join(events.text_stream), "Hello")


def call():
    blocks = client.messages.create(**common, tools=own_tools).content
    same([(block.name, block.input) for block in blocks if block.type == "tool_use"], [("weather", {"city": "Wien"})])


def structured():
    forced = {"type": "tool", "name": "weather"}
    blocks = client.messages.create(**common, tools=own_tools, tool_choice=forced).content
    same([block.input for block in blocks if block.type == "tool_use"], [{"city": "Wien"}])


check("chat", lambda: same(client.messages.create(**common).content[0].text, "Hello"))
check("stream", stream)
check("tools", call)
check("structured output", structured)
check("errors", lambda: raises(RateLimitError, lambda: client.messages.create(**{**common, "model": limited})))
