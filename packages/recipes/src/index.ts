export {
  all,
  ask,
  done,
  event,
  fixed,
  newId,
  now,
  oneOf,
  progress,
  run,
  runPart,
  type Ask,
  type Effect,
  type Event,
  type Fixed,
  type Part,
  type Progress,
  type Run,
  type Told,
  type Work,
} from './port/effects.ts';
export type { Finding, Outcome } from './port/finding.ts';
export { beginRepair, guaranteeOf, settleAll, type Check, type Guarantee, type OpenPart } from './port/guarantee.ts';
export { measureAll } from './port/measure-all.ts';
export type { Kind } from './port/kind.ts';
export { kindNameOf, pathOf, revises, type Circumstances, type Operation, type Reference } from './port/operation.ts';
// As a star, so that a kind outside of this package can add its own lines to `OperationTypes`.
export type * from './port/operation-types.ts';
export { material } from './prompts/material.ts';
export { readInput, type ReadInput } from './read-input.ts';
export { memberNames, unknownMembers } from './unknown-members.ts';
export { languageTag } from './input/language.ts';
export { languageName } from './language/match.ts';
export { primarySubtag } from './language/scripts.ts';
export { isSurelyInNoneOf } from './language/surely-other.ts';
export { kinds, operations } from './registry.ts';
export { beginningOfJson } from './reply/json/beginning.ts';
export { mayNotBePlain, plainText, plainValue } from './reply/plain/plain-value.ts';
export { watchRefusal } from './reply/refusal/refusal.ts';
export { saysNothingOf } from './reply/refusal/says-nothing.ts';
export { readReply, textSoFar } from './reply/read-reply.ts';
export { brandVoice, calibration } from './script/schema.ts';
export { tokensIn } from './text/length/tokens.ts';
export { unusable, type ModelReply, type Reading, type ReplyFault, type UnusableReading } from './reply/reading.ts';
