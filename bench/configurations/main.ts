// node runtime/bootstrap.mjs run bench/configurations/main.ts FOLDER: how many of the configurations in a folder serve, and
// every distinct finding with its count.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadWithDummies } from './load-with-dummies.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: main.ts FOLDER\n');
  process.exit(2);
}

const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const counts = new Map<string, number>();
const refused: string[] = [];
let models = 0;
for (const name of files) {
  const { config, findings } = await loadWithDummies(join(folder, name));
  models += config?.deployments.length ?? 0;
  if (!config) refused.push(`${name}: ${findings.find(({ stops }) => stops === 'everything')?.message ?? ''}`);
  for (const { level, path, message } of findings) {
    const line = `${level} ${path.replaceAll(/\[\d+\]/g, '[]')}: ${message.replaceAll(folder, '')}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
}
const lines = [...counts]
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(([line, count]) => `${count}\t${line}`);
const summary = `${files.length - refused.length} of ${files.length} serve, with ${models} models`;
process.stdout.write(`${[...lines, '', ...refused, '', summary].join('\n')}\n`);
