import { countWords } from '../text/words.ts';
import type { AspectRatio, ImageModelFamily } from './concept.ts';

/** What a family of image models understands; state of November 2026. Model ids are the caller's choice. */
export interface Dialect {
  readonly family: ImageModelFamily;
  readonly name: string;
  /** Whether it can be trusted to draw words. */
  readonly drawsText: boolean;
  readonly negatives: 'parameter' | 'flag' | 'constraint' | 'positive_only';
  readonly length: { readonly unit: string; readonly limit: number; readonly count: (prompt: string) => number };
  /** Flags the prompt may end with; null where the family has none. */
  readonly flags: ReadonlySet<string> | null;
  readonly params: (ratio: AspectRatio) => Readonly<Record<string, string | number | boolean>>;
  readonly source: string;
}

/** Sides are multiples of 16, ratio at most 3:1. */
const OPENAI_SIZES: Readonly<Record<AspectRatio, string>> = {
  '16:9': '1536x864',
  '9:16': '864x1536',
  '1:1': '1024x1024',
  '4:5': '1024x1280',
  '4:3': '1280x960',
};

/** The sizes that SDXL was trained on, nearest to each ratio. */
const SDXL_SIZES: Readonly<Record<AspectRatio, { readonly width: number; readonly height: number }>> = {
  '16:9': { width: 1344, height: 768 },
  '9:16': { width: 768, height: 1344 },
  '1:1': { width: 1024, height: 1024 },
  '4:5': { width: 896, height: 1152 },
  '4:3': { width: 1152, height: 896 },
};

const characters = { unit: 'characters', count: (prompt: string) => Array.from(prompt).length };
const words = { unit: 'words', count: (prompt: string) => countWords(prompt.replace(/--.*$/s, '')) };

export const dialects: Readonly<Record<ImageModelFamily, Dialect>> = {
  openai: {
    family: 'openai',
    name: 'OpenAI image models',
    drawsText: true,
    negatives: 'constraint',
    length: { ...characters, limit: 32_000 },
    flags: null,
    params: (ratio) => ({ size: OPENAI_SIZES[ratio], quality: 'high' }),
    source:
      'developers.openai.com: 32,000 characters since gpt-image-1; no negative parameter; dall-e ended 2026-05-12',
  },
  gemini: {
    family: 'gemini',
    name: 'Gemini image models',
    drawsText: true,
    negatives: 'positive_only',
    length: { ...characters, limit: 8000 },
    flags: null,
    params: (ratio) => ({ aspectRatio: ratio }),
    source: 'ai.google.dev: full sentences, aspect ratio in generationConfig.imageConfig; the length is our own bound',
  },
  ideogram: {
    family: 'ideogram',
    name: 'Ideogram',
    drawsText: true,
    negatives: 'parameter',
    length: { ...characters, limit: 10_000 },
    flags: null,
    params: (ratio) => ({ aspect_ratio: ratio.replace(':', 'x'), magic_prompt: 'OFF' }),
    source:
      'docs.ideogram.ai text-in-images, docs.comfy.org IdeogramTextToImageApi: 10,000 characters, magic prompt off for exact words',
  },
  flux: {
    family: 'flux',
    name: 'FLUX',
    drawsText: true,
    negatives: 'positive_only',
    length: { ...words, limit: 80 },
    flags: null,
    params: (ratio) => ({ aspect_ratio: ratio }),
    source: 'docs.bfl.ai prompting guides: 30 to 80 words, hex colours, no negative prompts',
  },
  midjourney: {
    family: 'midjourney',
    name: 'Midjourney',
    drawsText: false,
    negatives: 'flag',
    length: { ...words, limit: 60 },
    flags: new Set(['--ar', '--s', '--c', '--raw', '--hd', '--sref', '--sw', '--p', '--edit', '--seed', '--no']),
    params: (ratio) => ({ ar: ratio, version: '8' }),
    source:
      'moai-cowork media-midjourney-v8-prompt citing docs.midjourney.com: short phrases, flags last; the length is our own bound',
  },
  sdxl: {
    family: 'sdxl',
    name: 'Stable Diffusion XL',
    drawsText: false,
    negatives: 'parameter',
    length: { unit: 'clip_tokens', limit: 75, count: clipTokens },
    flags: null,
    params: (ratio) => ({ ...SDXL_SIZES[ratio] }),
    source: 'CLIP window of 77 tokens, two of them special (diffusers lpw_stable_diffusion_xl); comma tags, weights',
  },
};

/** CLIP makes about 1.3 tokens of an English word and one of each mark; counted upwards to stay inside its window. */
function clipTokens(prompt: string): number {
  const marks = prompt.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0;
  const tokens = (prompt.match(/[\p{L}]+|\p{N}/gu) ?? []).reduce(
    (sum, word) => sum + Math.max(1, Math.ceil(word.length / 7)),
    0,
  );
  return tokens + marks;
}
