import type { CommandContext } from '../../command-context.ts';
import { loadStack } from '../../stack/load-stack.ts';

/** Asks every service; false when one does not answer, or works without something that it should have. */
export async function health(context: CommandContext): Promise<boolean> {
  const { output, signal } = context;
  const runtime = await loadStack(context).openRuntime();
  const answers = await runtime.health(signal);
  output.result(answers);
  for (const { name, ok, detail, tookMs } of answers) {
    const mark = !ok ? output.style.bad('✖') : isDegraded(detail) ? output.style.warning('!') : output.style.good('✔');
    output.line(`${mark} ${name} ${output.style.faint(`${tookMs} ms`)}`);
    for (const text of describe(detail)) output.line(`    ${text}`);
  }
  return answers.every(({ ok, detail }) => ok && !isDegraded(detail));
}

/** Requests are served, but not all is well: Redis is away, a changed configuration was refused. */
function isDegraded(detail: unknown): boolean {
  return typeof detail === 'object' && detail !== null && 'status' in detail && detail.status === 'degraded';
}

/** The members of a health report, one a line; nested ones by their path. */
function describe(detail: unknown, path = ''): string[] {
  if (typeof detail !== 'object' || detail === null) {
    const text = String(detail);
    return text === '' ? [] : [path === '' ? text : `${path}: ${text}`];
  }
  return Object.entries(detail).flatMap(([name, value]) => describe(value, path === '' ? name : `${path}.${name}`));
}
