import { isMapping } from '../json/mapping.ts';

/** The parts of a message that are text, in OpenAI's two wires and in Anthropic's. */
const TEXT_PARTS: ReadonlySet<unknown> = new Set(['text', 'input_text']);

/** What the user says last, and the conversation without those words. */
export interface LastWords<Turn> {
  readonly text: string;
  readonly without: Turn[];
  readonly turns: number;
}

/**
 * Nothing where the last turn is not the user's, or says nothing in text: what a tool gave is a fact, and one fact is
 * never as good as another that reads alike.
 */
export function lastWords<Turn>(turns: string | readonly Turn[] | undefined): LastWords<Turn> | undefined {
  if (!Array.isArray(turns)) return undefined;
  const last: unknown = turns.at(-1);
  if (!isMapping(last) || last.role !== 'user') return undefined;
  const { content } = last;
  if (typeof content !== 'string' && !Array.isArray(content)) return undefined;
  const parts: unknown[] = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
  const words = parts.map(wordsOf);
  const text = words.filter((one) => one !== undefined).join('\n');
  if (text.trim() === '' || parts.some((part) => isMapping(part) && part.type === 'tool_result')) return undefined;
  const rest = parts.map((part, place) => (words[place] === undefined ? part : null));
  return { text, without: [...turns.slice(0, -1), { ...last, content: rest }] as Turn[], turns: turns.length };
}

function wordsOf(part: unknown): string | undefined {
  return isMapping(part) && TEXT_PARTS.has(part.type) && typeof part.text === 'string' ? part.text : undefined;
}
