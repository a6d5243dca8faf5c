import { JSONParser } from '@streamparser/json';
import { inertValue, mayBeActive } from './inert-text.ts';

/**
 * Follows a JSON answer while it streams: `onComplete` is called with the top value so far each time one of its
 * members, or an element of a list among them, has come in whole. At that moment nothing inside it is half.
 *
 * What precedes the first brace (prose, a fence, reasoning) is skipped; text that stops being JSON ends the watching
 * quietly, because the whole answer is read and judged again when it is there.
 */
export function watchJson(onComplete: (partial: unknown) => void): { push(text: string): void } {
  const parser = new JSONParser({ paths: ['$.*', '$.*.*'] });
  let state: 'before' | 'inside' | 'over' = 'before';
  let reasoning = '';

  let isActive = false;

  parser.onValue = ({ parent, stack }) => {
    const partial = stack[1]?.value ?? parent;
    onComplete(isActive ? inertValue(partial) : partial);
  };
  parser.onEnd = () => {
    state = 'over';
  };
  parser.onError = () => {
    state = 'over';
  };

  return {
    push(text) {
      if (state === 'over') return;
      let rest = text;
      if (state === 'before') {
        reasoning += text;
        if (isStillReasoning(reasoning)) return;
        const start = reasoning.indexOf('{', endOfReasoning(reasoning));
        if (start < 0) return;
        rest = reasoning.slice(start);
        reasoning = '';
        state = 'inside';
      }
      isActive ||= mayBeActive(rest);
      parser.write(rest);
    },
  };
}

function isStillReasoning(text: string): boolean {
  return /^\s*<(think|thinking|reasoning)>/i.test(text) && endOfReasoning(text) === 0;
}

function endOfReasoning(text: string): number {
  const end = /<\/(think|thinking|reasoning)>/i.exec(text);
  return end ? end.index + end[0].length : 0;
}
