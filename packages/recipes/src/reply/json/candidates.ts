import { chatPattern } from '../chat/patterns.ts';
import { balancedParts } from './balanced.ts';

export interface Candidates {
  /** Pieces of text that may be the wanted JSON, the likeliest first. */
  readonly pieces: readonly string[];
  /** Whether the reply ends in the middle of one. */
  readonly isCut: boolean;
}

/**
 * The JSON in an answer that may be fenced or have prose around it. What is called final comes before the rest, what is
 * called a draft after it, and of equals the last is the final one.
 */
export function jsonCandidates(text: string): Candidates {
  const { parts, openAt } = balancedParts(text);
  const ranked = parts.map(({ start, end }, index) => ({
    piece: text.slice(start, end),
    rank: rankBehind(text.slice(parts[index - 1]?.end ?? 0, start)),
  }));
  if (openAt !== undefined) {
    const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
    // A quotation mark too many hides the end from who counts brackets; who repairs it sees whether it is there.
    const rest = end > openAt ? [text.slice(openAt, end)] : [];
    return { pieces: rest, isCut: true };
  }
  return {
    pieces: ranked
      .toReversed()
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ piece }) => piece),
    isCut: false,
  };
}

/** 0 for what is called final, 2 for a draft, 1 for the rest. */
function rankBehind(before: string): 0 | 1 | 2 {
  if (isDraftBehind(before)) return 2;
  return isLabelled(before, 'answer') ? 0 : 1;
}

/** Whether what stands before a piece of JSON calls it a draft. */
export function isDraftBehind(before: string): boolean {
  return isLabelled(before, 'draft');
}

/** `attempt_1`, `v2`: of these the last is meant. */
const ATTEMPT = /^(?:attempt|version|v|draft|iteration|revision|round|pass|try)[ _-]?\d+$/i;

/** What the members of an object hold: what is named final first, what is named a draft last. */
export function draftsLast(value: object): unknown[] {
  const members = Object.entries(value);
  if (members.length < 2) return Object.values(value);
  const ranked = members.map(([name, member]) => ({ member, rank: rankBehind(name.replaceAll('_', ' ')) }));
  if (members.every(([name]) => ATTEMPT.test(name))) ranked.reverse();
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ member }) => member);
}

/** "Draft:", "Here is the final version:", in the last line with letters before a piece of JSON. */
function isLabelled(before: string, sort: 'answer' | 'draft'): boolean {
  const introduction = before.slice(-INTRODUCTION_CHARACTERS).replace(/[\s*"]*(?:```\w*)?\s*$/, '');
  return introduction !== '' && chatPattern(sort, LABEL).test(introduction);
}

const INTRODUCTION_CHARACTERS = 80;
const LABEL = 'WORDS[^\\n:：{[]{0,30}[:：]?$';
