import type { GuardAction } from '../../config/sections/guardrails/guardrail.ts';
import type { Blocked } from '../blocked.ts';
import { USUAL_HOLD_BACK, type Guard, type Looked } from '../guard.ts';

/** Something that is looked for in texts. */
export interface SoughtPattern {
  /** Global. */
  readonly pattern: RegExp;
  readonly action: GuardAction;
  /** What stands for what was found. */
  readonly mask: string;
  /** By which name findings are counted. */
  readonly name: string;
  /** How it is refused. */
  readonly refusal: () => Blocked;
  /** How long what it finds may be, in characters. */
  readonly longest: number;
}

/** Looks for patterns, within this process. Those that refuse come first, so that no mask hides what they look for. */
export function patternGuard(sought: readonly SoughtPattern[]): Guard {
  const blocking = sought.filter(({ action }) => action === 'BLOCK');
  const masking = sought.filter(({ action }) => action === 'MASK');
  return {
    isLocal: true,
    holdBack: Math.max(USUAL_HOLD_BACK, ...sought.map(({ longest }) => longest)),
    look: ({ texts }) =>
      Promise.try(() =>
        look(
          texts.map(({ text }) => text),
          blocking,
          masking,
        ),
      ),
  };
}

function look(texts: readonly string[], blocking: readonly SoughtPattern[], masking: readonly SoughtPattern[]): Looked {
  for (const { pattern, refusal } of blocking) {
    if (texts.some((text) => text.search(pattern) !== -1)) throw refusal();
  }
  const masked: Record<string, number> = {};
  const masks = (text: string): string =>
    masking.reduce(
      (left, { pattern, mask, name }) =>
        left.replaceAll(pattern, () => {
          masked[name] = (masked[name] ?? 0) + 1;
          return mask;
        }),
      text,
    );
  return { texts: texts.map(masks), masked };
}

/** A word wherever it stands, whatever the case of its letters and however much space is between its parts. */
export function wordPattern(word: string): RegExp {
  const parts = word
    .trim()
    .split(/\s+/)
    .map((part) => RegExp.escape(part).replaceAll(String.raw`\*`, '.?'));
  return new RegExp(parts.join(String.raw`\s+`), 'giu');
}
