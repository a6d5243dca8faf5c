import type { Answer, Metadata, Script, ThumbnailPrompt } from '@showrunner/client';

function answer<Data>(recipe: string, data: Data): Answer<Data> {
  return {
    success: true,
    message: 'Generated',
    data,
    timestamp: '2026-11-23T10:00:00.000Z',
    meta: {
      request_id: 'req_1',
      job_id: 'job_1',
      client_ref: null,
      model_requested: 'default',
      model: 'openai/gpt-5',
      recipe,
      recipe_version: '1',
      prompt_version: '1',
      attempts: 1,
      repairs: 0,
      tokens: { input: 100, output: 200, total: 300 },
      cost_usd: 0.0123,
      cache_hit: false,
      checks: [],
      ignored: [],
      duration_ms: 1_500,
    },
  };
}

const script: Script = {
  id: 'scr_1',
  title: 'Nine bars',
  hook: 'Nine bars of pressure.',
  logline: 'What happens in the twenty-five seconds of a shot.',
  language: 'en',
  scenes: [
    {
      id: 'scene_1',
      role: 'hook',
      narration: 'Nine bars of pressure, and you drink it in three sips.',
      on_screen_text: '9 bar',
      visual: 'A needle climbs.',
      broll: [],
      delivery: { pace: 'normal', emphasis: [] },
      start_seconds: 0,
      end_seconds: 4.2,
      estimated_seconds: 4.2,
    },
  ],
  narration: 'Nine bars of pressure, and you drink it in three sips.',
  cta: '',
  claims: [{ text: 'Espresso is made at nine bars.', source_id: null, needs_check: true, checked: false }],
  duration: {
    target: 45,
    estimated: 4.2,
    method: 'words',
    rate: { value: 150, unit: 'words per minute' },
    tolerance: 0.1,
    within_tolerance: false,
  },
  word_count: 11,
  script: 'Nine bars of pressure, and you drink it in three sips.',
};

const thumbnailPrompt: ThumbnailPrompt = {
  concepts: [
    {
      variable: 'baseline',
      subject: 'a portafilter',
      expression: '',
      action: 'dripping',
      setting: 'a dark bar',
      composition: 'close',
      focal_side: 'left',
      lighting: 'rim light',
      palette_hex: ['#201510', '#E0A030'],
      style: 'photograph',
      overlay_text: '9 BAR',
      avoid: [],
      prompts: [
        {
          model_family: 'openai',
          prompt: 'A portafilter dripping in a dark bar, the text "9 BAR"',
          negative_prompt: null,
          params: {},
          length: { value: 54, unit: 'characters', limit: 4_000 },
          warnings: [],
        },
      ],
    },
  ],
  prompt: 'A portafilter dripping in a dark bar, the text "9 BAR"',
  style_tags: ['photograph'],
};

const metadata: Metadata = {
  title: 'Espresso in 45 seconds',
  description: 'What nine bars do to coffee.',
  tags: ['espresso'],
  language: 'en',
  platforms: {
    youtube: {
      titles: [{ text: 'Espresso in 45 seconds', angle: 'promise', score: 80 }],
      title: 'Espresso in 45 seconds',
      description: 'What nine bars do to coffee.',
      tags: ['espresso', 'coffee'],
      hashtags: ['#espresso'],
      category_id: '27',
      chapters: [],
      localizations: {},
    },
  },
};

/** What the small API of a fixture checkout answers, by recipe. */
export const answers = {
  script: answer('script', script),
  'thumbnail-prompt': answer('thumbnail-prompt', thumbnailPrompt),
  metadata: answer('metadata', metadata),
};
