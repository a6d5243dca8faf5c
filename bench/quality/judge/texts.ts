import type { KeptPackage } from '../ask/kept-answer.ts';

/** What is seen in a scene, as a picture editor reads it. */
export function pictureOf({ visual }: KeptPackage['scenes'][number]): string {
  return visual;
}

export function narrationOf({ scenes }: KeptPackage): string {
  return scenes.map(({ narration }) => narration).join(' ');
}

/** The sentences of a text in any of the briefs' languages. */
export function sentencesIn(text: string, language: string): string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}
