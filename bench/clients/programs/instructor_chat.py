import instructor
from check import ask, check, key, limited, model, same, url
from openai import OpenAI
from pydantic import BaseModel

plain = OpenAI(base_url=f"{url}/v1", api_key=key, max_retries=0)


class City(BaseModel):
    city: str


def create(mode, name=model):
    client = instructor.from_openai(plain, mode=mode)
    return client.chat.completions.create(model=name, messages=ask, response_model=City, max_retries=1)


def stream():
    client = instructor.from_openai(plain, mode=instructor.Mode.TOOLS)
    parts = list(client.chat.completions.create_partial(model=model, messages=ask, response_model=City))
    same(parts[-1].city, "Wien")


def fails():
    try:
        create(instructor.Mode.TOOLS, limited)
    except Exception as error:
        assert "429" in str(error), str(error)
        return
    raise AssertionError("no error")


check("chat", lambda: same(create(instructor.Mode.JSON).city, "Wien"))
check("stream", stream)
check("tools", lambda: same(create(instructor.Mode.TOOLS).city, "Wien"))
check("structured output", lambda: same(create(instructor.Mode.JSON_SCHEMA).city, "Wien"))
check("errors", fails)
