import type { ScalarTag } from 'yaml';

/**
 * Plain scalars that PyYAML reads otherwise than YAML 1.2 does (`yaml/resolver.py`, YAML 1.1): LiteLLM's files are
 * written for it. Dates stay the text that they are, because an `api_version` is meant as text, and so do times of day,
 * of which PyYAML makes seconds.
 */
export const pythonScalars: readonly ScalarTag[] = [
  {
    tag: 'tag:yaml.org,2002:bool',
    default: true,
    test: /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
    resolve: (text) => /^(?:yes|true|on)$/i.test(text),
  },
  number(/^[-+]?(?:0|[1-9][\d_]*)$/, (digits) => Number(digits)),
  number(/^[-+]?0[0-7_]+$/, (digits) => Number.parseInt(digits, 8)),
  // What begins with 0 and is none in base 8 is text, as a key that is made of digits.
  { tag: 'tag:yaml.org,2002:str', default: true, test: /^[-+]?0\d*[89]\d*$/, resolve: (text) => text },
  number(/^[-+]?0b[01_]+$/, (digits) => signed(digits, (bits) => Number.parseInt(bits.slice(2), 2))),
  number(/^[-+]?0x[\da-fA-F_]+$/, (digits) => signed(digits, Number)),
  number(/^[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]?\d+)?$/, (digits) => Number(digits), 'float'),
];

/** A number in which underscores may stand between digits. A whole one that JavaScript cannot hold stays text. */
function number(test: RegExp, read: (digits: string) => number, kind: 'int' | 'float' = 'int'): ScalarTag {
  return {
    tag: `tag:yaml.org,2002:${kind}`,
    default: true,
    test,
    resolve(text) {
      const value = read(text.replaceAll('_', ''));
      return kind === 'int' && !Number.isSafeInteger(value) ? text : value;
    },
  };
}

function signed(digits: string, read: (unsigned: string) => number): number {
  const value = read(digits.replace(/^[-+]/, ''));
  return digits.startsWith('-') ? -value : value;
}

/** What a plain scalar is for PyYAML, where its writer surely meant something else. */
export function surpriseOf(source: string): { readonly message: string; readonly fix: string } | undefined {
  if (/^[-+]?0[0-7_]+$/.test(source) && !/^[-+]?0+$/.test(source)) {
    return {
      message: `${source} is read in base 8, because it begins with 0`,
      fix: 'leave the 0 away, or write text in quotes',
    };
  }
  if (/^[-+]?[1-9][\d_]*(?::[0-5]?\d)+$/.test(source)) {
    return {
      message: `${source} is text here, and a number in base 60 for LiteLLM`,
      fix: 'write it in quotes',
    };
  }
  return undefined;
}
