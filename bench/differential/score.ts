import type { Area } from './areas.ts';
import type { CaseFile } from './case-file.ts';
import { compare, type Difference } from './compare.ts';
import { explain, type ListedDifference } from './listed-differences.ts';
import type { Recording } from './recordings.ts';

/** How one case came out. */
export interface Verdict {
  readonly area: Area;
  readonly file: string;
  readonly title: string;
  /** The same; different on purpose alone; different in a way that nobody listed. */
  readonly kind: 'same' | 'listed' | 'different';
  readonly listed: readonly ListedDifference[];
  /** Those that nobody listed. */
  readonly unlisted: readonly Difference[];
}

/** Ours beside what was recorded of LiteLLM, case by case. Cases without a recording are left out. */
export function judge(file: CaseFile, recording: Recording, ours: Recording['cases']): Verdict[] {
  return file.cases.flatMap(({ title }) => {
    const theirs = recording.cases[title];
    const our = ours[title];
    if (!theirs || !our) return [];
    const { area } = file;
    const explained = compare(theirs, our).map((seen) => ({ seen, by: explain(seen, { area, title }) }));
    const unlisted = explained.filter(({ by }) => !by).map(({ seen }) => seen);
    const listed = [...new Set(explained.flatMap(({ by }) => by ?? []))];
    const kind = unlisted.length > 0 ? 'different' : listed.length > 0 ? 'listed' : 'same';
    return [{ area, file: file.name, title, kind, listed, unlisted }];
  });
}

/** The table of scores by area. */
export function scoreTable(verdicts: readonly Verdict[]): string {
  const rows = [...Map.groupBy(verdicts, ({ area }) => area)].map(([area, list]) => row(area, list));
  return [
    '| area | cases | the same | different on purpose | else | score |',
    '|---|---|---|---|---|---|',
    ...rows,
    row('all', verdicts),
  ].join('\n');
}

function row(name: string, verdicts: readonly Verdict[]): string {
  const count = (kind: Verdict['kind']): number => verdicts.filter((verdict) => verdict.kind === kind).length;
  const score = `${((100 * (verdicts.length - count('different'))) / Math.max(1, verdicts.length)).toFixed(1)} %`;
  return `| ${[name, verdicts.length, count('same'), count('listed'), count('different'), score].join(' | ')} |`;
}
