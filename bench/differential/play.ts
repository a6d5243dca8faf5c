import { setTimeout as sleep } from 'node:timers/promises';
import { startScriptedUpstream, type Behaviour, type RecordedRequest } from '@showrunner/testkit';
import type { CaseFile, CaseRequest, Script } from './case-file.ts';
import type { NotStarted, Observation } from './observation.ts';
import { observeAnswer } from './observe-answer.ts';
import { observeReceived, splitPath } from './observe-received.ts';
import { MASTER_KEY, prepare, type PreparedCase, type PreparedFile } from './prepare.ts';
import { behaviourOf } from './replies.ts';

/** A gateway that runs with one configuration. */
export interface RunningGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a gateway; gives nothing where it refuses the configuration. */
export type StartGateway = (
  file: Pick<PreparedFile, 'configuration' | 'environment' | 'database'>,
) => Promise<RunningGateway | undefined>;

/** Cases touch nothing in common but the process, so some are played side by side. */
const SIDE_BY_SIDE = 6;
const ANSWER_LIMIT_MS = 60_000;
/** LiteLLM writes what was spent every few seconds, as it is configured here. */
const UNTIL_LIMIT_MS = 60_000;
const ASK_AGAIN_MS = 200;
/** Asked more often, it writes later. */
const LONGEST_PAUSE_MS = 2_000;
/** Metrics are counted behind the answer. */
const METRICS_LIMIT_MS = 4_000;

/** What all cases of a file come to on one gateway, by title. */
export async function playFile(file: CaseFile, start: StartGateway): Promise<Record<string, Observation | NotStarted>> {
  const scripts = new Map<string, Player>();
  await using upstream = await startScriptedUpstream((request) => {
    if (isModelList(request)) return { json: { object: 'list', data: [] } };
    const player = scripts.get(splitPath(request.path).caseId);
    return player ? player(request) : { status: 404, json: { error: { message: 'no such case' } } };
  });
  const prepared = prepare(file, upstream.url);
  for (const { id, upstream: script } of prepared.cases)
    scripts.set(id, playerOf(script, prepared.ownIds ? id : undefined));
  const gateway = await start(prepared);
  if (!gateway) return Object.fromEntries(prepared.cases.map(({ title }) => [title, { starts: false }]));
  try {
    const observations = new Map<string, Observation>();
    const waiting = [...prepared.cases];
    const playNext = async (): Promise<void> => {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const places = { caseId: one.id, upstreamUrl: upstream.url };
        const answers = await playCase(one, gateway.url, places);
        const received = upstream.requests.filter(
          (request) => splitPath(request.path).caseId === places.caseId && !isModelList(request),
        );
        observations.set(one.title, { answers, upstream: observeReceived(received, places) });
      }
    };
    await Promise.all(Array.from({ length: file.inTurn ? 1 : SIDE_BY_SIDE }, playNext));
    return Object.fromEntries(prepared.cases.map(({ title }) => [title, observations.get(title) ?? { starts: false }]));
  } finally {
    await gateway.stop();
  }
}

/** LiteLLM asks each vendor for its models as it starts, which belongs to no case. */
function isModelList({ method, path }: RecordedRequest): boolean {
  return method === 'GET' && /\/models(\?|$)/.test(path);
}

type Player = (request: RecordedRequest) => ReturnType<typeof behaviourOf>;

function playerOf(script: Script, ownId: string | undefined): Player {
  const played = new Map<string, number>();
  return (request) => {
    const { deployment } = splitPath(request.path);
    const replies = Array.isArray(script) ? script : (script[deployment] ?? ['ok']);
    const index = played.get(deployment) ?? 0;
    played.set(deployment, index + 1);
    const behaviour = behaviourOf(replies[Math.min(index, replies.length - 1)] ?? 'ok', request);
    if (ownId === undefined) return behaviour;
    return JSON.parse(
      JSON.stringify(behaviour).replaceAll(/(chatcmpl|cmpl|msg|resp)[-_]test/g, `$1-${ownId}`),
    ) as Behaviour;
  };
}

async function playCase(
  { before, requests }: PreparedCase,
  gatewayUrl: string,
  places: Parameters<typeof observeAnswer>[1],
): Promise<Observation['answers']> {
  const answers: Observation['answers'][number][] = [];
  for (const request of before) {
    const answer = await ask(request, gatewayUrl, places);
    if (answer.status === null || answer.status >= 400) answers.push(answer);
  }
  for (const request of requests) {
    if (request.afterMs !== undefined) await sleep(request.afterMs);
    answers.push(await ask(request, gatewayUrl, places));
  }
  return answers;
}

/** Asks once, or until the answer is what the case waits for. */
async function ask(
  request: CaseRequest,
  gatewayUrl: string,
  places: Parameters<typeof observeAnswer>[1],
): Promise<Observation['answers'][number]> {
  const { until, metrics } = request;
  const deadline = Date.now() + (until === undefined ? METRICS_LIMIT_MS : UNTIL_LIMIT_MS);
  for (let pauseMs = ASK_AGAIN_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const seen = await send(request, gatewayUrl).then((response) => observeAnswer(response, places, request), noAnswer);
    const isThere = until === undefined ? !metrics || hasAll(seen.body) : hasText(seen.body, until);
    if (isThere || Date.now() > deadline) return seen;
    await sleep(pauseMs);
  }
}

function hasText(body: unknown, until: string): boolean {
  return new RegExp(until).test(JSON.stringify(body));
}

/** Whether each family that is asked for tells something. */
function hasAll(body: unknown): boolean {
  return Object.values(body as Record<string, { series?: object }>).every(
    ({ series }) => Object.keys(series ?? {}).length > 0,
  );
}

function noAnswer(): Observation['answers'][number] {
  return { status: null, headers: {}, body: null };
}

function send(
  { method = 'POST', path = '/', headers = {}, body, json = body, key = MASTER_KEY, raw, form }: CaseRequest,
  url: string,
): Promise<Response> {
  const all = {
    authorization: `Bearer ${key}`,
    ...(form ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
  const sent = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null);
  return fetch(url + path, {
    method,
    headers: sent,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    ...(method === 'GET' ? {} : { body: form ? formOf(form) : (raw ?? JSON.stringify(json)) }),
  });
}

function formOf(members: NonNullable<CaseRequest['form']>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(members)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([value.content]), value.file);
  }
  return form;
}
