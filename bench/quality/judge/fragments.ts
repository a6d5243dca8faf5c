import type { KeptPackage } from '../ask/kept-answer.ts';

/**
 * Words that no English phrase ends or begins with. Captions of other languages are listed whole in the texts, and read
 * by people.
 */
const CUT_AT_END =
  /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|with|from|and|or|but|nor|that|which|who|is|are|was|were|be|been|am|has|have|had|do|does|did|can|could|will|would|should|may|might|must|not|than|as|if|when|while|its|their|your|our|my|his|her|very|often|more|most|people|\w+n['’]t)[.!]?$/i;
const CUT_AT_BEGIN = /^(?:of|and|or|than|is|are|was|were|been|has|had|does|its|aren['’]t|isn['’]t|that|which|who)\s/i;
const NUMBER_ALONE = /^[\d.,\s%]+$|\b[\d,.]+ (?:square|per|of|more|times)$/i;

/**
 * Captions, headlines and pictures that are no whole phrase, and captions that come twice. Headlines may: a thumbnail
 * that tries another subject or look keeps the words of the first.
 */
export function fragmentsIn({ scenes, headlines }: KeptPackage): string[] {
  const captions = scenes.map(({ on_screen_text: text }) => text).filter((text) => text !== '');
  const texts = [...captions, ...headlines, ...scenes.map(({ visual }) => visual)];
  const cut = texts.filter((text) => CUT_AT_END.test(text) || CUT_AT_BEGIN.test(text) || NUMBER_ALONE.test(text));
  return [...new Set([...cut, ...twice(captions)])];
}

function twice(texts: readonly string[]): string[] {
  const folded = texts.map((text) => text.toLowerCase());
  return texts.filter((_, index) => folded.indexOf(folded[index] ?? '') < index).map((text) => `${text} (again)`);
}
