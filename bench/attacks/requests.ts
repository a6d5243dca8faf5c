import type { Attack, Channel } from './attacks.ts';
import { topics, type Topic } from './topics.ts';

/** One call of the content API. */
export interface PutRequest {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Short, so that the embedded model has an answer within a minute. */
const SECONDS = 15;

/** The request that an attack stands in; without words it is the same request, untouched. */
export function requestOf({ channel, language }: Pick<Attack, 'channel' | 'language'>, words?: string): PutRequest {
  const topic: Topic = topics[language];
  const { prompt, title, material } = topic;
  const tainted = [material, words].filter((part) => part !== undefined).join('\n\n');
  const script = { prompt, language, duration: SECONDS };
  const metadata = { title, content: material, language, platforms: ['tiktok'], variants: 1 };
  const requests: Readonly<Record<Channel, PutRequest>> = {
    context: { path: 'script', body: { ...script, context: tainted } },
    sources: { path: 'script', body: { ...script, sources: [{ title, text: tainted }] } },
    source_text: { path: 'script', body: { source_text: tainted, language, duration: SECONDS } },
    brand_voice: { path: 'script', body: { ...script, brand_voice: { name: 'Calm', samples: [words ?? material] } } },
    content: { path: 'metadata', body: { ...metadata, content: tainted } },
    keywords: { path: 'metadata', body: { ...metadata, keywords: words === undefined ? [] : [words] } },
    instruction: { path: 'script/revise', body: revision(topic, language, material, words) },
    script: { path: 'script/revise', body: revision(topic, language, tainted) },
  };
  return requests[channel];
}

function revision({ title, prompt }: Topic, language: string, narration: string, more = ''): PutRequest['body'] {
  const scene = { broll: [], on_screen_text: '', visual: title };
  return {
    script: {
      title,
      language,
      duration: { target: SECONDS },
      scenes: [
        { ...scene, id: 'scene-1', role: 'hook', narration: `${prompt}?` },
        { ...scene, id: 'scene-2', role: 'point', narration },
      ],
    },
    instruction: `Make the first scene more vivid. ${more}`.trim(),
  };
}
