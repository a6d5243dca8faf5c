import { beforeAll, describe, expect, it } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { scriptInput } from '../schema.ts';
import { claimFindings, revisedClaims } from './claims.ts';
import { scriptDocument, type ScriptDocument } from './document.ts';

const CASES = {
  en: {
    stood: ['The pump presses with nine bars.', 'A shot takes twenty seven seconds in all.'],
    claims: ['A shot takes 27 seconds.', 'It is pressed with nine bars by the pump.'],
    changed: 'In 1901 Luigi Bezzera had the idea.',
  },
  de: {
    stood: ['Die Pumpe drückt mit neun Bar.', 'Ein Bezug dauert siebenundzwanzig Sekunden.'],
    claims: ['Der Bezug dauert 27 Sekunden.', 'Die Pumpe drückt mit neun Bar.'],
    changed: 'Im Jahr 1901 hatte Luigi Bezzera die Idee.',
  },
  ja: {
    stood: ['ポンプは九気圧で押します。', '抽出には27秒かかります。'],
    claims: ['抽出は27秒かかる。', 'ポンプは九気圧で押します。'],
    changed: 'ベゼラは1901年にこれを考えました。',
  },
  ru: {
    stood: ['Насос давит с силой девять бар.', 'Пролив длится двадцать семь секунд.'],
    claims: ['Пролив длится 27 секунд.', 'Насос давит с силой девять бар.'],
    changed: 'В 1901 году это придумал Луиджи Бецера.',
  },
  hi: {
    stood: ['पंप नौ बार के दबाव से धकेलता है।', 'एक शॉट में २७ सेकंड लगते हैं।'],
    claims: ['शॉट में 27 सेकंड लगते हैं।', 'पंप नौ बार के दबाव से धकेलता है।'],
    changed: 'यह विचार १९०१ में आया।',
  },
} as const;

beforeAll(() => loadLanguages(Object.keys(CASES)));

describe.each(Object.entries(CASES))('the claims of a script in %s', (language, { stood, claims, changed }) => {
  const input = scriptInput.parse({ prompt: 'espresso', language });
  const before = documentOf(stood, claims);

  it('stay where nothing that is spoken changes', () => {
    const other = { ...before, title: 'X', claims: before.claims.map((claim) => ({ ...claim, checked: true })) };
    expect(revisedClaims(other, before, input)).toEqual({ claims: other.claims, gone: [], added: [] });
  });

  it('go with their scene, and a new figure becomes one', () => {
    const after = documentOf([stood[0], changed], claims);
    const { claims: now } = revisedClaims(after, before, input);
    expect(now.map(({ text }) => text)).toEqual([claims[1], changed]);
    expect(now[1]).toMatchObject({ needs_check: true, checked: false, source_id: null });
    expect(claimFindings(after, before, input)).toMatchObject([
      { name: 'claims_spoken', ok: true, outcome: 'dropped', path: 'claims[0]', removed: [claims[0]] },
      { name: 'claims_spoken', ok: true, path: 'claims[1]' },
    ]);
  });

  it('move with their scene, and stay where it is left out but said elsewhere', () => {
    const swapped = documentOf([stood[1], stood[0]], claims);
    expect(revisedClaims(swapped, before, input)).toMatchObject({ gone: [], added: [] });
    const shorter = documentOf([`${stood[0]} ${stood[1]}`], claims);
    expect(revisedClaims(shorter, before, input)).toMatchObject({ gone: [], added: [] });
  });
});

it('a new figure that a source has names it and need not be checked', () => {
  const text = 'In 2023, 11.6 million people drank espresso at home.';
  const input = scriptInput.parse({ prompt: 'espresso', language: 'en', sources: [{ id: 'survey', text }] });
  const before = documentOf(['The pump presses.'], []);
  const { added } = revisedClaims(documentOf([text], []), before, input);
  expect(added).toEqual([{ text, source_id: 'survey', needs_check: false, checked: false }]);
});

it('a claim goes when only its figure is another, small and in words too', () => {
  const input = scriptInput.parse({ prompt: 'espresso', language: 'en' });
  const before = documentOf(['A pump presses water onto coffee with nine bars.'], ['It is pressed with nine bars.']);
  const after = documentOf(['A pump presses water onto coffee with eleven bars.'], ['It is pressed with nine bars.']);
  expect(revisedClaims(after, before, input).gone).toMatchObject([{ index: 0 }]);
});

it('a claim that stood nowhere before stays', () => {
  const input = scriptInput.parse({ prompt: 'espresso', language: 'en' });
  const before = documentOf(['The pump presses.'], ['Romans knew cement.']);
  expect(revisedClaims(documentOf(['It is hot.'], ['Romans knew cement.']), before, input).gone).toEqual([]);
});

function documentOf(narrations: readonly string[], claims: readonly string[]): ScriptDocument {
  return scriptDocument.parse({
    scenes: narrations.map((narration, at) => ({ id: `scene-${at + 1}`, narration })),
    claims: claims.map((text) => ({ text })),
  });
}
