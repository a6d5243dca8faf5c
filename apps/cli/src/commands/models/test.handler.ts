import type { Command } from 'commander';
import { z } from 'zod';
import type { CommandContext } from '../../command-context.ts';
import { formatDuration } from '../../output/figures.ts';
import { fetchModels } from '../../models/served-models.ts';
import { loadStack, type Stack } from '../../stack/load-stack.ts';

interface TestResult {
  readonly name: string;
  readonly ok: boolean;
  /** The model that answered, or what the gateway said. */
  readonly detail: string;
  readonly tookMs: number;
}

export async function test(context: CommandContext, command: Command): Promise<boolean> {
  const { output, signal } = context;
  const stack = loadStack(context);
  const served = await fetchModels(stack, signal);
  const names = command.args.length > 0 ? command.args : [...new Set(served.map(({ name }) => name))];
  const results: TestResult[] = [];
  for (const name of names) {
    const task = output.task(name);
    const result = await askForOneWord(stack, name, signal);
    results.push(result);
    const told = `${result.detail}, ${formatDuration(result.tookMs)}`;
    if (result.ok) task.succeed(told);
    else task.fail(told);
  }
  output.result(results);
  return results.every(({ ok }) => ok);
}

/** What a completion answers, or why there is none, as far as it is read. */
const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).optional(),
  error: z.object({ message: z.string() }).optional(),
});

async function askForOneWord({ settings, keys }: Stack, name: string, signal: AbortSignal): Promise<TestResult> {
  const startedAt = performance.now();
  const response = await fetch(`http://127.0.0.1:${settings.gatewayPort}/v1/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${keys.LITELLM_MASTER_KEY?.reveal() ?? ''}`,
    },
    body: JSON.stringify({
      model: name,
      messages: [{ role: 'user', content: 'Answer with one word: ready' }],
      // Models that think before they answer need room for it.
      max_tokens: 500,
    }),
    signal,
  });
  const { data: answer } = completion.safeParse(await response.json().catch(() => undefined));
  const text = answer?.choices?.[0]?.message.content ?? '';
  const ok = response.ok && text !== '';
  return {
    name,
    ok,
    detail: ok
      ? (response.headers.get('x-showrunner-model') ?? 'answered')
      : `${response.status} ${answer?.error?.message ?? 'an empty answer'}`,
    tookMs: Math.round(performance.now() - startedAt),
  };
}
