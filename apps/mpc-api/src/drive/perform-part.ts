import { ApiError, type ErrorEnvelope } from '@showrunner/errors';
import type { Operation, Part } from '@showrunner/recipes';
import { newId } from '../jobs/new-id.ts';
import { askModel, type Conversation } from './ask/ask-model.ts';
import type { Composed } from './compose/compose.ts';
import type { World } from './drive-work.ts';
import { asApiError } from './generation-failure.ts';
import { recorded } from './journal/journal.ts';
import { performOperation } from './perform-operation.ts';
import type { Production } from './performance.ts';
import type { Place } from './journal/place.ts';
import { Tally } from './ask/tally.ts';
import type { GenerationFinding } from './variant.ts';

/** Another operation's result as a part: what it is asked for, and the member of the whole in which it will stand. */
export interface BegunPart {
  readonly operation: Operation;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly place: Place;
}

/** A part that was made, with its own figures. */
export interface MadePart {
  readonly data: unknown;
  readonly findings: readonly GenerationFinding[];
  readonly tally: Tally;
}

/** Begins to keep a part as a job of its own, under that id; undefined where nothing shall be kept. */
export type PartKeeper = (
  part: Pick<BegunPart, 'operation' | 'body'>,
  jobId: string,
) => ((made: MadePart) => void) | undefined;

/** What the whole is made in. */
export interface Whole {
  readonly composed: Composed;
  readonly conversation: Conversation;
  readonly production: Production;
  readonly world: World;
  readonly keepPart: PartKeeper;
}

/**
 * Performs an operation as a part of another's result: what it uses counts for itself and for the whole, its findings
 * join those of the whole under the part's path, and it is kept as a job of its own.
 *
 * @throws ApiError what went wrong, in the words of a request for the part alone
 */
export async function performPart(part: BegunPart, whole: Whole): Promise<Part<unknown>> {
  const { at, place } = part;
  const { journal } = whole.world;
  const jobId = String(await recorded(place.within('job').path, journal, () => newId('job')));
  // What was made is made once, whoever goes on with the whole: it is paid for and kept.
  const outcome = (await recorded(place.within('made').path, journal, () => outcomeOf(part, jobId, whole))) as Outcome;
  if ('error' in outcome) throw errorOf(outcome.error);
  const underPath = outcome.findings.map((finding) => within(at, finding));
  whole.production.findings.set(place.path, underPath);
  return { output: outcome.data, jobId: outcome.jobId };
}

/** As JSON, for the journal. */
type Outcome =
  | { readonly data: unknown; readonly findings: readonly GenerationFinding[]; readonly jobId: string | null }
  | { readonly error: ErrorEnvelope['error'] };

/** What came of it; a failure that may pass is thrown, and not written down. */
async function outcomeOf(part: BegunPart, jobId: string, whole: Whole): Promise<Outcome> {
  const { operation, body, at, place } = part;
  const tally = new Tally(whole.production.tally);
  const production: Production = { ...whole.production, tally, findings: new Map() };
  const world = worldWithin(at, tally, whole);
  const keep = whole.keepPart(part, jobId);
  try {
    const input = operation.input.parse(body);
    const data = await performOperation({ operation, input, earlier: [], place, world, production });
    const findings = [...production.findings.values()].flat();
    keep?.({ data, findings, tally });
    return { data, findings, jobId: keep === undefined ? null : jobId };
  } catch (thrown) {
    const error = asApiError(thrown, tally.attempts > 0 ? tally : whole.production.tally, whole.composed);
    if (ApiError.isInstance(error) && error.code === 'GENERATION_FAILED') return error.toJSON();
    throw error;
  }
}

function errorOf({ code, message, statusCode, timestamp, details }: ErrorEnvelope['error']): ApiError {
  return new ApiError(code, { message, details, status: statusCode, timestamp });
}

function worldWithin(at: string, tally: Tally, { world, conversation }: Whole): World {
  const { tell } = world;
  return {
    ...world,
    ask: (question, strategy) => askModel(question, strategy, { ...conversation, tally }),
    tell: tell && ((event) => tell(event.kind === 'check' ? { ...event, finding: within(at, event.finding) } : event)),
  };
}

/** A finding of a part as one of the whole: `scenes[2].narration` → `script.scenes[2].narration`. */
function within<Found extends { readonly path?: string }>(at: string, finding: Found): Found {
  return { ...finding, path: finding.path === undefined ? at : `${at}.${finding.path}` };
}
