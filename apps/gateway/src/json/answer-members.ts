import { MemberFinder, type FoundMembers } from './member-finder.ts';

const NAMES = [
  'id',
  'model',
  'usage',
  'choices',
  'data',
  'results',
  'error',
  'service_tier',
  // Of Anthropic's messages, and of the first event of their streams.
  'content',
  'message',
] as const;

/** The members of an answer that the gateway reads or changes. */
export type AnswerMembers = FoundMembers<(typeof NAMES)[number]>;

export const answerMembers = new MemberFinder(NAMES);
