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

/** Names that captions use, so that text encoders know them; values of CSS Color 4 and of the xkcd colour survey. */
const NAMED: readonly (readonly [name: string, hex: string])[] = [
  ['black', '#000000'],
  ['charcoal', '#343837'],
  ['grey', '#808080'],
  ['silver', '#C0C0C0'],
  ['white', '#FFFFFF'],
  ['cream', '#FFF2C8'],
  ['beige', '#E6DAA6'],
  ['tan', '#D1B26F'],
  ['dark brown', '#341C02'],
  ['brown', '#653700'],
  ['copper', '#B66325'],
  ['maroon', '#650021'],
  ['red', '#E50000'],
  ['crimson', '#DC143C'],
  ['coral', '#FF7F50'],
  ['orange', '#F97306'],
  ['amber', '#FEB308'],
  ['yellow', '#FFFF14'],
  ['lime', '#AAFF32'],
  ['green', '#15B01A'],
  ['dark green', '#033500'],
  ['olive', '#6E750E'],
  ['mint', '#9FFEB0'],
  ['teal', '#029386'],
  ['turquoise', '#06C2AC'],
  ['cyan', '#00FFFF'],
  ['sky blue', '#75BBFD'],
  ['blue', '#0343DF'],
  ['navy', '#01153E'],
  ['indigo', '#380282'],
  ['purple', '#7E1E9C'],
  ['lavender', '#C79FEF'],
  ['magenta', '#C20078'],
  ['pink', '#FF81C0'],
];

/** The nearest name of a hex colour, by the weighted distance "redmean" (compuphase.com/cmetric.htm). */
export function colourName(hex: string): string {
  const near = NAMED.map(([name, other]) => ({ name, distance: distance(channels(hex), channels(other)) }));
  return near.reduce((best, one) => (one.distance < best.distance ? one : best)).name;
}

type Channels = readonly [red: number, green: number, blue: number];

function channels(hex: string): Channels {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

function distance([red, green, blue]: Channels, [otherRed, otherGreen, otherBlue]: Channels): number {
  const mean = (red + otherRed) / 2;
  const [dr, dg, db] = [red - otherRed, green - otherGreen, blue - otherBlue];
  return (2 + mean / 256) * dr * dr + 4 * dg * dg + (2 + (255 - mean) / 256) * db * db;
}
