/** White space at which a line may be broken; spaces that hold two words together are none. */
const BREAKING_SPACE = /[\t\n\v\f\r \u{85}\u{1680}\u{2000}-\u{2006}\u{2008}-\u{200A}\u{2028}\u{2029}\u{205F}]+/gu;

/** The lookbehind has a run of spaces looked at once, and not from each of its characters. */
const SPACE_AT_ENDS = /^[\s\u{200B}]+|(?<![\s\u{200B}])[\s\u{200B}]+$/gu;

/** The text in one line, every run of spaces and line breaks a single space. */
export function inOneLine(text: string): string {
  return text.replace(BREAKING_SPACE, ' ').replace(SPACE_AT_ENDS, '');
}

/** A time with its hours, two digits or more: 3,725,040 → `01:02:05.040`. */
export function clockTime(milliseconds: number, decimalMark: ',' | '.'): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(milliseconds / 1000);
  const rest = String(milliseconds % 1000).padStart(3, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${decimalMark}${rest}`;
}

/** A time as people write it: 65,400 → `1:05`, with hours only where there are any. */
export function shortTime(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = `:${String(seconds % 60).padStart(2, '0')}`;
  return hours === 0 ? `${minutes}${tail}` : `${hours}:${String(minutes).padStart(2, '0')}${tail}`;
}
