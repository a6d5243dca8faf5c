import type { Brief } from './brief.ts';

export const portuguese: readonly Brief[] = [
  { id: 'pt-cafe', language: 'pt', prompt: 'Como funciona o café coado', duration: 45, pair: 'café', isCore: true },
  {
    id: 'pt-expresso',
    language: 'pt',
    prompt: 'Como funciona uma máquina de café expresso',
    duration: 45,
    pair: 'café',
  },
  { id: 'pt-pao', language: 'pt', prompt: 'Por que o pão de queijo cresce no forno', duration: 60, pair: 'forno' },
  { id: 'pt-bolo', language: 'pt', prompt: 'Por que o bolo murcha quando sai do forno', duration: 60, pair: 'forno' },
  {
    id: 'pt-gatos',
    language: 'pt',
    prompt: 'Por que os gatos ronronam',
    duration: 30,
    platform: 'shorts',
    pair: 'gatos',
  },
  {
    id: 'pt-caixas',
    language: 'pt',
    prompt: 'Por que os gatos gostam de caixas de papelão',
    duration: 30,
    platform: 'reels',
    pair: 'gatos',
  },
  {
    id: 'pt-bicicleta',
    language: 'pt',
    prompt: 'Três erros de quem começa a pedalar na cidade',
    duration: 45,
    format: 'listicle',
    count: 3,
    isCore: true,
  },
  { id: 'pt-feira', language: 'pt', prompt: 'Um dia na feira livre do bairro', duration: 120, format: 'vlog' },
];
