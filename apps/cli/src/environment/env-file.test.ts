import { describe, expect, test } from 'vitest';
import { readEnvText, setInEnvText } from './env-file.ts';

describe('readEnvText', () => {
  test('reads what Windows editors write: a byte order mark and CRLF', () => {
    expect(readEnvText('\uFEFFOPENAI_API_KEY=sk-1\r\nMPC_API_KEY="two words"\r\n')).toEqual({
      OPENAI_API_KEY: 'sk-1',
      MPC_API_KEY: 'two words',
    });
  });

  test('keeps a # inside quotation marks and drops a remark behind a value', () => {
    expect(readEnvText('A="x#y"\nB=plain # remark\n# C=1\nexport D=\'4\'')).toEqual({ A: 'x#y', B: 'plain', D: '4' });
  });
});

describe('setInEnvText', () => {
  test('changes the one line and no other character', () => {
    const text = '# keys\r\nA=1\r\n  B = old # remark\r\n\r\nC=3';
    expect(setInEnvText(text, 'B', 'new')).toBe('# keys\r\nA=1\r\n  B=new\r\n\r\nC=3');
  });

  test('adds at the end with the line ends that the text has', () => {
    expect(setInEnvText('A=1\r\nB=2', 'C', '3')).toBe('A=1\r\nB=2\r\nC=3\r\n');
    expect(setInEnvText('', 'C', '3')).toBe('C=3\n');
  });

  test('completes a last line end of which only the carriage return is there', () => {
    expect(setInEnvText('A=1\r\nB=2\r', 'C', '3')).toBe('A=1\r\nB=2\r\nC=3\r\n');
    expect(setInEnvText('A=1\r', 'A', '2')).toBe('A=2\r');
  });

  test('does not take a longer name or a remark for the variable', () => {
    const text = 'MY_KEY=1\nKEY_FILE=2\n# KEY=3\n';
    expect(setInEnvText(text, 'KEY', 'x')).toBe(`${text}KEY=x\n`);
  });

  test('finds the first line behind a byte order mark', () => {
    expect(setInEnvText('\uFEFFA=1\nB=2\n', 'A', 'x')).toBe('\uFEFFA=x\nB=2\n');
  });

  test.each(['plain', 'with space', 'with#hash', "it's", '$1 $&', 'https://a.b/c?d=e&f=g', ''])(
    'is read back as it was set: %s',
    (value) => {
      expect(readEnvText(setInEnvText('A=1\nX=old\nB=2\n', 'X', value))).toEqual({ A: '1', X: value, B: '2' });
    },
  );
});

test('of a variable that stands twice, the one that counts is set, and export stays', () => {
  expect(readEnvText(setInEnvText('A=1\nexport A=2\nB=3\n', 'A', 'x'))).toEqual({ A: 'x', B: '3' });
  expect(setInEnvText('A=1\nexport A=2\n', 'A', 'x')).toBe('A=1\nexport A=x\n');
});
