import { setTimeout as sleep } from 'node:timers/promises';
import { startScriptedUpstream, type RecordedRequest } from '@showrunner/testkit';
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
  file: Pick<PreparedFile, 'configuration' | 'environment'>,
) => Promise<RunningGateway | undefined>;

/** Cases touch nothing in common but the process, so some are played side by side. */
const SIDE_BY_SIDE = 6;
const ANSWER_LIMIT_MS = 60_000;

/** What all cases of a file come to on one gateway, by title. */
export async function playFile(file: CaseFile, start: StartGateway): Promise<Record<string, Observation | NotStarted>> {
  const scripts = new Map<string, Player>();
  await using upstream = await startScriptedUpstream((request) => {
    if (isModelList(request)) return { json: { object: 'list', data: [] } };
    const player = scripts.get(splitPath(request.path).caseId);
    return player ? player(request) : { status: 404, json: { error: { message: 'no such case' } } };
  });
  const prepared = prepare(file, upstream.url);
  for (const { id, upstream: script } of prepared.cases) scripts.set(id, playerOf(script));
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
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, playNext));
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

function playerOf(script: Script): Player {
  const played = new Map<string, number>();
  return (request) => {
    const { deployment } = splitPath(request.path);
    const replies = Array.isArray(script) ? script : (script[deployment] ?? ['ok']);
    const index = played.get(deployment) ?? 0;
    played.set(deployment, index + 1);
    return behaviourOf(replies[Math.min(index, replies.length - 1)] ?? 'ok', request);
  };
}

async function playCase(
  { requests }: PreparedCase,
  gatewayUrl: string,
  places: Parameters<typeof observeAnswer>[1],
): Promise<Observation['answers']> {
  const answers: Observation['answers'][number][] = [];
  for (const request of requests) {
    if (request.afterMs !== undefined) await sleep(request.afterMs);
    answers.push(await send(request, gatewayUrl).then((response) => observeAnswer(response, places), noAnswer));
  }
  return answers;
}

function noAnswer(): Observation['answers'][number] {
  return { status: null, headers: {}, body: null };
}

function send(
  { method = 'POST', path = '/', headers = {}, body, raw, form }: CaseRequest,
  url: string,
): Promise<Response> {
  const all = {
    authorization: `Bearer ${MASTER_KEY}`,
    ...(form ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
  const sent = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null);
  return fetch(url + path, {
    method,
    headers: sent,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    ...(method === 'GET' ? {} : { body: form ? formOf(form) : (raw ?? JSON.stringify(body)) }),
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
