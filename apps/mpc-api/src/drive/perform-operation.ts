import type { Event } from '@showrunner/recipes';
import { checkAndRepair, keepsGuarantees } from './check-and-repair.ts';
import { driveNoting, type Made } from './drive-noting.ts';
import { driveWork } from './drive-work.ts';
import { checksFailed, promisesBroken } from './generation-failure.ts';
import { circumstancesOf, type Performance } from './performance.ts';
import { UnusableReplyError } from './ask/unusable-reply-error.ts';
import { withFixes } from './with-fixes.ts';

/** Writes, checks, repairs and delivers; fails where a guarantee stays broken. */
export async function performOperation<Input, Draft, Output>(
  begun: Performance<Input, Draft, Output>,
): Promise<Output> {
  await begun.operation.prepare?.(begun.input);
  const { made, performance } = await firstDraft(begun);
  const { operation, input, place, world, production } = performance;
  const { draft, findings: found, fixes } = await checkAndRepair(performance, made);
  const findings = withFixes(found, fixes).map((finding) => ({ ...finding, ...production.label }));
  production.findings.set(place.path, findings);
  if (!keepsGuarantees(findings, production.isStrict))
    throw operation.asksModel?.(input) === false ? promisesBroken(findings) : checksFailed(findings, production.tally);
  const work = operation.deliver(draft, input, circumstancesOf(performance));
  return operation.output.parse(await driveWork<Output, Event>(work, place.within('deliver'), world));
}

/** A model that cannot give the whole in one structured answer is asked for it in stages. */
async function firstDraft<Input, Draft, Output>(
  performance: Performance<Input, Draft, Output>,
): Promise<{ made: Made<Draft>; performance: Performance<Input, Draft, Output> }> {
  const { world } = performance;
  try {
    return { made: await writeDraft(performance), performance };
  } catch (error) {
    const mayStage = world.strategy === 'single' && error instanceof UnusableReplyError && error.fault !== 'refused';
    if (!mayStage) throw error;
    const inStages = { ...performance, world: { ...world, strategy: 'staged' } as const };
    return { made: await writeDraft(inStages), performance: inStages };
  }
}

function writeDraft<Input, Draft, Output>(performance: Performance<Input, Draft, Output>): Promise<Made<Draft>> {
  const { operation, input, place, world } = performance;
  const work = operation.write(input, circumstancesOf(performance));
  return driveNoting<Draft, Event>(work, place.within(`write-${world.strategy}`), world);
}
