import type { GenerationMeta } from '@showrunner/contract';
import { checkFigures } from '../drive/check-figures.ts';
import type { Composed } from '../drive/compose/compose.ts';
import type { MadePart } from '../drive/perform-part.ts';
import { Tally, tallyFigures } from '../drive/ask/tally.ts';
import type { Success } from '../jobs/job.ts';
import { objectOf, textOf } from '../json-members.ts';
import type { CachedAnswer } from './result-cache.ts';

/** What one piece of work made, whoever waits for it. */
export interface Produced extends CachedAnswer {
  readonly figures: ReturnType<typeof tallyFigures>;
}

/** The same as it was written, with the text whose bytes `data` is. */
interface Written extends Produced {
  readonly dataJson: string;
}

/** What was made as it is sent, kept and cached: `data` is written once. */
export function producedOf({ data, findings, tally }: MadePart, jobId: string | null): Written {
  const dataJson = JSON.stringify(data);
  return {
    data: Buffer.from(dataJson),
    dataJson,
    jobId,
    model: tally.model,
    checksJson: JSON.stringify(findings.map(checkFigures)),
    figures: tallyFigures(tally),
  };
}

/** The same as the end of a job. */
export function successOf(composed: Composed, { data }: MadePart, produced: Written, durationMs: number): Success {
  return {
    state: 'succeeded',
    resultJson: produced.dataJson,
    metaJson: metaJson(composed, produced, { isHit: false, durationMs }),
    resultIds: resultIds(data),
    missing: missingIn(data),
    title: titleOf(data),
  };
}

/** An answer that is given again, as the end of a job; ids in it go on leading to the job that made it. */
export function successAgain(composed: Composed, cached: CachedAnswer, jobId: string, durationMs: number): Success {
  const resultJson = Buffer.from(cached.data).toString();
  const produced = { ...cached, jobId, figures: tallyFigures(new Tally()) };
  return {
    state: 'succeeded',
    resultJson,
    metaJson: metaJson(composed, produced, { isHit: true, durationMs }),
    resultIds: [],
    missing: [],
    title: titleOf(JSON.parse(resultJson)),
  };
}

/** Whether nothing is missing in what was made: only that is an answer to be given again. */
export function isWhole(data: unknown): boolean {
  return missingIn(data).length === 0;
}

function missingIn(data: unknown): readonly unknown[] {
  const missing = objectOf(data)?.missing;
  return Array.isArray(missing) ? missing : [];
}

function titleOf(data: unknown): string {
  const whole = objectOf(data);
  return textOf(whole?.title) ?? textOf(objectOf(whole?.script)?.title) ?? '';
}

/** The checks are most of it; they are written once, when they are made, however often the answer is given. */
export function metaJson(
  composed: Composed,
  produced: Omit<Produced, 'data'>,
  { isHit, durationMs }: { readonly isHit: boolean; readonly durationMs: number },
): string {
  const { operation, request, model, options, ignored } = composed;
  const meta: Omit<GenerationMeta, 'checks'> = {
    request_id: request.requestId,
    job_id: produced.jobId,
    client_ref: options.client_ref ?? null,
    model_requested: composed.asksModel ? model.name : null,
    model: produced.model,
    recipe: operation.name,
    recipe_version: operation.version,
    prompt_version: operation.promptVersion,
    ...produced.figures,
    cache_hit: isHit,
    ignored: [...ignored],
    duration_ms: durationMs,
  };
  return `${JSON.stringify(meta).slice(0, -1)},"checks":${produced.checksJson}}`;
}

/** The ids that results carry themselves (`scr_…`), the variants' in their order. */
function resultIds(data: unknown): string[] {
  const whole = objectOf(data);
  const variants = whole?.variants;
  const all = Array.isArray(variants) ? variants.map((variant) => objectOf(variant)?.id) : [whole?.id];
  return all.filter((one) => typeof one === 'string');
}
