import type { PresidioSettings } from '../../config/sections/guardrails/guardrail.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { Blocked } from '../blocked.ts';
import type { Guard, GuardedCall, GuardedText, Looked } from '../guard.ts';
import { asVerdict, askService, GuardServiceError } from '../guard-service.ts';
import { inTurns } from '../in-turns.ts';
import { MOST_AT_ONCE, plainTexts, serviceGuard } from './service-guard.ts';

/** What an analyzer found; offsets are in code points, as Python counts. */
interface Entity {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** As it was said. */
  readonly source: Mapping;
}

/** Microsoft's Presidio: an analyzer that finds, and an anonymizer that masks (its API reference, 2026-10). */
export function presidio(settings: PresidioSettings, name: string, timeoutSeconds: number): Guard {
  const look = async (text: string, call: GuardedCall, restores: boolean): Promise<Looked> => {
    const entities = await analyze(settings, text, call, timeoutSeconds);
    const blocked = entities.find(({ kind }) => settings.entities.get(kind) === 'BLOCK');
    if (blocked) throw refusal(blocked.kind, name);
    if (entities.length === 0) return { texts: [text] };
    const masked = restores
      ? hide(text, entities, call)
      : await anonymize(settings, { text, entities, timeoutSeconds }, call);
    const kinds = Map.groupBy(entities, ({ kind }) => kind);
    return { texts: [masked], masked: Object.fromEntries([...kinds].map(([kind, list]) => [kind, list.length])) };
  };
  return serviceGuard(async ({ texts, side }, call) => {
    // What only restores leaves the answer to those values.
    if (side === 'response' && !settings.masksAnswers && settings.restores) return { texts: plainTexts(texts) };
    const restores = settings.restores && side === 'request';
    const looked = await inTurns(texts, MOST_AT_ONCE, ({ text }: GuardedText) => look(text, call, restores));
    return { texts: looked.flatMap((one) => one.texts), masked: sumOf(looked.map((one) => one.masked ?? {})) };
  });
}

async function analyze(
  settings: PresidioSettings,
  text: string,
  call: GuardedCall,
  timeoutSeconds: number,
): Promise<readonly Entity[]> {
  const { analyzer, language, entities, recognizers } = settings;
  const answer = await askService({
    url: `${analyzer}/analyze`,
    body: {
      text,
      language,
      ...(recognizers !== undefined && { ad_hoc_recognizers: recognizers }),
      ...(entities.size > 0 && { entities: [...entities.keys()] }),
      ...call.parameters,
    },
    timeoutSeconds,
    signal: call.signal,
  });
  if (!Array.isArray(answer)) throw new GuardServiceError('its analyzer gave no list', false);
  return withoutOverlaps(answer.map(entityOf).filter((entity) => isMeant(entity, settings)));
}

function entityOf(source: unknown): Entity {
  if (isMapping(source)) {
    const { entity_type: kind, start, end, score } = source;
    if (typeof kind === 'string' && typeof start === 'number' && typeof end === 'number') {
      return { kind, start, end, score: typeof score === 'number' ? score : 0, source };
    }
  }
  throw new GuardServiceError('its analyzer gave something that is no finding', false);
}

function isMeant({ kind, score }: Entity, { ignored, scoreThresholds }: PresidioSettings): boolean {
  if (ignored.has(kind)) return false;
  const least = scoreThresholds.get(kind) ?? scoreThresholds.get('ALL');
  return least === undefined || score >= least;
}

/** Of findings that overlap the surer counts, then the longer: two masks within one another would break both. */
function withoutOverlaps(entities: readonly Entity[]): readonly Entity[] {
  const best = entities.toSorted(
    (one, other) => other.score - one.score || other.end - other.start - (one.end - one.start),
  );
  const kept: Entity[] = [];
  for (const entity of best) {
    if (!kept.some(({ start, end }) => entity.start < end && start < entity.end)) kept.push(entity);
  }
  return kept.toSorted((one, other) => one.start - other.start);
}

async function anonymize(
  { anonymizer }: PresidioSettings,
  {
    text,
    entities,
    timeoutSeconds,
  }: { readonly text: string; readonly entities: readonly Entity[]; readonly timeoutSeconds: number },
  { signal }: GuardedCall,
): Promise<string> {
  const body = { text, analyzer_results: entities.map(({ source }) => source) };
  const answer = asVerdict(await askService({ url: `${anonymizer}/anonymize`, body, timeoutSeconds, signal }));
  if (typeof answer.text === 'string') return answer.text;
  throw new GuardServiceError('its anonymizer gave no text', false);
}

/** Masked by what the answer can be put right with. */
function hide(text: string, entities: readonly Entity[], { hidden }: GuardedCall): string {
  const letters = Array.from(text);
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of entities) {
    masked += letters.slice(from, start).join('') + hidden.tokenOf(kind, letters.slice(start, end).join(''), text);
    from = end;
  }
  return masked + letters.slice(from).join('');
}

function refusal(kind: string, name: string): Blocked {
  return new Blocked(
    `Blocked entity detected: ${kind} by Guardrail: ${name}. This entity is not allowed to be used in this request.`,
  );
}

function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [kind, count] of counts.flatMap((one) => Object.entries(one))) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
}
