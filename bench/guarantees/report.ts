import type { Outcome } from './outcome.ts';
import type { Trial, TrialResult } from './put-requests.ts';

/** What may end in GENERATION_FAILED: nothing usable, or a promise to the caller by name that was never kept. */
const MAY_FAIL =
  /^(?:empty|truncated|refused|not_json|wrong_shape|cut_off|must_include|avoid|banned|narration_speakable|speakable|language|scene_count|script_stands|usable|substance)/;

/** Prints the tables and gives the exit code: 1 where an answer breaks a promise and does not say so. */
export function printReport({ outcomes, faults }: TrialResult, { samples, seed, strength }: Trial): number {
  console.log(
    `${outcomes.length} requests (${samples} of each brief), seed ${seed}, faults at ${strength} times their rates\n`,
  );
  console.log(
    '| recipe | n | first try | 200 | failed as allowed | provider | failed otherwise | unsaid violations | asks | repairs | tokens |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|---|');
  for (const recipe of new Set(outcomes.map((one) => one.recipe)))
    console.log(
      rowOf(
        recipe,
        outcomes.filter((one) => one.recipe === recipe),
      ),
    );
  printCounts('Faults that came', faults);
  printCounts(
    'Findings that stayed in answers',
    counted(outcomes.flatMap(({ meta }) => (meta?.checks ?? []).filter(({ ok }) => !ok).map(({ name }) => name))),
  );
  printCounts(
    'What code made right',
    counted(
      outcomes.flatMap(({ meta }) =>
        (meta?.checks ?? []).flatMap(({ name, outcome }) => (outcome === undefined ? [] : [`${name} ${outcome}`])),
      ),
    ),
  );
  printCounts('Why answers failed', counted(outcomes.filter(isFailed).map(reasonOf)));
  const wrong = outcomes.filter((one) => one.unsaid.length > 0 || isFailedOtherwise(one));
  for (const { name, status, error, unsaid } of wrong) {
    console.log(`\n${name}: ${status} ${error === undefined ? '' : `${error.code} ${error.message}`}`);
    for (const { kind, where, what } of unsaid) console.log(`  ${kind} at ${where}: ${what}`);
  }
  return wrong.length === 0 ? 0 : 1;
}

function rowOf(recipe: string, outcomes: readonly Outcome[]): string {
  const good = outcomes.filter(({ status }) => status === 200);
  const cells = [
    recipe,
    outcomes.length,
    share(
      good.filter(
        ({ meta }) => meta?.attempts === 1 && meta.checks.every(({ ok, outcome }) => ok && outcome === undefined),
      ),
      outcomes,
    ),
    share(good, outcomes),
    outcomes.filter(isFailedAsAllowed).length,
    outcomes.filter(({ error }) => error?.code === 'LLM_ERROR').length,
    outcomes.filter(isFailedOtherwise).length,
    outcomes.reduce((sum, one) => sum + one.unsaid.length, 0),
    mean(good.map(({ meta }) => meta?.attempts ?? 0)),
    mean(good.map(({ meta }) => meta?.repairs ?? 0)),
    mean(good.map(({ meta }) => meta?.tokens.total ?? 0)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function isFailed({ status }: Outcome): boolean {
  return status !== 200;
}

function isFailedAsAllowed(outcome: Outcome): boolean {
  const checks = outcome.error?.details?.checks ?? [];
  return (
    outcome.error?.code === 'GENERATION_FAILED' &&
    checks.some(({ name, severity }) => severity === 'must' && MAY_FAIL.test(name))
  );
}

export function isFailedOtherwise(outcome: Outcome): boolean {
  return isFailed(outcome) && outcome.error?.code !== 'LLM_ERROR' && !isFailedAsAllowed(outcome);
}

function reasonOf({ error }: Outcome): string {
  const [first] = error?.details?.checks ?? [];
  return `${error?.code}: ${first?.name ?? error?.message}`;
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function printCounts(title: string, counts: ReadonlyMap<string, number>): void {
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one);
  console.log(`\n${title}: ${sorted.map(([name, count]) => `${name} ${count}`).join(', ') || 'none'}`);
}

function share(part: readonly unknown[], whole: readonly unknown[]): string {
  return `${Math.round((100 * part.length) / whole.length)} %`;
}

function mean(values: readonly number[]): string {
  return values.length === 0 ? '–' : (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1);
}
