/** Python's spelling of groups and switches as JavaScript's; nothing where it is none that JavaScript reads. */
export function asRegExp(source: string): RegExp | undefined {
  const own = source
    .replace(/^\(\?[aiLmsux]+\)/, '')
    .replaceAll('(?P<', '(?<')
    .replaceAll(/\(\?P=(\w+)\)/g, '\\k<$1>');
  for (const flags of ['giu', 'gi']) {
    try {
      return new RegExp(own, flags);
    } catch {
      // Without `u` more is allowed.
    }
  }
  return undefined;
}
