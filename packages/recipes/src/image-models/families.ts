import { countWords } from '../text/words.ts';
import { clipTokens } from './clip-tokens.ts';
import type { AspectRatio, ImageModelFamily } from './concept.ts';

/** What a family of image models understands. Model ids are the caller's choice. */
export interface Dialect {
  readonly family: ImageModelFamily;
  readonly name: string;
  /** Whether it can be trusted to draw words. */
  readonly drawsText: boolean;
  /** How it is told what shall not be seen: a text of its own, a flag, a sentence, or what is wanted instead. */
  readonly negatives: 'parameter' | 'flag' | 'constraint' | 'positive_only';
  readonly length: Length;
  /** The same for the text of what shall not be seen, where it has its own limit. */
  readonly negativeLength?: Length;
  /** Flags the prompt may end with; null where the family has none. */
  readonly flags: ReadonlySet<string> | null;
  readonly params: (ratio: AspectRatio) => Readonly<Record<string, string | number | boolean>>;
  /** What a caller should know who uses its negatives. */
  readonly negativesRemark?: string;
  /** Where this was read. */
  readonly source: string;
  /** When, as a date. */
  readonly read: string;
}

interface Length {
  readonly unit: string;
  readonly limit: number;
  readonly count: (prompt: string) => number;
}

/** Sides are multiples of 16, the longer at most three times the shorter and at most 3,840. */
const OPENAI_SIZES: Readonly<Record<AspectRatio, `${number}x${number}`>> = {
  '16:9': '1536x864',
  '9:16': '864x1536',
  '1:1': '1024x1024',
  '4:5': '1024x1280',
  '4:3': '1280x960',
  '2:3': '1024x1536',
};

/** The sizes that SDXL was trained on, nearest to each ratio (its paper, arXiv 2307.01952, appendix I). */
const SDXL_SIZES: Readonly<Record<AspectRatio, { readonly width: number; readonly height: number }>> = {
  '16:9': { width: 1344, height: 768 },
  '9:16': { width: 768, height: 1344 },
  '1:1': { width: 1024, height: 1024 },
  '4:5': { width: 896, height: 1152 },
  '4:3': { width: 1152, height: 896 },
  '2:3': { width: 832, height: 1216 },
};

const characters = { unit: 'characters', count: (prompt: string) => Array.from(prompt).length };
const words = { unit: 'words', count: (prompt: string) => countWords(prompt.replace(/ --.*$/s, '')) };
const clipWindow: Length = { unit: 'clip_tokens', limit: 75, count: clipTokens };

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
    read: '2026-11-22',
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
    read: '2026-11-22',
  },
  ideogram: {
    family: 'ideogram',
    name: 'Ideogram',
    drawsText: true,
    negatives: 'parameter',
    length: { ...characters, limit: 10_000 },
    flags: null,
    params: (ratio) => ({ aspect_ratio: ratio.replace(':', 'x'), magic_prompt: 'OFF' }),
    negativesRemark: 'negative_prompt is read by Ideogram 3; version 4 does not list it',
    source:
      'docs.ideogram.ai text-in-images, docs.comfy.org IdeogramTextToImageApi: 10,000 characters, magic prompt off for exact words',
    read: '2026-11-22',
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
    read: '2026-11-22',
  },
  midjourney: {
    family: 'midjourney',
    name: 'Midjourney',
    drawsText: false,
    negatives: 'flag',
    length: { ...words, limit: 60 },
    flags: new Set(['--ar', '--s', '--c', '--raw', '--hd', '--sref', '--sw', '--p', '--edit', '--seed', '--no']),
    params: (ratio) => ({ ar: ratio, version: '8' }),
    negativesRemark: 'not every list of version 8 has --no',
    source:
      'moai-cowork media-midjourney-v8-prompt citing docs.midjourney.com: short phrases, flags last, those of version 8, which dropped --q, --oref, --cw and --cref; the length is our own bound',
    read: '2026-11-22',
  },
  sdxl: {
    family: 'sdxl',
    name: 'Stable Diffusion XL',
    drawsText: false,
    negatives: 'parameter',
    length: clipWindow,
    negativeLength: clipWindow,
    flags: null,
    params: (ratio) => ({ ...SDXL_SIZES[ratio] }),
    source: 'CLIP window of 77 tokens, two of them special (diffusers lpw_stable_diffusion_xl); comma tags, weights',
    read: '2026-11-22',
  },
};
