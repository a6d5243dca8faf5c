/** Blocks of scripts that are written from right to left (DerivedBidiClass.txt: the ranges whose default is R or AL). */
const RIGHT_TO_LEFT =
  /[[\u{590}-\u{8FF}\u{FB1D}-\u{FDFF}\u{FE70}-\u{FEFF}\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]&&\p{L}]/v;
const RIGHT_TO_LEFT_MARK = '\u{200F}';

/** A line with its direction: players take that of the first letter, which may be a foreign name. */
export function withDirection(line: string): string {
  return RIGHT_TO_LEFT.test(line) ? RIGHT_TO_LEFT_MARK + line : line;
}
