from check import ask, check, key, limited, model, raises, same, tools, url
from openai import OpenAI, RateLimitError
from pydantic import BaseModel

client = OpenAI(base_url=f"{url}/v1", api_key=key, max_retries=0)


class City(BaseModel):
    city: str


def stream():
    chunks = client.chat.completions.create(model=model, messages=ask, stream=True)
    same("".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices), "Hello")


def call():
    message = client.chat.completions.create(model=model, messages=ask, tools=tools).choices[0].message
    same([(one.function.name, one.function.arguments.replace(" ", "")) for one in message.tool_calls], [("weather", '{"city":"Wien"}')])


check("chat", lambda: same(client.chat.completions.create(model=model, messages=ask).choices[0].message.content, "Hello"))
check("stream", stream)
check("tools", call)
check("structured output", lambda: same(client.chat.completions.parse(model=model, messages=ask, response_format=City).choices[0].message.parsed.city, "Wien"))
check("errors", lambda: raises(RateLimitError, lambda: client.chat.completions.create(model=limited, messages=ask)))
