import type { KeptCost } from './kept-answer.ts';

/** What a streamed answer came to, and when. */
export interface StreamedAnswer {
  readonly envelope: Readonly<Record<string, unknown>>;
  readonly cost: Pick<KeptCost, 'firstSceneMs' | 'totalMs' | 'partMs'>;
}

interface ToldScene {
  readonly id: string;
  readonly narration: string;
  readonly at: number;
}

/**
 * Reads server-sent events to their end. A scene counts as told once it stands as it will in the result: one that is
 * replaced or taken back later was no scene yet.
 */
export async function readStream(response: Response, startedAt: number): Promise<StreamedAnswer> {
  const passed = () => Math.round(performance.now() - startedAt);
  let told: ToldScene[] = [];
  let envelope: Record<string, unknown> = {};
  const partMs: Record<string, number> = {};
  for await (const { event, data } of eventsIn(response)) {
    if (event === 'reset') told = [];
    if (event === 'scene') told.push({ id: String(data.id), narration: String(data.narration), at: passed() });
    if (event === 'part') partMs[String(data.recipe)] = passed();
    if (['result', 'failed', 'error', 'cancelled'].includes(event)) envelope = data;
  }
  const first = told.find((scene) => narrationsIn(envelope).includes(scene.narration));
  return {
    envelope,
    cost: { ...(first === undefined ? {} : { firstSceneMs: first.at }), totalMs: passed(), partMs },
  };
}

function narrationsIn({ data }: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { script } = (data ?? {}) as { script?: { scenes: readonly { narration: string }[] } };
  return script?.scenes.map(({ narration }) => narration) ?? [];
}

interface ServerEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

async function* eventsIn({ body }: Response): AsyncGenerator<ServerEvent> {
  if (body === null) return;
  let buffered = '';
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (buffered + piece).split('\n\n');
    buffered = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (event !== undefined && data !== undefined) yield { event, data: JSON.parse(data) as Record<string, unknown> };
    }
  }
}
