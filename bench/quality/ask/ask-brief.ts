import { loadavg } from 'node:os';
import type { Brief } from '../briefs/brief.ts';
import type { KeptAnswer, KeptPackage } from './kept-answer.ts';
import { readStream } from './read-stream.ts';

/** A running content API. */
export interface Api {
  readonly url: string;
  readonly key: string;
  /** The model group that it shall ask; the server's own choice where absent. */
  readonly model?: string;
}

/** A package as the content API gives it, as far as it is read here. */
interface PackageData {
  readonly script: {
    readonly title: string;
    readonly cta: string;
    readonly scenes: readonly {
      readonly id: string;
      readonly role: string;
      readonly narration: string;
      readonly on_screen_text: string;
      readonly visual: string;
      readonly broll: readonly { readonly query_en: string }[];
    }[];
    readonly claims: KeptPackage['claims'];
    readonly duration: { readonly estimated: number };
  };
  readonly thumbnail: {
    readonly concepts: readonly { readonly overlay_text: string; readonly subject: string; readonly setting: string }[];
  } | null;
  readonly metadata: {
    readonly platforms: Readonly<Record<string, PlatformData>>;
    readonly title: string;
    readonly description: string;
  } | null;
  readonly missing: readonly { readonly recipe: string }[];
}

interface PlatformData {
  readonly titles?: readonly { readonly text: string }[];
  readonly hashtags?: readonly string[];
}

interface Envelope {
  readonly data?: PackageData;
  readonly error?: { readonly code: string; readonly message: string };
  readonly meta?: {
    readonly model: string;
    readonly attempts: number;
    readonly repairs: number;
    readonly tokens: NonNullable<KeptAnswer['cost']['tokens']>;
    readonly checks: readonly { readonly ok: boolean; readonly name: string; readonly message: string }[];
  };
}

/** The same for every brief, so that a run can be had again with the same texts; `BENCH_SEED` gives another. */
const DEFAULT_SEED = 1;

/** Asks for the package of a brief as a stream, and keeps what came of it. */
export async function askBrief(brief: Brief, { url, key, model }: Api): Promise<KeptAnswer> {
  const { prompt, language, duration, platform, format, sources } = brief;
  // Whether a model is fit for a language is what is found out here.
  const allow_weak_language = process.env.BENCH_WEAK_LANGUAGES === '1';
  const seed = Number(process.env.BENCH_SEED ?? DEFAULT_SEED);
  const request = { prompt, language, duration, platform, format, sources, model, seed };
  const body = { ...request, allow_weak_language, cache: false, stream: true };
  const [load = 0] = loadavg();
  const at = new Date().toISOString();
  const startedAt = performance.now();
  const response = await fetch(`${url}/generate/package`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(body),
  });
  const isStream = response.headers.get('content-type')?.includes('event-stream') === true;
  const { envelope, cost } = isStream
    ? await readStream(response, startedAt)
    : { envelope: (await response.json()) as object, cost: { totalMs: performance.now() - startedAt, partMs: {} } };
  const { data, error, meta } = envelope as Envelope;
  return {
    brief: brief.id,
    status: data === undefined ? 'failed' : 'answered',
    ...(error === undefined ? {} : { error: { code: error.code, message: error.message } }),
    ...(data === undefined ? {} : { package: keptPackage(data) }),
    ...(meta === undefined ? {} : { model: meta.model }),
    cost: { ...cost, ...(meta && { attempts: meta.attempts, repairs: meta.repairs, tokens: meta.tokens }) },
    findings: (meta?.checks ?? []).filter(({ ok }) => !ok),
    at,
    load,
  };
}

function keptPackage({ script, thumbnail, metadata, missing }: PackageData): KeptPackage {
  const [own] = Object.values(metadata?.platforms ?? {});
  const titles = own?.titles?.map(({ text }) => text) ?? (metadata === null ? [] : [metadata.title]);
  return {
    title: script.title,
    cta: script.cta,
    scenes: script.scenes.map(({ id, role, narration, on_screen_text, visual, broll }) => ({
      id,
      role,
      narration,
      on_screen_text,
      visual,
      searchWords: broll.map(({ query_en }) => query_en),
    })),
    estimatedSeconds: script.duration.estimated,
    claims: script.claims.map(({ text, source_id }) => ({ text, source_id })),
    headlines: thumbnail?.concepts.map(({ overlay_text }) => overlay_text) ?? [],
    thumbnails: thumbnail?.concepts.map(({ subject, setting }) => `${subject}, ${setting}`) ?? [],
    titles,
    hashtags: [...(own?.hashtags ?? [])],
    description: metadata?.description ?? '',
    missing: missing.map(({ recipe }) => recipe),
  };
}
