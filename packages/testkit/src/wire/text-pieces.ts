/** Cuts a text into pieces of so many code points, as streamed tokens come: never inside a character's UTF-8 bytes. */
export function textPieces(text: string, codePoints: number): string[] {
  const all = Array.from(text);
  return Array.from({ length: Math.ceil(all.length / codePoints) }, (_, index) =>
    all.slice(index * codePoints, (index + 1) * codePoints).join(''),
  );
}
