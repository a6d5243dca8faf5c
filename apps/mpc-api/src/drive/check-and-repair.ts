import { ApiError } from '@showrunner/errors';
import type { Finding, Fixed } from '@showrunner/recipes';
import { CostLimitError } from './budget.ts';
import { driveWork, type World } from './drive-work.ts';
import { circumstancesOf, type Performance } from './performance.ts';
import { UnusableReplyError } from './unusable-reply-error.ts';

export interface CheckedDraft<Draft> {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
}

/** Rounds of repair: each asks only for what failed, and what fails three times hardly comes right in a fourth. */
const MAX_ROUNDS = 3;

/**
 * Checks a draft and has it repaired until every check passes, nothing more can be done or the rounds are used up,
 * and gives the best draft seen. A repair that cannot be had (no usable answer, no budget left, a provider that fails
 * now) never costs a draft that keeps its guarantees.
 */
export async function checkAndRepair<Input, Draft, Output>(
  performance: Performance<Input, Draft, Output>,
  first: Draft,
): Promise<CheckedDraft<Draft>> {
  const tellFindings = findingTeller(performance.world.tell);
  const fixes: Fixed[] = [];
  let best = checked(performance, first, fixes);
  tellFindings(best.findings);
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    if (best.findings.every(({ ok }) => ok)) break;
    const repaired = await repair(performance, best, round, fixes);
    if (repaired === best.draft) break;
    const candidate = checked(performance, repaired, fixes);
    tellFindings(candidate.findings);
    if (isBetter(candidate.findings, best.findings)) best = candidate;
  }
  return best;
}

function checked<Input, Draft, Output>(
  performance: Performance<Input, Draft, Output>,
  draft: Draft,
  fixes: readonly Fixed[],
): CheckedDraft<Draft> {
  const { operation, input } = performance;
  const findings = operation.check(draft, input, circumstancesOf(performance));
  return { draft, findings: fixes.length === 0 ? findings : findings.map((finding) => withOutcome(finding, fixes)) };
}

/** A finding that passes says so when it is code that made it right. */
function withOutcome(finding: Finding, fixes: readonly Fixed[]): Finding {
  if (!finding.ok) return finding;
  const fix = fixes.find(
    ({ finding: { name, path } }) => name === finding.name && (finding.path === undefined || finding.path === path),
  );
  return fix === undefined ? finding : { ...finding, outcome: fix.outcome };
}

/** The repaired draft; the same object where there is nothing to be had. */
async function repair<Input, Draft, Output>(
  performance: Performance<Input, Draft, Output>,
  { draft, findings }: CheckedDraft<Draft>,
  round: number,
  fixes: Fixed[],
): Promise<Draft> {
  const { operation, input, place, world, production } = performance;
  const { tally } = production;
  const asksBefore = tally.attempts;
  const failed = findings.filter(({ ok }) => !ok);
  try {
    const work = operation.repair(draft, failed, input, circumstancesOf(performance));
    const noting = { ...world, noteFix: (fixed: Fixed) => void fixes.push(fixed) };
    return await driveWork(work, place.within(`repair-${round}`), noting);
  } catch (error) {
    if (error instanceof CostLimitError || error instanceof UnusableReplyError) return draft;
    if (ApiError.isInstance(error) && keepsGuarantees(findings)) return draft;
    throw error;
  } finally {
    if (tally.attempts > asksBefore) tally.repairs += 1;
  }
}

/** Whether a draft may be delivered: what still fails is only to be reported. With `strict` its targets count too. */
export function keepsGuarantees(findings: readonly Finding[], strict = false): boolean {
  return findings.every(({ ok, severity }) => ok || severity === 'report' || (severity === 'target' && !strict));
}

/** Fewer broken guarantees, then fewer findings, then figures nearer to their limits. */
function isBetter(candidate: readonly Finding[], best: readonly Finding[]): boolean {
  const [a, b] = [score(candidate), score(best)];
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value < other;
  }
  return true;
}

function score(findings: readonly Finding[]): readonly number[] {
  const failed = findings.filter(({ ok }) => !ok);
  const broken = failed.filter(({ severity }) => severity === 'must');
  return [broken.length, failed.length, failed.reduce((sum, finding) => sum + deviation(finding), 0)];
}

function deviation({ value, limit }: Finding): number {
  if (typeof value !== 'number' || typeof limit !== 'number') return 0;
  return Math.abs(value - limit) / Math.max(Math.abs(limit), 1);
}

/** Tells each finding when it is new or its outcome has changed. */
function findingTeller(tell: World['tell']): (findings: readonly Finding[]) => void {
  if (!tell) return () => undefined;
  const told = new Map<string, string>();
  return (findings) => {
    for (const finding of findings) {
      const subject = `${finding.name} ${finding.sceneId ?? ''} ${finding.path ?? ''}`;
      const outcome = `${finding.ok} ${finding.value}`;
      if (told.get(subject) === outcome) continue;
      told.set(subject, outcome);
      tell({ kind: 'check', finding });
    }
  };
}
