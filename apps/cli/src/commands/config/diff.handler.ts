import type { Command } from 'commander';
import { z } from 'zod';
import type { CommandContext } from '../../command-context.ts';
import { configurationFile, parseConfiguration } from '../../environment/configuration-choice.ts';
import { readEnvFile } from '../../environment/env-file-state.ts';
import { readEnvText } from '../../environment/env-file.ts';
import { envFilePath } from '../../environment/initialize.ts';
import { exampleSettings, knownSettings } from '../../environment/known-settings.ts';
import { loadStack } from '../../stack/load-stack.ts';

interface Difference {
  readonly path: string;
  readonly left: string | undefined;
  readonly right: string | undefined;
}

export async function diff(context: CommandContext, command: Command): Promise<void> {
  const { root, output } = context;
  const [name] = command.args;
  if (name === undefined) return envDiff(context);
  const stack = loadStack(context);
  const serving = parseConfiguration(stack.settings.configFile);
  const other = parseConfiguration(configurationFile(root, name));
  const differences = compare(flatten(serving), flatten(other));
  output.result({ left: stack.configuration, right: name, differences });
  for (const { path, left, right } of differences) {
    if (left !== undefined) output.line(output.style.bad(`- ${path}: ${left}`));
    if (right !== undefined) output.line(output.style.good(`+ ${path}: ${right}`));
  }
  if (differences.length === 0) output.line(`${name} says the same as ${stack.configuration}.`);
}

/** Names alone: the values of `.env` are secrets. */
function envDiff({ root, output }: CommandContext): void {
  const present = Object.keys(readEnvText(readEnvFile(envFilePath(root))));
  const known = knownSettings(root);
  const unknown = present.filter((name) => !known.has(name) && !known.has(name.replace(/_FILE$/, '')));
  const absent = exampleSettings(root).filter((name) => !present.includes(name));
  output.result({ unknown, absent });
  for (const name of unknown) output.line(output.style.warning(`? ${name} is not a setting of this version`));
  for (const name of absent) output.line(output.style.faint(`  ${name} is at its default`));
}

/** Every leaf by its path; an entry of `model_list` by its model name and model, because its place means nothing. */
function flatten(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, JSON.stringify(value)]]);
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [`${path}[${modelLabel(item) ?? index}]`, item])
    : Object.entries(value).map(([name, member]) => [path === '' ? name : `${path}.${name}`, member]);
  return new Map(entries.flatMap(([at, member]) => [...flatten(member, at)]));
}

/** An entry of `model_list`, as far as it is told from its neighbours by it. */
const entry = z.object({
  model_name: z.string(),
  litellm_params: z.object({ model: z.string() }).optional().catch(undefined),
});

function modelLabel(item: unknown): string | undefined {
  const { data } = entry.safeParse(item);
  return data && `${data.model_name} ${data.litellm_params?.model ?? 'without a model'}`;
}

function compare(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): Difference[] {
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((path) => ({ path, left: left.get(path), right: right.get(path) }))
    .filter((difference) => difference.left !== difference.right);
}
