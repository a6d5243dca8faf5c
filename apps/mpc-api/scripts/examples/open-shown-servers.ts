import { Secret } from '@showrunner/service';
import {
  openAiChunks,
  openAiCompletion,
  startScriptedUpstream,
  type Behaviour,
  type RecordedRequest,
} from '@showrunner/testkit';
import ipaddr from 'ipaddr.js';
import type { FastifyInstance } from 'fastify';
import { buildServer } from '../../src/http/build-server.ts';
import { openHttpParts } from '../../src/testing/open-http-parts.ts';
import { storyteller } from '../../src/testing/stories.ts';

/** The administrator's key of the servers that are shown. */
export const SHOWN_KEY = 'sk-example';

/** Servers in this process that are asked for what is shown. */
export interface ShownServers extends AsyncDisposable {
  readonly api: FastifyInstance;
  /** One whose gateway is not there. */
  readonly alone: FastifyInstance;
  /** One with a fault of its own. */
  readonly faulty: FastifyInstance;
  /** Where webhooks are taken. */
  readonly receiver: string;
  /** Begins to stop the first: its streams that would go on end. */
  stop(): void;
}

const BODY_LIMIT = 1_048_576;
const NOWHERE = 'http://127.0.0.1:1';

export async function openShownServers(): Promise<ShownServers> {
  const upstream = await startScriptedUpstream(shownModel);
  const options = { key: new Secret(SHOWN_KEY), allowedNetworks: [{ base: ipaddr.parse('127.0.0.0'), bits: 8 }] };
  const [opened, alone] = await Promise.all([openHttpParts(upstream.url, options), openHttpParts(NOWHERE, options)]);
  const jobs = { ...alone.parts.jobs, list: () => Promise.reject(new Error('a fault of the server')) };
  const servers = {
    api: buildServer({ ...opened.parts, bodyLimit: BODY_LIMIT }),
    alone: buildServer({ ...alone.parts, bodyLimit: BODY_LIMIT }),
    faulty: buildServer({ ...alone.parts, jobs }),
  };
  return {
    ...servers,
    receiver: `${upstream.url}/webhooks`,
    stop: () => opened.stop(new Error('The server is stopping.')),
    async [Symbol.asyncDispose]() {
      await Promise.all(Object.values(servers).map((server) => server.close()));
      await Promise.all([opened, alone].map((one) => one[Symbol.asyncDispose]()));
      await upstream.close();
    },
  };
}

const PRICES = { input_cost_per_token: 0.000001, output_cost_per_token: 0.000002 };

/** The gateway's models, a receiver of webhooks, and a model that refuses or is silent where that is asked. */
export function shownModel(request: RecordedRequest): Behaviour {
  if (request.path === '/model/info') return { json: { data: [{ model_name: 'default', model_info: PRICES }] } };
  if (request.path === '/webhooks') return { json: { received: true } };
  const asked = JSON.stringify(request.body);
  if (asked.includes('[silent]')) return { hang: true };
  if (asked.includes('[refused]')) return { json: openAiCompletion({ text: 'I cannot help with that.' }) };
  const { stream, response_format } = request.body as {
    stream?: boolean;
    response_format?: { json_schema?: { name?: string } };
  };
  const change = CHANGES.find(({ part }) => asked.includes(part));
  if (response_format?.json_schema?.name !== 'changes' || change === undefined) return storyteller(request);
  const text = JSON.stringify({ changes: [change], removed: [], added: [] });
  return stream ? { sse: openAiChunks(text) } : { json: openAiCompletion({ text }) };
}

/** What instructions change of results that have such a part. */
const CHANGES = [
  { part: '/concepts/0/lighting', text: 'low evening sun through a window' },
  { part: '/platforms/youtube/titles/1/text', text: 'What pressure does to espresso' },
];
