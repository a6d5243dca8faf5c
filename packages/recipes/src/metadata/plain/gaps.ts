/** `[Your Channel Name]`, `{link}`, `【频道名称】`, `<your name>`, `%NAME%`, `XXX`; numbers and single letters are none. */
const GAP =
  /\$?\{[^{}\n]*\p{L}{2}[^{}\n]*\}|\[[^[\]\n]*\p{L}{2}[^[\]\n]*\]|[【［〔][^】］〕\n]*\p{L}[^】］〕\n]*[】］〕]|<\p{L}+[ _-][^<>\n]*>|%[A-Za-z_]{3,}%|(?<![\p{L}\p{N}])(?<!\p{Lu}\p{Ll}{3,} )(?:X{3,}|TBD|_{3,}|lorem ipsum)(?![\p{L}\p{N}])|[〇○]{2,}/u;

/** Whether somebody was meant to fill something in. */
export function hasGap(text: string): boolean {
  return GAP.test(text);
}
