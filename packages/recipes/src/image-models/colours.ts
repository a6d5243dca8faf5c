/** `fa0`, `#fa0`, `FFAA00`. */
export const HEX_COLOUR = /^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** `fa0` → `#FFAA00`; undefined for what is no hex colour, and so may stand in no prompt and no style. */
export function safeColour(text: string): string | undefined {
  const colour = text.trim();
  return HEX_COLOUR.test(colour) ? fullHex(colour) : undefined;
}

/** A hex colour in its long form. */
export function fullHex(colour: string): string {
  const digits = colour.replace('#', '');
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return `#${full.toUpperCase()}`;
}
