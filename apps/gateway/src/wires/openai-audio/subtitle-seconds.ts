/** The end of a cue, of SubRip (`00:01:02,500`) or WebVTT (`01:02.500`, its hours left out). */
const CUE_END = /-->[ \t]*(?:(\d+):)?(\d{1,2}):(\d{2})[,.](\d{1,3})/g;

/** How long what was said took, by the end of its last cue, in seconds; nothing where the text has no cues. */
export function subtitleSeconds(text: string): number | undefined {
  let last: RegExpExecArray | undefined;
  for (const cue of text.matchAll(CUE_END)) last = cue;
  if (!last) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = last;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction}`);
}
