/**
 * Letters that no screen shows and that models read: the block of tags (U+E0000 to U+E007F), which only the flags of
 * regions have behind their 🏴 (UTS #51, "Emoji Tag Sequence"), and variation selectors in a row, of which no character
 * has more than one (Unicode 17, chapter 23.4). Whole orders have been hidden in both.
 */
const TAGS = /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}|[\u{E0000}-\u{E007F}]+/gu;
const SELECTORS = /([\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+/gu;

/** The text as a screen shows it; flags and single variants of a character stay. */
export function withoutUnseenLetters(text: string): string {
  return text.replace(TAGS, (run) => (run.startsWith('\u{1F3F4}') ? run : '')).replace(SELECTORS, '$1');
}
