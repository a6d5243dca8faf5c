import { expect, test } from 'vitest';
import { compactGrammar, withoutEastAsian } from './grammars.ts';

// As node-llama-cpp 3.21 writes it.
const grammar = String.raw`root ::= "{" whitespace-b-1-4-rule "\"title\"" ":" [ ]? string-0-60-rule whitespace-b-0-4-rule "}" "\n\n\n\n" [\n]*
string-char-rule ::= [^"\\\x7F\x00-\x1F] | "\\" ["\\/bfnrt] | "\\u" [0-9a-fA-F]{4}
comma-whitespace-b-1-4-rule ::= "," ([\n] ("    " | "\t") | [ ]?)
whitespace-b-1-4-rule ::= [\n] ("    " | "\t") | [ ]?`;

test('a JSON grammar is left with no indentation and no mark at its end', () => {
  const compact = compactGrammar(grammar);
  expect(compact).toMatch(/^root ::= .* "}"$/m);
  expect(compact).toMatch(/^whitespace-b-1-4-rule ::= \[ \]\?$/m);
  expect(compact).toMatch(/^comma-whitespace-b-1-4-rule ::= "," \[ \]\?$/m);
});

test('the strings of a JSON grammar can be kept from East Asian letters', () => {
  expect(withoutEastAsian(grammar)).toContain(
    String.raw`string-char-rule ::= [^"\\\x7F\x00-\x1F\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF] | "\\"`,
  );
});
