import asyncio

from check import check, key, limited, model, raises, same, url
from pydantic import BaseModel
from pydantic_ai import Agent
from pydantic_ai.exceptions import ModelHTTPError
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider


class City(BaseModel):
    city: str


def model_of(name):
    return OpenAIChatModel(name, provider=OpenAIProvider(base_url=f"{url}/v1", api_key=key))


async def streamed():
    async with Agent(model_of(model)).run_stream("Say hello") as result:
        return [text async for text in result.stream_text()][-1]


def call():
    asked = []
    agent = Agent(model_of(model))

    @agent.tool_plain
    def weather(city: str) -> str:
        """Tells the weather."""
        asked.append(city)
        return "sunny"

    same(agent.run_sync("Weather?").output, "Hello")
    same(asked, ["Wien"])


check("chat", lambda: same(Agent(model_of(model)).run_sync("Say hello").output, "Hello"))
check("stream", lambda: same(asyncio.run(streamed()), "Hello"))
check("tools", call)
check("structured output", lambda: same(Agent(model_of(model), output_type=City).run_sync("Where?").output.city, "Wien"))
check("errors", lambda: raises(ModelHTTPError, lambda: Agent(model_of(limited)).run_sync("Say hello")))
