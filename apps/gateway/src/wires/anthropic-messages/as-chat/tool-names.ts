import { createHash } from 'node:crypto';
import { asString, isJsonObject } from '@showrunner/providers';

/** OpenAI's API reference, "Create chat completion", `tools[].function.name`, 2026-11. Anthropic's names have up to 128. */
const MOST_CHARACTERS = 64;
const HASH_CHARACTERS = 8;

/** Names of tools as chat takes them, and back. LiteLLM 1.108.7 shortens them in the same way. */
export class ToolNames {
  readonly #long = new Map<string, string>();

  /** @param tools as the caller sent them */
  constructor(tools: readonly unknown[]) {
    for (const tool of tools) {
      const name = isJsonObject(tool) ? asString(tool.name) : undefined;
      if (name !== undefined && name.length > MOST_CHARACTERS) this.#long.set(shortName(name), name);
    }
  }

  short(name: string): string {
    return shortName(name);
  }

  /** The caller's own name for a tool that the model called. */
  long(name: string): string {
    return this.#long.get(name) ?? name;
  }
}

function shortName(name: string): string {
  if (name.length <= MOST_CHARACTERS) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_CHARACTERS);
  return `${name.slice(0, MOST_CHARACTERS - HASH_CHARACTERS - 1)}_${hash}`;
}
