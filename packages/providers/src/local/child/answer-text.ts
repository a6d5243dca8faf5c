/** Turns the text of a growing answer into the pieces that can be given out. */
export interface AnswerText {
  /** Takes what the answer's tokens spell since the last call, and returns what is certain to be part of it. */
  push(text: string): string;
  /** What was held back, once no more is to come. */
  end(): string;
  /** Whether a stop text was met; nothing comes after it. */
  readonly isStopped: boolean;
}

/** Holds back what may be the beginning of a stop text, and cuts the answer where one is complete. */
export function createAnswerText(stops: readonly string[]): AnswerText {
  let held = '';
  let isStopped = false;
  return {
    get isStopped() {
      return isStopped;
    },
    push(text) {
      if (isStopped) return '';
      held += text;
      const stopAt = Math.min(...stops.map((stop) => held.indexOf(stop)).filter((index) => index >= 0));
      if (stopAt !== Infinity) {
        isStopped = true;
        const answer = held.slice(0, stopAt);
        held = '';
        return answer;
      }
      const free = held.length - heldLength(held, stops);
      const answer = held.slice(0, free);
      held = held.slice(free);
      return answer;
    },
    end() {
      const rest = held;
      held = '';
      return rest;
    },
  };
}

/** The length of the longest end of `text` with which a stop text begins. */
function heldLength(text: string, stops: readonly string[]): number {
  const lengths = stops.map((stop) => {
    for (let length = Math.min(stop.length - 1, text.length); length > 0; length -= 1) {
      if (text.endsWith(stop.slice(0, length))) return length;
    }
    return 0;
  });
  return Math.max(0, ...lengths);
}
