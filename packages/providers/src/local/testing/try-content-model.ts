// Asks the 1.5B model what a script in stages asks, and prints what it wrote and what that took. Exits 1 where an
// answer cannot be used or the beginning that asks share was evaluated twice. Takes a minute or two; run by hand.
import { performance } from 'node:perf_hooks';
import type { ChatRequest, ResponseFormat } from '../../spec/operations/chat.ts';
import { ensureRuntime } from '../install/ensure-runtime.ts';
import { localChat } from '../chat.ts';
import { LocalModels } from '../local-models.ts';
import { pullModel } from '../pull/pull-model.ts';

const model = 'qwen2.5-coder-1.5b-instruct';
const head = `Video topic: how espresso works.\nAudience: curious beginners. Length: 45 seconds.\n`;
const system =
  'You write narration for short videos. Plain spoken English, concrete and vivid. Answer with the text only.';
const beatList: ResponseFormat = {
  type: 'json_schema',
  json_schema: {
    name: 'beats',
    schema: { type: 'array', items: { type: 'string', maxLength: 100 }, minItems: 3, maxItems: 3 },
  },
};

const localModels = new LocalModels();
const chat = localChat(localModels);
const problems: string[] = [];
let tokens = 0;

await Promise.all([pullModel(model), ensureRuntime()]);
const loading = performance.now();
await localModels.warm(model, { system, signal: AbortSignal.timeout(60_000) });
print(`loaded in ${seconds(loading)} s`);

const begun = performance.now();
const beats = JSON.parse(
  await ask('List three story steps: what happens first, next and at the end.', { response_format: beatList }),
) as string[];
await ask('Write the opening line, a question or a surprise, of at most twelve words.');
let last = '';
for (const beat of beats) {
  const link = last === '' ? '' : `The scene before ended: "${last}"\n`;
  const narration = await ask(`${link}Scene: ${beat}\nWrite its narration: three sentences, about 40 words.`);
  if (narration === last) problems.push('a scene repeats the one before');
  last = narration;
}
print(`${tokens} tokens in ${seconds(begun)} s: ${(tokens / Number(seconds(begun))).toFixed(1)} tokens/s`);

await localModels.dispose();
for (const problem of problems) print(`PROBLEM ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

async function ask(prompt: string, settings: Partial<ChatRequest> = {}): Promise<string> {
  const messages = [
    { role: 'system' as const, content: system },
    { role: 'user' as const, content: `${head}${prompt}` },
  ];
  const request = { model, messages, temperature: 0.5, max_tokens: 90, seed: 1, ...settings };
  const start = performance.now();
  const signal = AbortSignal.timeout(120_000);
  const answer = await chat.complete({ request, model, settings: {}, dropUnsupported: false }, signal);
  const text = answer.choices[0]?.message.content?.trim() ?? '';
  const kept = answer.usage?.prompt_tokens_details?.cached_tokens ?? 0;
  const { prompt_tokens: asked = 0, completion_tokens: written = 0 } = answer.usage ?? {};
  tokens += written;
  print(`[${asked} tokens asked, ${kept} of them kept; ${written} written in ${seconds(start)} s] ${text}`);
  if (text === '') problems.push(`no answer to: ${prompt}`);
  if (kept < 20) problems.push(`the system prompt was evaluated again for: ${prompt}`);
  return text;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
