/**
 * Puts `text` between `<!-- generated: NAME -->` and `<!-- end of NAME -->` and leaves the rest of the page to its
 * author.
 */
export function fillIn(page: string, name: string, text: string): string {
  const begin = `<!-- generated: ${name} -->`;
  const end = `<!-- end of ${name} -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error(`The page has no lines "${begin}" and "${end}" to write between.`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}
