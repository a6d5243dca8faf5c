import type { TextLimits } from '../../platforms/platform.ts';
import { measure } from '../../text/length/measure.ts';
import { trimAtSentence } from '../../text/length/trim.ts';
import { fitted, lessThan, type Fitted } from './cut.ts';

/** What follows a text, each a block of its own. */
export interface Surroundings {
  /** Lines of chapters; empty where there are none. */
  readonly chapters: string;
  readonly links: readonly string[];
  readonly hashtags: readonly string[];
}

/** A text may be cut to this share of its limit for what follows; beyond it links give way, the last one first. */
const LEAST_TEXT_SHARE = 0.5;

/** Text, chapters, links and hashtags within the limits. */
export function assemble(body: string, limits: TextLimits, around: Surroundings): Fitted {
  for (let count = around.links.length; ; count -= 1) {
    const links = around.links.slice(0, count);
    const after = [around.chapters, links.join('\n'), around.hashtags.join(' ')]
      .filter((block) => block !== '')
      .map((block) => `\n\n${block}`)
      .join('');
    if (count > 0 && !leavesEnough(body, after, limits)) continue;
    const { text, removed } = fittedBefore(body, after, limits);
    return { text: `${text}${after}`.trim(), removed: [...removed, ...around.links.slice(count)] };
  }
}

function leavesEnough(body: string, after: string, limits: TextLimits): boolean {
  return limits.every(({ maximum, unit }) => {
    const wanted = Math.min(measure(body, unit), maximum * LEAST_TEXT_SHARE);
    return maximum - measure(after, unit) >= wanted;
  });
}

/** Units may count the joined text other than its parts, so what fits alone is tried with what follows. */
function fittedBefore(body: string, after: string, limits: TextLimits): Fitted {
  for (let less = 0; ; less += 2) {
    const room = lessThan(limits, ({ maximum, unit }) => maximum - measure(after, unit) - less);
    const candidate = fitted(body, room, trimAtSentence);
    const fits = limits.every(({ maximum, unit }) => measure(`${candidate.text}${after}`.trim(), unit) <= maximum);
    if (fits || candidate.text === '') return candidate;
  }
}
