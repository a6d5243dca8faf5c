import data from '../../../litellm/content-patterns.generated.json' with { type: 'json' };

/** A pattern that a content filter knows by name; regular expressions as Python spells them. */
export interface PrebuiltPattern {
  readonly pattern: string;
  /** What has to stand beside it. */
  readonly near?: string | undefined;
  /** Digits may be written as words. */
  readonly takesWordsForDigits: boolean;
}

/** Those that follow the issuers' own formats closer than LiteLLM's of the same names. */
const closerPatterns: ReadonlyMap<string, string> = new Map([
  ['us_ssn', String.raw`(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)`],
  ['us_ssn_no_dash', String.raw`(?<!\d)(?!000|666|9\d\d)\d{3}(?!00)\d{2}(?!0000)\d{4}(?!\d)`],
  ['email', String.raw`[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}`],
  ['us_phone', String.raw`(?<!\d)(?:\+?1[\s.-]?)?(?:\(\d{3}\)|\d{3})[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)`],
  ['visa', card(String.raw`4\d{3}`)],
  ['mastercard', card(String.raw`(?:5[1-5]\d\d|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720))`)],
  ['amex', String.raw`(?<!\d)3[47]\d{2}[\s-]?\d{6}[\s-]?\d{5}(?!\d)`],
  ['discover', card(String.raw`6(?:011|5\d\d|4[4-9]\d)`)],
  [
    'credit_card',
    String.raw`(?<!\d)(?:3[47]\d{2}[\s-]?\d{6}[\s-]?\d{5}|(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6(?:011|5\d\d|4[4-9]\d))(?:[\s-]?\d{4}){3})(?!\d)`,
  ],
  ['aws_access_key', String.raw`(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])`],
  ['aws_secret_key', String.raw`(?<![A-Za-z0-9/+=])[A-Za-z0-9/+=]{40}(?![A-Za-z0-9/+=])`],
  ['github_token', String.raw`\b(?:gh[opsur]_[A-Za-z0-9]{36,}|github_pat_\w{22,})`],
  ['slack_token', String.raw`\bxox[abposr]-[A-Za-z0-9-]{20,}`],
  ['generic_api_key', String.raw`\bapi[-_]?key["']?[\s:=]+["']?[\w-]{20,}["']?`],
  ['ipv4', String.raw`(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)`],
  [
    'ipv6',
    String.raw`(?<![\da-f:])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?=[\da-f:]*::)(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?)(?![\da-f:])`,
  ],
  ['url', String.raw`\b(?:https?:\/\/|www\.)[^\s<>"']+`],
  ['iban', String.raw`\b[A-Z]{2}\d{2}(?:[\s-]?[A-Z0-9]{4}){2,7}(?:[\s-]?[A-Z0-9]{1,3})?\b`],
]);

/** All by LiteLLM's names (1.108.7). Found whatever the case of letters is. */
export const prebuiltPatterns: ReadonlyMap<string, PrebuiltPattern> = new Map(
  (data.patterns as readonly KnownPattern[]).map(({ name, pattern, near, takesWordsForDigits = false }) => [
    name,
    { pattern: closerPatterns.get(name) ?? pattern, near, takesWordsForDigits },
  ]),
);

interface KnownPattern {
  readonly name: string;
  readonly pattern: string;
  readonly near?: string;
  readonly takesWordsForDigits?: boolean;
}

/** Sixteen digits in fours. */
function card(first: string): string {
  return String.raw`(?<!\d)${first}(?:[\s-]?\d{4}){3}(?!\d)`;
}
