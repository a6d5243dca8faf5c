import { USUAL_HOLD_BACK, type Guard } from '../guard.ts';

/** A guard that asks a service: seldom, because each time costs. */
export function serviceGuard(look: Guard['look']): Guard {
  return {
    isLocal: false,
    holdBack: USUAL_HOLD_BACK,
    // There may be names of members alone, which services are not asked about.
    look: (content, call) =>
      content.texts.length + content.images.length === 0 ? Promise.resolve({ texts: [] }) : look(content, call),
  };
}

/** So many texts are looked at by one service at once, where it takes one at a time. */
export const MOST_AT_ONCE = 10;

/** The texts of a look, one after the other. */
export function plainTexts(texts: readonly { readonly text: string }[]): readonly string[] {
  return texts.map(({ text }) => text);
}
