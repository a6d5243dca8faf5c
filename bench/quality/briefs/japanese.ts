import type { Brief } from './brief.ts';

export const japanese: readonly Brief[] = [
  { id: 'ja-matcha', language: 'ja', prompt: '抹茶はなぜ泡立てるのか', duration: 45, pair: 'お茶', isCore: true },
  { id: 'ja-hojicha', language: 'ja', prompt: 'ほうじ茶はなぜ香ばしいのか', duration: 45, pair: 'お茶' },
  { id: 'ja-ramen', language: 'ja', prompt: 'ラーメンの麺にコシがある理由', duration: 60, pair: '麺' },
  { id: 'ja-soba', language: 'ja', prompt: '蕎麦が切れやすい理由', duration: 60, pair: '麺' },
  { id: 'ja-cat', language: 'ja', prompt: '猫はなぜ喉を鳴らすのか', duration: 30, platform: 'shorts', pair: '猫' },
  {
    id: 'ja-cat-heights',
    language: 'ja',
    prompt: '猫はなぜ高い所に登るのか',
    duration: 30,
    platform: 'tiktok',
    pair: '猫',
  },
  {
    id: 'ja-tidy',
    language: 'ja',
    prompt: '狭い部屋を片付ける三つのコツ',
    duration: 45,
    format: 'listicle',
    count: 3,
    isCore: true,
  },
  { id: 'ja-night-train', language: 'ja', prompt: '夜行列車で北海道へ旅した話', duration: 120, format: 'story' },
];
