import type { Output, Style } from '../output/output.ts';
import { wrap } from '../output/style.ts';

/** What a rendering is laid out for: a terminal, or a file with its own width and no colours. */
export type Medium = Pick<Output, 'style' | 'width'>;

const identity = (text: string): string => text;
const plainStyle: Style = {
  strong: identity,
  faint: identity,
  good: identity,
  warning: identity,
  bad: identity,
  accent: identity,
};

export const plainMedium: Medium = { style: plainStyle, width: 100 };

/** Running text under an indent, wrapped to the medium; nothing for an empty text. */
export function indented(text: string, { width }: Medium, indent = '  '): string[] {
  if (text === '') return [];
  return wrap(text, Math.max(20, width - indent.length)).map((line) => indent + line);
}

/** `label  text`, with further lines under the text; nothing for an empty text. */
export function labelled(label: string, text: string, medium: Medium, indent = '  '): string[] {
  if (text === '') return [];
  const head = `${indent}${label} `;
  const [first = '', ...rest] = wrap(text, Math.max(20, medium.width - head.length));
  return [`${indent}${medium.style.faint(label)} ${first}`, ...rest.map((line) => ' '.repeat(head.length) + line)];
}
