import type { CommandContext } from '../../command-context.ts';
import { loadStack } from '../../stack/load-stack.ts';

export async function health(context: CommandContext): Promise<boolean> {
  const { output, signal } = context;
  const runtime = await loadStack(context).openRuntime();
  const answers = await runtime.health(signal);
  output.result(answers);
  for (const { name, ok, detail, tookMs } of answers) {
    const mark = ok ? output.style.good('✔') : output.style.bad('✖');
    output.line(`${mark} ${name} ${output.style.faint(`${tookMs} ms`)}`);
    for (const text of describe(detail)) output.line(`    ${text}`);
  }
  return answers.every(({ ok }) => ok);
}

/** The members of a health report, one a line; nested ones by their path. */
function describe(detail: unknown, path = ''): string[] {
  if (typeof detail !== 'object' || detail === null) {
    const text = String(detail);
    return text === '' ? [] : [path === '' ? text : `${path}: ${text}`];
  }
  return Object.entries(detail).flatMap(([name, value]) => describe(value, path === '' ? name : `${path}.${name}`));
}
