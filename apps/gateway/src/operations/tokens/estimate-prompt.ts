import { asObjects, isJsonObject, type JsonObject } from '@showrunner/providers';

/** What a turn costs beside its words (OpenAI's cookbook, "How to count tokens", 2026-11: 3 and one for the role). */
const TURN_TOKENS = 4;
/** The dearest image after scaling (Anthropic, "Vision", 2026-11: 1568 pixels by 1568, divided by 750, capped). */
const IMAGE_TOKENS = 1600;
/** A page of a PDF is 1,500 to 3,000 tokens of text (Anthropic, "PDF support", 2026-11), and about 50 KB of base64. */
const TOKENS_PER_PAGE = 2250;
const CHARACTERS_PER_PAGE = 50_000;

/** Tokens that one character is about, by what it is: measured on today's vocabularies of 200,000 words. */
const WEIGHTS = { letter: 0.25, digit: 0.4, mark: 0.55, accented: 0.5, ideograph: 0.9, other: 0.5 } as const;

/**
 * About how many tokens a question is, for vendors that count none beforehand: its texts by their scripts, its pictures
 * and files by their size, its tools by their description. At least one token for four characters, at most one a byte.
 */
export function estimatePrompt(parts: readonly unknown[]): number {
  return Math.max(1, Math.ceil(parts.reduce<number>((sum, part) => sum + tokensOf(part), 0)));
}

/** About how many tokens a text is. */
export function estimateText(text: string): number {
  let tokens = 0;
  for (let at = 0; at < text.length; at++) tokens += weightOf(text.charCodeAt(at));
  return tokens;
}

function weightOf(code: number): number {
  if (code < 0x80) {
    if (isAsciiLetter(code) || code <= 0x20) return WEIGHTS.letter;
    return code >= 0x30 && code <= 0x39 ? WEIGHTS.digit : WEIGHTS.mark;
  }
  if (code < 0x0250) return WEIGHTS.accented;
  const isIdeograph = (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xdfff) || code >= 0xf900;
  return isIdeograph ? WEIGHTS.ideograph : WEIGHTS.other;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function tokensOf(value: unknown): number {
  if (typeof value === 'string') return estimateText(value);
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + tokensOf(one), 0);
  if (!isJsonObject(value)) return 0;
  const own = value.role === undefined ? 0 : TURN_TOKENS;
  return own + (attachmentTokens(value) ?? membersTokens(value));
}

/** Images and files, of either wire; nothing for any other object. */
function attachmentTokens({ type, source, file }: JsonObject): number | undefined {
  if (type === 'image' || type === 'image_url' || type === 'input_image') return IMAGE_TOKENS;
  if (type !== 'document' && type !== 'file') return undefined;
  const holder = isJsonObject(source) ? source : isJsonObject(file) ? file : {};
  if (holder.type === 'text' || holder.type === 'content') return tokensOf(holder.data) + tokensOf(holder.content);
  const bytes = [holder.data, holder.file_data].find((one) => typeof one === 'string') ?? '';
  return Math.max(1, Math.ceil(bytes.length / CHARACTERS_PER_PAGE)) * TOKENS_PER_PAGE;
}

/** What is said counts with its words; how it is marked does not. */
function membersTokens(value: JsonObject): number {
  if (typeof value.text === 'string') return estimateText(value.text);
  if (value.input_schema !== undefined || value.type === 'function') return estimateText(JSON.stringify(value));
  const said = [value.content, value.thinking, value.name, value.arguments, value.refusal, value.reasoning_content];
  const calls = asObjects(value.tool_calls).map(({ function: called }) => called);
  const input = value.input === undefined ? '' : JSON.stringify(value.input);
  return tokensOf([...said, ...calls, input]);
}
