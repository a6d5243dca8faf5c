from check import check, key, limited, model, raises, same, url
from llama_index.core.llms import ChatMessage
from llama_index.core.tools import FunctionTool
from llama_index.llms.openai_like import OpenAILike
from openai import RateLimitError
from pydantic import BaseModel


class City(BaseModel):
    """Where somebody is."""

    city: str


def weather(city: str) -> str:
    """Tells the weather."""
    return city


def chat_of(name):
    return OpenAILike(api_base=f"{url}/v1", api_key=key, model=name, is_chat_model=True, is_function_calling_model=True, max_retries=0)


chat = chat_of(model)
messages = [ChatMessage(role="user", content="Say hello")]


def call():
    reply = chat.chat_with_tools([FunctionTool.from_defaults(weather)], user_msg="Weather?")
    same([(one.tool_name, one.tool_kwargs) for one in chat.get_tool_calls_from_response(reply)], [("weather", {"city": "Wien"})])


check("chat", lambda: same(chat.chat(messages).message.content, "Hello"))
check("stream", lambda: same("".join(chunk.delta or "" for chunk in chat.stream_chat(messages)), "Hello"))
check("tools", call)
check("structured output", lambda: same(chat.as_structured_llm(City).chat(messages).raw.city, "Wien"))
check("errors", lambda: raises(RateLimitError, lambda: chat_of(limited).chat(messages)))
