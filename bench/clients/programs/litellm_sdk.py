import litellm
from check import ask, check, key, limited, model, raises, same, tools, url
from pydantic import BaseModel

common = {"api_base": f"{url}/v1", "api_key": key, "num_retries": 0, "max_retries": 0}


class City(BaseModel):
    city: str


def complete(name=model, **more):
    return litellm.completion(model=f"litellm_proxy/{name}", messages=ask, **common, **more)


def call():
    calls = complete(tools=tools).choices[0].message.tool_calls
    same([(one.function.name, one.function.arguments.replace(" ", "")) for one in calls], [("weather", '{"city":"Wien"}')])


check("chat", lambda: same(complete().choices[0].message.content, "Hello"))
check("stream", lambda: same("".join(chunk.choices[0].delta.content or "" for chunk in complete(stream=True) if chunk.choices), "Hello"))
check("tools", call)
check("structured output", lambda: same(City.model_validate_json(complete(response_format=City).choices[0].message.content).city, "Wien"))
check("errors", lambda: raises(litellm.RateLimitError, lambda: complete(limited)))
