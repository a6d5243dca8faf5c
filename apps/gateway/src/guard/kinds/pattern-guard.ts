import type { GuardAction } from '../../config/sections/guardrails/guardrail.ts';
import { Blocked } from '../blocked.ts';
import { replaceNear, type Nearness } from './near-keyword.ts';
import { joinedOf, maskedRuns } from './masked-runs.ts';
import { USUAL_HOLD_BACK, type Guard, type GuardedContent, type Looked } from '../guard.ts';

/** By which name words are counted that an operator wrote down. */
export const KEYWORD = 'KEYWORD';

const NO_NAMES: ReadonlySet<string> = new Set();

/** Something that is looked for in texts. */
export interface SoughtPattern {
  /** Global. */
  readonly pattern: RegExp;
  /** Texts in which it is not looked for. */
  readonly unless?: ((text: string) => boolean) | undefined;
  /** What has to stand beside it; nothing where it is looked for wherever it stands. */
  readonly near?: Nearness | undefined;
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

/** Why a text is refused that is looked at as a whole; nothing where it is not. */
export type TextCheck = (text: string) => Blocked | undefined;

/** Looks for patterns, within this process. Those that refuse come first, so that no mask hides what they look for. */
export function patternGuard(sought: readonly SoughtPattern[], checks: readonly TextCheck[] = []): Guard {
  const blocking = sought.filter(({ action }) => action === 'BLOCK');
  const masking = sought.filter(({ action }) => action === 'MASK');
  return {
    isLocal: true,
    holdBack: Math.max(USUAL_HOLD_BACK, ...sought.map(({ longest }) => longest)),
    look: (content) => Promise.try(() => look(content, { checks, blocking, masking })),
  };
}

interface Sought {
  readonly checks: readonly TextCheck[];
  readonly blocking: readonly SoughtPattern[];
  readonly masking: readonly SoughtPattern[];
}

function look(content: GuardedContent, { checks, blocking, masking }: Sought): Looked {
  const { memberNames = NO_NAMES, runs = [] } = content;
  const texts = content.texts.map(({ text }) => text);
  const seen = [...texts, ...runs.flatMap((run) => joinedOf(run, texts)), ...memberNames];
  for (const check of checks) for (const text of seen) throwIfBlocked(check(text));
  for (const one of blocking) if (seen.some((text) => isFound(text, one))) throw one.refusal();
  const masked: Record<string, number> = {};
  const masks = (text: string): string =>
    masking.reduce((left, { pattern, near, mask, name, unless }) => {
      if (unless?.(text) === true) return left;
      const count = (): string => {
        masked[name] = (masked[name] ?? 0) + 1;
        return mask;
      };
      return near ? replaceNear(left, pattern, near, count) : left.replaceAll(pattern, count);
    }, text);
  // A word among names of members says what stands there, and not whose it is.
  const telling = masking.filter(({ name }) => name !== KEYWORD);
  if (telling.some((one) => [...memberNames].some((name) => isFound(name, one)))) throw unmaskable();
  return { texts: maskedRuns(texts.map(masks), runs, masks), masked };
}

function throwIfBlocked(blocked: Blocked | undefined): void {
  if (blocked) throw blocked;
}

function isFound(text: string, { pattern, near, unless }: SoughtPattern): boolean {
  if (unless?.(text) === true) return false;
  if (!near) return text.search(pattern) !== -1;
  let isThere = false;
  replaceNear(text, pattern, near, () => {
    isThere = true;
    return '';
  });
  return isThere;
}

/** What stands in a name cannot be another: whoever reads it goes by it. */
export function unmaskable(): Blocked {
  return new Blocked('What a guardrail has to mask stands in the name of a member, which cannot be another');
}

/** A word wherever it stands, whatever the case of its letters and however much space is between its parts. */
export function wordPattern(word: string): RegExp {
  const parts = word
    .trim()
    .split(/\s+/)
    .map((part) => RegExp.escape(part).replaceAll(String.raw`\*`, '.?'));
  return new RegExp(parts.join(String.raw`\s+`), 'giu');
}
