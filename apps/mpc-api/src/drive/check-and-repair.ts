import { ApiError } from '@showrunner/errors';
import type { Finding, Fixed } from '@showrunner/recipes';
import { CostLimitError } from './ask/budget.ts';
import { driveNoting, type Made } from './drive-noting.ts';
import type { World } from './drive-work.ts';
import { circumstancesOf, type Performance } from './performance.ts';
import { withFixes } from './with-fixes.ts';
import { UnusableReplyError } from './ask/unusable-reply-error.ts';

/** A draft, what its checks found, and what code had to make right on the way to it. */
export interface CheckedDraft<Draft> {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly fixes: readonly Fixed[];
}

/** Rounds of repair: each asks only for what failed, and what fails three times hardly comes right in a fourth. */
const MAX_ROUNDS = 3;

/**
 * Checks a draft and has it repaired until every check passes, nothing more can be done or the rounds are used up;
 * then code settles what is wrong still. Gives the best draft seen. A repair that cannot be had (no usable answer, no
 * budget left, a provider that fails now) never costs a draft that keeps its guarantees.
 */
export async function checkAndRepair<Input, Draft, Output>(
  performance: Performance<Input, Draft, Output>,
  { draft, fixes }: Made<Draft>,
): Promise<CheckedDraft<Draft>> {
  const tellFindings = findingTeller(performance.world.tell);
  let best = checked(performance, { draft, fixes });
  tellFindings(best);
  for (let round = 1; round <= MAX_ROUNDS && !passes(best); round += 1) {
    const candidate = await repaired(performance, best, round);
    if (candidate === best) break;
    tellFindings(candidate);
    if (isBetter(candidate.findings, best.findings)) best = candidate;
  }
  if (passes(best)) return best;
  const settled = await settledOf(performance, best);
  tellFindings(settled);
  return isBetter(settled.findings, best.findings) ? settled : best;
}

function passes({ findings }: Pick<CheckedDraft<unknown>, 'findings'>): boolean {
  return findings.every(({ ok }) => ok);
}

function checked<Input, Draft, Output>(
  performance: Performance<Input, Draft, Output>,
  { draft, fixes }: Made<Draft>,
): CheckedDraft<Draft> {
  const { operation, input } = performance;
  return { draft, fixes, findings: operation.check(draft, input, circumstancesOf(performance)) };
}

/** The draft after one round; the same object where there is nothing to be had. */
async function repaired<Input, Draft, Output>(
  performance: Performance<Input, Draft, Output>,
  best: CheckedDraft<Draft>,
  round: number,
): Promise<CheckedDraft<Draft>> {
  const { operation, input, place, production } = performance;
  const { tally } = production;
  const asksBefore = tally.attempts;
  const failed = best.findings.filter(({ ok }) => !ok);
  try {
    const work = operation.repair(best.draft, failed, input, circumstancesOf(performance));
    const made = await driveNoting(work, place.within(`repair-${round}`), performance.world);
    return made.draft === best.draft ? best : checked(performance, following(best, made));
  } catch (error) {
    if (error instanceof CostLimitError || error instanceof UnusableReplyError) return best;
    if (ApiError.isInstance(error) && keepsGuarantees(best.findings)) return best;
    throw error;
  } finally {
    if (tally.attempts > asksBefore) tally.countRepair();
  }
}

async function settledOf<Input, Draft, Output>(
  performance: Performance<Input, Draft, Output>,
  best: CheckedDraft<Draft>,
): Promise<CheckedDraft<Draft>> {
  const { operation, input, place, world } = performance;
  if (operation.settle === undefined) return best;
  const work = operation.settle(best.draft, input, circumstancesOf(performance));
  const made = await driveNoting(work, place.within('settle'), world);
  return made.draft === best.draft ? best : checked(performance, following(best, made));
}

function following<Draft>({ fixes }: Made<Draft>, made: Made<Draft>): Made<Draft> {
  return { draft: made.draft, fixes: [...fixes, ...made.fixes] };
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
function findingTeller(tell: World['tell']): (checked: Omit<CheckedDraft<unknown>, 'draft'>) => void {
  if (!tell) return () => undefined;
  const told = new Map<string, string>();
  return ({ findings, fixes }) => {
    for (const finding of withFixes(findings, fixes)) {
      const subject = `${finding.name} ${finding.sceneId ?? ''} ${finding.path ?? ''}`;
      const outcome = `${finding.ok} ${finding.value} ${finding.outcome ?? ''}`;
      if (told.get(subject) === outcome) continue;
      told.set(subject, outcome);
      tell({ kind: 'check', finding });
    }
  };
}
