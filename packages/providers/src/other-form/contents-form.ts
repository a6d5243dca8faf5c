import { asCount, asObject, asObjects, type JsonObject } from '../kit/json.ts';
import type { AnswerForm } from './answer-form.ts';

/** Gemini's contents (its API reference, "generateContent", 2026-11): each event of a stream is an answer in part. */
export const contentsForm: AnswerForm = {
  isWhole: isAnswer,
  isEvent: isAnswer,
  split: (answer) => [{ data: answer }],
  join(events) {
    const found = new Map<number, JsonObject>();
    for (const piece of events.flatMap(({ candidates }) => asObjects(candidates))) {
      const index = asCount(piece.index);
      const before = found.get(index);
      const parts = [before, piece].flatMap((one) => asObjects(asObject(one?.content)?.parts));
      const content = { role: 'model', ...asObject(piece.content), parts };
      found.set(index, { ...before, ...piece, content });
    }
    const candidates = [...found.values()];
    const isRefused = events.some(({ promptFeedback }) => asObject(promptFeedback)?.blockReason !== undefined);
    const isFinished =
      candidates.length > 0 && candidates.every(({ finishReason }) => typeof finishReason === 'string');
    if (!isRefused && !isFinished) return undefined;
    const whole = Object.fromEntries(events.flatMap((event) => Object.entries(event)));
    return { ...whole, ...(candidates.length > 0 && { candidates }) };
  },
  saysDone: false,
};

function isAnswer({ candidates, promptFeedback }: JsonObject): boolean {
  return Array.isArray(candidates) || asObject(promptFeedback) !== undefined;
}
