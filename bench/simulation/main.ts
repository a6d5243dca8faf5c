// node runtime/bootstrap.mjs run bench/simulation/main.ts: how load spreads, what cools down and how a failing vendor comes
// back, simulated with the gateway's own routing; writes docs/simulation/*.svg and prints the figures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plot } from './plot.ts';
import { SECONDS, scenarios, TROUBLE } from './scenarios.ts';
import { simulate, type Second } from './simulate.ts';

const folder = fileURLToPath(new URL('../../docs/simulation/', import.meta.url));
mkdirSync(folder, { recursive: true });

process.stdout.write('| scenario | shares before, during and after | failed requests |\n|---|---|---|\n');
for (const scenario of scenarios) {
  const seconds = await simulate(scenario);
  writeFileSync(`${folder}${scenario.name}.svg`, plot(scenario, seconds));
  const parts = [
    seconds.slice(0, TROUBLE.from),
    seconds.slice(TROUBLE.from, TROUBLE.until),
    seconds.slice(TROUBLE.until),
  ];
  const failed = seconds.reduce((total, second) => total + second.failed, 0);
  const all = scenario.requestsPerSecond * SECONDS;
  process.stdout.write(`| ${scenario.title} | ${parts.map(sharesIn).join('; ')} | ${failed} of about ${all} |\n`);
}

/** Percent of calls for each vendor. */
function sharesIn(seconds: readonly Second[]): string {
  const vendors = seconds[0]?.calls.map((_, vendor) =>
    seconds.reduce((sum, { calls }) => sum + (calls[vendor] ?? 0), 0),
  );
  const total = vendors?.reduce((sum, count) => sum + count, 0) ?? 0;
  return (vendors ?? []).map((count) => `${Math.round((100 * count) / total)} %`).join(', ');
}
