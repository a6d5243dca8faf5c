import { findingAsText } from './finding.ts';
import { readConfig, type ConfigSource } from './load-config.ts';

/** Prints everything that was found in a configuration; returns the exit code, which is 1 where it cannot be served. */
export async function checkConfig(source: ConfigSource, asJson: boolean): Promise<number> {
  const { config, findings } = await readConfig(source);
  const text = asJson
    ? JSON.stringify({ findings })
    : [...findings.map(findingAsText), summary(findings.length, config !== undefined)].join('\n');
  process.stdout.write(`${text}\n`);
  return config ? 0 : 1;
}

function summary(count: number, canServe: boolean): string {
  const verdict = canServe ? 'the configuration can be served' : 'the configuration cannot be served';
  return count === 0 ? `${verdict}; nothing to remark` : `${verdict}; ${count} findings`;
}
