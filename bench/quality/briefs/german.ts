import type { Brief } from './brief.ts';

export const german: readonly Brief[] = [
  {
    id: 'de-filterkaffee',
    language: 'de',
    prompt: 'Wie Filterkaffee funktioniert',
    duration: 45,
    pair: 'Kaffee',
    isCore: true,
  },
  { id: 'de-espresso', language: 'de', prompt: 'Wie eine Espressomaschine funktioniert', duration: 45, pair: 'Kaffee' },
  { id: 'de-sauerteig', language: 'de', prompt: 'Warum Sauerteigbrot lange frisch bleibt', duration: 60, pair: 'Brot' },
  {
    id: 'de-broetchen',
    language: 'de',
    prompt: 'Warum Brötchen am nächsten Tag zäh werden',
    duration: 60,
    pair: 'Brot',
  },
  {
    id: 'de-igel',
    language: 'de',
    prompt: 'Wie Igel durch den Winter kommen',
    duration: 30,
    platform: 'shorts',
    pair: 'Winterschlaf',
  },
  {
    id: 'de-eichhoernchen',
    language: 'de',
    prompt: 'Wie Eichhörnchen ihre Nüsse im Winter wiederfinden',
    duration: 30,
    platform: 'reels',
    pair: 'Winterschlaf',
  },
  {
    id: 'de-heizkosten',
    language: 'de',
    prompt: 'Drei Fehler beim Lüften, die Heizkosten treiben',
    duration: 45,
    format: 'listicle',
    count: 3,
    isCore: true,
  },
  { id: 'de-nachtzug', language: 'de', prompt: 'Mit dem Nachtzug von Berlin nach Wien', duration: 120, format: 'vlog' },
];
