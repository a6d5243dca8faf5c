import { errorsAmong, findingAsText, type Finding } from './finding.ts';
import { readConfig, type ConfigSource } from './load-config.ts';

/** Prints everything that was found in a configuration; returns the exit code, which is 1 where there is an error. */
export async function checkConfig(source: ConfigSource, asJson: boolean): Promise<number> {
  const { config, findings } = await readConfig(source);
  const text = asJson
    ? JSON.stringify({ findings })
    : [...findings.map(findingAsText), summary(findings, config !== undefined)].join('\n');
  process.stdout.write(`${text}\n`);
  return errorsAmong(findings).length === 0 ? 0 : 1;
}

function summary(findings: readonly Finding[], canServe: boolean): string {
  const hasErrors = errorsAmong(findings).length > 0;
  const verdict = canServe
    ? `the configuration can be served${hasErrors ? ' without what has an error' : ''}`
    : 'the configuration cannot be served';
  const { length } = findings;
  return length === 0 ? `${verdict}; nothing to remark` : `${verdict}; ${length} finding${length === 1 ? '' : 's'}`;
}
