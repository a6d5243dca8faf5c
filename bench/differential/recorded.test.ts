import { describe, expect, test } from 'vitest';
import { areas } from './areas.ts';
import { readCaseFiles } from './case-file.ts';
import { listedDifferences } from './listed-differences.ts';
import { startOurs } from './our-gateway.ts';
import { playFile } from './play.ts';
import { readRecording } from './recordings.ts';
import { judge, type Verdict } from './score.ts';
import { claimedAreas, readStanding } from './standing.ts';

/** Gateways are started one after another, and retries wait as long as they do in production. */
const FILE_LIMIT_MS = 300_000;

const standing = readStanding();

describe.each(readCaseFiles(claimedAreas))('$area/$name', (file) => {
  test('comes out as it stands, or better', { timeout: FILE_LIMIT_MS }, async () => {
    const verdicts = judge(file, await readRecording(file), await playFile(file, startOurs));
    expect(verdicts.filter((verdict) => isWorse(verdict)).map((verdict) => tell(verdict))).toEqual([]);
  });
});

test('each case is recorded and stands somewhere', async () => {
  for (const file of readCaseFiles()) {
    const titles = file.cases.map(({ title }) => title);
    expect(Object.keys((await readRecording(file)).cases)).toEqual(titles);
    expect(Object.keys(standing[file.area]?.[file.name] ?? {})).toEqual(titles);
  }
});

test('each difference on purpose has its reason', () => {
  expect(listedDifferences.filter(({ reason }) => reason.length < 40)).toEqual([]);
});

test('each area has at least forty cases', () => {
  const counts = Map.groupBy(
    readCaseFiles().flatMap(({ area, cases }) => cases.map(() => area)),
    (area) => area,
  );
  expect(areas.filter((area) => (counts.get(area)?.length ?? 0) < 40)).toEqual([]);
});

function isWorse({ area, file, title, kind }: Verdict): boolean {
  return kind === 'different' && standing[area]?.[file]?.[title] !== 'open';
}

function tell({ title, unlisted }: Verdict): string {
  const places = unlisted.map(({ path, litellm, ours }) => `${path}: ${text(litellm)}, ours ${text(ours)}`);
  return [title, ...places].join('\n  ');
}

function text(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
