import type { Brief } from './brief.ts';

export const spanish: readonly Brief[] = [
  {
    id: 'es-cafetera',
    language: 'es',
    prompt: 'Cómo funciona una cafetera italiana',
    duration: 45,
    pair: 'café',
    isCore: true,
  },
  { id: 'es-espresso', language: 'es', prompt: 'Cómo funciona una máquina de espresso', duration: 45, pair: 'café' },
  {
    id: 'es-tortilla',
    language: 'es',
    prompt: 'Por qué la tortilla de patatas queda jugosa',
    duration: 60,
    pair: 'cocina',
  },
  {
    id: 'es-paella',
    language: 'es',
    prompt: 'Por qué el arroz de la paella no se remueve',
    duration: 60,
    pair: 'cocina',
  },
  {
    id: 'es-perros',
    language: 'es',
    prompt: 'Por qué los perros mueven la cola',
    duration: 30,
    platform: 'shorts',
    pair: 'perros',
  },
  {
    id: 'es-ladridos',
    language: 'es',
    prompt: 'Por qué los perros ladran a los desconocidos',
    duration: 30,
    platform: 'tiktok',
    pair: 'perros',
  },
  {
    id: 'es-ahorro',
    language: 'es',
    prompt: 'Tres formas de gastar menos agua en casa',
    duration: 45,
    format: 'listicle',
    count: 3,
    isCore: true,
  },
  {
    id: 'es-faro',
    language: 'es',
    prompt: 'La historia del último farero de la costa',
    duration: 120,
    format: 'story',
  },
];
