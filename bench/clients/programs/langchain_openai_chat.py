from check import check, key, limited, model, raises, same, tools, url
from langchain_openai import ChatOpenAI
from openai import RateLimitError
from pydantic import BaseModel


class City(BaseModel):
    """Where somebody is."""

    city: str


def chat_of(name):
    return ChatOpenAI(base_url=f"{url}/v1", api_key=key, model=name, max_retries=0)


chat = chat_of(model)
check("chat", lambda: same(chat.invoke("Say hello").content, "Hello"))
check("stream", lambda: same("".join(chunk.content for chunk in chat.stream("Say hello")), "Hello"))
check("tools", lambda: same([(one["name"], one["args"]) for one in chat.bind_tools(tools).invoke("Weather?").tool_calls], [("weather", {"city": "Wien"})]))
check("structured output", lambda: same(chat.with_structured_output(City).invoke("Where?").city, "Wien"))
check("errors", lambda: raises(RateLimitError, lambda: chat_of(limited).invoke("Say hello")))
