import { providers, type ProviderAdapter } from '../../packages/providers/src/index.ts';
import { fillIn } from './fill-in.ts';
import type { GeneratedFile } from './generated-file.ts';

/** The table of vendors inside the hand-written guide. */
export const vendorTable: GeneratedFile = {
  path: 'docs/guides/providers.md',
  generator: 'scripts/generate/vendor-table.ts',
  content: (current) => fillIn(current, 'vendors', table()),
};

function table(): string {
  return [
    '| vendor | a model is | key | another address |',
    '|---|---|---|---|',
    ...byTitle.map((vendor) => `| ${cellsOf(vendor).join(' | ')} |`),
  ].join('\n');
}

/** As people look for them. */
const byTitle = providers.toSorted((left, right) => left.title.localeCompare(right.title, 'en'));

function cellsOf({ title, name, environment, keyRequired }: ProviderAdapter): string[] {
  const key = code(environment.apiKey);
  return [
    title,
    `\`${name}/MODEL\``,
    key === '' || keyRequired ? key : `${key}, if it asks for one`,
    code(environment.apiBase),
  ];
}

/** Names of variables, of which the first that is set counts. */
function code(names: readonly string[] = []): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
