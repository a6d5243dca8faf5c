import type { Brief } from './brief.ts';

export const arabic: readonly Brief[] = [
  {
    id: 'ar-arabic-coffee',
    language: 'ar',
    prompt: 'كيف تُحضَّر القهوة العربية',
    duration: 45,
    pair: 'قهوة',
    isCore: true,
  },
  { id: 'ar-espresso', language: 'ar', prompt: 'كيف تعمل آلة الإسبريسو', duration: 45, pair: 'قهوة' },
  { id: 'ar-bread', language: 'ar', prompt: 'لماذا ينتفخ خبز البيتا في الفرن', duration: 60, pair: 'خبز' },
  { id: 'ar-cake', language: 'ar', prompt: 'لماذا تهبط الكعكة بعد خروجها من الفرن', duration: 60, pair: 'خبز' },
  {
    id: 'ar-camels',
    language: 'ar',
    prompt: 'كيف تعيش الجمال بلا ماء',
    duration: 30,
    platform: 'shorts',
    pair: 'صحراء',
  },
  {
    id: 'ar-foxes',
    language: 'ar',
    prompt: 'كيف يبرد ثعلب الصحراء جسمه',
    duration: 30,
    platform: 'tiktok',
    pair: 'صحراء',
  },
  {
    id: 'ar-study',
    language: 'ar',
    prompt: 'ثلاث طرق للتركيز أثناء الدراسة',
    duration: 45,
    format: 'listicle',
    count: 3,
    isCore: true,
  },
  { id: 'ar-market', language: 'ar', prompt: 'جولة في سوق قديم عند الفجر', duration: 120, format: 'vlog' },
];
