import { beginningOfJson, mayNotBePlain, plainValue, watchRefusal } from '@showrunner/recipes';
import { JSONParser } from '@streamparser/json';

/**
 * Follows a JSON answer while it streams: `onComplete` is called with the top value so far each time one of its
 * members, or an element of a list among them, has come in whole. At that moment nothing inside it is half, and its
 * texts are as the whole answer will have them.
 *
 * What precedes the answer (prose, a fence, reasoning) is skipped. A draft, a refusal, and text that stops being JSON
 * end the watching quietly, because the whole answer is read and judged again when it is there.
 */
export function watchJson(onComplete: (partial: unknown) => void): { push(text: string): void } {
  const parser = new JSONParser({ paths: ['$.*', '$.*.*'] });
  let state: 'before' | 'inside' | 'over' = 'before';
  let before = '';
  let inHand = '';
  let isPlain = true;
  const refusalIn = watchRefusal();

  parser.onValue = ({ parent, stack }) => {
    const partial = stack[1]?.value ?? parent;
    const shown = isPlain ? partial : plainValue(partial);
    if (refusalIn(shown) === undefined) onComplete(shown);
    else state = 'over';
  };
  parser.onEnd = () => {
    state = 'over';
  };
  parser.onError = () => {
    state = 'over';
  };

  const begin = (text: string): string => {
    before += text;
    // Nothing else can end what precedes an answer.
    if (!/[{>▷\]]/.test(text)) return '';
    const beginning = beginningOfJson(before);
    if (beginning === undefined) return '';
    state = beginning === 'draft' ? 'over' : 'inside';
    return beginning === 'draft' ? '' : before.slice(beginning);
  };

  return {
    push(text) {
      if (state === 'over') return;
      const piece = state === 'before' ? begin(text) : text;
      inHand += piece;
      // Nothing else completes a text, a list or an object, and the parser costs more by the piece than by the letter.
      if (!/["}\]]/.test(piece)) return;
      isPlain &&= !mayNotBePlain(inHand);
      parser.write(inHand);
      inHand = '';
    },
  };
}
