import { isMapping } from '../../json/mapping.ts';

/** Says what is wrong with a member's value, or nothing. */
export type MemberCheck = (value: unknown) => string | undefined;

export const isTrueOrFalse: MemberCheck = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
export const isText: MemberCheck = (value) => (typeof value === 'string' ? undefined : 'must be text');
export const isObject: MemberCheck = (value) => (isMapping(value) ? undefined : 'must be an object');
export const isList: MemberCheck = (value) => (Array.isArray(value) ? undefined : 'must be a list');
export const isNumber =
  (least: number, most: number): MemberCheck =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most
      ? undefined
      : `must be a number from ${least} to ${most}`;
export const isCount =
  (least: number, most: number): MemberCheck =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `must be a whole number from ${least} to ${most}`;
