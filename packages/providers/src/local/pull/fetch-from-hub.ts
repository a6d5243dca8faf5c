import type { Readable } from 'node:stream';
import { EnvHttpProxyAgent, request, type Dispatcher } from 'undici';
import type { ModelSource } from '../catalogue/model-catalogue.ts';
import type { SourceFetch } from './fetch-source.ts';

const PUBLIC_HUB = 'https://huggingface.co';

/** A hub that cannot be reached is given up after these, so that the next source has its turn within seconds. */
const CONNECT_TIMEOUT_MS = 4_000;
const HEADERS_TIMEOUT_MS = 8_000;
const MAX_REDIRECTS = 5;
const GONE = 'the file or its revision is not there any more (HTTP status 404)';

type HubSource = Extract<ModelSource, { kind: 'hub' }>;

/** The file's address; `HF_ENDPOINT` names a mirror, as it does for the hub's own client. */
function hubUrl({ repository, revision, file }: HubSource, environment: NodeJS.ProcessEnv): string {
  const hub = (environment.HF_ENDPOINT || PUBLIC_HUB).replace(/\/+$/, '');
  return `${hub}/${repository}/resolve/${revision}/${encodeURIComponent(file)}`;
}

/** Appends the bytes from `offset` on, through `HTTPS_PROXY` where that is set and `NO_PROXY` does not speak against. */
export async function fetchFromHub(source: HubSource, fetch: SourceFetch): Promise<void> {
  const agent = new EnvHttpProxyAgent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: HEADERS_TIMEOUT_MS,
    bodyTimeout: fetch.silenceMs,
  });
  try {
    const body = await openBody(source, fetch, agent);
    for await (const bytes of body) {
      const chunk = bytes as Uint8Array;
      await fetch.file.appendFile(chunk);
      fetch.onBytes(chunk.byteLength);
    }
  } finally {
    await agent.destroy();
  }
}

/** Follows redirects by hand, because the hub says in the first answer which digest the file behind them has. */
async function openBody(source: HubSource, fetch: SourceFetch, dispatcher: Dispatcher): Promise<Readable> {
  const headers = fetch.offset > 0 ? { range: `bytes=${fetch.offset}-` } : {};
  let next = hubUrl(source, fetch.environment);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const answer = await request(next, { dispatcher, signal: fetch.signal, headers });
    refuseOtherFile(answer.headers['x-linked-etag'], source.sha256);
    if (answer.statusCode === (fetch.offset > 0 ? 206 : 200)) return answer.body;
    await answer.body.dump();
    const location = answer.headers.location;
    if (answer.statusCode < 300 || answer.statusCode >= 400 || typeof location !== 'string') {
      throw new Error(answer.statusCode === 404 ? GONE : `HTTP status ${answer.statusCode}`);
    }
    next = new URL(location, next).href;
  }
  throw new Error(`more than ${MAX_REDIRECTS} redirects`);
}

/** For a large file the hub's `X-Linked-Etag` is its SHA-256: a gigabyte need not be fetched to find it changed. */
function refuseOtherFile(linkedEtag: string | string[] | undefined, sha256: string): void {
  const digest = typeof linkedEtag === 'string' ? /^"?([0-9a-f]{64})"?$/.exec(linkedEtag)?.[1] : undefined;
  if (digest !== undefined && digest !== sha256) throw new Error('the file there is another one now (SHA-256 differs)');
}
