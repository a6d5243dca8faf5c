import type { Brief } from './brief.ts';

export const chinese: readonly Brief[] = [
  { id: 'zh-green-tea', language: 'zh', prompt: '绿茶为什么不能用开水泡', duration: 45, pair: '茶', isCore: true },
  { id: 'zh-black-tea', language: 'zh', prompt: '红茶是怎样发酵的', duration: 45, pair: '茶' },
  { id: 'zh-dumplings', language: 'zh', prompt: '饺子皮怎样擀才不会破', duration: 60, pair: '面食' },
  { id: 'zh-noodles', language: 'zh', prompt: '手拉面为什么有弹性', duration: 60, pair: '面食' },
  { id: 'zh-cat', language: 'zh', prompt: '猫为什么会打呼噜', duration: 30, platform: 'shorts', pair: '猫' },
  { id: 'zh-cat-boxes', language: 'zh', prompt: '猫为什么喜欢钻进纸箱', duration: 30, platform: 'tiktok', pair: '猫' },
  {
    id: 'zh-phone-battery',
    language: 'zh',
    prompt: '让手机电池更耐用的三个方法',
    duration: 45,
    format: 'listicle',
    count: 3,
    isCore: true,
  },
  { id: 'zh-old-street', language: 'zh', prompt: '清晨走进一条老街', duration: 120, format: 'vlog' },
];
